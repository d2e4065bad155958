"""The papers of a meeting: when each has something to say, and which letter goes to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.domain.people import Person
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.meetings import (
    add_meeting,
    add_next_step,
    delete_item,
    invite,
    meeting_view,
    set_meeting_state,
    update_item,
    update_meeting,
)
from msp_desktop.services.people import add_person
from tests.conftest import NOW, TODAY
from tests.documents.values import read


@pytest.fixture
def context(store: Store) -> Context:
    return Context(TODAY, NOW, add_meeting(store, "premiere-rencontre").id)


def missing(store: Store, key: str, context: Context) -> str | None:
    return paper(key).missing(store.reader, context)


@pytest.mark.parametrize("key", ["agenda", "mayor-brief"])
def test_an_agenda_needs_a_point(store: Store, context: Context, key: str) -> None:
    assert missing(store, key, context) is None
    for view in meeting_view(store.reader, context.meeting_id or 0).items:
        delete_item(store, view.id)
    assert missing(store, key, context)


def test_letters_need_guests_and_the_sheet_to_sign_does_not(store: Store, context: Context) -> None:
    assert missing(store, "invitations", context)
    assert missing(store, "attendance", context) is None
    invite(store, context.meeting_id or 0, [add_person(store, Person(last_name="Roche")).id])
    assert missing(store, "invitations", context) is None


def test_minutes_wait_until_the_meeting_is_held(store: Store, context: Context) -> None:
    assert missing(store, "minutes", context)
    set_meeting_state(store, context.meeting_id or 0, MeetingState.HELD)
    assert missing(store, "minutes", context) is None


def test_minutes_may_be_begun_before_with_anything_noted(store: Store, context: Context) -> None:
    meeting = context.meeting_id or 0
    add_next_step(store, meeting, "Se revoir")
    assert missing(store, "minutes", context) is None
    store.undo()
    assert missing(store, "minutes", context)
    update_item(store, meeting_view(store.reader, meeting).items[0].id, Change(AgendaItem, discussion="dit"))
    assert missing(store, "minutes", context) is None
    store.undo()
    update_meeting(store, meeting, Change(Meeting, summary="On s’est écouté."))
    assert missing(store, "minutes", context) is None


@pytest.mark.parametrize(
    ("kind", "words", "other"),
    [
        ("premiere-rencontre", "Rien ne s’y décide", "la rencontre suivante"),
        ("equipe", "la rencontre suivante", "Rien ne s’y décide"),
    ],
)
def test_the_first_meeting_has_a_letter_of_its_own(
    store: Store, tmp_path: Path, kind: str, words: str, other: str
) -> None:
    meeting = add_meeting(store, kind)
    invite(store, meeting.id, [add_person(store, Person(last_name="Roche")).id])
    text = read(export(store.reader, "invitations", tmp_path, Context(TODAY, NOW, meeting.id)).path)
    assert words in text
    assert other not in text


def test_the_minutes_of_the_first_meeting_decide_nothing(store: Store, tmp_path: Path, context: Context) -> None:
    meeting = context.meeting_id or 0
    update_meeting(store, meeting, Change(Meeting, summary="On s’est écouté."))
    add_next_step(store, meeting, "Se revoir")
    text = read(export(store.reader, "minutes", tmp_path, context).path)
    assert "Synthèse des échanges" in text
    assert "Premières pistes et suites" in text
    assert "écision" not in text


def test_one_guest_s_letter_holds_nobody_else(store: Store, tmp_path: Path, context: Context) -> None:
    one, two = (add_person(store, Person(last_name=name)).id for name in ("Roche", "Marsac"))
    invite(store, context.meeting_id or 0, [one, two])
    own = Context(TODAY, NOW, context.meeting_id, two)
    text = read(export(store.reader, "invitations", tmp_path, own).path)
    assert "Marsac" in text
    assert "Roche" not in text
