"""What the window tells whoever does not see it, beyond what Qt tells by itself.

A widget says how it is told by an attribute, `heard_as`; nothing of this is made before an assistive tool asks.
"""

from __future__ import annotations

#: A label that is a title: read as a heading, to go from one to the next.
HEADING = "heading"
#: A picture of figures: its name is the finding, its description the figures.
GRAPHIC = "graphic"
#: Widgets that belong together, under the name of the widget that holds them.
GROUP = "group"
#: A picture of things one may choose: a list, whose items `heard_items` gives.
ITEMS = "items"
