"""Every document, of the sample and of a hostile dossier: built, valid, faithful."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields
from pypdf import PdfReader

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.papers.catalogue import papers
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from tests.conftest import TODAY
from tests.dossiers import open_sample
from tests.pdf import assert_accessible

NOON = datetime(2026, 4, 28, 12)
HOSTILE = 'l’Haÿ Kœnig <b>x</b> & <img src="file:///etc/passwd"> {commune} %s Ωmega 😀 \u202eabc שלום'
KEYS = [paper.key for paper in papers()]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_sample(tmp_path_factory.mktemp("exemple"))
    yield store
    close_dossier(store)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample with every free text replaced by what nobody should type."""
    store = open_sample(tmp_path_factory.mktemp("hostile"))
    kept = {
        "uid",
        "code",
        "kit_code",
        "theme",
        "kind",
        "profession",
        "topic",
        "media_type",
        "region_code",
        "department_code",
    }
    with store.write("hostile") as tx:
        for record in RECORDS:
            for row in tx.all(record):
                words: dict[str, Any] = {
                    field.name: HOSTILE
                    for field in fields(record)
                    if type(getattr(row, field.name)) is str and field.name not in kept and getattr(row, field.name)
                }
                if words:
                    tx.update(row.id, Change(record, **words))
        tx.update(1, Change(Commune, mayor_last_name="Faure"))  # else everybody is the mayor, who gets no letter
        for person in tx.all(Person)[:3]:
            tx.update(person.id, Change(Person, notes="note très longue, " * 600))
        for item in tx.all(AgendaItem):
            tx.update(item.id, Change(AgendaItem, discussion="dit et redit, " * 300))
    yield store
    close_dossier(store)


def made(store: Store, key: str, folder: Path) -> Path:
    meetings = {meeting.kind: meeting.id for meeting in store.reader.all(Meeting)}
    meeting = meetings["federation" if key == "minutes" else "premiere-rencontre"]
    return export(store.reader, key, folder, Context(TODAY, NOON, meeting)).path


@pytest.mark.parametrize("key", KEYS)
def test_every_document_of_the_sample_is_accessible_and_says_it_is_one(sample: Store, tmp_path: Path, key: str) -> None:
    path = made(sample, key, tmp_path)
    assert_accessible(path.read_bytes())
    for number, sheet in enumerate(PdfReader(path).pages):
        text = sheet.extract_text()
        if text.strip():  # the blank back of a letter says nothing
            assert "Saint-Exemple" in text, number
            assert "exemple" in text.replace("Saint-Exemple", ""), number


@pytest.mark.parametrize("key", KEYS)
def test_every_document_of_a_hostile_dossier_is_built_and_shows_what_was_typed(
    hostile: Store, tmp_path: Path, key: str
) -> None:
    path = made(hostile, key, tmp_path)
    data = path.read_bytes()
    assert_accessible(data)
    text = "".join("".join(sheet.extract_text() for sheet in PdfReader(path).pages).split())
    assert "l’HaÿKœnig<b>x</b>&<imgsrc=" in text
    assert b"root:" not in data


def test_the_inventory_for_all_names_nobody(sample: Store, tmp_path: Path) -> None:
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(made(sample, "inventory", tmp_path)).pages)
    for person in sample.reader.all(Person):
        assert not person.last_name or person.last_name not in text, person.last_name


def test_each_letter_of_invitation_names_its_guest_and_begins_on_a_new_sheet(sample: Store, tmp_path: Path) -> None:
    pages = PdfReader(made(sample, "invitations", tmp_path)).pages
    assert len(pages) == 15, "eight guests: neither the mayor, who signs, nor the référente"
    texts = [sheet.extract_text() for sheet in pages]
    assert "Léa Fontanel" in texts[0]
    assert "Docteur" in texts[0]
    assert texts[1].strip() == ""
    assert "Thierry Marsac" in texts[2]
    assert not any("Fontanel" in text for text in texts[1:])


def test_an_attendance_sheet_has_boxes_to_sign_and_lines_to_spare(sample: Store, tmp_path: Path) -> None:
    text = PdfReader(made(sample, "attendance", tmp_path)).pages[0].extract_text()
    assert "14" in text
    assert "mairie@saint-exemple.invalid" in text
