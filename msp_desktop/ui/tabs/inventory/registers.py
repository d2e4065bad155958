"""The five registers under the grid, one shown at a time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.i18n import _
from msp_desktop.ui.tabs.inventory.columns import EXCHANGE, REGISTERS, register_columns
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.layouts import framed, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.workspace import Workspace


class Registers(QWidget):
    """Emit what is asked for: `written(register, id, values)`, `added(register)`, `deleted(register, ids)`…

    `moved()` tells that another row is chosen, or another register shown; `left(register, id)` that a row is left.
    """

    written = Signal(str, int, dict)
    added = Signal(str)
    deleted = Signal(str, list)
    pasted = Signal(str, list)
    moved = Signal()
    left = Signal(str, int)
    import_wished = Signal()
    export_wished = Signal()
    template_wished = Signal()
    names_wished = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = "professionals"
        self.segments = Segments(_("Register"), [(key, _(words)) for key, words, _add in REGISTERS])
        self.segments.chosen.connect(self.show_register)
        self.add = MainButton(_(REGISTERS[0][2]), "plus")
        self.add.clicked.connect(lambda: self.added.emit(self.shown))
        self._workspace = workspace
        lock(workspace, self.add)
        self.filter = LineField(_("Filter"), _("Filter"))
        self.filter.setMaximumWidth(theme().px(220))
        self.filter.textChanged.connect(lambda text: self.tables[self.shown].filter(text))
        self.tables: dict[str, RecordTable] = {}
        self._stack = QStackedWidget()
        for key, words, _add in REGISTERS:
            self.tables[key] = self._table(key, _(words), workspace)
            self._stack.addWidget(framed(self.tables[key]))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Folding(row(self.segments, -1), row(self.add, -1)))
        box.addWidget(self._stack, 1)
        box.addLayout(row(self.filter, -1, self._delete_button(), self._more()))
        self.segments.show_value(self.shown)

    def show_view(self, view: InventoryView) -> None:
        """Show the registers of an inventory."""
        for key, words, _add in REGISTERS:
            rows: tuple[Any, ...] = getattr(view, key)
            self.tables[key].show_rows(rows)
            self.segments.set_words(key, f"{_(words)} {len(rows)}")

    def show_register(self, register: str) -> None:
        """Show one register."""
        self.shown = register
        self.segments.show_value(register)
        number = next(index for index, entry in enumerate(REGISTERS) if entry[0] == register)
        self._stack.setCurrentIndex(number)
        self.add.setText(_(REGISTERS[number][2]))
        self.add.setAccessibleName(self.add.text())
        self._name_actions()
        self.tables[register].filter(self.filter.text())
        self.moved.emit()

    def professional(self) -> int | None:
        """Return the id of the professional chosen, None where none is, or where another register is shown."""
        chosen: int | None = self.tables["professionals"].chosen_id()
        return chosen if self.shown == "professionals" else None

    def focus_list(self) -> None:
        """Put the keyboard in the register, on the button that adds where it is empty."""
        table = self.tables[self.shown]
        (table if table.rows.rows() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_actions(self) -> None:
        """Call the entries of the menu by the register shown."""
        come, go = EXCHANGE[self.shown]
        self.import_action.setText(_(come))
        self.export_action.setText(_(go))

    def _table(self, key: str, words: str, workspace: Workspace) -> RecordTable:
        columns = register_columns(key, lambda i, values: self.written.emit(key, i, values), workspace)
        table = RecordTable(words, columns, drafts=workspace.drafts)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setMinimumHeight(theme().px(150))
        table.request_delete.connect(lambda ids: self.deleted.emit(key, ids))
        table.request_paste.connect(lambda cells: self.pasted.emit(key, cells))
        table.request_open.connect(table.select)
        table.selected.connect(lambda _row_id: self.moved.emit())
        table.left.connect(lambda row_id: self.left.emit(key, row_id))
        return table

    def _delete_button(self) -> QWidget:
        made = PlainButton(_("Delete the rows chosen"), "trash")
        made.clicked.connect(self._delete)
        lock(self._workspace, made)
        return made

    def _delete(self) -> None:
        ids = self.tables[self.shown].selected_ids()
        if ids:
            self.deleted.emit(self.shown, ids)

    def _more(self) -> QWidget:
        made = PlainButton(_("Import, export"), "table")
        menu = QMenu(made)
        self.import_action = menu.addAction("", self.import_wished.emit)
        lock(self._workspace, self.import_action)
        self.export_action = menu.addAction("", self.export_wished.emit)
        menu.addAction(_("Save an empty table to fill in…"), self.template_wished.emit)
        self._name_actions()
        menu.addAction(_("Print with names (internal use)"), self.names_wished.emit)
        made.setMenu(menu)
        return made
