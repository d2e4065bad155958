"""The heads of a table's columns, the arrow of the one sorted by beside its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget
from typing_extensions import override

from msp_desktop.formats import NBSP
from msp_desktop.ui.theme import theme

#: What a head's words leave free at its left and right, in pixels at 100 %: the padding of the style sheet.
PADDING = 19
#: What stands between words that end at the right and the edge, where Qt draws the arrow over them.
_ROOM = NBSP * 3


class ColumnHeads(QHeaderView):
    """Leave the arrow its place where words end at the right, unless they would be cut at the left for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    @override
    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        sorted_by = option.sortIndicator != QStyleOptionHeader.SortIndicator.None_
        if sorted_by and option.textAlignment & Qt.AlignmentFlag.AlignRight:
            with_room = option.text + _ROOM
            if room_for(with_room, option.fontMetrics) <= self.sectionSize(logicalIndex):
                option.text = with_room


def room_for(words: str, metrics: QFontMetrics) -> int:
    """Return how wide a column must be for the words of its head, in pixels."""
    return metrics.horizontalAdvance(words) + theme().px(PADDING)
