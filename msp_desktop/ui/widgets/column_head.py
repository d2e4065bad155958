"""The titles over the columns of a list of rows, each where the list writes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.list_rows import EDGE, RowList, column_places, lead_width

_HEIGHT = 28


class ColumnHead(QWidget):
    """Paint the first title at the list's edge, the others over its columns at the right."""

    def __init__(self, rows: RowList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._first = ""
        self._columns: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_titles(self, first: str, columns: Sequence[tuple[str, int]]) -> None:
        """Show the first title, and the others with the widths of their columns in pixels at 100 %."""
        self._first, self._columns = first, tuple(columns)
        self.update()

    def words(self) -> list[str]:
        """Return the titles shown."""
        return [self._first, *(title for title, _width in self._columns)]

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("edge"))
        painter.setPen(theme().color("ink2"))
        painter.setFont(theme().font())
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        places = column_places(self._rows.row_width, [width for _title, width in self._columns])
        end = places[0][0] if places else self.width()
        edge = lead_width(EDGE)
        painter.drawText(QRect(edge, 0, max(0, end - edge), self.height()), left, self._first)
        for (title, _width), (x, width) in zip(self._columns, places, strict=True):
            painter.drawText(QRect(x, 0, width, self.height()), left, title)
        painter.end()
