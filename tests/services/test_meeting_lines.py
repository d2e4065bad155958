"""The list of meetings: its order, the length of each agenda."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.services.meetings import meeting_lines


def test_meetings_to_come_are_first_by_date_then_those_without_then_the_past_ones_latest_first(store: Store) -> None:
    planned, held, cancelled = MeetingState.PLANNED, MeetingState.HELD, MeetingState.CANCELLED
    days = (
        ("sans date", None, planned),
        ("juin", date(2026, 6, 1), planned),
        ("mai", date(2026, 5, 1), planned),
        ("mars", date(2026, 3, 25), held),
        ("avril", date(2026, 4, 1), cancelled),
        ("tenue sans date", None, held),
    )
    with store.write("Réunions") as tx:
        for title, day, state in days:
            tx.insert(Meeting(uid=title, kind="equipe", title=title, held_on=day, state=state))
    titles = [line.title for line in meeting_lines(store.reader)]
    assert titles == ["mai", "juin", "sans date", "avril", "mars", "tenue sans date"]


def test_the_length_of_a_meeting_is_that_of_its_points(store: Store) -> None:
    with store.write("Réunion") as tx:
        full = tx.insert(Meeting(uid="a", kind="equipe", title="Pleine"))
        tx.insert(Meeting(uid="b", kind="equipe", title="Vide"))
        for position, minutes in enumerate((15, 30), 1):
            tx.insert(AgendaItem(meeting_id=full.id, position=position, title="Point", minutes=minutes))
    assert {line.title: line.total for line in meeting_lines(store.reader)} == {"Pleine": 45, "Vide": 0}
