"""Every paper, message and file name is French for any town and federation, for men, women and pairs, one guest or many."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Attendance, Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import ReferentKind
from msp_desktop.formats.french.towns import at_commune, of_commune
from msp_desktop.papers.catalogue import papers
from msp_desktop.papers.export import file_name
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import proposal
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.letterhead import current_referent
from msp_desktop.services.people import update_person
from msp_desktop.services.referent import set_kind, update_referent_person
from tests import pdf
from tests.conftest import TODAY
from tests.dossiers import open_sample
from tests.federations import correct_own
from tests.french import FEDERATIONS, TOWNS, faults

NOON = datetime(2026, 4, 28, 12)
KINDS = ("man", "woman", "pair")


def made(folder: Path, town: str, insee: str, federation: str, kind: str, many: bool) -> Store:
    """Return the sample as that of another town: its mayor and référent men, women or a pair, one guest or all."""
    store = open_sample(folder)
    civility = "M." if kind == "man" else "Mme"
    update_commune(
        store,
        Change(
            Commune,
            name=town,
            insee=insee,
            mayor_civility=civility,
            is_sample=False,
        ),
    )
    correct_own(store, name=federation, full_name=federation)
    for person in store.reader.all(Person):
        if person.function == "maire":  # who signs, and is written to as nobody's guest
            update_person(store, person.id, Change(Person, civility=civility, form_of_address=""))
    set_kind(store, ReferentKind.PAIR if kind == "pair" else ReferentKind.ELECTED)
    update_referent_person(store, False, Change(Person, civility=civility))
    if not many:
        with store.write("one") as transaction:
            for record in (Attendance, HealthProfessional):
                seen: set[int] = set()
                for row in transaction.all(record, order="id"):
                    key = getattr(row, "meeting_id", 0)
                    if key in seen:
                        transaction.delete(record, row.id)
                    seen.add(key)
    return store


def texts(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the words of every page of every paper, its title, its file's name, and the message it goes with."""
    meetings = [meeting.id for meeting in store.reader.all(Meeting, order="id")]
    for paper in papers():
        for meeting_id in meetings if paper.per_meeting else [None]:
            context = Context(TODAY, NOON, meeting_id)
            if paper.missing(store.reader, context):
                continue
            content = io.BytesIO()
            paper.make(store.reader, context, content)
            where = f"{paper.key} {meeting_id or ''}"
            pages, title = pdf.said(content.getvalue())
            for number, page in enumerate(pages, 1):
                yield f"{where} p. {number}", " ".join(page.split())
            yield f"{where} title", title or "{no title}"
            yield f"{where} file", file_name(store.reader, paper, context)
            message = proposal(store.reader, paper.key, context)
            yield f"{where} message", f"{message.subject}\n{message.body}"


def wrong(store: Store, kind: str) -> list[str]:
    """Return the faults of all that leaves a dossier, each with its paper."""
    commune = store.reader.one(Commune, 1)
    term = current_referent(store.reader)
    assert term is not None
    found = []
    for where, text in texts(store):
        other = {f"de {commune.name}", f"d’{commune.name}", f"à {commune.name}"}
        right = {of_commune(commune.name, commune.insee), at_commune(commune.name).replace("\u00a0", " ")}
        found += [f"{where}: {bad}" for bad in other - right if re.search(rf"\b{re.escape(bad)}\b", text)]
        if " file" not in where:
            found += [f"{where}: {fault}" for fault in faults(text, woman_mayor=kind != "man")]
    return found


def test_what_a_woman_mayor_of_le_grand_bourg_prints_is_french(tmp_path: Path) -> None:
    store = made(tmp_path, "Le Grand-Bourg", "23095", FEDERATIONS[0], "woman", many=True)
    assert wrong(store, "woman") == []
    close_dossier(store)


#: Each town with each kind of people, one guest and many in turn: each two of the three are met together.
SAID = [
    pytest.param(at, kind, (at + number) % 2 == 1, id=f"{TOWNS[at][0]}-{kind}-{'many' if (at + number) % 2 else 'one'}")
    for at in range(len(TOWNS))
    for number, kind in enumerate(KINDS)
]


@pytest.mark.slow
@pytest.mark.parametrize(("at", "kind", "many"), SAID)
def test_what_any_town_prints_is_french(tmp_path: Path, at: int, kind: str, many: bool) -> None:
    town, insee = TOWNS[at]
    store = made(tmp_path, town, insee, FEDERATIONS[at % len(FEDERATIONS)], kind, many)
    assert wrong(store, kind) == []
    close_dossier(store)
