"""The table of roles by keyboard: arrows go from cell to cell, a letter says what a party does, Del clears, Enter goes down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from msp_desktop.domain.roles import RoleTable, Share
from msp_desktop.i18n import _
from msp_desktop.ui.models.neighbours import neighbour
from msp_desktop.ui.tabs.actors.role_model import RoleModel
from msp_desktop.ui.tabs.actors.role_painter import RolePainter
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.sizes import TEXT
from msp_desktop.ui.workspace import Workspace

#: The keys of the three words, as their first letters, and of none.
KEYS = {
    Qt.Key.Key_M: Share.LEADS, Qt.Key.Key_P: Share.TAKES_PART, Qt.Key.Key_A: Share.INFORMED,
    Qt.Key.Key_Delete: Share.NONE, Qt.Key.Key_Backspace: Share.NONE,
}  # fmt: skip
#: Height of a row; the least and the usual width of a party, and the least of the responsibility: pixels at 100 %.
_ROW, _LEAST, _USUAL, _NAME = 46, 116, 148, 200


class RoleGrid(QTableView):
    """Emit `selected(role_id, party_id)` (None on the responsibility), `request_share(role_id, party_id, share)`.

    `request_delete(role_id)` is Del on a responsibility, `request_move(role_id, by)` Alt and an arrow, `request_menu(place)` a
    click for more on a cell.
    """

    selected = Signal(object, object)
    request_share = Signal(object, object, object)
    request_delete = Signal(object)
    request_move = Signal(object, int)
    request_menu = Signal(object)

    def __init__(
        self, workspace: Workspace, write: Callable[[int, str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Roles"))
        self.rows = RoleModel(write, self)
        self._told: tuple[int | None, int | None] = (None, None)
        self._gone: tuple[int | None, int | None] = (None, None)
        self._read_only = workspace.read_only
        self.setModel(self.rows)
        self.setItemDelegate(RolePainter(_("Roles"), workspace.drafts, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(theme().px(140))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            # Not any key: « M » typed there by somebody who means « mène » would take the place of the responsibility.
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme_changes().changed.connect(self._fit)
        self._fit()

    def show_table(self, table: RoleTable) -> None:
        """Show a table; the cell chosen stays so, and where it goes its neighbour is, until it comes back (an undo)."""
        before, (role_id, party_id) = self.rows.table, self.chosen()
        scrolled = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        if not self.rows.show_table(table):
            return
        self._fit()
        self.verticalScrollBar().setValue(scrolled[0])
        self.horizontalScrollBar().setValue(scrolled[1])
        if self._is_back(table):
            role_id, party_id = self._gone
            self._gone = (None, None)
        wanted = role_id
        if role_id is not None and table.row(role_id) is None:
            self._gone = (role_id, party_id)
            wanted = neighbour([row.id for row in before.rows], role_id, {row.id for row in table.rows})
        if party_id is not None and table.place_of(party_id) < 0:
            self._gone = (role_id, party_id)
            ids = [party.id for party in before.parties]
            party_id = neighbour(ids, party_id, {party.id for party in table.parties})
        if wanted is None and table.rows:
            # The first cell of all has no word to choose: one begins beside it.
            wanted, party_id = table.rows[0].id, party_id or (table.parties[0].id if table.parties else None)
        if wanted is not None:
            self.choose(wanted, party_id)
        self._tell()

    def chosen(self) -> tuple[int | None, int | None]:
        """Return the responsibility and the party of the cell chosen, None where there is none."""
        index = self.currentIndex()
        if not index.isValid():
            return None, None
        column = index.column()
        return self.rows.row_at(index).id, self.rows.table.parties[column - 1].id if column else None

    def choose(self, role_id: int, party_id: int | None = None) -> None:
        """Choose a cell."""
        table = self.rows.table
        row = next((number for number, row in enumerate(table.rows) if row.id == role_id), -1)
        if row >= 0:
            column = table.place_of(party_id) + 1 if party_id is not None else 0
            self.setCurrentIndex(self.rows.index(row, column))

    def _is_back(self, table: RoleTable) -> bool:
        role_id, party_id = self._gone
        if role_id is None or table.row(role_id) is None:
            return False
        return party_id is None or table.place_of(party_id) >= 0

    def _fit(self) -> None:
        """Give the parties one width, and the responsibility what is left, as near to them as its words let it."""
        now, count = theme(), self.rows.columnCount() - 1
        self.verticalHeader().setDefaultSectionSize(now.px(_ROW))
        room = self.viewport().width()
        each = min(now.px(_USUAL), max(now.px(_LEAST), (room - now.px(_NAME)) // max(1, count)))
        for column in range(1, count + 1):
            self.setColumnWidth(column, each)
        self.setColumnWidth(0, max(now.px(_NAME), min(room - each * count, now.px(TEXT))))

    def _tell(self) -> None:
        chosen = self.chosen()
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(*chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self._tell()

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache and hasattr(editor, "give_back"):
            editor.give_back()
        super().closeEditor(editor, hint)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            self.request_menu.emit(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if not index.isValid() or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        role_id, party_id = self.chosen()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.request_move.emit(role_id, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            below = index.siblingAtRow(index.row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)
        elif party_id is not None and plain and key in KEYS:
            self.request_share.emit(role_id, party_id, KEYS[Qt.Key(key)])
        elif party_id is None and key == Qt.Key.Key_Delete:
            self.request_delete.emit(role_id)
        elif plain and event.text().strip() and key != Qt.Key.Key_Delete and event.text().isprintable():
            event.accept()  # Qt would look for a responsibility that begins so
        else:
            super().keyPressEvent(event)
