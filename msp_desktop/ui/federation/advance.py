"""The cell that draws how far a commune is in its hundred days: three phases filled up to today, and the phase in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from msp_desktop.domain.schedule import LAST_DAY, PHASES
from msp_desktop.ui.federation.seen import CommuneRow
from msp_desktop.ui.models.rows import RowsModel
from msp_desktop.ui.theme import theme

#: The length of the bar, its height, and what stands around it, in pixels at 100 %.
BAR, _HIGH, _SIDE, _GAP = 84, 6, 8, 16
_TONES = {"1": "p1_ink", "2": "p2_ink", "3": "p3_ink"}


def draw_bar(painter: QPainter, area: QRectF, day: int) -> None:
    """Draw the three phases in their tints, filled in their inks up to a day."""
    step = area.width() / (LAST_DAY + 1)
    for number, (first, last) in PHASES.items():
        begin = area.left() + first * step
        reached = min(max(day + 1 - first, 0), last + 1 - first)
        painter.fillRect(
            QRectF(begin, area.top(), (last + 1 - first) * step, area.height()), theme().color(f"p{number}")
        )
        painter.fillRect(QRectF(begin, area.top(), reached * step, area.height()), theme().color(f"p{number}_ink"))


class AdvanceCell(QStyledItemDelegate):
    """Draw the bar, then the words of the cell."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)  # the ground, the mark of the keyboard
        model = index.model()
        assert isinstance(model, RowsModel)
        row = model.row_at(index)
        assert isinstance(row, CommuneRow)
        now, rect = theme(), QRect(option.rect).adjusted(0, 0, 0, -1)
        high = now.px(_HIGH)
        left = rect.left() + now.px(_SIDE)
        painter.save()
        painter.setClipRect(rect)
        draw_bar(painter, QRectF(left, rect.center().y() - high // 2 + 1, now.px(BAR), high), row.day)
        painter.setPen(now.color(_TONES.get(row.phase, "ink2")))
        words = rect.adjusted(now.px(_SIDE + BAR + _GAP), 0, 0, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()
