"""What the window tells whoever does not see it, beyond what Qt tells by itself.

A widget says how it is told by an attribute, `heard_as`; nothing of this is made before an assistive tool asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound="QWidget")

#: A label that is a title: read as a heading, to go from one to the next.
HEADING = "heading"
#: A picture of figures: its name is the finding, its description the figures.
GRAPHIC = "graphic"
#: A picture beside words that say it all: nothing is told of it.
DECORATION = "decoration"
#: Widgets that belong together, under the name of the widget that holds them.
GROUP = "group"
#: A picture of things one may choose: a list, whose items `heard_items` gives.
ITEMS = "items"


def group(widget: W, name: str) -> W:
    """Have what stands in a widget told as a group of this name."""
    widget.heard_as = GROUP  # type: ignore[attr-defined]
    widget.setAccessibleName(name)
    return widget


def decoration(picture: W) -> W:
    """Have nothing told of a picture: the words beside it say it all."""
    picture.heard_as = DECORATION  # type: ignore[attr-defined]
    return picture
