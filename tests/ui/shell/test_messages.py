"""The boxes that ask: Escape and the cross never lose anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.shell import messages
from msp_desktop.ui.shell.message_box import MessageBox
from tests.ui.find import button
from tests.ui.modal import dialog

KEY = Qt.Key


@pytest.mark.parametrize(
    "leave", [lambda qtbot, box: qtbot.keyClick(box, KEY.Key_Escape), lambda _qtbot, box: box.close()]
)
def test_escape_and_the_cross_give_the_answer_that_loses_nothing(qtbot: QtBot, leave: object) -> None:
    with dialog(MessageBox, lambda box: leave(qtbot, box)):  # type: ignore[operator]
        assert messages.ask(None, "Perdre ?", "Rester", "Partir")
    with dialog(MessageBox, lambda box: leave(qtbot, box)):  # type: ignore[operator]
        assert messages.choose(None, "Copier ?", "Copier", "Ouvrir", "Annuler", escape=2) == 2


def test_enter_gives_the_first_answer_and_each_button_its_own(qtbot: QtBot) -> None:
    with dialog(MessageBox, lambda box: qtbot.keyClick(box, KEY.Key_Return)):
        assert messages.choose(None, "Copier ?", "Copier", "Ouvrir", "Annuler", escape=2) == 0
    for index, words in enumerate(("Copier", "Ouvrir", "Annuler")):

        def press(box: MessageBox, words: str = words) -> None:
            button(box, words).click()

        with dialog(MessageBox, press):
            assert messages.choose(None, "Copier ?", "Copier", "Ouvrir", "Annuler", escape=2) == index


def test_a_box_answered_is_gone_while_the_window_behind_it_stays(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for asked in (messages.tell, lambda parent, words: messages.ask(parent, words, "Rester", "Partir")):
        with dialog(MessageBox, lambda box: qtbot.keyClick(box, KEY.Key_Return)):
            asked(window, "Essai")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(QWidget) == []


def test_escape_twice_in_a_dialog_that_asks_loses_nothing(qtbot: QtBot) -> None:
    line = QLineEdit()
    box = Asking("Ajouter", [line], "Ajouter", lambda: True)
    qtbot.addWidget(box, before_close_func=lambda asking: asking.hide())
    box.show()
    qtbot.keyClicks(line, "Mme Roux")
    with dialog(MessageBox, lambda question: qtbot.keyClick(question, KEY.Key_Escape)):
        qtbot.keyClick(box, KEY.Key_Escape)
    assert box.isVisible()
    assert line.text() == "Mme Roux"
