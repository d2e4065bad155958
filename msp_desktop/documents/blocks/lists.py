"""Bulleted lists, lists to tick with a pen, and postures with their sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.tagging import ListItem
from msp_desktop.documents.tagging.flowables import list_element
from msp_desktop.documents.text import typed

_BOX = 3.6 * mm
#: A box to tick, as a character.
BOX = "☐"
#: People stand in two columns where this part of them hold there on one line.
_MOST = 0.7


def bullets(
    items: Sequence[str], *, ordered: bool = False, markup: bool = False, small: bool = False
) -> list[Flowable]:
    """Return a list with dashes or numbers, `small` as the words of a table. With `markup` the items are already safe (made
    with `typed`).
    """
    parent, face = list_element(ordered=ordered), style.style("name" if small else "bullet")
    out: list[Flowable] = []
    for index, item in enumerate(items):
        entry = ListItem(item if markup else typed(item), face, parent=parent)
        entry.label = f"{index + 1}." if ordered else "–"
        out.append(entry)
    return out


def names(lines: Sequence[str]) -> list[Flowable]:
    """Return a list of people in small lines: in two columns on the axis, read down one then the other, where most hold."""
    parent, face, half = list_element(), style.style("name"), style.AXIS_WIDTH / 2
    entries: list[Flowable] = []
    for line in lines:
        entry = ListItem(typed(line), face, parent=parent)
        entry.label = "–"
        entries.append(entry)
    room = half - 4 * mm - face.leftIndent
    short = sum(fonts.width(line, face.fontName, face.fontSize) <= room for line in lines)
    if short < len(lines) * _MOST:
        return entries
    middle = -(-len(lines) // 2)
    return [layout([[entries[:middle], entries[middle:]]], [half] * 2, [("RIGHTPADDING", (0, 0), (0, 0), 4 * mm)])]


def tick(canvas: Any, x: float, y: float, side: float) -> None:
    """Draw a tick as a path, in a square of this side."""
    _stroke(
        canvas,
        1.4,
        [(x + 0.1 * side, y + 0.5 * side), (x + 0.4 * side, y + 0.15 * side), (x + side, y + 0.95 * side)],
    )


def cross(canvas: Any, x: float, y: float, side: float) -> None:
    """Draw a cross as paths, in a square of this side."""
    _stroke(canvas, 1.4, [(x, y), (x + side, y + side)])
    _stroke(canvas, 1.4, [(x, y + side), (x + side, y)])


def box(canvas: Any, x: float, y: float, side: float) -> None:
    """Draw an empty box to tick with a pen."""
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    canvas.rect(x, y, side, side, stroke=1, fill=0)


def _stroke(canvas: Any, weight: float, points: Sequence[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(weight)
    canvas.drawPath(path, stroke=1, fill=0)


def _items(lines: Sequence[tuple[str, str, Callable[[Any, float], None]]], name: str) -> list[ListItem]:
    parent = list_element()
    out: list[ListItem] = []
    for words, spoken, draw in lines:
        entry = ListItem(typed(words), style.style(name), parent=parent)
        entry.draw_label = draw
        if entry.label_element is not None:
            entry.label_element.alt = spoken
        out.append(entry)
    return out


def checklist(items: Sequence[tuple[str, bool]], *, small: bool = False) -> Sequence[Flowable]:
    """Return lines with a box: (words, already ticked); `small` as the words of a table."""

    def empty(canvas: Any, baseline: float) -> None:
        box(canvas, 0, baseline - 0.4 * mm, _BOX)

    def ticked(canvas: Any, baseline: float) -> None:
        box(canvas, 0, baseline - 0.4 * mm, _BOX)
        tick(canvas, 0.5 * mm, baseline + 0.1 * mm, _BOX - 1 * mm)

    return _items(
        [(words, "fait" if done else "à faire", ticked if done else empty) for words, done in items],
        "tick_small" if small else "tick",
    )


def task(title: str, detail: str) -> Sequence[Flowable]:
    """Return one thing to do with its box: its title in bold, and in small letters what else to know."""

    def empty(canvas: Any, baseline: float) -> None:
        box(canvas, 0, baseline - 0.4 * mm, _BOX)

    under = f'<br/><font name="{fonts.REGULAR}" size="9.5">{typed(detail)}</font>' if detail else ""
    entry = ListItem(typed(title, fonts.BOLD) + under, style.style("task"), parent=list_element())
    entry.draw_label = empty
    if entry.label_element is not None:
        entry.label_element.alt = "à faire"
    return [entry]


def postures(items: Sequence[str], *, good: bool) -> Sequence[Flowable]:
    """Return lines with a tick (to favour) or a cross (to avoid)."""

    def sign(canvas: Any, baseline: float) -> None:
        (tick if good else cross)(canvas, 0.3 * mm, baseline, 2.4 * mm)

    return _items([(words, "à privilégier" if good else "à éviter", sign) for words in items], "bullet")


def boxes(answers: Sequence[str], name: str = "tick", side: float = _BOX) -> Sequence[Flowable]:
    """Return answers to tick with a pen, to be laid side by side, in the style named; the `side` of a box is in points."""

    def empty(canvas: Any, baseline: float) -> None:
        box(canvas, 0, baseline - 0.4 * mm - (side - _BOX) / 2, side)

    items = _items([(words, "case à cocher", empty) for words in answers], name)
    for item in items:
        item.label = BOX  # for whoever writes it as text
    return items
