"""The welcome of newcomers: what is ready, who is printed, the checklist ticked, begun again, taken from the method."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.domain.welcome import Moment, WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.errors import UserError
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services import welcome as service
from msp_desktop.services.people import add_person
from tests.conftest import TODAY


def entry(store: Store, kind: WelcomeKind, **values: object) -> WelcomeEntry:
    made = service.add_entry(store, kind)
    if values:
        service.update_entry(store, made.id, Change(WelcomeEntry, **values))
    return store.reader.one(WelcomeEntry, made.id)


def test_entries_stand_by_kind_and_arrivals_by_day(store: Store) -> None:
    entry(store, WelcomeKind.CONTACT, title="École")
    entry(store, WelcomeKind.ARRIVAL, title="Novembre", from_on=date(2026, 11, 2))
    entry(store, WelcomeKind.ARRIVAL, title="Mai", from_on=date(2026, 5, 4))
    entry(store, WelcomeKind.HOUSING)
    assert [service.entry_words(row) for row in service.entries(store.reader)] == [
        "Mai",
        "Novembre",
        "Logement",
        "École",
    ]


def test_an_arrival_is_never_printed_nor_what_is_kept_off_the_page(store: Store) -> None:
    entry(store, WelcomeKind.ARRIVAL, title="Une interne", on_page=True)
    assert service.nothing_to_print(store.reader)
    entry(store, WelcomeKind.HOUSING, title="Studio")
    entry(store, WelcomeKind.CONTACT, title="Interne", on_page=False)
    assert not service.nothing_to_print(store.reader)
    assert [one.entry.title for one in service.printed(store.reader)] == ["Studio"]
    assert [one.entry.title for one in service.shown_entries(store.reader, WelcomeKind.ARRIVAL)] == ["Une interne"]


def test_who_is_in_the_directory_is_told_with_how_to_call_them(store: Store) -> None:
    add_person(store, Person(civility="Mme", first_name="Ana", last_name="Roux", phone="05 55 00 00 00"))
    made = entry(store, WelcomeKind.GUIDE, person="Mme Ana Roux, le gardien")
    assert made.person == "le gardien"
    (one,) = service.printed(store.reader)
    assert [(who.name, who.phone) for who in one.people] == [("Mme Ana Roux", "05 55 00 00 00"), ("le gardien", "")]
    assert service.entries(store.reader)[0].person == "Mme Ana Roux, le gardien"


def test_a_stay_ends_after_it_begins(store: Store) -> None:
    made = entry(store, WelcomeKind.HOUSING, from_on=date(2026, 5, 4))
    with pytest.raises(UserError, match="avant la première"):
        service.update_entry(store, made.id, Change(WelcomeEntry, until_on=date(2026, 5, 3)))
    service.update_entry(store, made.id, Change(WelcomeEntry, until_on=date(2026, 5, 4)))
    service.delete_entries(store, [made.id])
    assert service.entries(store.reader) == []


def test_the_list_proposed_comes_once_and_what_was_taken_out_may_come_back(store: Store) -> None:
    service.propose_steps(store)
    rows = service.steps(store.reader)
    assert [row.kit_code for row in rows] == [step.code for step in kit_welcome().steps]
    assert [service.step_words(row) for row in rows] == [step.title for step in kit_welcome().steps]
    with pytest.raises(UserError, match="y est déjà"):
        service.propose_steps(store)
    service.delete_steps(store, [rows[2].id])
    assert [step.code for step in service.steps_to_propose(store.reader)] == [rows[2].kit_code]


def test_a_line_has_the_town_s_words_and_takes_the_method_s_back(store: Store) -> None:
    service.propose_steps(store)
    service.update_step(store, 1, Change(WelcomeStep, title="Nos mots"))
    assert service.step_words(store.reader.one(WelcomeStep, 1)) == "Nos mots"
    service.update_step(store, 1, Change(WelcomeStep, title="  "))
    assert service.step_words(store.reader.one(WelcomeStep, 1)) == kit_welcome().steps[0].title
    own = service.add_step(store, " Prévenir le voisin ")
    assert (own.title, own.moment) == ("Prévenir le voisin", Moment.BEFORE)
    for words in ("", " "):
        with pytest.raises(UserError, match="ce qu’il y a à faire"):
            service.update_step(store, own.id, Change(WelcomeStep, title=words))
        with pytest.raises(UserError, match="ce qu’il y a à faire"):
            service.add_step(store, words)


def test_a_line_is_ticked_is_late_and_begins_again_in_one_step(store: Store) -> None:
    service.propose_steps(store)
    with pytest.raises(UserError, match="Aucune case"):
        service.begin_again(store)
    service.update_step(store, 1, Change(WelcomeStep, due_on=TODAY))
    assert not service.is_late(store.reader.one(WelcomeStep, 1), TODAY)
    assert service.is_late(store.reader.one(WelcomeStep, 1), date(2026, 4, 29))
    service.tick_step(store, 1, True, TODAY)
    assert store.reader.one(WelcomeStep, 1).done_on == TODAY
    assert not service.is_late(store.reader.one(WelcomeStep, 1), date(2026, 4, 29))
    service.begin_again(store)
    assert (store.reader.one(WelcomeStep, 1).done_on, store.reader.one(WelcomeStep, 1).due_on) == (None, None)
    store.undo()
    assert (store.reader.one(WelcomeStep, 1).done_on, store.reader.one(WelcomeStep, 1).due_on) == (TODAY, TODAY)
    service.tick_step(store, 1, False, TODAY)
    assert store.reader.one(WelcomeStep, 1).done_on is None
