"""What leaves with a document: the agenda and the date, where there is any, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest
from pypdf import PdfReader

from msp_desktop import fleet
from msp_desktop.db.store import Store
from msp_desktop.domain.calendar_events import DiaryEntry
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.domain.people import Person
from msp_desktop.fleet import Chosen, Fleet, Source
from msp_desktop.papers.enclosures import enclosed, enclosed_names, write_enclosures
from msp_desktop.papers.paper import Context
from msp_desktop.services.meetings import add_meeting, update_meeting
from msp_desktop.services.people import add_person
from tests.conftest import NOW, TODAY


@pytest.fixture
def context(store: Store) -> Context:
    meeting = add_meeting(store, "premiere-rencontre")
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 12), place="Salle des associations"))
    return Context(TODAY, NOW, meeting.id)


def update(store: Store, context: Context, **values: object) -> None:
    update_meeting(store, context.meeting_id or 0, Change(Meeting, **values))


def test_an_invitation_takes_the_agenda_and_the_date_with_it(store: Store, context: Context, tmp_path: Path) -> None:
    assert enclosed(store.reader, "invitations", context) == ("agenda", "dates")
    guest = add_person(store, Person(last_name="Roux"))
    context = Context(TODAY, NOW, context.meeting_id, guest.id)
    agenda, dates = write_enclosures(store, "invitations", tmp_path, context)
    assert "roux" not in agenda.name, "it is everybody's"
    assert (agenda.name, dates.name) == enclosed_names(store.reader, "invitations", context)
    assert dates.name == "2026-05-12_premiere-rencontre-avec-les-professionnels-de-sante.ics"
    assert "Ordre du jour" in PdfReader(agenda).pages[0].extract_text()
    (event,) = icalendar.Calendar.from_ical(dates.read_bytes()).events
    assert str(event["uid"]) == store.reader.all(DiaryEntry)[0].uid, "what guests have can be withdrawn"
    assert event.start.isoformat() == "2026-05-12T18:30:00+02:00"


def test_no_date_for_a_diary_leaves_where_the_fleet_has_none_written(
    store: Store, context: Context, tmp_path: Path
) -> None:
    fleet.install(Fleet({"DisableCalendar": Chosen(True, Source.MACHINE)}))
    assert enclosed(store.reader, "invitations", context) == ("agenda",)
    write_enclosures(store, "invitations", tmp_path, context)
    assert not list(tmp_path.glob("*.ics"))


def test_what_there_is_not_is_not_enclosed(store: Store, context: Context) -> None:
    update(store, context, held_on=None)
    assert enclosed(store.reader, "invitations", context) == ("agenda",)
    update(store, context, held_on=date(2026, 4, 2), state=MeetingState.HELD)
    assert enclosed(store.reader, "agenda", context) == ()
    with store.write("Points") as tx:
        for item in tx.all(AgendaItem, meeting_id=context.meeting_id):
            tx.delete(AgendaItem, item.id)
    assert enclosed(store.reader, "invitations", context) == ()


@pytest.mark.parametrize(
    ("key", "pieces"),
    [("agenda", ("dates",)), ("minutes", ()), ("timeline", ()), ("inventory", ())],
)
def test_each_paper_takes_what_its_model_says(
    store: Store, context: Context, key: str, pieces: tuple[str, ...]
) -> None:
    assert enclosed(store.reader, key, context) == pieces
    assert enclosed(store.reader, key, Context(TODAY, NOW)) == ()


def test_an_agenda_of_today_is_taken_as_it_is(store: Store, context: Context, tmp_path: Path) -> None:
    first = write_enclosures(store, "invitations", tmp_path, context)
    stamp = first[0].stat().st_mtime_ns
    assert write_enclosures(store, "invitations", tmp_path, context) == first
    assert first[0].stat().st_mtime_ns == stamp
    update(store, context, introduction="Autre")
    anew = write_enclosures(store, "invitations", tmp_path, context, replace=True)
    assert anew == first, "in its place"
    assert first[0].stat().st_mtime_ns != stamp
    beside = write_enclosures(store, "invitations", tmp_path, context, replace=False)
    assert [path.stem.endswith("_2") for path in beside] == [False, True]
