"""Rows of widgets kept by key: a refresh changes them in place, so that focus, cursor and scroll survive it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from msp_desktop.ui.widgets.tab_order import focusable, set_tab_order

V = TypeVar("V")
W = TypeVar("W", bound=QWidget)


class KeyedRows(QWidget, Generic[V, W]):
    """One widget a value, one under the other.

    `make(value)` makes the widget of a value never seen, `update(widget, value)` shows a value in it (it is called for
    every value shown, new or not). A row that goes while it has the keyboard hands it to its neighbour. With `reuse`,
    `update` makes any row show any value, and rows that go serve again: making and styling one costs some milliseconds.
    """

    def __init__(
        self,
        key: Callable[[V], Hashable],
        make: Callable[[V], W],
        update: Callable[[W, V], None],
        parent: QWidget | None = None,
        *,
        spacing: int = 0,
        reuse: bool = False,
    ) -> None:
        super().__init__(parent)
        self._key, self._make, self._update = key, make, update
        self._rows: dict[Hashable, W] = {}
        self._reuse = reuse
        self._spare: list[W] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)

    def show_values(self, values: Sequence[V]) -> None:
        """Show these values in this order; rows of the same key stay the widgets they are."""
        wanted = {self._key(value): value for value in values}
        before, widgets = list(self._rows), list(self._rows.values())
        gone = [key for key in before if key not in wanted]
        if gone:
            self._hand_on_focus(before, gone)
        freed = [self._rows.pop(key) for key in gone]
        if self._reuse:
            self._spare, freed = freed + self._spare, []
        for row in freed:
            self._take_out(row)
            row.deleteLater()
        for index, (key, value) in enumerate(wanted.items()):
            if key not in self._rows:
                self._rows[key] = self._spare.pop(0) if self._spare else self._make(value)
            row = self._rows[key]
            self._update(row, value)
            if self._box.indexOf(row) != index:
                self._box.removeWidget(row)
                self._box.insertWidget(index, row)
                row.show()  # Qt would wait for the next event: until then it could not take the keyboard
        for row in self._spare:
            self._take_out(row)
        self._rows = {key: self._rows[key] for key in wanted}
        if list(self._rows.values()) != widgets:
            set_tab_order(self._panel())

    def row(self, key: Hashable) -> W | None:
        """Return the widget of a key, None where it is not shown."""
        return self._rows.get(key)

    def rows(self) -> list[W]:
        """Return the widgets shown, in their order."""
        return list(self._rows.values())

    def _take_out(self, row: W) -> None:
        self._box.removeWidget(row)
        row.hide()

    def _panel(self) -> QWidget:
        """Return the pane the rows stand in, else their window: Tab goes through it as one reads."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent or self.window()

    def _hand_on_focus(self, keys: list[Hashable], gone: list[Hashable]) -> None:
        index = next((i for i, key in enumerate(keys) if key in gone and _has_focus(self._rows[key])), -1)
        if index < 0:
            return
        near = [key for key in (*keys[index + 1 :], *reversed(keys[:index])) if key not in gone]
        target = next((found for key in near for found in focusable(self._rows[key])), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(row: QWidget) -> bool:
    focused = row.window().focusWidget()
    return focused is not None and (focused is row or row.isAncestorOf(focused))
