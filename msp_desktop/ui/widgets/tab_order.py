"""Tab goes as one reads: the order of the layouts, whatever the order in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def set_tab_order(root: QWidget) -> None:
    """Make Tab go through the widgets of a window or a panel in reading order."""
    order = list(focusable(root))
    for before, after in pairwise(order):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Give the widgets under this one that Tab may reach, in reading order, itself first."""
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    if isinstance(root, QScrollArea):
        inner = root.widget()
        if inner is not None:
            yield from focusable(inner)
    elif isinstance(root, QSplitter | QStackedWidget):
        for index in range(root.count()):
            part = root.widget(index)
            if part is not None:
                yield from focusable(part)
    else:
        layout = root.layout()
        if layout is not None:
            yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from focusable(widget)
        elif inner is not None:
            yield from _in_layout(inner)
