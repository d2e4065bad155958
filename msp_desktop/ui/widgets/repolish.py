"""Dress a widget anew once a property that the stylesheet looks at has changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def repolish(widget: QWidget) -> None:
    """Have the stylesheet read anew for a widget; one never shown is dressed when it is first."""
    # Before the first paint nothing is: and the first call of `style()` makes all of QStyle's classes for Python.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
