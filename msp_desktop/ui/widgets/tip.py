"""What the mouse shows over a widget, told as well to whoever does not see it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.ui.widgets.one_line import plain_tip

#: The property that holds what a widget's description was given of its tool tip.
_TOLD = "told_tip"


def show_tip(widget: QWidget, words: str) -> None:
    """Show words under the mouse as they are, and have them told where a widget has no description of its own.

    Without one Qt would tell the tool tip's, markup and all.
    """
    told = widget.property(_TOLD) or ""
    if widget.accessibleDescription() in ("", told):
        widget.setProperty(_TOLD, words)
        widget.setAccessibleDescription(words)
    # Last: what keeps a button out of use says anew why when its tip is changed.
    widget.setToolTip(plain_tip(words))
