"""What stands in a window is told in the order in which it is read: Qt tells it in the order in which it was made."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from msp_desktop.ui.widgets.tab_order import parts


def follow_focus(_before: QWidget | None, now: QWidget | None) -> None:
    """Put the window the keyboard is in into its order, once it stands; nothing where no assistive tool is there."""
    if now is not None and QAccessible.isActive():
        window = now.window()
        QTimer.singleShot(0, window, lambda: put_in_order(window))


def put_in_order(root: QWidget) -> None:
    """Make the children of each widget under this one follow one another as they are read."""
    if not isValid(root):
        return
    wanted = list(parts(root))
    if not isinstance(root, QStackedWidget) and wanted != _children(root):
        # Each comes last in its turn. What no layout holds stays over what one does.
        for part in wanted:
            part.raise_()
    inner = root.widget() if isinstance(root, QScrollArea) else None
    for part in wanted if inner is None else [inner]:
        if isinstance(part, QScrollArea) or not isinstance(part, QAbstractScrollArea):  # a view tells of its own rows
            put_in_order(part)


def _children(root: QWidget) -> list[QWidget]:
    return [child for child in root.children() if isinstance(child, QWidget) and not child.isWindow()]
