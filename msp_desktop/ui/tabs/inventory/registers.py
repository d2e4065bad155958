"""The five registers, one shown at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop import fleet
from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.i18n import _
from msp_desktop.ui.tabs.inventory.columns import EXCHANGE, GIVEN, LEFT_OUT, REGISTERS, register_columns
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import tell_found
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.help_line import HelpLine
from msp_desktop.ui.widgets.layouts import framed, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.locking import held_words, hold, lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace


class Registers(QWidget):
    """Emit what is asked for: `written(register, id, values)`, `added(register)`, `deleted(register, ids)`…

    `turned(register)` tells that another register is shown, `moved()` that another row is chosen, or another register
    shown; `left(register, id)` that a row is left. Its buttons `add` and `more` stand where the tab puts them.
    """

    written = Signal(str, int, dict)
    added = Signal(str)
    deleted = Signal(str, list)
    pasted = Signal(str, list)
    turned = Signal(str)
    moved = Signal()
    left = Signal(str, int)
    import_wished = Signal()
    export_wished = Signal()
    template_wished = Signal()
    names_wished = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = "professionals"
        self.add = MainButton(_(REGISTERS[0][2]), "plus")
        self.add.clicked.connect(lambda: self.added.emit(self.shown))
        self._workspace = workspace
        lock(workspace, self.add)
        self.filter = LineField(_("Filter"), _("Filter"))
        self.filter.setMaximumWidth(theme().px(220))
        self.filter.textChanged.connect(self._filter)
        self.tables: dict[str, RecordTable] = {}
        tell_found(self.filter, lambda: self.tables[self.shown].rows.rowCount())
        self._stack = QStackedWidget()
        for key, words, _add in REGISTERS:
            self.tables[key] = self._table(key, _(words), workspace)
            self._stack.addWidget(framed(self.tables[key]))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._stack, 1)
        keys = HelpLine()
        keys.show_words(_("Enter changes the cell chosen, Delete takes away the rows chosen."))
        box.addWidget(Folding(row(self.filter, keys), row(self._delete_button(), -1)))
        self.more = self._more()

    def show_view(self, view: InventoryView) -> None:
        """Show the registers of an inventory."""
        for key, table in self.tables.items():
            table.show_rows(getattr(view, key))
        self._say_when_empty()

    def show_register(self, register: str) -> None:
        """Show one register."""
        self.shown = register
        number = next(index for index, entry in enumerate(REGISTERS) if entry[0] == register)
        self._stack.setCurrentIndex(number)
        self.add.setText(_(REGISTERS[number][2]))
        self._name_actions()
        self._filter(self.filter.text())
        self.turned.emit(register)
        self.moved.emit()

    def professional(self) -> int | None:
        """Return the id of the professional chosen, None where none is, or where another register is shown."""
        chosen: int | None = self.tables["professionals"].chosen_id()
        return chosen if self.shown == "professionals" else None

    def focus_list(self) -> None:
        """Put the keyboard in the register, on the button that adds where it is empty."""
        table = self.tables[self.shown]
        (table if table.rows.rows() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_out(self) -> None:
        """Leave out the columns of professionals that have no room: the panel has them all."""
        table = self.tables["professionals"]
        widths = {index: theme().px(column.width) for index, column in enumerate(table.rows.columns)}
        room, hidden = self.width() - 16 + theme().px(GIVEN), 0
        while hidden < len(LEFT_OUT) and sum(widths.values()) > room:
            widths.pop(LEFT_OUT[hidden])
            hidden += 1
        table.hide_columns(LEFT_OUT[:hidden])

    def _filter(self, text: str) -> None:
        self.tables[self.shown].filter(text)
        self._say_when_empty()

    def _say_when_empty(self) -> None:
        """Say what to do in a register without rows, or in which the filter leaves none."""
        words = self.filter.text().strip()
        # Pasted rows of professionals are matched as a file's are: out of use with it.
        held = self.shown == "professionals" and fleet.present().forbids("DisableImport")
        pasting = _("Nothing here yet. « {add} », or paste rows of a spreadsheet (Ctrl+V).")
        adding = (_("Nothing here yet. « {add} ».") if held else pasting).format(add=self.add.accessibleName())
        found = _("No row has « {words} ». Try a shorter word.").format(words=words)
        self.tables[self.shown].say_when_empty(found if words else adding)

    def _name_actions(self) -> None:
        """Call the entries of the menu by the register shown."""
        come, go = EXCHANGE[self.shown]
        self.import_action.setText(held_words("DisableImport", _(come)))
        self.export_action.setText(_(go))

    def _table(self, key: str, words: str, workspace: Workspace) -> RecordTable:
        columns = register_columns(key, lambda i, values: self.written.emit(key, i, values), workspace)
        table = RecordTable(words, columns, drafts=workspace.drafts)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setMinimumHeight(theme().px(100))
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
        hold("DisableImport", self.import_action)
        self.export_action = menu.addAction("", self.export_wished.emit)
        blank = menu.addAction(_("Save an empty table to fill in…"), self.template_wished.emit)
        hold("DisableImport", blank)  # filled in, it would come back by no other way
        self._name_actions()
        menu.addAction(_("Print with names (internal use)"), self.names_wished.emit)
        made.setMenu(menu)
        return made

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()
