"""The meetings, those to come first: title, day in words, state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from msp_desktop.domain.agenda import MeetingLine
from msp_desktop.domain.meetings import MeetingState
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.models.rows import Index
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap

LINE = Qt.ItemDataRole.UserRole


def line_words(line: MeetingLine) -> tuple[str, str, str]:
    """Return when a meeting is and how far: words, colour token, icon."""
    when = day_date(line.held_on, language()) if line.held_on else _("date to be set")
    if line.state is MeetingState.HELD:
        return _("{day}, held").format(day=when), "done", "done"
    if line.state is MeetingState.CANCELLED:
        return _("{day}, cancelled").format(day=when), "ink2", "dropped"
    if line.held_on is None:
        return when, "ink2", "todo"
    return _("{day}, to prepare").format(day=when), "accent", "clock"


class _Painter(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().px(54))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: MeetingLine = index.data(LINE)
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, theme().color("select" if selected else "paper"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
        if selected:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color("accent"))
        left, half = rect.x() + 24, rect.height() // 2
        room = rect.width() - 34
        painter.setFont(theme().font(bold=selected))
        painter.setPen(theme().color("ink"))
        title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.y() + 4, room, half - 4), int(Qt.AlignmentFlag.AlignVCenter), title)
        words, token, glyph = line_words(line)
        size = theme().px(14)
        painter.drawPixmap(left, rect.y() + half + (half - 6 - size) // 2, pixmap(glyph, token, 14))
        painter.setFont(theme().font())
        painter.setPen(theme().color(token))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room - size - 6)
        box = QRect(left + size + 6, rect.y() + half, room - size - 6, half - 6)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


class MeetingList(QListView):
    """Emit `chosen(id)`."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Meetings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Painter(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._ids: list[int] = []

    def show_lines(self, lines: Sequence[MeetingLine]) -> None:
        """Show the meetings."""
        ids = [line.id for line in lines]
        if ids != self._ids:
            self._items.clear()
            for _line in lines:
                self._items.appendRow(QStandardItem())
            self._ids = ids
        for row, line in enumerate(lines):
            item = self._items.item(row)
            item.setData(line, LINE)
            item.setData(f"{line.title}, {line_words(line)[0]}", Qt.ItemDataRole.AccessibleTextRole)

    def select(self, meeting_id: int) -> None:
        """Choose a meeting without telling."""
        if meeting_id in self._ids:
            self.blockSignals(True)
            self.setCurrentIndex(self._items.index(self._ids.index(meeting_id), 0))
            self.blockSignals(False)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        line: Any = current.data(LINE) if current.isValid() else None
        if line is not None:
            self.chosen.emit(line.id)
