"""One model for every table: columns are declared, rows are frozen values with an id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex
Row = Any


@dataclass(frozen=True)
class Column:
    """Declare a column.

    `text` gives what a row shows. `write(row, text)` makes it editable and stores what was typed;
    `choices()` offers values as (stored, words). `key` sorts; `tone` gives a colour token; `glyph` an icon's name.
    """

    title: str
    text: Callable[[Row], str]
    write: Callable[[Row, str], None] | None = None
    choices: Callable[[], Sequence[tuple[str, str]]] | None = None
    key: Callable[[Row], Any] | None = None
    right: bool = False
    width: int = 120
    bold: bool = False
    tone: Callable[[Row], str] | None = None
    glyph: Callable[[Row], tuple[str, str] | None] | None = None
    lines: bool = False


class RowsModel(QAbstractTableModel):
    """Show rows by id: a refresh inserts, removes and changes, and never resets while someone edits."""

    def __init__(self, columns: Sequence[Column], parent: Any = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._bold = QFont()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in this order."""
        old, new = [row.id for row in self._rows], [row.id for row in rows]
        if old != new:
            self._reshape(list(rows), old, new)
        for index, row in enumerate(rows):
            if self._rows[index] is not row and self._rows[index] != row:
                self._rows[index] = row
                self.dataChanged.emit(self.index(index, 0), self.index(index, len(self.columns) - 1))
            else:
                self._rows[index] = row

    def row_at(self, index: Index | int) -> Row:
        """Return the row shown at an index."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def place_of(self, row_id: Any) -> int:
        """Return where a row is, -1 where it is not."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), -1)

    def rows(self) -> list[Row]:
        """Return the rows shown."""
        return list(self._rows)

    def _reshape(self, rows: list[Row], old: list[Any], new: list[Any]) -> None:
        """Bring the ids into place with as few signals as it takes; a whole new order is a layout change."""
        keep = set(new)
        for place in range(len(old) - 1, -1, -1):
            if old[place] not in keep:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place], old[place]
                self.endRemoveRows()
        present = set(old)
        if [key for key in new if key in present] != old:
            self.layoutAboutToBeChanged.emit()
            by_id = {row.id: row for row in self._rows}
            before = self.persistentIndexList()
            ids = [self._rows[index.row()].id for index in before]
            self._rows = [by_id[key] for key in new if key in present]
            places = {row.id: place for place, row in enumerate(self._rows)}
            moved = [self.index(places[key], i.column()) for key, i in zip(ids, before, strict=True)]
            self.changePersistentIndexList(before, moved)
            self.layoutChanged.emit()
        for place, row in enumerate(rows):
            if row.id not in present:
                self.beginInsertRows(QModelIndex(), place, place)
                self._rows.insert(place, row)
                self.endInsertRows()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}\u00a0: {column.text(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        return self._look(column, row, role)

    def _look(self, column: Column, row: Row, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            token = column.tone(row)
            return theme().color(token) if token else None
        if role == Qt.ItemDataRole.DecorationRole and column.glyph is not None:
            shown = column.glyph(row)
            return icon(*shown) if shown else None
        if role == Qt.ItemDataRole.FontRole and column.bold:
            return theme().font(bold=True)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].write is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or column.write is None or column.text(row) == value:
            return False
        column.write(row, str(value))
        return True
