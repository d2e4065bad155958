"""What stands in a layout, without asking it for its items."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def in_layout(layout: QLayout) -> list[QWidget | QLayout]:
    """Return the widgets and layouts in a layout that a widget has, as one reads them.

    `itemAt` is never asked: what PySide makes of an item stays when Qt frees that item with its widget, and is taken for
    whatever comes to lie at its place in memory. Some hundred items later the program aborts.
    """
    widget = layout.parentWidget()
    children = [*(widget.children() if widget is not None else ()), *layout.children()]
    placed = {
        place: one
        for one in children
        if isinstance(one, QWidget | QLayout) and one is not layout and (place := layout.indexOf(one)) >= 0
    }
    places = sorted(placed)
    if isinstance(layout, QGridLayout):
        # Read line after line, in whatever order its cells were filled; the types say an object where Qt gives numbers.
        places.sort(key=lambda place: cast("tuple[int, ...]", layout.getItemPosition(place))[:2])
    return [placed[place] for place in places]
