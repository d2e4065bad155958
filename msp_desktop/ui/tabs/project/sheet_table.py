"""The table of fiches action: axes head their sheets and fold, money stands under it, or days stand in place of figures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from msp_desktop.domain.action_plan import Plan
from msp_desktop.domain.sheet_days import Span, span_of
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.models.rows import Column, RowsModel
from msp_desktop.ui.tabs.project.sheet_days import paint_days, paint_years
from msp_desktop.ui.tabs.project.sheet_rows import (
    DAYS,
    DUE,
    LEAD,
    OBTAINED,
    PLANNED,
    PROGRESS,
    SheetRow,
    axis_words,
)
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.cell_delegate import CellDelegate
from msp_desktop.ui.widgets.record_table import RecordTable

_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
#: The edges of the axes, by turns.
_BANDS = ("p1_ink", "p2_ink", "p3_ink", "p4_ink")


class SheetTable(RecordTable):
    """Emit, besides what a table does, `request_fold(axis_id, folded)`, `request_move(id, by)` for Alt and an arrow."""

    request_fold = Signal(int, bool)
    request_move = Signal(object, int)

    def __init__(self, columns: Sequence[Column], drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(_("Action sheets"), columns, parent, sortable=False, drafts=drafts)
        self.setItemDelegate(SheetPainter(_("Action sheets"), drafts, self))
        self.days: tuple[Span, date] | None = None

    def show_rows(self, values: Sequence[Any]) -> None:
        """Show these rows; those of axes go from edge to edge."""
        super().show_rows(values)
        self._span()

    def hide_columns(self, hidden: Collection[int]) -> None:
        """Leave these columns out."""
        super().hide_columns(hidden)
        self._span()

    def show_days(self, plan: Plan, today: date, *, shown: bool) -> None:
        """Show the days of the sheets in place of their figures, or no longer."""
        days = (span_of(plan, today), today) if shown else None
        if days != self.days:
            self.days = days
            self.viewport().update()

    def hidden(self, narrow: int) -> set[int]:
        """Return the columns to leave out: those of the other view, and by how narrow it is the pilot, the due date."""
        if self.days is not None:
            return {LEAD, DUE, PLANNED, OBTAINED, *((PROGRESS,) if narrow else ())}
        return {DAYS, *(LEAD, DUE)[:narrow]}

    def _span(self) -> None:
        wide = len(self.rows.columns)
        wanted = [wide if row.view is None else 1 for row in self.rows.rows()]
        if wanted == [self.columnSpan(number, 0) for number in range(len(wanted))]:
            return  # Qt would draw the whole table again
        self.clearSpans()
        for number, row in enumerate(self.rows.rows()):
            if row.view is None:
                self.setSpan(number, 0, 1, wide)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row: SheetRow | None = self.current_row()
        key, alone = event.key(), event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        arrows = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if row is not None and arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.request_move.emit(row.id, -1 if key == Qt.Key.Key_Up else 1)
            return
        if row is not None and row.view is None and alone and self.state() != QTableView.State.EditingState:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.request_fold.emit(row.axis.id, key == Qt.Key.Key_Left)
                return
            if key == Qt.Key.Key_Space:
                self.request_fold.emit(row.axis.id, not row.folded)
                return
        super().keyPressEvent(event)


class SheetPainter(CellDelegate):
    """Draw an axis as a band across the table, and the days of a sheet where they are shown."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        row: SheetRow = model.row_at(index)
        view = self.parent()
        assert isinstance(view, SheetTable)
        if row.view is not None:
            super().paint(painter, option, index)
            if index.column() == DAYS and view.days is not None:
                painter.save()
                paint_days(painter, _days_box(view, option.rect), row.view, *view.days)
                painter.restore()
            return
        rect: QRect = option.rect
        chosen = view.selectionModel().isSelected(index)
        painter.save()
        painter.fillRect(rect, theme().color("select" if chosen else "wash"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
        painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color(_BANDS[(row.axis.number - 1) % 4]))
        side = theme().px(14)
        glyph = pixmap("right" if row.folded else "down", "ink2", 14)
        painter.drawPixmap(rect.x() + theme().px(10), rect.center().y() - side // 2 + 1, glyph)
        box = rect.adjusted(theme().px(30), 0, -theme().px(8), -1)
        if view.days is not None:
            days = _days_box(view, rect)
            paint_years(painter, days, view.days[0])
            box.setRight(days.left() - theme().px(8))
        name, held = axis_words(row.axis)
        painter.setFont(theme().font(bold=True))
        painter.setPen(theme().color("ink"))
        taken = _line(painter, box, name)
        painter.setFont(theme().font())
        painter.setPen(theme().color("ink2"))
        _line(painter, box.adjusted(taken + theme().px(14), 0, 0, 0), held)
        if chosen and view.hasFocus() and index.row() == view.currentIndex().row():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == DAYS:
            option.text = ""  # said to those who do not see it


class TotalRow(QWidget):
    """What stands under the table, in its columns: it stays while the table scrolls."""

    def __init__(self, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._words: dict[int, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.horizontalHeader().sectionResized.connect(lambda *_section: self.update())
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())

    def show_words(self, words: dict[int, str]) -> None:
        """Show words by the column they stand in."""
        self._words = words
        columns = self._table.rows.columns
        self.setAccessibleName(_("Total"))
        self.setAccessibleDescription(
            ", ".join(f"{columns[place].title}\u00a0: {text}" for place, text in words.items() if text)
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, theme().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("wash"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))
        painter.setFont(theme().font(bold=True))
        painter.setPen(theme().color("ink"))
        columns, inner = self._table.rows.columns, theme().px(8)
        for place, text in self._words.items():
            if self._table.isColumnHidden(place):
                continue
            left, width = self._table.columnViewportPosition(place), self._table.columnWidth(place)
            box = QRect(left + inner + 3, 0, width - 2 * (inner + 3), self.height())
            if columns[place].right:
                painter.drawText(box, _RIGHT, text)
            else:
                _line(painter, box, text)


def _days_box(view: SheetTable, rect: QRect) -> QRect:
    """Return where the days stand in a row."""
    left, width = view.columnViewportPosition(DAYS), view.columnWidth(DAYS)
    return QRect(left + theme().px(12), rect.top(), width - theme().px(24), rect.height())


def _line(painter: QPainter, box: QRect, words: str) -> int:
    """Draw one line, cut with « … » where it does not fit, and return its width."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(one_line(words), Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.drawText(box, _LEFT, shown)
    return metrics.horizontalAdvance(shown)
