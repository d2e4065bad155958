"""Writing what is typed may close the dialog the field stands in: its events end in one that is going."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.forms.binding import Binding
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.parsed_field import NumberField
from msp_desktop.ui.widgets.who_field import WhoField
from msp_desktop.ui.widgets.who_names import Names

KEY = Qt.Key

FIELDS: dict[str, Callable[[], Any]] = {
    "line": lambda: LineField("Nom"),
    "note": lambda: NoteField("Notes"),
    "number": lambda: NumberField("Durée", "km"),
    "who": lambda: WhoField("Qui", Names(lambda: ["Anne Roche"])),
}


def take_back(qtbot: QtBot, field: QWidget, _other: QWidget) -> None:
    qtbot.keyClick(field, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)


def enter(qtbot: QtBot, field: QWidget, _other: QWidget) -> None:
    qtbot.keyClick(field, KEY.Key_Return)


def tab(qtbot: QtBot, field: QWidget, _other: QWidget) -> None:
    qtbot.keyClick(field, KEY.Key_Tab)


def click_elsewhere(_qtbot: QtBot, _field: QWidget, other: QWidget) -> None:
    other.setFocus(Qt.FocusReason.MouseFocusReason)


WAYS = {"undo": take_back, "enter": enter, "tab": tab, "elsewhere": click_elsewhere}


@pytest.mark.parametrize("boxed", [False, True], ids=["in silence", "with a box"])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", FIELDS)
def test_a_field_may_close_its_dialog_as_its_words_are_written(qtbot: QtBot, kind: str, way: str, boxed: bool) -> None:
    dialog, drafts = QDialog(), Drafts()
    field, other = FIELDS[kind](), QLineEdit()
    box = QVBoxLayout(dialog)
    box.addWidget(field)
    box.addWidget(other)
    written: list[object] = []

    def write(_key: object, _attribute: str, value: object) -> None:
        written.append(value)
        dialog.done(0)
        dialog.deleteLater()
        if boxed:  # a sentence shown meanwhile runs an event loop of its own
            loop = QEventLoop()
            QTimer.singleShot(30, loop.quit)
            loop.exec()

    Binding(drafts, field, "name", "Nom", write).show("Person", 1, None)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitExposed(dialog)
    field.setFocus()
    qtbot.keyClicks(field, "12")
    # From inside the event loop, as the window's keys come: Qt then deletes what is to go only once they are dealt with.
    QTimer.singleShot(
        0, lambda: (WAYS[way](qtbot, field, other), drafts.flush())
    )  # Enter is a letter like any in a note
    qtbot.waitUntil(lambda: not isValid(field))
    qtbot.wait(100)  # what the field had put off for later finds it gone
    assert len(written) == 1
    assert not drafts.waiting()
