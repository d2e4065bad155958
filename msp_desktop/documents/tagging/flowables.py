"""Tagged paragraphs, headings, list items and drawings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.platypus import Flowable, Paragraph

from msp_desktop.documents.tagging.elements import Element

#: Draw on the canvas, origin at the lower left of the drawing: (canvas, width, height), in points.
Painter = Callable[[Any, float, float], None]


class Tagged:
    """A flowable with one element that all its parts share."""

    kind = "P"
    element: Element | None = None
    is_first = True

    def own_element(self) -> Element:
        """Return the element of this flowable."""
        if self.element is None:
            self.element = Element(self.kind)
        return self.element

    def share(self, part: Any, first: bool) -> None:
        """Hand the element to one part of a split flowable."""
        part.element = self.own_element()
        part.is_first = self.is_first and first

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803 – ReportLab's names
        """Split as ReportLab does; the parts are one element."""
        parts: list[Any] = super().split(aW, aH)  # type: ignore[misc]
        for index, part in enumerate(parts):
            if part is not self:
                self.share(part, index == 0)
        return parts

    def draw(self) -> None:
        """Draw as the content of the element."""
        canvas: Any = self.canv  # type: ignore[attr-defined]
        canvas.push(self.own_element())
        super().draw()  # type: ignore[misc]
        canvas.pop()


class SteadyParagraph(Paragraph):
    """A paragraph that breaks its lines once for a width: tables ask many times."""

    _broken_at: float | None = None
    _written: tuple[Any, ...] | None = None

    def written(self) -> Sequence[Any]:
        """Return the fragments as they were written: where a long word was cut, ReportLab keeps pieces of lines instead."""
        return self.frags if self._written is None else self._written

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Tell the size in a width."""
        if self._broken_at != availWidth or not hasattr(self, "blPara"):
            if self._written is None:
                self._written = tuple(self.frags)
            Paragraph.wrap(self, availWidth, availHeight)
            self._broken_at = availWidth
        return float(self.width), float(self.height)


class TaggedParagraph(Tagged, SteadyParagraph):
    """A paragraph that is one structure element."""


class Text(TaggedParagraph):
    """A tagged paragraph. The text is markup: what people typed goes through `text.typed` first."""

    def __init__(
        self, text: Any, style: Any = None, *args: Any, element: Element | None = None, **options: Any
    ) -> None:
        Paragraph.__init__(self, text, style, *args, **options)
        if element is not None:
            self.element = element


class WideText(Text):
    """A paragraph of a width of its own, in points, whatever the cell it stands in: it goes on over the cells beside it."""

    def __init__(self, text: Any, style: Any = None, *args: Any, wide: float = 0.0, **options: Any) -> None:
        Paragraph.__init__(self, text, style, *args, **options)
        self.wide = wide

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Tell the height, and no more width than there is."""
        width, height = super().wrap(self.wide, availHeight)
        return min(width, availWidth), height

    def split(self, _aW: float, aH: float) -> list[Any]:  # noqa: N803
        """Split in its own width."""
        return super().split(self.wide, aH)

    def share(self, part: Any, first: bool) -> None:
        """Hand the width too."""
        super().share(part, first)
        part.wide = self.wide


class Heading(TaggedParagraph):
    """A heading of level 1 to 3, with its bookmark: its own words, other ones, or none where these are empty.

    `place` is what a table of contents calls it.
    """

    level = 1
    bookmark: str | None = None
    place = ""

    def __init__(
        self, text: Any, style: Any = None, *args: Any, level: int = 1, bookmark: str | None = None, **options: Any
    ) -> None:
        Paragraph.__init__(self, text, style, *args, **options)
        self.level, self.bookmark = level, bookmark

    def own_element(self) -> Element:
        """Return the element H1 to H3."""
        if self.element is None:
            self.element = Element(f"H{self.level}")
        return self.element

    def share(self, part: Any, first: bool) -> None:
        """Hand the level too."""
        super().share(part, first)
        part.level, part.bookmark, part.place = self.level, self.bookmark, self.place

    def draw(self) -> None:
        """Draw with the bookmark."""
        canv = self.canv
        if self.is_first and self.place:
            canv.mark_place(self.place, self.height + 4)
        if self.is_first and self.bookmark != "":
            canv.heading_count += 1
            key = f"titre-{canv.heading_count}"
            canv.bookmarkHorizontal(key, 0, self.height + 4)
            canv.addOutlineEntry(self.bookmark or self.getPlainText(identify=True), key, self.level - 1)
        super().draw()


class ListItem(TaggedParagraph):
    """One item of a list: its label is drawn by `draw_label`, its text is the body."""

    label = "–"
    label_element: Element | None = None
    draw_label: Any = None

    def __init__(self, text: Any, style: Any = None, *args: Any, parent: Element | None = None, **options: Any) -> None:
        Paragraph.__init__(self, text, style, *args, **options)
        if parent is not None:
            item = Element("LI", parent)
            self.label_element = Element("Lbl", item)
            self.element = Element("LBody", item)

    def share(self, part: Any, first: bool) -> None:
        """Hand the label too (only the first part draws it)."""
        super().share(part, first)
        part.label_element, part.label, part.draw_label = self.label_element, self.label, self.draw_label

    def draw(self) -> None:
        """Draw the label, then the text."""
        canv = self.canv
        if self.is_first and self.label_element is not None:
            baseline = self.height - self.style.fontSize
            if self.draw_label is not None:
                x, y = canv.absolutePosition(0, 0)
                with canv.block(self.label_element, (x, y, x + self.style.leftIndent, y + self.height)):
                    self.draw_label(canv, baseline)
            else:
                with canv.tag(self.label_element):
                    canv.saveState()
                    canv.setFont(self.style.fontName, self.style.fontSize)
                    canv.setFillColor(self.style.textColor)
                    canv.drawString(0, baseline, self.label)
                    canv.restoreState()
        super().draw()


def list_element(*, ordered: bool = False) -> Element:
    """Return the element L that items share."""
    return Element("L", attributes=f"/O /List /ListNumbering /{'Decimal' if ordered else 'Disc'}")


class Drawing(Flowable):
    """A picture drawn by `paint`. `alt` is the finding, not « graphique »; none makes it decoration.

    `blank_lines` is how many lines to write on it shows, for the Word copy, which draws none.
    """

    blank_lines = 0

    def __init__(self, height: float, paint: Painter, alt: str, width: float | None = None, left: float = 0) -> None:
        Flowable.__init__(self)
        self.element = Element("Figure", alt=alt) if alt else None
        self.paint, self.height, self.asked, self.left = paint, height, width, left

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Take the whole width, or the width asked for."""
        self.width = self.asked if self.asked is not None else availWidth - self.left
        return self.left + self.width, self.height

    def draw(self) -> None:
        """Paint as one figure, or as decoration."""
        canvas = self.canv
        canvas.translate(self.left, 0)
        if self.element is None:
            with canvas.artifact("Layout"):
                self.paint(canvas, self.width, self.height)
            return
        x, y = canvas.absolutePosition(0, 0)
        with canvas.block(self.element, (x, y, x + self.width, y + self.height)):
            self.paint(canvas, self.width, self.height)
