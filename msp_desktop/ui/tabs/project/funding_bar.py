"""The bar of the budget: who has given what, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.domain.action_plan import Stretch
from msp_desktop.formats.numbers import euros, listed
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import SMALL

#: Heights of the line of names, of the bar, and from where on a name stands under it, as a part of the whole.
_LINE, _BAR, _LEAST = 20, 18, 0.14
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class FundingBar(QWidget):
    """Paint the stretches: solid, hatched, tinted, and dashed for what is missing; each has its name and its sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches: Sequence[Stretch] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Show a budget; nothing of it hides the bar."""
        self._stretches = stretches
        self.setAccessibleName(_("Budget by funder"))
        self.setAccessibleDescription(", ".join(stretch_words(one) for one in stretches))
        self.setVisible(bool(stretches))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(2 * _LINE + _BAR + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font(SMALL))
        top, high = theme().px(_LINE), theme().px(_BAR)
        width = self.width() - 1
        for one in self._stretches:
            left, right = round(one.begin * width), round(one.end * width)
            _paint(painter, one, QRect(left, top, max(2, right - left - 2), high))
        self._names(painter, width)

    def _names(self, painter: QPainter, width: int) -> None:
        """Write each name above its stretch where it has room there, else below, on a tick."""
        metrics = painter.fontMetrics()
        below_from = 0
        for place, one in enumerate(self._stretches):
            words = stretch_words(one)
            left, right = round(one.begin * width), round(one.end * width)
            painter.setPen(theme().color("late" if one.kind == "missing" else "ink"))
            wide = metrics.horizontalAdvance(words)
            last = place == len(self._stretches) - 1
            if wide <= right - left - 6 or (one.kind == "missing" and right - left > width * _LEAST):
                _write(painter, QRect(left, 0, right - left - 4, theme().px(_LINE)), words)
                continue
            middle, bottom = (left + right) // 2, theme().px(_LINE + _BAR)
            begin = max(below_from, min(middle - wide // 2, width - wide))
            room = width - begin
            if room < theme().px(40) and not last:
                continue  # said by the table of totals and the accessible description
            painter.drawLine(middle, bottom, middle, bottom + 4)
            _write(painter, QRect(begin, bottom + 4, room, theme().px(_LINE)), words)
            below_from = begin + min(wide, room) + theme().px(12)


def stretch_words(one: Stretch) -> str:
    """Return « ARS 24 000 € », « à trouver 40 000 € »."""
    unnamed = _("funder not said")
    names = listed([name or unnamed for name in one.names]) if one.names else _("to be found")
    return f"{names} {euros(one.euros)}"


def _paint(painter: QPainter, one: Stretch, box: QRect) -> None:
    now, rect = theme(), QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    accent = now.color("accent")
    if one.kind == "missing":
        painter.fillRect(box, now.color("paper"))
        painter.setPen(QPen(now.color("late"), 1, Qt.PenStyle.DashLine))
    elif one.kind == "first":
        painter.fillRect(box, accent)
        painter.setPen(QPen(accent, 1))
    elif one.kind == "second":
        painter.fillRect(box, now.color("paper"))
        painter.fillRect(box, QBrush(accent, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(accent, 1))
    else:
        painter.fillRect(box, now.color("accent_wash"))
        painter.setPen(QPen(accent, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _write(painter: QPainter, box: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(one_line(words), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _ONE_LINE, shown)
