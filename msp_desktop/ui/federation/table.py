"""The table of communes: sorted by the base, not by the window, so that thirty thousand lines hold nothing up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from msp_desktop.domain.federated.communes import Order
from msp_desktop.i18n import _
from msp_desktop.ui.federation.advance import AdvanceCell
from msp_desktop.ui.federation.columns import ADVANCE, heads
from msp_desktop.ui.federation.seen import CommuneRow
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.record_table import RecordTable

#: The orders that begin with what is greatest when their head is pressed.
_DOWN_FIRST = {Order.VIGILANCES, Order.LEAVING, Order.LATE, Order.MADE_AT, Order.DONE, Order.DAY}


class CommuneTable(RecordTable):
    """Emit `request_order(order, descending)` when the head of a column is pressed, `several(ids)` when other rows are chosen."""

    request_order = Signal(object, bool)
    several = Signal(list)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._heads = heads(today)
        self._wished: frozenset[Order] = frozenset()
        self._order: tuple[Order, bool] = (Order.VIGILANCES, True)
        super().__init__(_("Communes"), [head.column for head in self._heads], parent, sortable=False)
        self.setItemDelegateForColumn(ADVANCE, AdvanceCell(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._on_head)
        self.show_order(*self._order)

    def show_all(self, rows: Sequence[CommuneRow]) -> None:
        """Show these lines in their order; the one chosen stays so, else the first is."""
        chosen = self.chosen_id()
        self._quiet = True
        self.rows.show_anew(rows)
        if chosen is None or self.rows.row_of(chosen) < 0:
            chosen = rows[0].id if rows else None
        if chosen is not None:
            self.select(chosen)
        self._quiet = False
        self._tell()

    def show_order(self, order: Order, descending: bool) -> None:
        """Mark the head of the column that the lines are sorted by."""
        self._order = (order, descending)
        place = next((at for at, head in enumerate(self._heads) if head.order is order), -1)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, way)

    def wish(self, orders: Collection[Order]) -> None:
        """Show the columns that are there only where somebody asks for them."""
        self._wished = frozenset(orders)
        self._make_room()

    def wishes(self) -> frozenset[Order]:
        """Return the columns asked for, by their orders."""
        return self._wished

    def hidden(self) -> frozenset[Order]:
        """Return the orders of the columns that are not seen."""
        return frozenset(head.order for at, head in enumerate(self._heads) if self.isColumnHidden(at))

    def _on_head(self, section: int) -> None:
        order = self._heads[section].order
        present, descending = self._order
        self.request_order.emit(order, not descending if order is present else order in _DOWN_FIRST)

    def _make_room(self) -> None:
        """Leave out as many columns as there is no room for, the least useful first."""
        shown = [head for head in self._heads if not head.wished or head.order in self._wished]
        least = sorted((head for head in shown if head.yields), key=lambda head: -head.yields)
        room = self.viewport().width()
        while least and sum(theme().px(head.column.width) for head in shown) > room:
            shown.remove(least.pop(0))
        self.hide_columns({at for at, head in enumerate(self._heads) if head not in shown})

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.several.emit(self.selected_ids())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)
