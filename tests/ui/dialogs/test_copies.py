"""The list of copies fills while it is looked at; what is damaged says so; the keyboard does it all."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from msp_desktop.db.copies import snapshot
from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.services.copies import make_now
from msp_desktop.services.copy_list import listed
from msp_desktop.ui.dialogs.copies import LOOK, CopiesDialog
from tests.conftest import NOW


@pytest.fixture
def made(sample: Store) -> list[Path]:
    """Three copies, the newest of them damaged."""
    paths = []
    for number in range(3):
        with sample.write("Ajouter") as tx:
            tx.insert(Person(last_name=f"Nom {number}"))
        paths += make_now(snapshot(sample.connection), "saint-exemple", NOW + timedelta(hours=number)).paths[:1]
    paths[-1].write_bytes(paths[-1].read_bytes()[:-100])
    return paths


@pytest.fixture
def dialog(qtbot: QtBot, sample: Store, made: list[Path]) -> CopiesDialog:
    shown = CopiesDialog(listed("saint-exemple"), snapshot(sample.connection))
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: not shown._waiting and len(shown._known) == 3, timeout=20_000)
    return shown


def spoken(dialog: CopiesDialog) -> list[str]:
    model = dialog.rows.model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def buttons(dialog: CopiesDialog) -> dict[str, QAbstractButton]:
    return {button.accessibleName(): button for button in dialog.findChildren(QAbstractButton)}


def test_each_copy_says_its_moment_what_it_holds_where_and_whether_it_is_whole(dialog: CopiesDialog) -> None:
    first, second, third = spoken(dialog)
    assert "mardi 28 avril 2026, 16 h 32".replace(" ", "") in first.replace("\u00a0", "").replace(" ", "")
    assert first.endswith("abîmée")
    for words in (second, third):
        assert "Saint-Exemple" in words
        assert "jour 37" in words.replace("\u00a0", " ")
        assert "ce PC, Documents" in words
        assert words.endswith("entière")


def test_a_damaged_copy_is_neither_looked_at_nor_taken(dialog: CopiesDialog, made: list[Path]) -> None:
    assert dialog.rows.current_key() == str(made[-1])
    named = buttons(dialog)
    assert not named["Regarder"].isEnabled()
    assert not named["Reprendre…"].isEnabled()


def test_the_keyboard_chooses_a_copy_and_looks_at_it(qtbot: QtBot, dialog: CopiesDialog, made: list[Path]) -> None:
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Down)
    look = buttons(dialog)["Regarder"]
    assert look.isEnabled()
    look.setFocus()
    qtbot.keyClick(look, Qt.Key.Key_Return)
    assert (dialog.choice, dialog.path) == (LOOK, made[1])
    assert dialog.result() == CopiesDialog.DialogCode.Accepted


def test_without_a_copy_it_is_said(qtbot: QtBot) -> None:
    dialog = CopiesDialog([], None)
    qtbot.addWidget(dialog)
    assert not buttons(dialog)["Regarder"].isEnabled()


def test_what_changed_since_a_copy_is_said_when_it_is_chosen(
    qtbot: QtBot, dialog: CopiesDialog, made: list[Path]
) -> None:
    dialog.rows.select(str(made[1]))
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Down)
    assert any("2 personnes" in label.text() for label in dialog.findChildren(QLabel))
