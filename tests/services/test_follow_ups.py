"""What is owed after exchanges and on calls stands in one list, and is done or put off there."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.calls import Call
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.follow_ups import Source
from msp_desktop.domain.schemes import CLS, Standing
from msp_desktop.services import calls, follow_ups
from msp_desktop.services.journal import note_exchange
from msp_desktop.services.schemes import set_standing
from tests.conftest import TODAY


def fill(store: Store) -> None:
    note_exchange(
        store,
        Exchange(held_on=TODAY, with_whom="la CPAM", next_step="Rappeler", next_step_on=date(2026, 5, 11)),
    )
    set_standing(store, CLS, Standing.CARRIED)
    call = calls.add_call(store, "Prévention")
    calls.update_call(store, call.id, Change(Call, closes_on=date(2026, 5, 26)), TODAY)


def test_both_stand_in_one_list_by_day(store: Store) -> None:
    fill(store)
    listed = follow_ups.all_owed(store.reader, TODAY)
    assert [(one.source, one.due) for one in listed] == [
        (Source.CALL, date(2026, 5, 5)),
        (Source.EXCHANGE, date(2026, 5, 11)),
    ]
    assert follow_ups.all_due(store.reader, TODAY) == []
    assert len(follow_ups.all_due(store.reader, date(2026, 5, 11))) == 2


def test_each_is_put_off_and_done_as_what_it_is(store: Store) -> None:
    fill(store)
    call, exchange = follow_ups.all_owed(store.reader, TODAY)
    assert follow_ups.put_off(store, call, TODAY) == date(2026, 5, 12)
    assert follow_ups.put_off(store, exchange, TODAY) == date(2026, 5, 18)
    follow_ups.mark_done(store, exchange, TODAY)
    follow_ups.mark_done(store, call, TODAY)
    assert [(one.source, one.due) for one in follow_ups.all_owed(store.reader, TODAY)] == [
        (Source.CALL, date(2026, 5, 26))
    ]
