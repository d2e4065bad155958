"""Documents written as files: names that sort, nothing replaced in silence, a sentence where there is nothing to say."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.leaves import noted_of
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Person
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.errors import UserError
from msp_desktop.papers.catalogue import paper, papers, papers_of_tab
from msp_desktop.papers.export import chosen_meetings, due, export, file_name
from msp_desktop.papers.paper import Context
from msp_desktop.services.meetings import add_meeting, delete_meeting, invite, set_meeting_state, update_meeting
from msp_desktop.services.people import add_person
from tests.conftest import NOW, TODAY

OUT = Context(TODAY, NOW)


def planned(store: Store, day: date | None, state: MeetingState = MeetingState.PLANNED) -> int:
    meeting = add_meeting(store, "premiere-rencontre")
    update_meeting(store, meeting.id, Change(Meeting, held_on=day))
    set_meeting_state(store, meeting.id, state)
    return meeting.id


# --- names of files -------------------------------------------------------------------------------------


def test_a_file_bears_its_day_what_it_is_and_the_commune(store: Store) -> None:
    assert file_name(store.reader, paper("timeline"), OUT) == "2026-04-28_calendrier-100-jours_saint-essai.pdf"
    assert file_name(store.reader, paper("timeline"), OUT, ".docx").endswith("saint-essai.docx")


@pytest.mark.parametrize(("day", "begins"), [(date(2026, 5, 12), "2026-05-12_"), (None, "2026-04-28_")])
def test_a_meeting_s_papers_bear_the_day_of_the_meeting(store: Store, day: date | None, begins: str) -> None:
    context = Context(TODAY, NOW, planned(store, day))
    assert file_name(store.reader, paper("agenda"), context).startswith(begins)


def test_the_letter_of_one_guest_bears_a_name(store: Store) -> None:
    meeting = planned(store, None)
    guest = add_person(store, Person(civility="Mme", first_name="Zoé", last_name="L’Hermite"))
    invite(store, meeting, [guest.id])
    name = file_name(store.reader, paper("invitations"), Context(TODAY, NOW, meeting, guest.id))
    assert name == "2026-04-28_invitations_saint-essai_zoe-l-hermite.pdf"


def test_what_is_there_is_kept_unless_it_is_to_be_replaced(store: Store, tmp_path: Path) -> None:
    first = export(store.reader, "timeline", tmp_path, OUT)
    second = export(store.reader, "timeline", tmp_path, OUT)
    assert second.path.name == "2026-04-28_calendrier-100-jours_saint-essai_2.pdf"
    first.path.write_bytes(b"old")
    again = export(store.reader, "timeline", tmp_path, OUT, replace=True)
    assert again.path == first.path
    assert again.path.read_bytes().startswith(b"%PDF")


def test_the_folder_is_made_and_what_was_made_is_told(store: Store, tmp_path: Path) -> None:
    made = export(store.reader, "timeline", tmp_path / "un" / "deux", OUT)
    assert made.path.parent == tmp_path / "un" / "deux"
    assert (made.key, made.title, made.meeting_id) == ("timeline", "Calendrier des 100 jours", None)
    assert made.pages >= 2
    assert made.sources


# --- what has something to say -----------------------------------------------------------------------------


def test_a_new_dossier_has_the_papers_that_need_nothing(store: Store) -> None:
    assert [document.key for document, _context in due(store.reader, OUT, [])] == [
        "timeline",
        "federation-letter",
        "inventory-blank",
        "progress-report",
        "handover",
        "deliberation",
        "privacy-notice",
        "privacy-register",
        "path",
        "diagnostic",
    ]


@pytest.mark.parametrize("key", [document.key for document in papers()])
def test_a_paper_that_has_nothing_to_say_is_a_sentence_and_no_file(store: Store, tmp_path: Path, key: str) -> None:
    meeting = add_meeting(store, "premiere-rencontre")
    with store.write("vider") as tx:
        tx.delete(Meeting, meeting.id)
        tx.insert(Meeting(id=9, uid="x", kind="premiere-rencontre", title="Vide"))
    context = Context(TODAY, NOW, 9)
    sentence = paper(key).missing(store.reader, context)
    if sentence is None:
        assert export(store.reader, key, tmp_path / "out", context).path.is_file()
    else:
        with pytest.raises(UserError):
            export(store.reader, key, tmp_path / "out", context)
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("key", [document.key for document in papers() if document.per_meeting])
def test_a_meeting_s_paper_without_a_meeting_is_a_sentence(store: Store, tmp_path: Path, key: str) -> None:
    with pytest.raises(UserError):
        export(store.reader, key, tmp_path, OUT)


def test_a_meeting_s_papers_are_due_once_for_each_meeting(sample: Store) -> None:
    ids = [row.id for row in sample.reader.all(Meeting)]
    keys = [document.key for document, _context in due(sample.reader, OUT, ids)]
    assert keys.count("agenda") == len(ids)
    assert keys.count("timeline") == 1
    assert len(due(sample.reader, OUT, ids[:1])) < len(keys)


def test_an_unknown_document_is_a_sentence_that_names_the_known_ones() -> None:
    with pytest.raises(UserError, match="federation-letter"):
        paper("nothing")


def test_every_paper_belongs_to_one_tab() -> None:
    by_tab = [document.key for tab in TAB_KEYS for document in papers_of_tab(tab)]
    assert by_tab == [document.key for document in papers()]
    assert len(set(by_tab)) == len(by_tab)
    assert len({document.slug for document in papers()}) == len(by_tab)


# --- which meeting is meant ---------------------------------------------------------------------------------


def test_next_is_the_first_planned_one_from_today_on(store: Store) -> None:
    planned(store, TODAY - timedelta(1))
    later = planned(store, TODAY + timedelta(20))
    today = planned(store, TODAY)
    assert chosen_meetings(store.reader, "next", OUT) == [today]
    delete_meeting(store, today)
    assert chosen_meetings(store.reader, "next", OUT) == [later]


def test_one_without_a_date_is_next_where_none_is_dated(store: Store) -> None:
    someday = planned(store, None)
    planned(store, TODAY - timedelta(1), MeetingState.HELD)
    assert chosen_meetings(store.reader, "next", OUT) == [someday]
    dated = planned(store, TODAY + timedelta(3))
    assert chosen_meetings(store.reader, "next", OUT) == [dated]


def test_where_none_is_to_come_the_last_held_is_meant_and_never_a_cancelled_one(store: Store) -> None:
    planned(store, TODAY + timedelta(5), MeetingState.CANCELLED)
    assert chosen_meetings(store.reader, "next", OUT) == []
    planned(store, TODAY - timedelta(40), MeetingState.HELD)
    last = planned(store, TODAY - timedelta(5), MeetingState.HELD)
    assert chosen_meetings(store.reader, "next", OUT) == [last]


def test_a_planned_one_gone_by_serves_where_there_is_no_other(store: Store) -> None:
    gone = planned(store, TODAY - timedelta(5))
    assert chosen_meetings(store.reader, "next", OUT) == [gone]


def test_all_are_meant_in_the_order_of_their_days(store: Store) -> None:
    two, none, one = planned(store, date(2026, 6, 1)), planned(store, None), planned(store, date(2026, 5, 1))
    assert chosen_meetings(store.reader, "all", OUT) == [one, two, none]


@pytest.mark.parametrize("choice", ["99", "-1", "x", "", "1.0", "²"])
def test_an_unknown_meeting_is_a_sentence(store: Store, choice: str) -> None:
    planned(store, None)
    with pytest.raises(UserError):
        chosen_meetings(store.reader, choice, OUT)


def test_a_meeting_is_meant_by_its_number(store: Store) -> None:
    meeting = planned(store, None)
    assert chosen_meetings(store.reader, str(meeting), OUT) == [meeting]


def test_the_hour_of_writing_changes_no_word(store: Store, tmp_path: Path) -> None:
    later = Context(TODAY, datetime(2026, 4, 28, 23, 59))
    one = export(store.reader, "timeline", tmp_path / "a", OUT)
    two = export(store.reader, "timeline", tmp_path / "b", later)
    noted, again = noted_of(one.sources), noted_of(two.sources)
    assert noted is not None
    assert again is not None
    assert (noted.content, noted.leaves) == (again.content, again.leaves)
    assert json.loads(one.sources)["read"] == json.loads(two.sources)["read"]
