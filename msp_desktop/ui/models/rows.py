"""One model for every table: columns are declared, rows are frozen values with an id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress, count, islice
from operator import attrgetter, is_not
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from typing_extensions import override

from msp_desktop.formats.text import fold, one_line
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.widgets.one_line import plain_tip

#: Shown in a cell where nothing is known.
NOTHING = "–"

Index = QModelIndex | QPersistentModelIndex
Row = Any

_ID = attrgetter("id")

#: Rows up to which filtering removes and inserts; beyond, the table is shown anew.
_SMOOTH = 1000

#: Rows of which the texts are made in one turn of the event loop, and the milliseconds before each turn.
_SLICE, _TURN = 200, 5


class Column(Struct, frozen=True):
    """Declare a column.

    `text` gives what a row shows. `write(row, text)` makes it editable and stores what was typed;
    `choices()` offers values as (stored, words), the unknown among them, and `value` gives the one a row has. `key` sorts; `tone` gives a colour token; `glyph` an icon's name; `names` makes it a column of « Qui » (`ui/widgets/who_names.Names`).
    `shows` are the attributes it shows, each with its record's name: search arrives at its cell. `editable` tells which rows
    of an editable column are so, where not all are. What `grows` takes the room there is to spare, before the last column.
    """

    title: str
    text: Callable[[Row], str]
    write: Callable[[Row, str], None] | None = None
    choices: Callable[[], Sequence[tuple[str, str]]] | None = None
    value: Callable[[Row], Any] | None = None
    key: Callable[[Row], Any] | None = None
    right: bool = False
    width: int = 120
    bold: bool = False
    tone: Callable[[Row], str] | None = None
    glyph: Callable[[Row], tuple[str, str] | None] | None = None
    lines: bool = False
    names: Any = None
    shows: tuple[tuple[str, str], ...] = ()
    editable: Callable[[Row], bool] | None = None
    grows: bool = False

    def edited(self, row: Row) -> Any:
        """Return what the cell's editor begins with: the value chosen, or the text, empty where nothing is known."""
        if self.value is not None:
            return self.value(row)
        words = self.text(row)
        return "" if words == NOTHING else words


class RowsModel(QAbstractTableModel):
    """Show rows by id: a refresh inserts, removes and changes, and never resets while someone edits.

    It sorts and filters by itself: a proxy of Qt's asks Python about each pair of rows, and about each row at each key.
    """

    def __init__(self, columns: Sequence[Column], parent: Any = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._all: list[Row] = []
        self._rows: list[Row] = []
        #: Text and sorting key of rows by their identity: they are in `_all`, and go when it does.
        self._texts: dict[int, str] = {}
        self._keys: dict[int, Any] = {}
        self._folded: list[str] | None = None
        self._words: list[str] = []
        self._hits: tuple[list[str], Sequence[int]] = ([], ())
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._fold_some)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, in this order unless a column sorts them."""
        before, self._all, self._folded = self._all, list(rows), None
        if self._texts or self._keys:
            for gone in set(map(id, before)).difference(map(id, self._all)):
                self._texts.pop(gone, None)
                self._keys.pop(gone, None)
        self._bring(self._wanted())
        if len(self._all) > _SMOOTH:
            self._ahead.start(_TURN)

    def show_anew(self, rows: Sequence[Row]) -> None:
        """Show these rows in this order, all at once: for very many, of which none is written in."""
        self.beginResetModel()
        self._all, self._rows, self._folded = list(rows), list(rows), None
        self._texts.clear()
        self._keys.clear()
        self.endResetModel()

    def filter(self, text: str) -> None:
        """Keep the rows in which every word stands, in any column; accents and case do not matter."""
        words = fold(text).split()
        if words == self._words:
            return
        self._words = words
        wanted = self._wanted()
        if max(len(self._rows), len(wanted)) <= _SMOOTH:
            self._bring(wanted)
        else:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if (column, order) == self._sorted_by:
            return  # Qt asks twice
        if column != self._sorted_by[0]:
            self._keys.clear()
        self._sorted_by = (column, order)
        self._arrange(self._wanted())

    def row_at(self, index: Index | int) -> Row:
        """Return the row shown at an index."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def row_of(self, row_id: Any) -> int:
        """Return where a row is, -1 where it is not."""
        return next((number for number, row in enumerate(self._rows) if row.id == row_id), -1)

    def row_with(self, row_id: Any) -> Row | None:
        """Return the row of this id, shown or not, None where it is gone."""
        return next((row for row in self._all if row.id == row_id), None)

    def rows(self) -> list[Row]:
        """Return the rows shown."""
        return list(self._rows)

    def _wanted(self) -> list[Row]:
        """Return the rows to show, in their order."""
        rows = self._found() if self._words else list(self._all)
        number, order = self._sorted_by
        if not 0 <= number < len(self.columns):
            return rows
        column = self.columns[number]
        key = column.key or (lambda row: fold(column.text(row)))
        keys = self._keys
        missing = set(map(id, rows)) - keys.keys()
        keys |= {id(row): key(row) for row in compress(rows, map(missing.__contains__, map(id, rows)))}
        found = list(map(keys.__getitem__, map(id, rows)))
        places = sorted(range(len(rows)), key=found.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)
        return list(map(rows.__getitem__, places))

    def _found(self) -> list[Row]:
        """Return the rows in which every word stands; a search that goes on looks among what it had found."""
        texts = self._searched()
        before, hits = self._hits
        if not before or not all(any(old in word for word in self._words) for old in before):
            hits = range(len(texts))
        for word in self._words:
            hits = [number for number in hits if word in texts[number]]
        self._hits = (self._words, hits)
        return [self._all[number] for number in hits]

    def _searched(self) -> list[str]:
        """Return the text of each row without accents and case; made once, and again for what changes."""
        if self._folded is None:
            self._hits = ([], ())
            self._fold(self._all)
            self._folded = list(map(self._texts.__getitem__, map(id, self._all)))
        return self._folded

    def _fold(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if id(row) not in self._texts:
                self._texts[id(row)] = fold(" ".join(column.text(row) for column in self.columns))

    def _fold_some(self) -> None:
        """Make the texts of some rows before somebody searches: all at once would make the first key wait."""
        missing = list(islice((row for row in self._all if id(row) not in self._texts), _SLICE))
        if missing:
            self._fold(missing)
            self._ahead.start(_TURN)

    def _bring(self, rows: list[Row]) -> None:
        """Bring these rows into place with as few signals as it takes."""
        old, new = list(map(_ID, self._rows)), list(map(_ID, rows))
        if old != new:
            keep, present = set(new), set(old)
            for low, high in reversed(_runs([number for number, key in enumerate(old) if key not in keep])):
                self.beginRemoveRows(QModelIndex(), low, high)
                del self._rows[low : high + 1]
                self.endRemoveRows()
            by_id = {row.id: row for row in self._rows}
            self._arrange([by_id[key] for key in new if key in present])
            for low, high in _runs([number for number, key in enumerate(new) if key not in present]):
                self.beginInsertRows(QModelIndex(), low, high)
                self._rows[low:low] = rows[low : high + 1]
                self.endInsertRows()
        for number in list(compress(count(), map(is_not, self._rows, rows))):
            changed = self._rows[number] != rows[number]
            self._rows[number] = rows[number]
            if changed:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def _arrange(self, rows: list[Row]) -> None:
        """Put the rows shown into another order; what is chosen and edited follows its row."""
        if list(map(_ID, rows)) == list(map(_ID, self._rows)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows = rows
        numbers = {row.id: number for number, row in enumerate(rows)}
        moved = [self.index(numbers[key], index.column()) for key, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

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
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(column.text(row)) if not column.lines else column.text(row)
        if role == Qt.ItemDataRole.EditRole:
            return column.edited(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.text(row)  # the head of its column is told by the table
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
        if role == Qt.ItemDataRole.ToolTipRole:  # a narrow column cuts its head, which may be a name from outside
            return plain_tip(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            column = self.columns[index.column()]
            rows = column.editable is None or column.editable(self._rows[index.row()])
            if column.write is not None and rows:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or column.write is None or column.edited(row) == value:
            return False
        column.write(row, str(value))
        return True


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of following numbers."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
