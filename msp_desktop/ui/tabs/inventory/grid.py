"""The grid: themes, questions, findings and how far each is, written in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from msp_desktop.domain.inventory_views import FindingState, FindingView, InventoryView
from msp_desktop.i18n import _
from msp_desktop.services import inventory as service
from msp_desktop.ui.models.neighbours import neighbour
from msp_desktop.ui.tabs.inventory.finding_editor import ATTRIBUTES, FindingDelegate, FindingNote
from msp_desktop.ui.tabs.inventory.finding_row import FINDING, QUESTION, STATE, THEME, FindingRow
from msp_desktop.ui.tabs.inventory.row_heights import heights
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.one_line import plain_tip
from msp_desktop.ui.widgets.sizes import TEXT
from msp_desktop.ui.workspace import Workspace

#: The highest row, in pixels at 100 %, and the same in the lowest window: a finding of a page must not hide the others,
#: its whole text is in its editor.
MOST, LEAST_HIGH = 128, 38
#: A row where there is room for all of them, and one that is written in, in pixels at 100 %.
USUAL, OPEN = 46, 112
#: Under this width, in pixels at 100 %, the state is its icon alone.
_NARROW = 640
#: Letters of a word that are measured: no column is made wider than a third of the grid.
_WORD = 60
#: Measures of rows that are held.
_HELD = 1000
#: Letters of a tool tip.
_TIP = 1000

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsGrid(QTableWidget):
    """Show the questions and write what is typed in them.

    `chosen(view)` tells of the one the keyboard is on, `take_wished()` that its proposal is wanted (Shift and Enter),
    `written(open)` that somebody begins or ends writing in a cell.
    """

    chosen = Signal(object)
    take_wished = Signal()
    written = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        # A bar that comes or goes with the rows' heights changes the widths again: measured once they have settled.
        self._settled = QTimer(singleShot=True, interval=0)
        #: What rows need, by their words and the widths of their columns, and how wide the columns' words are.
        self._high: dict[tuple[object, ...], int] = {}
        self._wide = (0, 0, 0)
        super().__init__(0, 4, parent)
        self._settled.setParent(self)
        self.setHorizontalHeaderLabels([_("Theme"), _("Question"), _("Finding"), _("State")])
        self.setAccessibleName(_("Questions and findings"))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._workspace = workspace
        self._delegate = FindingDelegate(workspace.drafts, self._stored, self._hint, self._write, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(FINDING, QHeaderView.ResizeMode.Stretch)
        self._rows: list[FindingRow] = []
        self._filling = False
        self.currentCellChanged.connect(self._on_cell)
        self._settled.timeout.connect(self._fit_rows)
        header.sectionResized.connect(self._settled.start)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_view(self, view: InventoryView) -> None:
        """Show the questions of an inventory; the one chosen stays chosen, or its neighbour where it is gone.

        Where none is, the first proposal to read over is, else the first question.
        """
        rows, chosen = self._rows, self.current()
        before = [row.finding.id for row in rows]
        self._rows = [FindingRow(finding, theme_.short_title, not place)
                      for theme_ in view.themes for place, finding in enumerate(theme_.findings)]  # fmt: skip
        order = [row.finding.id for row in self._rows]
        self._filling = True
        self.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            if number >= len(rows) or rows[number] != row:
                self._fill(number)
        if chosen is None:
            self.choose(next(iter(self.proposals()), order[0] if order else 0))
        elif order != before:
            key = chosen.id if chosen.id in order else neighbour(before, chosen.id, order)
            self.setCurrentCell(order.index(key) if key in order else -1, max(1, self.currentColumn()))
        self._filling = False
        if rows != self._rows:
            self._wide = self._measured()
        self._fit_columns()
        self._fit_rows()
        self.chosen.emit(self.current())

    def current(self) -> FindingView | None:
        """Return the finding chosen."""
        row = self.currentRow()
        return self._rows[row].finding if 0 <= row < len(self._rows) else None

    def findings(self) -> list[FindingView]:
        """Return the findings in the order they are shown."""
        return [row.finding for row in self._rows]

    def proposals(self) -> list[int]:
        """Return the questions whose proposal waits to be read over, those under the one chosen first."""
        here = self.currentRow() + 1
        rows = self._rows[here:] + self._rows[:here]
        return [row.finding.id for row in rows if row.finding.state is FindingState.PROPOSED]

    def write_current(self) -> None:
        """Open the editor of the finding chosen."""
        self._open(FINDING)

    def choose(self, finding_id: int) -> None:
        """Put the keyboard on a question's finding."""
        row = next((row for row, shown in enumerate(self._rows) if shown.finding.id == finding_id), -1)
        if row >= 0:
            self.setCurrentCell(row, FINDING)

    def write_in(self, finding_id: int, attribute: str) -> None:
        """Open the editor of a question or of its finding."""
        self.choose(finding_id)
        self._open(next(col for col, name in ATTRIBUTES.items() if name == attribute))

    def _open(self, column: int) -> None:
        item = self.item(self.currentRow(), column)
        if item is not None:
            self.setFocus()
            self.setCurrentItem(item)
            self.editItem(item)

    def _fill(self, number: int) -> None:
        row = self._rows[number]
        for column in range(4):
            item = self.item(number, column) or QTableWidgetItem()
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if column in ATTRIBUTES else flags)
            item.setText(row.shown(column))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.told(column))
            if self.item(number, column) is None:
                self.setItem(number, column, item)
            self._dress_item(number, column)

    def _dress_item(self, number: int, column: int) -> None:
        row, item = self._rows[number], self.item(number, column)
        assert item is not None
        item.setForeground(theme().color(row.tone(column)))
        item.setFont(theme().font(bold=column == THEME))
        if column == STATE:
            item.setIcon(icon(*row.glyph()))
            item.setToolTip(plain_tip(row.why()))

    def _on_cell(self, *_cells: int) -> None:
        if not self._filling:
            self.chosen.emit(self.current())

    def _stored(self, row: int, attribute: str) -> tuple[int, str]:
        finding = self._rows[row].finding
        return finding.id, str(getattr(finding, attribute))

    def _hint(self, row: int, attribute: str) -> str:
        """Return what is read where nothing is written yet: the proposal stays in view of whoever writes."""
        draft = self._rows[row].finding.draft if attribute == "answer" else ""
        return _("A proposal is ready: « {text} »").format(text=draft) if draft else ""

    def _write(self, finding_id: int, attribute: str, text: str) -> None:
        if attribute == "answer":
            self._workspace.attempt(service.write_finding, finding_id, text, self._workspace.today())
        else:
            self._workspace.attempt(service.reword_question, finding_id, text)

    def _dress(self) -> None:
        for number in range(self.rowCount()):
            for column in range(4):
                self._dress_item(number, column)
        self._high.clear()
        self._wide = self._measured()
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        self._fit_columns()
        self._settled.start()

    def _measured(self) -> tuple[int, int, int]:
        """Return the width of the longest word of the themes and of the questions, and of the longest state."""
        bold, plain = QFontMetrics(theme().font(bold=True)), QFontMetrics(theme().font())

        def longest(metrics: QFontMetrics, column: int) -> int:
            words = {word[:_WORD] for row in self._rows for word in row.shown(column).split()}
            return max(map(metrics.horizontalAdvance, words), default=0)

        states = {row.shown(STATE) for row in self._rows}
        return longest(bold, THEME), longest(plain, QUESTION), max(map(plain.horizontalAdvance, states), default=0)

    def _fit_columns(self) -> None:
        """Give the theme, the question and the state what they need, the finding the rest, up to a line that is read with ease."""
        now, room = theme(), self.viewport().width()
        titles, questions, states = self._wide
        around, narrow = now.px(24) + 8, room < now.px(_NARROW)
        heading = QFontMetrics(self.horizontalHeader().font()).horizontalAdvance(_("State")) + now.px(20)
        self.setColumnWidth(THEME, min(titles + around, room // 3))
        self.setColumnWidth(QUESTION, min(max(questions + around, round(room * 0.24)), now.px(280), room // 3))
        spare = room - self.columnWidth(THEME) - self.columnWidth(QUESTION) - now.px(TEXT)
        self.setColumnWidth(STATE, max(heading, spare, now.px(40) if narrow else states + now.px(46)))
        for number, row in enumerate(self._rows):
            item, words = self.item(number, STATE), "" if narrow else row.shown(STATE)
            if item is not None and item.text() != words:
                item.setText(words)

    def most(self) -> int:
        """Return the highest a row may be, in pixels: two of them are seen in the lowest window."""
        return max(theme().px(LEAST_HIGH), min(theme().px(MOST), round(self.viewport().height() * 0.48)))

    def _fit_rows(self) -> None:
        """Make each row as high as its words at the width its columns have; the one being written has its own height."""
        editing = self.currentRow() if self.state() == QAbstractItemView.State.EditingState else -1
        most = self.most()
        wanted = [min(self._needed(row), most) for row in range(self.rowCount())]
        for row, high in enumerate(heights(wanted, theme().px(USUAL), self.viewport().height())):
            if row != editing:
                self.setRowHeight(row, high)
            cut = wanted[row] == most
            for column in (QUESTION, FINDING):
                item, words = self.item(row, column), self._rows[row].told(column)[:_TIP] if cut else ""
                if item is not None and item.toolTip() != plain_tip(words):
                    item.setToolTip(plain_tip(words))

    def _needed(self, row: int) -> int:
        columns = (THEME, QUESTION, FINDING)
        key = (*map(self._rows[row].shown, columns), *map(self.columnWidth, columns))
        if key not in self._high:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            self._high[key] = 0
            for column in columns:
                option.rect = QRect(0, 0, self.columnWidth(column), 1000)
                high = self._delegate.height(option, self.model().index(row, column))
                self._high[key] = max(self._high[key], high)
        return self._high[key]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._high) > _HELD:
            self._high.clear()
        self._fit_columns()
        self._settled.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._high.clear()  # the stylesheet's room around the words comes after the theme
            self._settled.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.take_wished.emit()
        else:
            self._open(QUESTION if self.currentColumn() == QUESTION else FINDING)

    @override
    def edit(self, index: _Index, trigger: QAbstractItemView.EditTrigger, event: object) -> bool:  # type: ignore[override]
        opened = bool(super().edit(index, trigger, event))  # type: ignore[call-overload]
        if opened and self.state() == QAbstractItemView.State.EditingState:
            self.setRowHeight(index.row(), max(self.rowHeight(index.row()), theme().px(OPEN)))
            QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))  # once the row is as high
            self.written.emit(True)
        return opened

    @override
    def closeEditor(self, editor: QWidget, hint: object) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache and isinstance(editor, FindingNote):
            editor.give_back()
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        self._fit_rows()
        self.written.emit(False)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self.currentRow() + 1 < self.rowCount():
            self.setCurrentCell(self.currentRow() + 1, self.currentColumn())
