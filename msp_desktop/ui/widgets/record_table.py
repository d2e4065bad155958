"""A table of records: sort, filter, edit in place, Enter goes down, paste from a spreadsheet."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMetaMethod,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)
from typing_extensions import override

from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.models.neighbours import neighbour
from msp_desktop.ui.models.pasted import pasted_cells
from msp_desktop.ui.models.rows import Column, RowsModel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.cell_delegate import CellDelegate
from msp_desktop.ui.widgets.cell_line import CellLine
from msp_desktop.ui.widgets.column_heads import ColumnHeads

#: A column from this width on, in pixels at 100 %, gives up to this part of it where the table is narrow.
WIDE, GIVES = 150, 0.5


class RecordTable(QTableView):
    """Emit `selected(id or None)`, `request_delete(ids)`, `request_paste(rows of cells)`, `request_open(id)`.

    `selected` tells of the row that is chosen, hence highlighted: the one the keyboard is on among several. `left(id)`
    tells that somebody gave a cell up with Escape, or went out of the table from one.
    A table one writes in is given the workspace's `drafts`, in which what is typed in a cell waits.
    """

    selected = Signal(object)
    request_delete = Signal(list)
    request_paste = Signal(list)
    request_open = Signal(object)

    #: What is said where no row is shown.
    _when_empty = ""
    #: The widths last given to the columns.
    _given: list[int] = []
    left = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        sortable: bool = True,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._told: Any = None
        self._gone: Any = None
        self._quiet = False
        self.rows = RowsModel(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(name, drafts or Drafts(self), self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        header = ColumnHeads(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if sortable:
            header.setSortIndicatorShown(True)
            header.setSortIndicatorClearable(True)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_rows(self, values: Sequence[Any]) -> None:
        """Show these values, keeping the choice and any open editor.

        A chosen row that goes leaves the choice to its neighbour, and has it again when it comes back (an undo).
        """
        chosen = self.chosen_id()
        before = self.rows.rows() if chosen is not None else []
        self._quiet = True
        self.rows.show_rows(values)
        if self._gone is not None and self.rows.row_of(self._gone) >= 0:
            chosen, self._gone = self._gone, None
            self.select(chosen)
        elif chosen is not None and self.rows.row_of(chosen) < 0:
            self._gone = chosen
            self.clearSelection()
            self.select(neighbour([row.id for row in before], chosen, {row.id for row in self.rows.rows()}))
        self._quiet = False
        self._tell()

    def say_when_empty(self, words: str) -> None:
        """Say what to do where no row is shown."""
        self._when_empty = words
        self.setAccessibleDescription("" if self.rows.rows() else words)
        self.viewport().update()

    def filter(self, text: str) -> None:
        """Keep only the rows where every word stands, accents ignored; what is chosen stays chosen while shown."""
        chosen = self.chosen_id()
        self._quiet = True
        self.rows.filter(text)
        if chosen is not None:
            self.select(chosen)
        self._quiet = False
        self._tell()

    def chosen_id(self) -> Any:
        """Return the id of the row chosen, None where none is."""
        index, model = self.currentIndex(), self.selectionModel()
        if index.isValid() and model.isRowSelected(index.row()):
            return self.rows.row_at(index).id
        return next(iter(self.selected_ids()), None)

    def select(self, row_id: Any) -> None:
        """Choose a row by its id, alone."""
        row = self.rows.row_of(row_id)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, max(0, self.currentIndex().column())))
            if self.selected_ids() != [row_id]:  # Qt adds to what is chosen while Ctrl is down, as it is at Ctrl+Z
                alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().select(self.currentIndex(), alone)

    def selected_ids(self) -> list[Any]:
        """Return the ids of the rows chosen."""
        chosen = self.selectionModel().selectedRows() if self.selectionModel() else []
        return [self.rows.row_at(index).id for index in chosen]

    def _copy_rows(self) -> None:
        """Copy the cell the keyboard is on; of several rows, all their cells, as a spreadsheet takes them."""
        model = self.model()
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if len(rows) < 2:
            text = _as_cell(self.currentIndex().data())
        else:
            across = [place for place in range(model.columnCount()) if not self.isColumnHidden(place)]
            text = "\n".join("\t".join(_as_cell(model.index(row, place).data()) for place in across) for row in rows)
        if text:
            QGuiApplication.clipboard().setText(text)

    def current_row(self) -> Any:
        """Return the row the keyboard is on, None where there is none."""
        index = self.currentIndex()
        return self.rows.row_at(index) if index.isValid() else None

    def edit_cell(self, row_id: Any, column: int) -> None:
        """Open the editor of a cell."""
        row = self.rows.row_of(row_id)
        if row >= 0:
            index = self.rows.index(row, column)
            self.setCurrentIndex(index)
            self.edit(index)

    def edit_field(self, row_id: Any, title: str) -> None:
        """Open the editor of the cell in the column of this title."""
        self.edit_cell(row_id, next((i for i, column in enumerate(self.rows.columns) if column.title == title), 0))

    def show_field(self, record: str, row_id: Any, attribute: str) -> bool:
        """Put the keyboard on the cell that shows an attribute of a record; tell whether this table shows it."""
        column = next((i for i, one in enumerate(self.rows.columns) if (record, attribute) in one.shows), -1)
        row = self.rows.row_of(row_id)
        if column < 0 or row < 0:
            return False
        index = self.rows.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def hide_columns(self, hidden: Collection[int]) -> None:
        """Leave these columns out, and give their room to the others."""
        if [self.isColumnHidden(index) for index in range(len(self.rows.columns))] == [
            index in hidden for index in range(len(self.rows.columns))
        ]:
            return
        for index, column in enumerate(self.rows.columns):
            self.setColumnHidden(index, index in hidden)
            self.setColumnWidth(index, theme().px(column.width))
        self._given = self._widths()
        self._fit()

    def menu(self) -> QMenu:
        """Return what one may do with the rows chosen, each with its keys."""
        menu = QMenu(self)
        if self.isSignalConnected(QMetaMethod.fromSignal(self.request_delete)):
            self.add_to_menu(menu, _("Delete"), "Del", lambda: self.request_delete.emit(self.selected_ids()))
        return menu

    def add_to_menu(self, menu: QMenu, words: str, keys: str, act: Callable[[], object]) -> None:
        """Add an entry with its keys as the system writes them: « Alt+Haut »."""
        menu.addAction(f"{words}\t{native(keys)}").triggered.connect(act)

    def _dress(self) -> None:
        now = theme()
        self.setIconSize(QSize(now.px(16), now.px(16)))
        self.verticalHeader().setDefaultSectionSize(now.px(28))
        self.verticalHeader().setMinimumSectionSize(now.px(24))
        for index, column in enumerate(self.rows.columns):
            self.setColumnWidth(index, now.px(column.width))
        self._given = self._widths()
        self._fit()

    def _fit(self) -> None:
        """Let wide columns give what is missing, those that grow take what is to spare, unless somebody has chosen their widths."""
        if self._widths() != self._given:
            return
        shown = [index for index in range(len(self.rows.columns)) if not self.isColumnHidden(index)]
        declared = [theme().px(self.rows.columns[index].width) for index in shown]
        can_give = [round(width * GIVES) if width >= theme().px(WIDE) else 0 for width in declared]
        missing = sum(declared) - self.viewport().width()
        share = missing / sum(can_give) if 0 < missing <= sum(can_give) else 0.0
        growing = [index for index in shown if self.rows.columns[index].grows]
        more = max(0, -missing) // len(growing) if growing else 0
        for index, width, gives in zip(shown, declared, can_give, strict=True):
            self.setColumnWidth(index, width - math.ceil(gives * share) + (more if index in growing else 0))
        self._given = self._widths()

    def _widths(self) -> list[int]:
        shown = [index for index in range(len(self.rows.columns)) if not self.isColumnHidden(index)]
        return [self.columnWidth(index) for index in shown[:-1]]  # the last stretches

    def _tell(self) -> None:
        """Tell which row is chosen where it is another than before."""
        chosen = self.chosen_id()
        if not self._quiet and chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)

    def _look_left(self, row_id: Any) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self and not self.isAncestorOf(focused):
            self.left.emit(row_id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._when_empty and not self.rows.rows():
            painter = QPainter(self.viewport())
            painter.setPen(theme().color("ink2"))
            around = theme().px(24)
            room = self.viewport().rect().adjusted(around, around, -around, -around)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self._when_empty)
            painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if self.selectionModel().isRowSelected(current.row()):
            self._tell()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell()

    def _is_written_in(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.viewport().isAncestorOf(focused)

    @override
    def reset(self) -> None:
        written = self._is_written_in()
        super().reset()
        self._keep_keyboard(written)

    @override
    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        written = self._is_written_in()
        super().rowsAboutToBeRemoved(parent, start, end)
        self._keep_keyboard(written)

    def _keep_keyboard(self, written: bool) -> None:
        """Keep the keyboard where it was in a cell whose row is gone (undone): Qt would give it to anything in the window."""
        if written and not self._is_written_in():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        edited = self.chosen_id()
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache and isinstance(editor, CellLine)
        if given_up and isinstance(editor, CellLine):
            editor.give_back()
        super().closeEditor(editor, hint)
        if given_up:
            self.left.emit(edited)
        elif edited is not None:
            QTimer.singleShot(0, self, lambda: self._look_left(edited))
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            index = self.currentIndex()
            below = index.siblingAtRow(index.row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if self.selected_ids() and not menu.isEmpty():
            menu.exec(event.globalPos())
        menu.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_rows()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if text.strip():
                self.request_paste.emit(pasted_cells(text))
            return
        if event.key() == Qt.Key.Key_Delete and self.selected_ids():
            self.request_delete.emit(self.selected_ids())
            return
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.state() != QAbstractItemView.State.EditingState
        ):
            index = self.currentIndex()
            if index.isValid() and self.model().flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            elif self.current_row() is not None:
                self.request_open.emit(self.current_row().id)
            return
        super().keyPressEvent(event)


def _as_cell(value: object) -> str:
    """Return a cell's words as a spreadsheet takes them: on one line, without the tab that ends a cell."""
    return one_line(str(value if value is not None else "")).replace("\t", " ")


def native(keys: str) -> str:
    """Return keys as the system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
