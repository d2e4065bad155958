"""The head of the tab: its title, how the inventory was made, its parts, and the buttons of the part in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.ui.paged.heads import HeadLine, are_lists
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.folding import Fitted
from msp_desktop.ui.widgets.layouts import column, row

#: The widest a list of the parts is, in pixels at 100 %, and the gaps between what stands on a line.
_LIST, _GAP, _BESIDE = 280, 16, 8


class InventoryHead(Fitted):
    """Two lines: the buttons stand on the first where the parts need the second, else the parts are a list on the first.

    Where the first has no room for the buttons, they have a third.
    """

    def __init__(self, title: QWidget, made: QWidget, parts: HeadLine, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self._title, self._made, self._parts = title, made, parts
        self._buttons = row(*buttons, spacing=_BESIDE)
        self._lines = [row(spacing=_GAP) for _line in range(3)]
        self._arranged: tuple[bool, int] | None = None
        box = column(*self._lines, spacing=12)
        box.setSizeConstraint(box.SizeConstraint.SetNoConstraint)
        self.setLayout(box)
        self._arrange(listed=are_lists(), at=1)

    @override
    def fit(self) -> None:
        """Put everything where it has room."""
        listed = are_lists() or self._parts.sizeHint().width() > self.width()
        titled = self._title.sizeHint().width() + _GAP if not self._title.isHidden() else 0
        first = titled + self._made.sizeHint().width() + 2 * _GAP + self._buttons.sizeHint().width()
        self._arrange(listed=listed, at=1 if listed else 0 if first <= self.width() else 2)

    def _arrange(self, *, listed: bool, at: int) -> None:
        if self._arranged == (listed, at):
            return
        self._arranged = listed, at
        for line in self._lines:
            _empty(line)
        first, second = (
            ((self._title, self._parts, self._made), ()) if listed else ((self._title, self._made), (self._parts,))
        )
        self._parts.setMaximumWidth(theme().px(_LIST) if listed else 16_777_215)
        for line, widgets in zip(self._lines, (first, second, ()), strict=True):
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
        self._lines[at].addLayout(self._buttons)


def _empty(line: QHBoxLayout) -> None:
    """Take out what stands on a line, without deleting it."""
    while line.count():
        item = line.takeAt(0)
        inner = item.layout() if item is not None else None
        if inner is not None:
            inner.setParent(None)
