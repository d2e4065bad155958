"""Lists of rows, all drawn by one painter from values: glyph, title, second line, columns at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from msp_desktop.formats.text import one_line
from msp_desktop.ui.models.rows import Index
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.one_line import plain_tip
from msp_desktop.ui.widgets.own_arms import own_arms

ROW = Qt.ItemDataRole.UserRole

#: What may stand before a title: an empty or ticked box, a commune's arms; or nothing, at the edge of the headings.
EMPTY_BOX, TICKED_BOX, ARMS, EDGE = "box", "ticked", "arms", "edge"
#: Where a title begins after each of them, in pixels at 100 %.
_LEFT = {"": 24, EMPTY_BOX: 38, TICKED_BOX: 38, ARMS: 72, EDGE: 14}
#: How far from the left edge the columns begin at the most, in pixels at 100 %.
_TITLE_MOST = 760
#: Width of a meter, in pixels at 100 %.
_METER = 84
#: A picture this many times as wide as it is high is no coat of arms, but words.
_WIDEST = 2.5
_LEFT_ALIGNED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Words(Struct, frozen=True):
    """A text of a row: its colour token, the icon before it, the `width` of its column in pixels at 100 %.

    `under` stands on a second line of the same column, `short` in the place of a text there is no room for.
    """

    text: str
    tone: str = "ink"
    glyph: str = ""
    width: int = 0
    size: float = 1.0
    under: Words | None = None
    short: str = ""


class Stretch(Struct, frozen=True):
    """A piece of a meter, as parts of its length: from, to, and the colour token."""

    begin: float
    end: float
    tone: str


class ListRow(Struct, frozen=True):
    """A row: `height` in pixels at 100 %, `spoken` for screen readers, `key` to find it again.

    `tail` follows the title in a softer ink. With a `band`, a colour token, the row heads those under it and cannot be
    chosen. `meter` stands before the second line. `arms` is a picture's content; without one the shield of `emblem` is drawn.
    """

    key: int | str
    title: str
    height: int
    spoken: str = ""
    tone: str = "ink"
    size: float = 1.0
    lead: str = ""
    tail: str = ""
    second: Words | None = None
    columns: tuple[Words, ...] = ()
    meter: tuple[Stretch, ...] = ()
    arms: bytes = b""
    emblem: str = ""
    band: str = ""


class RowPainter(QStyledItemDelegate):
    """Draw the row that an item of a list holds."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ListRow = index.data(ROW)
        return QSize(200, theme().px(row.height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ListRow = index.data(ROW)
        rect: QRect = option.rect
        # Asked of the list and not of `option.state`: Qt would make all of QStyle's classes for it before the first paint.
        view = self._view
        painter.save()
        if row.band:
            _heading(painter, rect, row)
        else:
            chosen = view.selectionModel().isSelected(index)
            _row(painter, rect, row, chosen=chosen)
            if chosen and view.hasFocus() and index == view.currentIndex():
                painter.setPen(QPen(theme().color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


class RowList(QListView):
    """Show rows and emit `chosen(key)` for the one that the keyboard or the mouse goes to."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(RowPainter(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # a row is as wide as the list
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.clicked.connect(self._on_clicked)
        #: How wide its rows are, in pixels. Asking Qt for the viewport would make all of its classes before the first paint.
        self.row_width = 0
        self._none = False
        self._keys: list[int | str] = []
        self._rows: dict[int | str, ListRow] = {}

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows; the one chosen stays so, wherever it goes, and nothing is told where it is still there."""
        keys = [row.key for row in rows]
        kept = self.current_key() if self.selectionModel().hasSelection() else None
        if keys != self._keys:
            self.blockSignals(True)
            self._arrange(keys)
        before, self._rows = self._rows, {row.key: row for row in rows}
        for number, row in enumerate(rows):
            if before.get(row.key) == row:
                continue
            item = self._items.item(number)
            item.setData(row, ROW)
            item.setData(row.spoken or row.title, Qt.ItemDataRole.AccessibleTextRole)
            # The keyboard goes past what is not enabled.
            chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(Qt.ItemFlag.NoItemFlags if row.band else chosen)
        self.blockSignals(False)
        if kept is not None:
            self.select(kept)

    def _arrange(self, keys: list[int | str]) -> None:
        """Take out and put in no more rows than it takes; all of them where those that stay change their order."""
        wanted, present = set(keys), set(self._keys)
        if [key for key in self._keys if key in wanted] != [key for key in keys if key in present]:
            self._items.clear()
            self._rows, present = {}, set()
        else:
            for number in reversed([number for number, key in enumerate(self._keys) if key not in wanted]):
                self._items.removeRow(number)
        for number, key in enumerate(keys):
            if key not in present:
                self._items.insertRow(number, QStandardItem())
                self._rows.pop(key, None)
        self._keys = keys

    def current_key(self) -> int | str | None:
        """Return the key of the row chosen."""
        row = self.row_at(self.currentIndex())
        return row.key if row is not None and not row.band else None

    def row_at(self, index: Index) -> ListRow | None:
        """Return the row at an index of the model."""
        row = index.data(ROW) if index.isValid() else None
        return row if isinstance(row, ListRow) else None

    def select(self, key: int | str) -> None:
        """Choose a row without telling."""
        if key not in self._keys:
            return
        index = self._items.index(self._keys.index(key), 0)
        if key != self.current_key() or not self.selectionModel().isSelected(index):
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)
            self.scrollTo(index)

    def unselect(self) -> None:
        """Choose none, without telling; the keyboard stays where it is, and a click there chooses again."""
        self.blockSignals(True)
        self.clearSelection()
        self.blockSignals(False)
        self._none = True

    def _on_clicked(self, index: Index) -> None:
        row = self.row_at(index)
        if self._none and row is not None and not row.band:
            self._none = False
            self.chosen.emit(row.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_at(self.currentIndex())
        if event.matches(QKeySequence.StandardKey.Copy) and row is not None:
            QGuiApplication.clipboard().setText(one_line(row.spoken or row.title))  # Qt would copy nothing
            return
        super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room of two rows: a list with less is of no use, and what holds it scrolls."""
        rows = [self._rows[key].height for key in self._keys[:2]]
        return QSize(super().minimumSizeHint().width(), theme().px(sum(rows)) + 2)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            row = self.row_at(index)
            if row is not None and _is_cut(row, self.viewport().width()):
                place = self.visualRect(index)
                QToolTip.showText(event.globalPos(), plain_tip(row.spoken or row.title), self.viewport(), place)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.row_width = event.size().width()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.row_at(current)
        if row is not None and not row.band:
            self._none = False
            self.chosen.emit(row.key)


def _is_cut(row: ListRow, width: int) -> bool:
    """Tell whether some words of a row end with « … » in a list this wide."""
    left, right = _title_place(row, width)
    title = QFontMetrics(theme().font(row.size, bold=True)).horizontalAdvance(one_line(row.title))
    tail = QFontMetrics(theme().font()).horizontalAdvance(one_line(row.tail)) + 10 if row.tail else 0
    meter = theme().px(_METER) + 12 if row.meter else 0
    if title + tail > right - left or (row.second is not None and _are_cut(row.second, right - left - meter)):
        return True
    places = column_places(width, [words.width for words in row.columns])
    return any(
        _are_cut(one, space)
        for words, (_x, space) in zip(row.columns, places, strict=True)
        for one in (words, words.under)
        if one is not None
    )


def _are_cut(words: Words, room: int) -> bool:
    """Tell whether words are shown in part: cut, or with fewer letters."""
    before = theme().px(15) + 6 if words.glyph else 0
    return before + QFontMetrics(theme().font(words.size)).horizontalAdvance(one_line(words.text)) > room


def _title_place(row: ListRow, width: int) -> tuple[int, int]:
    """Return from where to where the title is written in a list this wide, and the second line under it, in pixels."""
    places = column_places(width, [words.width for words in row.columns])
    return lead_width(row.lead), (places[0][0] if places else width - 1) - 10


def lead_width(lead: str) -> int:
    """Return the width of what stands before a title, in pixels: a click there is on it."""
    return theme().px(_LEFT[lead])


def column_places(width: int, columns: Sequence[int]) -> list[tuple[int, int]]:
    """Return where each column of a list this wide writes: its left edge and its width, in pixels.

    `columns` are their widths in pixels at 100 %. In a wide list they stay near the titles: an eye goes along a row.
    """
    places, right = [], min(width - 1 - 10 - sum(map(theme().px, columns)), theme().px(_TITLE_MOST))
    for column in columns:
        places.append((right + 10, theme().px(column) - 16))
        right += theme().px(column)
    return places


def _heading(painter: QPainter, rect: QRect, row: ListRow) -> None:
    painter.fillRect(rect, theme().color("wash"))
    painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color(row.band))
    box = rect.adjusted(theme().px(14), 0, -8, 0)
    painter.setFont(theme().font(row.size, bold=True))
    painter.setPen(theme().color(row.tone))
    _tail(painter, box, row, _text(painter, box, row.title), theme().px(12))


def _row(painter: QPainter, rect: QRect, row: ListRow, *, chosen: bool) -> None:
    painter.fillRect(rect, theme().color("select" if chosen else "paper"))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme().color("line"))
    if chosen:
        painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme().color("accent"))
    _lead(painter, rect, row)
    left, right = _title_place(row, rect.right() + 1)
    places = column_places(rect.right() + 1, [words.width for words in row.columns])
    title = QRect(left, rect.top(), right - left, rect.height())
    if row.second is not None or row.meter:
        title.setHeight(rect.height() // 2)
        title.translate(0, 3)
        _second(painter, QRect(left, rect.top() + rect.height() // 2, right - left, rect.height() // 2 - 6), row)
    painter.setFont(theme().font(row.size, bold=chosen or row.size > 1))
    painter.setPen(theme().color(row.tone))
    _tail(painter, title, row, _text(painter, title, row.title), 10)
    for words, (x, width) in zip(row.columns, places, strict=True):
        box = QRect(x, rect.top(), width, rect.height())
        if words.under is not None:
            half = box.height() // 2
            _words(painter, QRect(box.left(), box.top() + half, box.width(), half - 6), words.under)
            box = QRect(box.left(), box.top() + 3, box.width(), half)
        _words(painter, box, words)


def _lead(painter: QPainter, rect: QRect, row: ListRow) -> None:
    if row.lead == ARMS:
        side = theme().px(36)
        box = QRect(rect.x() + 20, rect.center().y() - side // 2, side, side)
        ratio = painter.device().devicePixelRatioF()
        own = (_picture(row.arms, side, ratio) if row.arms else None) or own_arms(row.emblem or row.title, side, ratio)
        size = own.deviceIndependentSize()
        painter.drawPixmap(round(box.center().x() - size.width() / 2), round(box.center().y() - size.height() / 2), own)
    elif row.lead in (EMPTY_BOX, TICKED_BOX):
        side = theme().px(16)
        box = QRect(rect.left() + theme().px(11), rect.top() + (theme().px(28) - side) // 2, side, side)
        ticked = row.lead == TICKED_BOX
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("done" if ticked else "edge"), 2))
        painter.setBrush(theme().color("done" if ticked else "paper"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.drawPixmap(box.x(), box.y(), pixmap("check", "paper", 16))


def _tail(painter: QPainter, box: QRect, row: ListRow, width: int, gap: int) -> None:
    rest = box.adjusted(width + gap, 0, 0, 0)
    if row.tail and rest.width() > 0:
        painter.setFont(theme().font())
        painter.setPen(theme().color("ink2"))
        _text(painter, rest, row.tail)


def _words(painter: QPainter, box: QRect, words: Words) -> None:
    if words.glyph:
        size = theme().px(15)
        painter.drawPixmap(box.left(), box.center().y() - size // 2 + 1, pixmap(words.glyph, words.tone, 15))
        box = box.adjusted(size + 6, 0, 0, 0)
    painter.setFont(theme().font(words.size))
    painter.setPen(theme().color(words.tone))
    whole = not words.short or painter.fontMetrics().horizontalAdvance(words.text) <= box.width()
    _text(painter, box, words.text if whole else words.short)


def _second(painter: QPainter, box: QRect, row: ListRow) -> None:
    """Draw the second line, after its meter where it has one."""
    if row.meter:
        width, y = theme().px(_METER), box.center().y() - 2
        for stretch in row.meter:
            begin, end = round(box.left() + stretch.begin * width), round(box.left() + stretch.end * width)
            painter.fillRect(begin, y, end - begin, 6, theme().color(stretch.tone))
        box = box.adjusted(width + 12, 0, 0, 0)
    if row.second is not None:
        _words(painter, box, row.second)


@lru_cache(maxsize=32)
def _picture(data: bytes, side: int, ratio: float) -> QPixmap | None:
    """Return a picture as large as it may be in a square; None where it is none, or so wide that nothing of it is read."""
    found = QPixmap()
    if not found.loadFromData(data) or found.width() > _WIDEST * found.height():
        return None
    room = QSize(round(side * ratio), round(side * ratio))
    found = found.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    found.setDevicePixelRatio(ratio)
    return found


def _text(painter: QPainter, box: QRect, words: str) -> int:
    """Draw one line, cut with « … » where it does not fit, and return its width."""
    shown = painter.fontMetrics().elidedText(one_line(words), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT_ALIGNED, shown)
    return painter.fontMetrics().horizontalAdvance(shown)
