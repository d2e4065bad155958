"""Calls watched: reminders three weeks before the closing, put off and done, sent and left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.calendar import is_working_day
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.change import Change
from msp_desktop.domain.follow_ups import Owed, Source
from msp_desktop.domain.schemes import CLS, Standing
from msp_desktop.errors import UserError
from msp_desktop.method.funders import kit_funders
from msp_desktop.services import calls as service
from msp_desktop.services.schemes import set_standing
from tests.conftest import TODAY

CLOSING = date(2026, 6, 12)


@pytest.fixture
def store(store: Store) -> Store:
    """Return the dossier of a town that has joined a CLS: its calls are watched."""
    set_standing(store, CLS, Standing.JOINED)
    return store


def add(store: Store, **values: object) -> Call:
    call = service.add_call(store, "Prévention en milieu rural")
    service.update_call(store, call.id, Change(Call, **values), TODAY)
    return store.reader.one(Call, call.id)


def test_a_closing_day_brings_its_reminder_three_weeks_before_on_a_worked_day(store: Store) -> None:
    call = add(store, closes_on=CLOSING)
    assert call.reminded_on == date(2026, 5, 22)
    assert is_working_day(call.reminded_on, "23")
    service.update_call(store, call.id, Change(Call, reminded_on=date(2026, 6, 1)), TODAY)
    assert store.reader.one(Call, call.id).reminded_on == date(2026, 6, 1)


@pytest.mark.parametrize(("days", "reminded"), [(-3, None), (0, None), (1, TODAY), (5, TODAY)])
def test_what_closes_soon_is_brought_to_mind_today_and_what_is_closed_is_not(
    store: Store, days: int, reminded: date | None
) -> None:
    assert add(store, closes_on=TODAY + timedelta(days)).reminded_on == reminded


def test_a_call_without_a_day_is_owed_nothing(store: Store) -> None:
    add(store)
    assert service.reminders(store.reader, TODAY) == []


def test_a_reminder_says_the_call_its_funder_who_answers_and_when_it_closes(store: Store) -> None:
    add(store, closes_on=CLOSING, funder="ARS", answered_by="le secrétariat")
    (one,) = service.reminders(store.reader, date(2026, 5, 25))
    assert (one.source, one.state, one.days_late) == (Source.CALL, Owed.LATE, 3)
    assert (one.whom, one.by) == ("ARS", "le secrétariat")
    assert (one.what, one.closes_on) == ("Prévention en milieu rural", CLOSING)


def test_a_town_that_leaves_the_cls_is_reminded_of_nothing(store: Store) -> None:
    add(store, closes_on=CLOSING)
    assert service.reminders(store.reader, TODAY)
    set_standing(store, CLS, Standing.NONE)
    assert service.reminders(store.reader, TODAY) == []
    assert service.open_count(store.reader) == 1


def test_once_seen_it_comes_back_on_its_closing_and_then_is_left(store: Store) -> None:
    call = add(store, closes_on=CLOSING)
    service.seen(store, call.id, date(2026, 5, 22))
    assert [one.due for one in service.reminders(store.reader, date(2026, 5, 22))] == [CLOSING]
    service.seen(store, call.id, CLOSING)
    assert store.reader.one(Call, call.id).state is CallState.LEFT
    assert service.reminders(store.reader, CLOSING) == []
    store.undo()
    assert store.reader.one(Call, call.id).state is CallState.WATCHED


def test_it_is_put_off_week_by_week_until_the_day_before_it_closes(store: Store) -> None:
    call = add(store, closes_on=CLOSING)
    days = [service.put_off(store, call.id, date(2026, 5, 22)) for _ in range(3)]
    assert days == [date(2026, 5, 29), date(2026, 6, 5), date(2026, 6, 11)]
    with pytest.raises(UserError, match="12\u00a0juin"):
        service.put_off(store, call.id, date(2026, 6, 11))


def test_what_is_due_on_its_closing_day_is_never_put_off_to_a_day_before_it(store: Store) -> None:
    call = add(store, closes_on=CLOSING)
    service.update_call(store, call.id, Change(Call, reminded_on=None), TODAY)
    with pytest.raises(UserError, match="12\u00a0juin"):
        service.put_off(store, call.id, date(2026, 5, 22))
    assert store.reader.one(Call, call.id).reminded_on is None


def test_an_answer_sent_bears_its_day_and_is_owed_nothing_more(store: Store) -> None:
    call = add(store, closes_on=CLOSING, state=CallState.SENT)
    assert call.sent_on == TODAY
    service.update_call(store, call.id, Change(Call, state=CallState.WON, obtained=4000), TODAY)
    assert store.reader.one(Call, call.id).sent_on == TODAY
    assert service.reminders(store.reader, CLOSING) == []


def test_a_call_of_the_list_comes_with_its_funder_and_where_to_look(store: Store) -> None:
    funder = kit_funders().funder("cfppa")
    call = service.add_call(store, "Ateliers équilibre", funder)
    assert funder is not None
    assert (call.funder, call.kit_code, call.kind, call.where) == (funder.name, "cfppa", funder.call, funder.where)


def test_a_call_says_what_it_is_about_and_an_amount_is_not_below_nothing(store: Store) -> None:
    call = add(store)
    for change in (Change(Call, subject=" "), Change(Call, asked=-1), Change(Call, obtained=-5)):
        with pytest.raises(UserError):
            service.update_call(store, call.id, change, TODAY)
    with pytest.raises(UserError):
        service.add_call(store, "  ")


def test_several_go_in_one_step(store: Store) -> None:
    ids = [add(store).id for _ in range(3)]
    service.delete_calls(store, ids)
    assert service.calls(store.reader) == []
    store.undo()
    assert len(service.calls(store.reader)) == 3


@pytest.mark.parametrize(
    ("days", "words"), [(-2, "clos depuis 2 jours"), (-1, "clos depuis 1 jour"), (0, "aujourd’hui"), (1, "dans 1 jour")]
)
def test_how_long_is_left_is_told_in_words(days: int, words: str) -> None:
    assert service.closing_words(Call(subject="x", closes_on=TODAY + timedelta(days)), TODAY) == words
    assert service.closing_words(Call(subject="x", closes_on=TODAY, state=CallState.WON), TODAY) == ""
    assert service.closing_words(Call(subject="x"), TODAY) == ""


def test_every_kind_spells_its_letters_out() -> None:
    words = dict(service.kind_words())
    assert [word[word.find("(") + 1 : -1] for word in list(words.values())[:3]] == ["AAP", "AAC", "AMI"]
    assert len(service.state_words()) == len(CallState)
