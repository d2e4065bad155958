"""Set-off text behind a bar, and room to write."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.layout import Content, flowables, layout
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
