"""A chart's marks on the screen, its finding above them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.domain.charts import Bar, Chart, Fill, Line, Mark, Tone, Words
from msp_desktop.ui.heard import GRAPHIC
from msp_desktop.ui.theme import theme

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


#: How far words and bars reach beyond the line they stand on, in the chart's own unit.
_AROUND = 24.0


class ChartView(QWidget):
    """Paint a chart; the widget's accessible name is the finding, its description the figures.

    One that `follows` is as wide as its place, for which its owner has it made anew, and holds no window open.
    """

    heard_as = GRAPHIC

    def __init__(self, parent: QWidget | None = None, *, follows: bool = False) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._follows = follows
        across = QSizePolicy.Policy.Ignored if follows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("\n".join(", ".join(row) for row in (chart.header, *chart.rows)))
        if self._follows:
            self.setFixedHeight(self.sizeHint().height())
        else:
            self.setFixedSize(self.sizeHint())
        self.update()

    def _paint(self, painter: QPainter, mark: Mark) -> None:
        now = theme()
        if isinstance(mark, Line):
            painter.setPen(QPen(now.color("line"), 1 / now.scale))
            painter.drawLine(round(mark.x1), round(mark.y1), round(mark.x2), round(mark.y2))
        elif isinstance(mark, Bar):
            colour = now.color("late" if mark.tone is Tone.LATE else "accent")
            box = QRectF(mark.x, mark.y, mark.width, mark.height)
            painter.fillRect(box, now.color("paper"))
            if mark.fill is Fill.HATCHED:
                self._hatch(painter, box, colour)
            else:
                painter.fillRect(box, colour)
        else:
            self._write(painter, mark)

    def _hatch(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.fillRect(box, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(colour, 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _write(self, painter: QPainter, words: Words) -> None:
        now = theme()
        token = {Tone.LATE: "late", Tone.SOFT: "ink2", Tone.PLAIN: "ink"}[words.tone]
        painter.setPen(now.color(token))
        font = now.font(0.9, bold=words.bold)
        font.setPointSizeF(font.pointSizeF() / now.scale)
        painter.setFont(font)
        text = words.text
        if words.room < 1e5:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(words.room))
        left = {"left": words.x, "right": words.x - 400, "center": words.x - 200}[words.align]
        painter.drawText(
            QRectF(left, words.y - 12, 400, 24), int(_ALIGN[words.align] | Qt.AlignmentFlag.AlignVCenter), text
        )

    @override
    def sizeHint(self) -> QSize:
        if self._chart is None:
            return QSize(10, 10)
        return QSize(theme().px(self._chart.width), theme().px(self._chart.height) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(theme().scale, theme().scale)
        # A chart of many rows is scrolled: only what stands in the part to paint, and a row around it, is drawn.
        part = event.rect()
        top, bottom = part.top() / theme().scale - _AROUND, part.bottom() / theme().scale + _AROUND
        for mark in sorted(self._chart.marks, key=lambda mark: not isinstance(mark, Line)):
            first, last = _reach(mark)
            if last >= top and first <= bottom:
                self._paint(painter, mark)


def _reach(mark: Mark) -> tuple[float, float]:
    """Return where a mark begins and ends from top to bottom."""
    if isinstance(mark, Line):
        return min(mark.y1, mark.y2), max(mark.y1, mark.y2)
    return mark.y, mark.y + (mark.height if isinstance(mark, Bar) else 0)
