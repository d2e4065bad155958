"""Neighbouring towns side by side: a column each, the same questions in the same rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.formats.numbers import decimal
from msp_desktop.formats.quick import medium_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.tabs.project.neighbour_panel import took_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes

_WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
#: What the column of names and each town's take at the least, in pixels at 100 %.
_NAMES, _LEAST = 180, 170


class NeighbourGrid(QTableWidget):
    """Emit `chosen(id)` for the town of the cell the keyboard is on, `opened(id)` to write, `request_delete(id)`."""

    chosen = Signal(int)
    opened = Signal(int)
    request_delete = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_by_side")
        self.setAccessibleName(_("Neighbouring towns, side by side"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(theme().px(120))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        names = self.verticalHeader()
        names.setHighlightSections(False)
        names.setSectionsClickable(False)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setHighlightSections(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._keys: list[int] = []
        self._quiet = False
        self.doubleClicked.connect(self._open)
        theme_changes().changed.connect(self._fit)

    def show_towns(self, towns: Sequence[NeighbourTown], chosen: int | None) -> None:
        """Show these towns, the one chosen highlighted; the row the keyboard is on stays."""
        self._quiet = True
        names = labels()
        self._keys = [town.id for town in towns]
        self.setRowCount(len(names))
        self.setColumnCount(len(towns))
        self.setVerticalHeaderLabels(names)
        self.setHorizontalHeaderLabels([town.town for town in towns])
        for column, cells in enumerate(map(answers, towns)):
            for number, words in enumerate(cells):
                self._put(number, column, words)
        if chosen in self._keys:
            self.setCurrentCell(max(0, self.currentRow()), self._keys.index(chosen))
        self._fit()
        self._quiet = False

    def _put(self, number: int, column: int, words: str) -> None:
        item = self.item(number, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.setItem(number, column, item)
        item.setText(words or "–")
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words or _("nothing noted"))

    def _town(self, column: int) -> int | None:
        return self._keys[column] if 0 <= column < len(self._keys) else None

    def _open(self, index: QModelIndex) -> None:
        key = self._town(index.column())
        if key is not None:
            self.opened.emit(key)

    def _fit(self) -> None:
        if not self._keys:
            return
        now = theme()
        self.verticalHeader().setFixedWidth(now.px(_NAMES))
        wide = max(self.viewport().width() // len(self._keys), now.px(_LEAST))
        for column in range(len(self._keys)):
            self.setColumnWidth(column, wide)
        metrics, around = self.fontMetrics(), now.px(20)
        for number in range(self.rowCount()):
            cells = [(self.item(number, column), self.columnWidth(column)) for column in range(self.columnCount())]
            high = max(
                metrics.boundingRect(QRect(0, 0, width - around, 10_000), _WRAPS, item.text()).height()
                for item, width in cells
                if item is not None
            )
            self.setRowHeight(number, high + now.px(13))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._quiet:  # while columns come, Qt resizes the view before its header knows them
            self._fit()

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        key = self._town(current.column())
        if not self._quiet and key is not None and current.column() != previous.column():
            self.chosen.emit(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self._town(self.currentColumn())
        if key is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key is not None and event.key() == Qt.Key.Key_Delete:
            self.request_delete.emit(key)
        else:
            super().keyPressEvent(event)


def labels() -> list[str]:
    """Return what is compared."""
    return [
        _("Distance"), _("Begun in"), _("Recognised in"), _("How long it took"), _("The team"), _("The premises"),
        _("What helped"), _("What held back"), _("What we keep of it"), _("Whom to call there"), _("Noted on"),
    ]  # fmt: skip


def answers(town: NeighbourTown) -> list[str]:
    """Return what a town says of each, in the order of `labels`, "" where it is not noted."""
    return [
        f"{decimal(town.distance_km)}\u00a0km" if town.distance_km is not None else "",
        str(town.begun) if town.begun is not None else "",
        str(town.recognised) if town.recognised is not None else "",
        took_words(town), town.team, town.premises, town.helped, town.hindered, town.kept, town.contact,
        medium_date(town.noted_on, language()) if town.noted_on else "",
    ]  # fmt: skip
