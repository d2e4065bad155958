"""The actions phase by phase: tick, title, date, who, state. One column of two-line rows when text is large."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.schedule import ActionView, PhaseView, Timeline
from msp_desktop.formats.quick import day_date, near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes

VIEW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
#: Widths of the columns at the right, in pixels at 100 %.
WHEN, WHO, STATE = 138, 124, 214
#: Above this text size the list becomes one column.
NARROW_SCALE = 1.3


def state_words(action: ActionView) -> tuple[str, str, str]:
    """Return how far an action is: words, colour token, icon."""
    if action.state is ActionState.DONE:
        when = day_date(action.done_on, language()) if action.done_on else ""
        return _("done on {day}").format(day=when) if when else _("done"), "done", "done"
    if action.state is ActionState.DROPPED:
        return _("not applicable"), "ink2", "dropped"
    if action.overdue:
        return _("to plan again"), "ink2", "todo"
    words = _("in progress") if action.state is ActionState.DOING else _("to do")
    if action.is_late:
        late = ngettext("{count} day late", "{count} days late", action.late_days).format(count=action.late_days)
        return f"{words}, {late}", "late", "late"
    return (words, "accent", "doing") if action.state is ActionState.DOING else (words, "ink2", "todo")


class _Painter(QStyledItemDelegate):
    """Draw a phase or an action."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        two_lines = theme().scale > NARROW_SCALE and isinstance(index.data(VIEW), ActionView)
        return QSize(200, theme().px(48 if two_lines else 28))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = index.data(VIEW)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        if isinstance(shown, PhaseView):
            self._phase(painter, rect, shown)
        else:
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._action(painter, rect, shown, selected)
            if selected and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme().color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _phase(self, painter: QPainter, rect: QRect, phase: PhaseView) -> None:
        painter.fillRect(rect, theme().color("wash"))
        painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color(f"p{phase.number}_ink"))
        words = f"{phase.number}. {phase.title}" if phase.number <= 3 else phase.title
        painter.setFont(theme().font(bold=True))
        painter.setPen(theme().color("ink"))
        box = rect.adjusted(theme().px(14), 0, -8, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(words) + theme().px(12))
        painter.setFont(theme().font())
        painter.setPen(theme().color("ink2"))
        count = ngettext("{done} done of {total}", "{done} done of {total}", phase.done)
        tail = count.format(done=phase.done, total=phase.total)
        if phase.number <= 3:
            tail = _("{count}, until {day}").format(count=tail, day=day_date(phase.end, language()))
        painter.drawText(
            box,
            int(Qt.AlignmentFlag.AlignVCenter),
            painter.fontMetrics().elidedText(tail, Qt.TextElideMode.ElideRight, box.width()),
        )

    def _action(self, painter: QPainter, rect: QRect, action: ActionView, selected: bool) -> None:
        painter.fillRect(rect, theme().color("select" if selected else "paper"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
        if selected:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color("accent"))
        self._box(painter, rect, action)
        words, token, glyph = state_words(action)
        soft = not action.is_open
        painter.setPen(theme().color("ink2" if soft else "ink"))
        painter.setFont(theme().font(bold=selected))
        left = rect.left() + theme().px(38)
        when = action.planned or action.due
        date_words = near_date(when, action.done_on or when, language()) if when else "–"
        if theme().scale > NARROW_SCALE:
            top = QRect(left, rect.top(), rect.right() - left - 6, rect.height() // 2)
            self._text(painter, top, action.title)
            under = top.translated(0, rect.height() // 2 - 4)
            painter.setFont(theme().font(0.9))
            painter.setPen(theme().color(token))
            self._text(painter, under, ", ".join(filter(None, (words, date_words, action.assignee))))
            return
        right = rect.right() - theme().px(STATE + WHO + WHEN)
        self._text(painter, QRect(left, rect.top(), right - left - 8, rect.height()), action.title)
        painter.setFont(theme().font())
        if action.is_late:
            painter.setPen(theme().color("late"))
        self._text(painter, QRect(right, rect.top(), theme().px(WHEN) - 6, rect.height()), date_words)
        painter.setPen(theme().color("ink2" if soft else "ink"))
        right += theme().px(WHEN)
        self._text(painter, QRect(right, rect.top(), theme().px(WHO) - 6, rect.height()), action.assignee)
        right += theme().px(WHO)
        size = theme().px(16)
        painter.drawPixmap(right, rect.center().y() - size // 2 + 1, pixmap(glyph, token, 16))
        painter.setPen(theme().color(token))
        room = rect.right() - right - size - 10
        self._text(painter, QRect(right + size + 6, rect.top(), room, rect.height()), words)

    @staticmethod
    def _box(painter: QPainter, rect: QRect, action: ActionView) -> None:
        side = theme().px(16)
        box = QRect(rect.left() + theme().px(11), rect.top() + (theme().px(28) - side) // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done = action.state is ActionState.DONE
        painter.setPen(QPen(theme().color("done" if done else "edge"), 2))
        painter.setBrush(theme().color("done" if done else "paper"))
        painter.drawRoundedRect(box, 4, 4)
        if done:
            painter.drawPixmap(box.x(), box.y(), pixmap("check", "paper", 16))

    @staticmethod
    def _text(painter: QPainter, box: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class ActionList(QListView):
    """Emit `chosen(id)`, `request_tick(id, done)` (space or click on the box), `request_detail` (Enter)."""

    chosen = Signal(int)
    request_tick = Signal(int, bool)
    request_detail = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Actions by phase"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Painter(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._ids: list[object] = []
        theme_changes().changed.connect(self.scheduleDelayedItemsLayout)

    def show_timeline(self, view: Timeline) -> None:
        """Show the phases and their actions, keeping the place."""
        rows: list[PhaseView | ActionView] = []
        for phase in view.phases:
            rows += [phase, *phase.actions]
        ids: list[object] = [f"p{row.number}" if isinstance(row, PhaseView) else row.id for row in rows]
        if ids != self._ids:
            kept = self.current_id()
            self._items.clear()
            for _row in rows:
                self._items.appendRow(QStandardItem())
            self._ids = ids
            if kept is not None:
                self.select(kept)
        for number, row in enumerate(rows):
            item = self._items.item(number)
            item.setData(row, VIEW)
            item.setData(_spoken(row), Qt.ItemDataRole.AccessibleTextRole)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                if isinstance(row, ActionView)
                else Qt.ItemFlag.ItemIsEnabled
            )

    def current_id(self) -> int | None:
        """Return the id of the chosen action."""
        shown = self.currentIndex().data(VIEW) if self.currentIndex().isValid() else None
        return shown.id if isinstance(shown, ActionView) else None

    def select(self, action_id: int) -> None:
        """Choose an action without telling."""
        if action_id in self._ids and action_id != self.current_id():
            index = self._items.index(self._ids.index(action_id), 0)
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)
            self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        shown = current.data(VIEW) if current.isValid() else None
        if isinstance(shown, ActionView):
            self.chosen.emit(shown.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown: Any = self.currentIndex().data(VIEW) if self.currentIndex().isValid() else None
        if isinstance(shown, ActionView):
            if event.key() == Qt.Key.Key_Space:
                self.request_tick.emit(shown.id, shown.state is not ActionState.DONE)
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.request_detail.emit()
                return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        shown: Any = index.data(VIEW) if index.isValid() else None
        box = self.visualRect(index).left() + theme().px(36)
        if isinstance(shown, ActionView) and event.position().x() < box:
            self.request_tick.emit(shown.id, shown.state is not ActionState.DONE)


def _spoken(row: PhaseView | ActionView) -> str:
    if isinstance(row, PhaseView):
        return row.title
    when = row.planned or row.due
    parts = (row.title, state_words(row)[0], day_date(when, language()) if when else "", row.assignee)
    return ", ".join(filter(None, parts))
