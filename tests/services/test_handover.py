"""The handover holds all a successor needs, in order, whatever the dossier holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from msgspec import structs

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, MeetingPlace
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.handover import LONGEST, THE_REST, Grid, Handover, Lines
from msp_desktop.domain.inventory import Dynamic, Need, Opportunity
from msp_desktop.domain.limits import NOTE
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.vigilance.records import AlertSign
from msp_desktop.method.handover import PARTS
from msp_desktop.services.handover import handover
from msp_desktop.services.roles import propose_roles
from tests.conftest import TODAY


def part(told: Handover, code: str) -> str:
    """Return every word of a part; nothing where it is left out."""
    found = [one for one in told.parts if one.code == code]
    return " ".join(str(structs.astuple(found[0])).replace("\\xa0", " ").split()) if found else ""


def test_the_sample_is_handed_over_in_order(sample: Store) -> None:
    told = handover(sample.reader, TODAY)
    codes = [one.code for one in told.parts]
    assert codes == [code for code in PARTS if code in codes]
    assert codes[-1] == "private"
    assert told.giver == "Nadia Roche"
    assert told.receiver_lines[0] == "avec Martine Lavergne,"
    assert told.minute[0].startswith("La démarche est lancée")
    assert told.week[0].what == "État des lieux"
    assert told.week[0].when.replace("\u00a0", " ") == "depuis le mardi 21 avril"
    assert "Souhaite passer le relais" in part(told, "private")
    assert "Souhaite passer le relais" not in part(told, "people")
    assert "2026-017" in part(told, "referent")


def test_nothing_of_the_dossier_is_lost(sample: Store) -> None:
    with sample.write("tout") as tx:
        tx.insert(Objective(position=1, title="Objectif zouave", due_on=TODAY))
        tx.insert(Need(position=9, title="Besoin zouave", details="détail du besoin"))
        tx.insert(Dynamic(position=9, title="Dynamique zouave", who="porteur zouave"))
        tx.insert(Opportunity(position=9, title="Occasion zouave"))
        tx.insert(Communication(position=9, message="Message zouave", channel="canal zouave"))
        tx.insert(Exchange(held_on=TODAY, category=Category.ARS, with_whom="Agent zouave", said="Propos zouave"))
        tx.insert(AlertSign(code="isoles", note="Signal zouave", noted_on=TODAY))
        tx.update(1, Change(MeetingPlace, key_holder="Clé zouave"))
        meeting = tx.all(Meeting)[0]
        tx.insert(AgendaItem(meeting_id=meeting.id, position=9, title="Point", minutes=5, mayor_note="Note zouave"))
        tx.insert(Person(organisation="Organisme zouave", category=Category.ASSOCIATION, notes="Confidence zouave"))
        made = datetime(2026, 4, 20, 9)
        paper = tx.insert(
            ProducedDocument(key="minutes", title="Compte rendu zouave", path="/d/zouave.pdf", made_at=made)
        )
        tx.insert(Sending(document_id=paper.id, title="x", sent_at=made, recipients="zouave@exemple.invalid"))
    propose_roles(sample)
    told = handover(sample.reader, TODAY)
    expected = {
        "timeline": ["Objectif zouave"],
        "inventory": ["Besoin zouave", "Détail du besoin.", "Dynamique zouave", "porteur zouave", "Occasion zouave"],
        "communication": ["Message zouave", "canal zouave"],
        "said": ["Agent zouave", "Propos zouave"],
        "watch": ["Signal zouave"],
        "places": ["Clé zouave", "msp100"],
        "people": ["Organisme zouave"],
        "private": ["Note zouave", "Confidence zouave"],
        "documents": ["Compte rendu zouave", "zouave.pdf", "zouave@exemple.invalid"],
        "roles": ["Offrir un lieu et un créneau de rencontre"],
    }
    assert [
        f"{code}: {words}" for code, all_ in expected.items() for words in all_ if words not in part(told, code)
    ] == []


def test_an_empty_dossier_has_no_part_of_nothing(store: Store) -> None:
    told = handover(store.reader, date(2026, 3, 22))
    assert [one.code for one in told.parts] == ["timeline", "places"]
    assert told.giver == ""
    assert all(one.content for one in told.parts)


def test_what_is_owed_soon_is_for_this_week(store: Store) -> None:
    with store.write("relances") as tx:
        for days, what in ((-3, "Rappeler l’ARS"), (4, "Écrire à la CPAM"), (40, "Plus tard")):
            tx.insert(
                Exchange(
                    held_on=TODAY,
                    category=Category.ARS,
                    with_whom="ARS",
                    subject="Suivi",
                    next_step=what,
                    next_step_on=TODAY + timedelta(days),
                )
            )
    told = handover(store.reader, TODAY)
    week = [task.what for task in told.week]
    assert "Rappeler l’ARS, ARS" in week
    assert "Écrire à la CPAM, ARS" in week
    assert not any("Plus tard" in what for what in week)
    assert "Plus tard" in part(told, "owed")


@pytest.mark.parametrize(
    ("count", "words"), [(80, ""), (81, "1 échange plus ancien est au journal."), (300, "220 échanges")]
)
def test_a_long_journal_tells_the_last_ones(store: Store, count: int, words: str) -> None:
    with store.write("journal") as tx:
        for number in range(count):
            tx.insert(Exchange(held_on=TODAY - timedelta(number % 30), category=Category.ARS, said=f"Point {number}"))
    told = handover(store.reader, TODAY)
    (said,) = [one for one in told.parts if one.code == "said"]
    grid = said.content[0]
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 80
    rest = [one for one in said.content if isinstance(one, Lines)]
    assert bool(rest) is bool(words)
    assert words in part(told, "said")


def test_what_is_typed_after_a_comma_or_a_stop_is_written_so(sample: Store) -> None:
    with sample.write("notes") as tx:
        tx.insert(Dynamic(position=9, title="Sorties préparées", who="Les infirmiers", details="Un appel la veille"))
        tx.insert(AlertSign(code="isoles", note="Deux médecins travaillent seuls.", noted_on=TODAY))
        tx.insert(Communication(position=9, message="Un point", channel="Bulletin municipal"))
    told = handover(sample.reader, TODAY)
    assert "Sorties préparées, les infirmiers. Un appel la veille." in part(told, "inventory")
    assert ". Deux médecins travaillent seuls." in part(told, "watch")
    assert "Un point, bulletin municipal" in part(told, "communication")


def test_the_lines_of_a_private_note_stay_lines(sample: Store) -> None:
    with sample.write("note") as tx:
        meeting = tx.all(Meeting)[0]
        tx.insert(
            AgendaItem(
                meeting_id=meeting.id, position=9, title="x", minutes=5, mayor_note="La salle : Anne\nL’ARS : Paul"
            )
        )
    told = handover(sample.reader, TODAY)
    lines = [line for one in told.parts[-1].content if isinstance(one, Lines) for line in one.lines]
    assert {"La salle : Anne", "L’ARS : Paul"} <= set(lines)


@pytest.mark.parametrize("unit", ["mot ", "mot\n", "0"])
def test_of_a_very_long_note_the_beginning_is_told_and_where_the_rest_is(sample: Store, unit: str) -> None:
    """A novel pasted into notes made a passation of thousands of pages, in some minutes."""
    pasted = unit * (NOTE // len(unit) - 50)
    with sample.write("note") as tx:
        tx.insert(Person(organisation="Organisme", category=Category.ASSOCIATION, notes=f"Début {pasted}"))
        tx.update(tx.all(Action)[0].id, Change(Action, notes=f"Commencement {pasted}"))
        tx.insert(Exchange(held_on=TODAY, category=Category.ARS, with_whom="Agent", said=f"Propos {pasted}"))
        tx.insert(Dynamic(position=9, title="Sorties", details=f"Détail {pasted}"))
    told = handover(sample.reader, TODAY)
    for code, first in (("private", "Début"), ("private", "Commencement"), ("said", "Propos"), ("inventory", "Détail")):
        assert first in part(told, code)
        assert THE_REST in part(told, code)
    longest = 5 * LONGEST  # two notes, and the quotes of each line
    assert all(len(part(told, code)) < longest for code in ("private", "said", "inventory"))


def test_a_note_of_some_pages_is_told_whole(sample: Store) -> None:
    words = " ".join(f"mot{number}" for number in range(2_000))
    with sample.write("note") as tx:
        tx.update(tx.all(Action)[0].id, Change(Action, notes=words))
    told = handover(sample.reader, TODAY)
    assert words in part(told, "private")
    assert THE_REST not in part(told, "private")
