"""What every window of the program over another has in common."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from msp_desktop.ui.widgets.tab_order import TabsAsRead


class Dialog(TabsAsRead, QDialog):
    """A dialog in which Tab goes as one reads."""
