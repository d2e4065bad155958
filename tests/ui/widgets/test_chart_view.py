"""A chart painted strip by strip, as when it is scrolled, is the chart painted whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPixmap, QRegion
from pytestqt.qtbot import QtBot

from msp_desktop.domain.charts import Bar, Chart, Line, Words
from msp_desktop.ui.widgets.chart_view import ChartView


def test_strips_make_the_whole_chart(qtbot: QtBot) -> None:
    marks = [
        mark
        for number in range(60)
        for mark in (
            Bar(100, number * 24 + 5, 80 + number, 14),
            Words(95, number * 24 + 12, f"ligne {number}", align="right"),
        )
    ]
    chart = Chart("Titre", "", 372, 60 * 24, (*marks, Line(200, 0, 200, 60 * 24)), (), ())
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(chart)
    whole = QPixmap(view.size())
    whole.fill()
    view.render(whole)
    strips = QPixmap(view.size())
    strips.fill()
    for top in range(0, view.height(), 37):
        strip = QRect(0, top, view.width(), 37)
        view.render(strips, QPoint(0, top), QRegion(strip))
    assert strips.toImage() == whole.toImage()
    assert whole.toImage().pixelColor(150, 59 * 24 + 12).name() != "#ffffff"
