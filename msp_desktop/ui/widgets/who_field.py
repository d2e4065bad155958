"""The editors of « Qui »: a field of a form, and the cell of a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.drafts import DraftKey, Drafts
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.widgets.cell_line import CellLine
from msp_desktop.ui.widgets.chip_places import AFTER, BEFORE, GAP, chip_places
from msp_desktop.ui.widgets.line_button import LineButton
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.who_chips import WhoChips
from msp_desktop.ui.widgets.who_names import Names

#: Pixels at 100 %: the narrowest a cell of names is while one types in it, and the room for what is typed.
NARROWEST, TYPED = 320, 90


class WhoField(WhoChips, LineField):
    """A line of names: people of the directory as chips, anybody else in words.

    Bound to no form it emits `request_write(text)` as a line does. While somebody types, what is stored of it
    (« Mme Nadia Roche » for « nadia roche ») does not take the place of what they typed: it does once they leave.
    """

    def __init__(self, name: str, names: Names | None = None, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self._stored: Any = ""
        self._storing = False
        self.begin_names(names or Names())
        everybody = QAction(icon("down"), _("Everybody who may be chosen (Alt+Down)"), self)
        everybody.triggered.connect(self.show_all)
        LineButton(everybody, self)

    @override
    def value_of(self, words: Any) -> Any:
        self._storing = True
        return super().value_of(words)

    @override
    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        own, self._storing = self._storing, False
        known, self._stored = self._stored, value
        if anew or (value != known and not (own and self.hasFocus())):
            super().show_stored(value, anew=True)

    @override
    def _changed(self, *, at_once: bool) -> None:
        self._typed()
        if at_once:
            self.flush()

    def _show_kept(self) -> None:
        """Show what is stored of what was typed, once somebody has left."""
        if self.hasFocus() or self.window().focusWidget() is self:
            return
        if self.binding is None:
            self.settle_names()
        elif not self.binding.waiting():
            super().show_stored(self._stored, anew=True)
        self.setCursorPosition(0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._show_kept)


class CellWho(WhoChips, CellLine):
    """The cell of a table in which names are chips.

    It is as wide as its names ask, over the cells beside it, then has rows over the lines under it; where the table has
    room for neither, each chip is as narrow as it must be.
    """

    def __init__(
        self, key: DraftKey, drafts: Drafts, store: Callable[[str], object], parent: QWidget, names: Names
    ) -> None:
        super().__init__(key, drafts, store, parent)
        self._cell = QRect()
        self.begin_names(names)

    def place_in(self, cell: QRect) -> None:
        """Stand over this cell of the table."""
        self._cell = cell
        self.first_row = cell.height()
        self._fit()

    def _fit(self) -> None:
        table = self.parentWidget()
        if table is None or self._cell.isEmpty():
            return
        room, px = table.size(), theme().px
        widths = [self.fontMetrics().horizontalAdvance(name) for name in self.chips()]
        asked = sum(px(BEFORE) + px(AFTER) + width + px(GAP) for width in widths) + px(TYPED)
        width = min(room.width(), max(self._cell.width(), px(NARROWEST), asked))
        high = chip_places(widths, 0, width, px, first=self.first_row).top + self.first_row
        self.one_row = asked <= width or high > room.height()
        if self.one_row:
            high = self.first_row
        x, y = min(self._cell.x(), room.width() - width), min(self._cell.y(), room.height() - high)
        self.setGeometry(x, y, width, high)
        self._place()

    @override
    def _set_chips(self, chips: Any) -> None:
        super()._set_chips(chips)
        self._fit()

    @override
    def _typed(self, text: str) -> None:
        super()._typed(self.text())

    @override
    def _changed(self, *, at_once: bool) -> None:
        self._typed("")
