"""What is said to have left: each guest's invitation, each message, taken back too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.mail import Message, ProducedDocument, Sending, Way
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.services.departures import Invitations, invitations, say_all_invited, say_invited, say_left
from msp_desktop.services.mail import note_sending
from msp_desktop.services.meetings import add_meeting, remove_guests
from tests.conftest import NOW, TODAY

MESSAGE = Message(("a@exemple.fr",), "Objet", "Texte")


@pytest.fixture
def meeting(sample: Store) -> Meeting:
    """The first meeting planned, of which no invitation left."""
    found = next(row for row in sample.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    say_all_invited(sample, found.id, None)
    return sample.reader.one(Meeting, found.id)


def prepared(store: Store, meeting: Meeting, guest: int, *, left: bool = False) -> int:
    """Prepare the invitation of a guest; return the key of the sending."""
    with store.write("document") as transaction:
        document = transaction.insert(
            ProducedDocument(
                key="invitations",
                title="Invitation",
                path="",
                made_at=NOW,
                meeting_uid=meeting.uid,
                person_id=store.reader.one(Attendance, guest).person_id,
            )
        )
    return note_sending(store, MESSAGE, "Invitation", Way.DRAFT, NOW, document_id=document.id, named=False, left=left)


def state(store: Store, meeting: Meeting) -> Invitations:
    return invitations(store.reader, meeting.id)


def first(store: Store, meeting: Meeting) -> date | None:
    return store.reader.one(Meeting, meeting.id).invitations_sent_on


def test_prepared_is_not_sent_and_one_of_many_is_not_all(sample: Store, meeting: Meeting) -> None:
    whole = state(sample, meeting).to_whom
    prepared(sample, meeting, whole[0])
    found = state(sample, meeting)
    assert (found.prepared, found.left, first(sample, meeting)) == ({whole[0]: TODAY}, {}, None)
    say_invited(sample, meeting.id, [whole[0]], TODAY)
    found = state(sample, meeting)
    assert (found.prepared, found.left, first(sample, meeting)) == ({}, {whole[0]: TODAY}, TODAY)
    assert [row.left_on for row in sample.reader.all(Sending)] == [TODAY]
    assert sample.history.undo_label() == "Invitation envoyée\u00a0: Dr Léa Fontanel"
    sample.undo()
    assert state(sample, meeting).prepared == {whole[0]: TODAY}


def test_a_message_said_to_be_sent_when_it_is_noted_invites_its_guest(sample: Store, meeting: Meeting) -> None:
    guest = state(sample, meeting).to_whom[1]
    key = prepared(sample, meeting, guest, left=True)
    assert (state(sample, meeting).left, first(sample, meeting)) == ({guest: TODAY}, TODAY)
    say_left(sample, key, None)
    assert (state(sample, meeting).prepared, first(sample, meeting)) == ({guest: TODAY}, None)
    say_left(sample, key, TODAY)
    assert state(sample, meeting).left == {guest: TODAY}


def test_what_was_handed_out_stays_so_when_its_message_did_not_leave(sample: Store, meeting: Meeting) -> None:
    guest = state(sample, meeting).to_whom[0]
    early = TODAY - timedelta(days=3)
    say_invited(sample, meeting.id, [guest], early)
    key = prepared(sample, meeting, guest)
    for day in (TODAY, None):
        say_left(sample, key, day)
        assert state(sample, meeting).left == {guest: early}


def test_letters_on_paper_are_for_those_who_are_not_yet_invited(sample: Store, meeting: Meeting) -> None:
    whole = state(sample, meeting).to_whom
    early = TODAY - timedelta(days=2)
    say_invited(sample, meeting.id, whole[:2], early)
    say_all_invited(sample, meeting.id, TODAY)
    assert sorted(set(state(sample, meeting).left.values())) == [early, TODAY]
    assert first(sample, meeting) == early, "the letters bear the day of the first"
    say_all_invited(sample, meeting.id, TODAY)
    assert set(state(sample, meeting).left.values()) == {TODAY}, "all had left: the day is put right for all"
    say_all_invited(sample, meeting.id, None)
    assert (state(sample, meeting).left, first(sample, meeting)) == ({}, None)


def test_nothing_is_written_where_nothing_changes_or_nobody_is_invited(sample: Store, meeting: Meeting) -> None:
    before = sample.history.undo_label()
    say_all_invited(sample, meeting.id, None)
    assert sample.history.undo_label() == before
    empty = add_meeting(sample, "premiere-rencontre")
    label = sample.history.undo_label()
    say_all_invited(sample, empty.id, TODAY)
    assert sample.history.undo_label() == label


def test_a_guest_taken_off_takes_the_day_of_his_invitation_along(sample: Store, meeting: Meeting) -> None:
    early, late = state(sample, meeting).to_whom[:2]
    say_invited(sample, meeting.id, [early], TODAY)
    say_invited(sample, meeting.id, [late], TODAY + timedelta(days=2))
    remove_guests(sample, [early])
    assert first(sample, meeting) == TODAY + timedelta(days=2)
    remove_guests(sample, [late])
    assert first(sample, meeting) is None
    sample.undo()
    assert first(sample, meeting) == TODAY + timedelta(days=2)


def test_a_message_about_nothing_else_is_said_to_be_sent_alone(sample: Store) -> None:
    key = note_sending(sample, MESSAGE, "Ordre du jour", Way.MAPI, NOW, document_id=None, named=False)
    say_left(sample, key, TODAY)
    assert sample.reader.one(Sending, key).left_on == TODAY
    assert sample.history.undo_label() == "Envoi\u00a0: Ordre du jour"
