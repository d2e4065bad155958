"""A copy on a stick is written, read back and remembered."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from msp_desktop.db.copies import owner_in, snapshot, verified
from msp_desktop.db.store import Store
from msp_desktop.errors import UserError
from msp_desktop.services.copy_notes import reminder_due
from msp_desktop.services.stick import FOLDER, Stick, write_on
from tests.conftest import NOW


def test_a_copy_on_a_stick_is_whole_and_puts_the_reminder_off(store: Store, tmp_path: Path) -> None:
    owner = owner_in(snapshot(store.connection))
    path = write_on(snapshot(store.connection), Stick("CLÉ", tmp_path / "cle"), "essai", NOW)
    assert path.parent == tmp_path / "cle" / FOLDER
    assert verified(path)
    assert not reminder_due(owner, NOW.date() + timedelta(days=29))
    assert reminder_due(owner, NOW.date() + timedelta(days=30))


def test_a_stick_that_takes_nothing_is_a_sentence_and_not_remembered(store: Store, tmp_path: Path) -> None:
    (tmp_path / "cle").write_text("un fichier", encoding="utf-8")
    with pytest.raises(UserError):
        write_on(snapshot(store.connection), Stick("CLÉ", tmp_path / "cle"), "essai", NOW)
    owner = owner_in(snapshot(store.connection))
    assert not reminder_due(owner, NOW.date())
    assert reminder_due(owner, NOW.date() + timedelta(days=30)), "counted from the first time it was thought of"
