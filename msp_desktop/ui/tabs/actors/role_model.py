"""The table of roles as a model: the responsibility first, then one column a party."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from msp_desktop.domain.roles import Cell, RoleRow, RoleTable, Share
from msp_desktop.i18n import _
from msp_desktop.services.roles import share_words

Index = QModelIndex | QPersistentModelIndex

#: What tells each share at a glance, beside its word: an icon and its colour.
GLYPHS = {
    Share.LEADS: ("leads", "accent"), Share.TAKES_PART: ("doing", "ink"), Share.INFORMED: ("info", "ink2"),
}  # fmt: skip


class RoleModel(QAbstractTableModel):
    """Show a table of roles; a change of what stands in it resets nothing.

    `write(role_id, words)` rewords a responsibility.
    """

    def __init__(self, write: Callable[[int, str], object], parent: Any = None) -> None:
        super().__init__(parent)
        self.table = RoleTable()
        self._write = write

    def show_table(self, table: RoleTable) -> bool:
        """Show a table; tell whether its rows or its columns are others than before, or elsewhere."""
        moved = _shape(table) != _shape(self.table)
        if moved:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
            return True
        self.table = table
        if table.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.rows) - 1, len(table.parties)))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(table.parties))
        return False

    def row_at(self, index: Index) -> RoleRow:
        """Return the responsibility at an index."""
        return self.table.rows[index.row()]

    def cell_at(self, index: Index) -> Cell | None:
        """Return the cell at an index, None for the responsibility itself."""
        return self.row_at(index).cells[index.column() - 1] if index.column() else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.parties) + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.table.rows):
            return None
        row, cell = self.row_at(index), self.cell_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.responsibility if cell is None else share_words(cell.share)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if cell is None:
                return row.responsibility
            said = ", ".join(filter(None, (share_words(cell.share) if cell.share else _("nothing noted"), cell.who)))
            return f"{row.responsibility}\u00a0: {said}"  # its column's head is told before it
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section > len(self.table.parties):
            return None
        words = self.table.parties[section - 1].name if section else _("Responsibility")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == 0 else flags

    def reword(self, role_id: int, words: str) -> None:
        """Have a responsibility reworded."""
        self._write(role_id, words)


def _shape(table: RoleTable) -> tuple[list[int], list[int]]:
    return [row.id for row in table.rows], [party.id for party in table.parties]
