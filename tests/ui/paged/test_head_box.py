"""The buttons of a page stand beside the heads, or together under them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.ui.paged.head_box import HeadBox
from msp_desktop.ui.widgets.layouts import row


@pytest.mark.parametrize(
    ("width", "lines"),
    [(900, (0, 1)), (520, (2, 1)), (420, (2, 2))],
)
def test_buttons_without_room_share_one_line_under_the_heads(qtbot: QtBot, width: int, lines: tuple[int, int]) -> None:
    first, second, main, tool = QLabel("a"), QLabel("b"), QPushButton("Ajouter"), QPushButton("Imprimer")
    for label, size in ((first, 450), (second, 380)):
        label.setFixedSize(size, 30)
    for button in (main, tool):
        button.setFixedSize(100, 30)
    box = HeadBox(row(first, -1), row(second, -1))
    qtbot.addWidget(box)
    box.mains.addWidget(main)
    box.tools.addWidget(tool)
    for size in (1200, width):  # and from wide to narrow
        box.resize(size, 160)
        box.show()
        QApplication.processEvents()
    heights = sorted({first.y(), second.y(), main.y(), tool.y()})
    assert (heights.index(main.y()), heights.index(tool.y())) == lines
    assert main.y() != tool.y() or main.geometry().right() < tool.x()
    box.resize(1200, 160)
    QApplication.processEvents()
    assert (main.y(), tool.y()) == (first.y(), second.y())
