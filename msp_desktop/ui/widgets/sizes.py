"""Sizes that hold whatever holds text, and never more than the screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from msp_desktop.formats.quick import day_date
from msp_desktop.i18n import language
from msp_desktop.ui.theme import theme

#: What the title bar and the frame of a window take, in pixels.
FRAME_WIDTH, FRAME_HEIGHT = 16, 40
#: How wide each kind of dialog is, in pixels at 100 %: a question, a form, a list, a page to print or to fill in.
ASK, FORM, LIST, PAPER = 520, 760, 1000, 1120
#: How wide a page of fields is at the most, and a line of text in a table, in pixels at 100 %: beyond it the eye loses its line.
PAGE, TEXT = 1120, 760


def sized(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, in pixels at 100 %, as large as the text wants and the screen has room for."""
    room = window.screen().availableGeometry()
    window.resize(
        min(theme().px(width), room.width() - FRAME_WIDTH), min(theme().px(height), room.height() - FRAME_HEIGHT)
    )


def day_room() -> int:
    """Return how wide a cell with the longest of days is, « mercredi 30 septembre », in pixels at 100 %."""
    words = QFontMetrics(theme().font()).horizontalAdvance(day_date(date(2026, 9, 30), language()))
    return round(words / theme().scale) + 28


def fills_screen(window: QWidget) -> bool:
    """Tell whether a window with its frame would take the whole screen, or more."""
    room = window.screen().availableGeometry()
    return window.width() + FRAME_WIDTH >= room.width() or window.height() + FRAME_HEIGHT > room.height()
