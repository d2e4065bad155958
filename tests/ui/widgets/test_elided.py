"""Words on one line: cut with « … » where there is no room, whole for the ear and under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.elided import CutLabel, Elided, ElidedLink

LONG = "Relancer <tous> les invités & leur donner l’heure de la rencontre du mardi 12 mai"


@pytest.mark.parametrize("kind", [Elided, ElidedLink])
def test_words_are_as_long_as_there_is_room(kind: type[Elided] | type[ElidedLink], qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = kind()
    QHBoxLayout(holder).addWidget(made)
    made.show_words(LONG)
    holder.resize(1200, 40)
    holder.show()
    qtbot.waitExposed(holder)
    assert made.text().strip().replace("&&", "&") == LONG
    holder.resize(200, 40)
    qtbot.waitUntil(lambda: made.text().endswith("…"))
    assert made.accessibleName() == LONG
    assert "&lt;tous&gt;" in made.toolTip()
    made.show_words("deux\nlignes")
    assert made.text().strip() == "deux lignes"


def test_a_label_without_room_ends_with_dots_and_says_all_under_the_mouse(qtbot: QtBot) -> None:
    label = CutLabel("33 relances, M. Riou (20 jours de retard)")
    qtbot.addWidget(label)
    label.resize(90, 20)
    assert label.shown().endswith("…")
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
    assert "20 jours" in label.toolTip()
    label.resize(900, 20)
    assert label.shown() == label.text()
