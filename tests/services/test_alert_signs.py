"""The warning signs of the first day."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.vigilance.records import AlertSign
from msp_desktop.services.alert_signs import alert_signs, note_sign, tick_sign
from tests.conftest import TODAY


def test_a_sign_is_ticked_with_a_note_taken_away_and_all_of_it_undone(store: Store) -> None:
    assert [(sign.code, sign.noted_on) for sign in alert_signs(store.reader)] == [
        ("sans-medecin", None),
        ("isoles", None),
        ("departs", None),
    ]
    tick_sign(store, "departs", True, TODAY)
    tick_sign(store, "departs", True, TODAY)
    sign = alert_signs(store.reader)[2]
    note_sign(store, sign.id, Change(AlertSign, note="le seul médecin, en juin"))
    sign = alert_signs(store.reader)[2]
    assert (sign.note, sign.noted_on) == ("le seul médecin, en juin", TODAY)
    tick_sign(store, "departs", False, TODAY)
    assert alert_signs(store.reader)[2].noted_on is None
    store.undo()
    assert alert_signs(store.reader)[2].note == "le seul médecin, en juin"
