"""Who was at a meeting held is in the journal once: whatever is ticked later, closed again, undone."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.domain.people import Person
from msp_desktop.services import journal, meetings

DAY = date(2026, 5, 12)
END = datetime(2026, 5, 12, 20)


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.write("Annuaire") as tx:
        people = [tx.insert(Person(last_name=name)).id for name in ("Roux", "Petit", "Colas")]
    made = meetings.add_meeting(store, "equipe")
    meetings.update_meeting(store, made.id, Change(Meeting, held_on=DAY))
    meetings.invite(store, made.id, people)
    return store.reader.one(Meeting, made.id)


def guests(store: Store) -> list[Attendance]:
    return store.reader.all(Attendance, order="position")


def noted(store: Store) -> list[tuple[str, ...]]:
    return [entry.names for entry in journal.entries(store.reader)]


def test_those_present_are_one_exchange_once_the_meeting_is_closed(store: Store, meeting: Meeting) -> None:
    for guest in guests(store)[:2]:
        meetings.set_present(store, guest.id, Tri.YES)
    assert noted(store) == []
    meetings.end_meeting(store, meeting.id, END)
    (entry,) = journal.entries(store.reader)
    assert entry.names == ("Roux", "Petit")
    row = entry.exchange
    assert (row.held_on, row.channel, row.draft) == (DAY, Channel.MEETING, False)
    assert row.subject == meeting.title
    meetings.end_meeting(store, meeting.id, END)
    meetings.set_meeting_state(store, meeting.id, MeetingState.HELD)
    assert len(noted(store)) == 1


def test_one_undo_takes_back_the_closing_and_the_journal(store: Store, meeting: Meeting) -> None:
    meetings.set_present(store, guests(store)[0].id, Tri.YES)
    meetings.end_meeting(store, meeting.id, END)
    store.undo()
    assert noted(store) == []
    assert store.reader.one(Meeting, meeting.id).state is MeetingState.PLANNED
    store.redo()
    assert noted(store) == [("Roux",)]


def test_who_is_ticked_or_unticked_later_follows(store: Store, meeting: Meeting) -> None:
    meetings.set_meeting_state(store, meeting.id, MeetingState.HELD)
    assert noted(store) == []
    first, second, third = guests(store)
    for guest in (first, second, third):
        meetings.set_present(store, guest.id, Tri.YES)
    assert noted(store) == [("Roux", "Petit", "Colas")]
    meetings.set_present(store, second.id, Tri.NO)
    meetings.remove_guests(store, [third.id])
    assert noted(store) == [("Roux",)]
    meetings.set_present(store, first.id, Tri.NO)
    assert noted(store) == []


def test_a_meeting_that_was_not_held_leaves_only_what_somebody_wrote(store: Store, meeting: Meeting) -> None:
    meetings.set_present(store, guests(store)[0].id, Tri.YES)
    meetings.end_meeting(store, meeting.id, END)
    meetings.set_meeting_state(store, meeting.id, MeetingState.PLANNED)
    assert noted(store) == []
    meetings.set_meeting_state(store, meeting.id, MeetingState.HELD)
    (row,) = store.reader.all(Exchange)
    journal.update_exchange(store, row.id, Change(Exchange, said="Elle viendra aussi en juin."))
    meetings.set_meeting_state(store, meeting.id, MeetingState.CANCELLED)
    assert len(noted(store)) == 1


def test_its_day_follows_and_a_guest_added_by_hand_stays(store: Store, meeting: Meeting) -> None:
    first, second, _third = guests(store)
    meetings.set_present(store, first.id, Tri.YES)
    meetings.end_meeting(store, meeting.id, END)
    (row,) = store.reader.all(Exchange)
    with store.write("Annuaire") as tx:
        tx.insert(Person(last_name="Venu"))
    journal.update_exchange(store, row.id, Change(Exchange, with_whom="Roux, Venu, le voisin"))
    meetings.set_present(store, second.id, Tri.YES)
    meetings.update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 13)))
    (entry,) = journal.entries(store.reader)
    assert (entry.names, entry.exchange.with_whom) == (("Roux", "Petit", "Venu"), "le voisin")
    assert entry.exchange.held_on == date(2026, 5, 13)


@pytest.mark.parametrize("count", [1, 12, 40])
def test_a_meeting_without_a_date_was_on_the_day_it_is_closed(store: Store, count: int) -> None:
    with store.write("Annuaire") as tx:
        people = [tx.insert(Person(last_name=f"Personne {n}")).id for n in range(count)]
    made = meetings.add_meeting(store, "equipe")
    meetings.invite(store, made.id, people)
    for guest in guests(store):
        meetings.set_present(store, guest.id, Tri.YES)
    meetings.end_meeting(store, made.id, END)
    (entry,) = journal.entries(store.reader)
    assert (len(entry.names), entry.exchange.held_on) == (count, END.date())
