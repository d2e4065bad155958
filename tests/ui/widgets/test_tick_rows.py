"""Space, or a click on its box, ticks a row; a heading has no box, and a click on the words only chooses."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.list_rows import EMPTY_BOX, TICKED_BOX, ListRow, lead_width
from msp_desktop.ui.widgets.tick_rows import TickRows

ROWS = [
    ListRow("head", "Phase 1", 28, band="line"),
    ListRow(1, "Nommer un référent", 28, lead=EMPTY_BOX),
    ListRow(2, "Réunir", 28, lead=TICKED_BOX),
]


def test_what_ticks_and_what_does_not(qtbot: QtBot) -> None:
    made = TickRows("Actions")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.show_rows(ROWS)
    asked: list[tuple[int, bool]] = []
    made.request_tick.connect(lambda key, ticked: asked.append((key, ticked)))
    for place in range(3):
        rect = made.visualRect(made.model().index(place, 0))
        for x in (lead_width(EMPTY_BOX) // 2, lead_width(EMPTY_BOX) + 40):
            QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + x, rect.center().y()))
    assert asked == [(1, True), (2, False)]
    made.setCurrentIndex(made.model().index(1, 0))
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert asked[2:] == [(1, True)]
