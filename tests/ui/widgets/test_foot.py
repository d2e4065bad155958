"""The foot of a dialog: its order, and the lines it takes where there is no room for one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.tab_order import focusable


def placed(qtbot: QtBot, width: int, last: int = 2) -> tuple[QWidget, list[QPushButton]]:
    buttons: list[QPushButton] = [LinkButton("Copier"), PlainButton("Envoyer…"), PlainButton("Fermer")]
    buttons.append(MainButton("Imprimer"))
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setLayout(foot(*buttons[-last:], beside=buttons[:-last]))
    whole.resize(width, whole.layout().heightForWidth(width))  # type: ignore[union-attr]
    whole.show()
    return whole, buttons


def test_what_leaves_and_the_main_button_are_at_the_right(qtbot: QtBot) -> None:
    whole, (copy, send, close, main) = placed(qtbot, 800)
    assert main.geometry().right() == whole.rect().right()
    assert close.geometry().right() == main.x() - 9
    assert copy.x() == 0
    assert copy.y() == main.y() or abs(copy.geometry().center().y() - main.geometry().center().y()) <= 1
    assert send.x() > copy.geometry().right()
    assert [one.text() for one in focusable(whole)] == ["Copier", "Envoyer…", "Fermer", "Imprimer"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [110, 180, 260])
def test_where_there_is_no_room_nothing_is_cut_nor_over_another(qtbot: QtBot, width: int) -> None:
    whole, buttons = placed(qtbot, width)
    places = [one.geometry() for one in buttons]
    assert all(whole.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert places[-1].bottom() == max(place.bottom() for place in places)
    assert places[-1].right() == whole.rect().right()


def test_a_button_that_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    whole, (copy, send, close, _main) = placed(qtbot, 800)
    layout = whole.layout()
    assert layout is not None
    before = layout.sizeHint().width()
    copy.hide()
    layout.activate()
    assert send.x() == 0
    assert layout.sizeHint().width() < before
    close.hide()
    assert layout.heightForWidth(800) == send.sizeHint().height()
