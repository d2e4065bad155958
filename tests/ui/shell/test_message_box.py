"""The box of a question: read whole at any length, its answers in the order of every dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from msp_desktop.ui.shell.message_box import MessageBox
from msp_desktop.ui.theme import apply_theme
from tests.ui.find import button

D = TypeVar("D", bound=MessageBox)
ANSWERS = ("Mettre à côté", "Mettre à la place du dossier", "Annuler")


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[MessageBox], MessageBox]:
    def show(box: MessageBox) -> MessageBox:
        qtbot.addWidget(box)
        box.show()
        qtbot.waitExposed(box)
        return box

    return show


def test_the_main_answer_is_at_the_right_and_what_leaves_before_it(shown: Callable[[MessageBox], MessageBox]) -> None:
    box = shown(MessageBox("Reprendre cette copie ?", ANSWERS, 2))
    places = sorted(box.findChildren(QPushButton), key=lambda one: one.x())
    assert [one.text() for one in places] == [ANSWERS[1], ANSWERS[2], ANSWERS[0]]
    assert button(box, ANSWERS[0]).isDefault()  # type: ignore[attr-defined]
    assert box.focusWidget() is button(box, ANSWERS[0])


@pytest.mark.parametrize("percent", [100, 200])
def test_each_answer_is_read_whole_however_many_and_however_long(
    shown: Callable[[MessageBox], MessageBox], percent: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", percent)
    names = tuple(f"Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson, copie {number}" for number in range(1, 8))
    box = shown(MessageBox("Laquelle ?", (*names, "Annuler"), 7))
    for one in box.findChildren(QPushButton):
        assert one.width() >= one.sizeHint().width()
        assert box.rect().contains(one.geometry())
    tops = [one.geometry() for one in box.findChildren(QPushButton)]
    assert not any(first.intersects(second) for first in tops for second in tops if first is not second)


@pytest.mark.parametrize("lines", [1, 6, 300])
def test_a_sentence_is_read_whole_or_scrolls(shown: Callable[[MessageBox], MessageBox], lines: int) -> None:
    box = shown(
        MessageBox("\n".join("Une ligne de ce qui n’est pas encore gardé" for _line in range(lines)), ("Ici",), 0)
    )
    room = box.screen().availableGeometry()
    assert box.height() <= room.height()
    pane = box.findChildren(QScrollArea)[0]
    words = next(label for label in pane.findChildren(QLabel))
    assert words.height() >= words.heightForWidth(words.width())
    assert (pane.verticalScrollBar().maximum() > 0) == (lines == 300)
    assert box.rect().contains(button(box, "Ici").geometry())


def test_the_sentence_can_be_copied_to_whoever_helps(shown: Callable[[MessageBox], MessageBox], qtbot: QtBot) -> None:
    box = shown(MessageBox("Ce disque est plein.", ("Ici",), 0))
    qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Ce disque est plein."


def test_an_answer_too_long_for_the_screen_is_heard_whole(shown: Callable[[MessageBox], MessageBox]) -> None:
    whole = "Le ranger dans " + "maison-de-sante-" * 60
    box = shown(MessageBox("Où le ranger ?", (whole, "Annuler"), 1))
    first = next(one for one in box.findChildren(QPushButton) if one.text() != "Annuler")
    assert first.text() != whole
    assert first.accessibleName() == whole
