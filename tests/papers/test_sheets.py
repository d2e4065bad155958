"""The papers of the plan: when they have something to say, what whoever prints is told, whose contract they stand under."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, SheetStep
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import action_sheets
from msp_desktop.services.people import add_person
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def test_without_a_sheet_they_say_what_to_do_first(store: Store) -> None:
    action_sheets.add_axis(store, "Prévention")
    for key in ("action-sheets", "action-plan"):
        missing = paper(key).missing(store.reader, CONTEXT)
        assert missing is not None
        assert "ajoutez un axe" in missing
    action_sheets.add_sheet(store, 1, "Cantine")
    assert paper("action-plan").missing(store.reader, CONTEXT) is None


def test_what_is_not_said_yet_is_told_beside_them_and_printed(store: Store, tmp_path: Path) -> None:
    action_sheets.add_axis(store, "Prévention")
    action_sheets.add_sheet(store, 1, "Cantine")
    assert len(paper("action-sheets").remarks(store.reader, CONTEXT)) == 2
    paper("action-plan").make(store.reader, CONTEXT, tmp_path / "x.pdf")
    assert "pilote à désigner" in pdf.text(tmp_path / "x.pdf").replace("\u00a0", " ")


def test_whoever_prints_them_is_told_that_they_name_people(store: Store) -> None:
    action_sheets.add_axis(store, "Prévention")
    sheet = action_sheets.add_sheet(store, 1, "Cantine")
    step = action_sheets.add_step(store, sheet.id, "Réunir")
    assert not any("nomme" in words for words in paper("action-plan").remarks(store.reader, CONTEXT))
    action_sheets.update_step(store, step.id, Change(SheetStep, who="Dr Roux"))
    for key in ("action-plan", "action-sheets"):
        assert any("nomme" in words for words in paper(key).remarks(store.reader, CONTEXT)), key


def test_the_sample_s_are_one_page_each_under_the_carrier_s_name(sample: Store, tmp_path: Path) -> None:
    made = paper("action-sheets").make(sample.reader, CONTEXT, tmp_path / "x.pdf")
    assert made.pages == len(sample.reader.all(ActionSheet)) == 8
    words = pdf.text(tmp_path / "x.pdf")
    assert "Élu référent" in words
    assert "Élue référente" in words
    assert "Contrat local de santé" in words


def test_a_woman_and_a_pair_are_named_as_they_are(store: Store, tmp_path: Path) -> None:
    action_sheets.add_axis(store, "Prévention")
    sheet = action_sheets.add_sheet(store, 1, "Cantine")
    for name, civility in (("Roche", "Mme"), ("Dumas", "Mme"), ("Rey", "M.")):
        add_person(store, Person(civility=civility, last_name=name))
    for who, said in (
        ("Mme Roche", "Élue référente"), ("Mme Roche, Mme Dumas", "Élues référentes"), ("Mme Roche, M. Rey", "Élus référents"),
        ("M. Rey", "Élu référent"), ("", "Élu référent"),
    ):  # fmt: skip
        action_sheets.update_sheet(store, sheet.id, Change(ActionSheet, elected=who))
        paper("action-sheets").make(store.reader, CONTEXT, tmp_path / "x.pdf")
        assert f"{said} {who or 'à désigner'} " in " ".join(pdf.text(tmp_path / "x.pdf").split()), who
