"""How Qt finds our own words for a widget: asked once a widget, and only where an assistive tool is there."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from msp_desktop.ui.heard.order import follow_focus

_installed: list[bool] = []


def install(application: QApplication) -> None:
    """Have Qt ask `interface_for` from now on, and what stands in a window be told as one reads it."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(interface_for)
        application.focusChanged.connect(follow_focus)


def interface_for(_class_name: str, thing: QObject) -> object:
    """Return what tells of a widget that says how it is told, None to let Qt do it.

    Nothing else is held or made of what Qt asks about: it may still be being built, and Python would go on taking it for
    less than it becomes.
    """
    kind = getattr(thing, "heard_as", "")
    if not kind or not isinstance(thing, QWidget):
        return None
    # Only now: these classes take long to make for Python, and most people need none of them.
    from msp_desktop.ui.heard import interfaces

    return interfaces.KINDS[kind](thing)
