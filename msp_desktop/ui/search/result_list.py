"""The list of results: heads of kinds and rows with the match in bold on ochre, each made when it is first drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from msp_desktop.domain.search_index import Place
from msp_desktop.i18n import _
from msp_desktop.services.search_results import ResultRow
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap

Index = QModelIndex | QPersistentModelIndex
#: A head of a kind: its title and count; a line of words alone; or where a text stands.
Line = tuple[str, str] | str | Place
ROW = Qt.ItemDataRole.UserRole
#: The height of a row, and the width of the column that says where, in pixels at 100 %.
HEIGHT, WHERE = 28, 150
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ResultModel(QAbstractListModel):
    """The lines of the list; `make` gives the row of a result, None where its record is gone."""

    def __init__(self, make: Callable[[Place], ResultRow | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._lines: Sequence[Line] = ()
        self._made: dict[Place, ResultRow | None] = {}

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self._made = lines, {}
        self.endResetModel()

    def place(self, number: int) -> Place | None:
        """Return where the text of a line stands, None of a head."""
        line = self._lines[number] if 0 <= number < len(self._lines) else ""
        return line if isinstance(line, tuple) and len(line) == 3 else None

    def numbers(self) -> list[int]:
        """Return the lines that are results."""
        return [number for number in range(len(self._lines)) if self.place(number) is not None]

    def number_of(self, place: Place) -> int:
        """Return the line of a text, -1 where it is not shown."""
        return next((number for number, line in enumerate(self._lines) if line == place), -1)

    def row_of(self, place: Place) -> ResultRow | None:
        """Return the row of a text, made only now."""
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.place(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags  # the keyboard goes past it
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, place = self._lines[index.row()], self.place(index.row())
        if role == ROW:
            return self.row_of(place) if place is not None else line
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            row = self.row_of(place) if place is not None else None
            if row is not None:
                return _("{words}, in {where}").format(words=row.words, where=row.where)
            return line if isinstance(line, str) else " ".join(map(str, line))
        return None


class ResultPainter(QStyledItemDelegate):
    """Draw a head, or a row with its match."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, QListView)
        rect: QRect = option.rect
        row = index.data(ROW)
        painter.save()
        if isinstance(row, ResultRow):
            chosen = view.selectionModel().isSelected(index)
            _row(painter, rect, row, chosen=chosen)
            if chosen and view.hasFocus():
                painter.setPen(QPen(theme().color("accent"), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        else:
            _head(painter, rect, row)
        painter.restore()


class ResultList(QListView):
    """Emit `chosen(place or None)`, `opened(place)` for Enter or a double click, `up` above the first row."""

    chosen = Signal(object)
    opened = Signal(object)
    up = Signal()

    def __init__(self, make: Callable[[Place], ResultRow | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Results"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the column stays under its head
        self.rows = ResultModel(make, self)
        self.setModel(self.rows)
        self.setItemDelegate(ResultPainter(self))
        self.doubleClicked.connect(lambda _index: self.open_chosen())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the one chosen stays chosen where it is still there, else the first result is."""
        before = self.place()
        self.rows.show_lines(lines)
        numbers = self.rows.numbers()
        kept = self.rows.number_of(before) if before is not None else -1
        if kept >= 0:
            self._choose(kept)
        elif numbers:
            self._choose(numbers[0])
            self.scrollToTop()
        self.chosen.emit(self.place())

    def place(self) -> Place | None:
        """Return where the text of the row chosen stands."""
        return self.rows.place(self.currentIndex().row())

    def open_chosen(self) -> None:
        """Ask to go to the row chosen."""
        place = self.place()
        if place is not None:
            self.opened.emit(place)

    def _choose(self, number: int) -> None:
        self.setCurrentIndex(self.rows.index(number, 0))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.rows.place(current.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() in self.rows.numbers()[:1]:
            self.up.emit()
        else:
            super().keyPressEvent(event)


def _head(painter: QPainter, rect: QRect, line: tuple[str, str] | str) -> None:
    painter.fillRect(rect, theme().color("wash"))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
    box = rect.adjusted(theme().px(9), 0, -theme().px(8), 0)
    words, count = line if isinstance(line, tuple) else ("", line)
    painter.setFont(theme().font(bold=True))
    painter.setPen(theme().color("ink"))
    painter.drawText(box, _LEFT, words)
    if words:
        box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(words) + theme().px(12))
    painter.setFont(theme().font())
    painter.setPen(theme().color("ink2"))
    painter.drawText(box, _LEFT, painter.fontMetrics().elidedText(count, Qt.TextElideMode.ElideRight, box.width()))


def _row(painter: QPainter, rect: QRect, row: ResultRow, *, chosen: bool) -> None:
    painter.fillRect(rect, theme().color("select" if chosen else "paper"))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
    if chosen:
        painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color("accent"))
    side, where = theme().px(16), min(theme().px(WHERE), rect.width() // 3)
    painter.drawPixmap(rect.x() + theme().px(9), rect.center().y() - side // 2, pixmap(row.icon, "ink2", 16))
    box = rect.adjusted(theme().px(31), 0, -where - theme().px(8), 0)
    _words(painter, box, row)
    painter.setFont(theme().font())
    painter.setPen(theme().color("ink2"))
    last = QRect(rect.right() - where, rect.y(), where - theme().px(8), rect.height())
    painter.drawText(
        last, _LEFT, painter.fontMetrics().elidedText(row.where, Qt.TextElideMode.ElideRight, last.width())
    )


def _words(painter: QPainter, box: QRect, row: ResultRow) -> None:
    """Draw the words of a row, each match bold on ochre, up to where there is room."""
    plain, bold = theme().font(), theme().font(bold=True)
    x, at = box.x(), 0
    pieces: list[tuple[str, bool]] = []
    for begin, end in row.spans:
        pieces += [(row.words[at:begin], False), (row.words[begin:end], True)]
        at = end
    pieces.append((row.words[at:], False))
    for number, (text, match) in enumerate(pieces):
        font = bold if match else plain
        metrics = QFontMetrics(font)
        room, cut = box.right() - x, Qt.TextElideMode.ElideRight
        if number == 0 and len(pieces) > 1:
            # What stands before the match gives way to it.
            room -= min(QFontMetrics(bold).horizontalAdvance(pieces[1][0]), box.width() // 2) + theme().px(30)
            cut = Qt.TextElideMode.ElideMiddle
        shown = metrics.elidedText(text, cut, room)
        width = metrics.horizontalAdvance(shown)
        if match:
            high = min(box.height() - 2, metrics.height() + 2)
            painter.fillRect(x - 1, box.center().y() - high // 2, width + 2, high, theme().color("p3"))
        painter.setFont(font)
        painter.setPen(theme().color("ink"))
        painter.drawText(QRect(x, box.y(), width + 1, box.height()), _LEFT, shown)
        x += width
        if shown != text and number:
            return
