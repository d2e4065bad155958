"""Tab goes as one reads: the order of the layouts, whatever the order in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from msp_desktop.ui.widgets.in_layout import in_layout

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class TabsAsRead(_Base):
    """A window in which Tab goes as one reads, whatever was made, moved or taken away since it was opened.

    The order is looked up when Tab is pressed, which is the only moment when it counts.
    """

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        set_tab_order(self)
        return super().focusNextPrevChild(forward)


def set_tab_order(root: QWidget) -> None:
    """Make Tab go through the widgets of a window or a panel in reading order."""
    # Which of them follow each other already is not asked: PySide takes what `nextInFocusChain` returns for a child of
    # the widget asked. The last of a page would own the window, whose menus would go with the page.
    order = list(focusable(root))
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)
    _place_inner(set(order))


def _place_inner(order: set[QWidget]) -> None:
    """Put what has the keyboard within one of these, the open cell of a table, right after that one.

    Made last, it would have the first widget of the window after it.
    """
    focused = QApplication.focusWidget()
    around = focused
    while around is not None and around not in order:
        around = None if around.isWindow() else around.parentWidget()
    if focused is not None and around is not None and around is not focused:
        QWidget.setTabOrder(around, focused)


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Give the widgets under this one that Tab may reach, in reading order, itself first."""
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    if isinstance(root, QScrollArea):
        inner = root.widget()
        if inner is not None:
            yield from focusable(inner)
    else:
        for part in _laid_out(root):
            yield from focusable(part)


def parts(root: QWidget) -> Iterator[QWidget]:
    """Give the widgets in this one, not those in them, as they are read; those that no layout holds come last."""
    placed = [part for part in _laid_out(root) if part.parentWidget() is root]
    yield from placed
    held = set(placed)
    for child in root.children():
        if isinstance(child, QWidget) and child not in held and not child.isWindow():
            yield child


def _laid_out(root: QWidget) -> Iterator[QWidget]:
    order = getattr(root, "reading_order", None)
    if order is not None:
        yield from order()
    elif isinstance(root, QMainWindow):
        yield from filter(None, [root.centralWidget()])
    elif isinstance(root, QSplitter | QStackedWidget):
        yield from filter(None, (root.widget(index) for index in range(root.count())))
    else:
        layout = root.layout()
        if layout is not None:
            yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for part in in_layout(layout):
        if isinstance(part, QLayout):
            yield from _in_layout(part)
        else:
            yield part
