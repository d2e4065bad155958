"""The dialog that gives a dossier's file another name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.ui.dialogs.rename_dossier import RenameDossier
from tests.ui.find import named


def test_it_begins_with_the_present_name_and_enter_renames(qtbot: QtBot) -> None:
    heard: list[str] = []

    def act(words: str) -> Path | None:
        heard.append(words)
        return Path(words) if words == "essai" else None

    box = RenameDossier(Path("/a/gueret.msp100"), "Guéret", act)
    qtbot.addWidget(box)
    box.show()
    line = named(box, QLineEdit, "Nouveau nom")
    assert line.selectedText() == "gueret"
    line.setText("a/b")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert box.isVisible()
    line.setText("essai")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert heard == ["a/b", "essai"]
    assert box.outcome == Path("essai")
