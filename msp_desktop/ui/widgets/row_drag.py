"""Rows moved by the mouse: one is held, a line shows where it would go, it goes there when it is let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme


class RowDrag(QObject):
    """Emit `dropped(from row, to row)` when a row of a table was taken elsewhere; Escape leaves it where it was.

    Not Qt's own drag and drop, which is for moving things between windows: it stops the program while it lasts, and takes
    what is dropped on a row as well as between two.
    """

    dropped = Signal(int, int)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._held, self._at, self._moving = -1, QPoint(), False
        self._line = _Line(table.viewport())
        self._line.hide()
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if self._moving and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._stop()
                return True
            return False
        if not isinstance(event, QMouseEvent) or watched is not self._table.viewport():
            return False
        point = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._held, self._at = self._table.rowAt(point.y()), point
            case QEvent.Type.MouseMove if self._held >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
                return self._move(point)
            case QEvent.Type.MouseButtonRelease if event.button() != Qt.MouseButton.LeftButton:
                return self._moving  # another button let go on the way drops nothing
            case QEvent.Type.MouseButtonRelease if self._moving:
                held, place = self._held, self._place(point.y())
                self._stop()
                target = place if place <= held else place - 1
                if target != held:
                    self.dropped.emit(held, target)
                return True
            case QEvent.Type.MouseButtonRelease:
                self._held = -1
        return False

    def _move(self, point: QPoint) -> bool:
        far = (point - self._at).manhattanLength() >= QApplication.startDragDistance()
        if not self._moving:
            if not far or self._table.state() == QAbstractItemView.State.EditingState:
                return self._table.state() != QAbstractItemView.State.EditingState  # no other row is chosen on the way
            self._moving = True
            self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        bar = self._table.verticalScrollBar()
        if point.y() < 0 or point.y() > self._table.viewport().height():
            bar.setValue(bar.value() + (1 if point.y() > 0 else -1) * max(1, bar.singleStep()))
        place = self._place(point.y())
        header = self._table.verticalHeader()
        last = header.count() - 1
        y = (
            header.sectionViewportPosition(place)
            if place <= last
            else header.sectionViewportPosition(last) + header.sectionSize(last)
        )
        self._line.setGeometry(0, max(0, y - 1), self._table.viewport().width(), theme().px(2))
        self._line.show()
        self._line.raise_()
        return True

    def _place(self, y: int) -> int:
        """Return the row before which a row let go at this height goes, as many as there are rows for the end."""
        header = self._table.verticalHeader()
        middles = (header.sectionViewportPosition(row) + header.sectionSize(row) / 2 for row in range(header.count()))
        return sum(y > middle for middle in middles)

    def _stop(self) -> None:
        self._held, self._moving = -1, False
        self._line.hide()
        self._table.viewport().unsetCursor()


class _Line(QWidget):
    """The line between two rows where the one held would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)  # a palette's ground would be the stylesheet's
        painter.fillRect(self.rect(), theme().color("accent"))
        painter.end()
