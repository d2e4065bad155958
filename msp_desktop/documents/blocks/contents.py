"""A table of contents: each line leads to its part, and tells its page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import draw, fonts, style
from msp_desktop.documents.tagging import Element

#: Height of a line, where its words stand above its foot, and where the titles begin, in points.
_LINE, _BASE, _INDENT = 7.6 * mm, 2.6 * mm, 9 * mm


class Contents(Flowable):
    """Lines of a number, a title and a page, on the axis; `parts` are (place, title), numbered from 1."""

    def __init__(self, parts: Sequence[tuple[str, str]]) -> None:
        Flowable.__init__(self)
        self.parts = tuple(parts)
        self.element = Element("TOC")

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Take the whole width."""
        self.width, self.height = availWidth, len(self.parts) * _LINE
        return self.width, self.height

    def draw(self) -> None:
        """Draw each line as an item that leads to its part."""
        canvas = self.canv
        size = style.style("text").fontSize
        for number, (place, title) in enumerate(self.parts, 1):
            foot = self.height - number * _LINE
            x, y = canvas.absolutePosition(0, foot)
            item = Element("TOCI", self.element)
            link = Element("Link", Element("Reference", item))
            with canvas.leading(link, (x, y, x + self.width, y + _LINE), place, title):
                draw.label(canvas, 0, foot + _BASE, str(number), size=size, bold=True, colour=style.TEAL)
                draw.label(canvas, _INDENT, foot + _BASE, title, size=size, room=self.width - _INDENT - 12 * mm)
                canvas.draw_page_of_place(place, self.width, foot + _BASE, fonts.REGULAR, size, style.INK)
            with canvas.artifact("Layout"):
                canvas.setStrokeColor(style.HAIR)
                canvas.setLineWidth(style.ROW_RULE)
                canvas.line(0, foot, self.width + style.HANG, foot)
