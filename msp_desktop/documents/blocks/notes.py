"""Set-off text behind a bar, and room to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.layout import Content, flowables, layout
from msp_desktop.documents.blocks.letter import AtLeast
from msp_desktop.documents.tagging import Drawing, Text
from msp_desktop.documents.tagging.table import Grounded
from msp_desktop.documents.text import typed


def _barred(content: list[Flowable], weight: float, indent: float) -> Grounded:
    commands: list[tuple[Any, ...]] = [
        ("LINEBEFORE", (0, 0), (0, -1), weight, style.TEAL), ("LEFTPADDING", (0, 0), (0, -1), indent),
        ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]  # fmt: skip
    return layout([[content]], ["100%"], commands)


def callout(title: str, lines: Content) -> Flowable:
    """Return what must be seen in one second (the date of the meeting in a letter), behind a teal bar."""
    head = Text(typed(title, fonts.BOLD), style.style("item"))
    block = _barred([head, *flowables(lines, "dense")], 0.8 * mm, 4 * mm)
    block.splitInRow = 0  # it is read in one second: never half on each page
    return block


def private_note(text: str) -> list[Flowable]:
    """Return a private note in italic behind a bar; nothing for an empty one."""
    content = flowables(text, "italic")
    return [_barred(content, 0.7 * mm, 3 * mm)] if content else []


def writing_lines(count: int, step: float = 7.4) -> Flowable:
    """Return room to write by hand: lines every so many millimetres."""
    apart = step * mm * style.density()

    def paint(canvas: Any, width: float, _height: float) -> None:
        canvas.setStrokeColor(style.HAIR)
        canvas.setLineWidth(style.ROW_RULE)
        for index in range(count):
            canvas.line(0, index * apart + 1, width, index * apart + 1)

    room = Drawing(count * apart + 1, paint, alt="")
    room.blank_lines = count
    return room


class Filling(AtLeast):
    """Room to write that takes what the page leaves above what must follow it, within a least and a most of lines."""

    def __init__(self, make: Callable[[int], Flowable], lines: tuple[int, int], followed_by: Flowable) -> None:
        AtLeast.__init__(self, make(lines[0]), 0)
        self.make, self.lines, self.followed_by = make, lines, followed_by

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take as many lines as leave room for what follows."""
        kept = self.followed_by.wrap(width, height)[1]
        least, most = self.lines
        for count in range(most, least - 1, -1):
            self.inner = self.make(count)
            if self.inner.wrap(width, height)[1] + kept <= height:
                return super().wrap(width, height)
        return width, height + 1  # goes to the next page, where what follows stands under it
