"""The strip's marks, painted on paper as one figure: black, white and hatching say what colours say on the screen."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import draw, fonts, style
from msp_desktop.documents.tagging import Drawing
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.strip_marks import (
    ActionBar,
    Label,
    Rule,
    Shade,
    StripFrame,
    StripMark,
    StripPlan,
    Tag,
    strip_marks,
)

#: Size of every word of the strip, in points, and how far its foot stands under the middle of its line.
SIZE = 9.5
_SMALL = 9.0
_DROP = SIZE * 0.34
_KINDS = {ActionState.DONE: "solid", ActionState.DOING: "hatched"}


def strip_figure(plan: StripPlan, frame: StripFrame, alt: str) -> Flowable:
    """Return the strip as a tagged figure."""
    marks = strip_marks(plan, frame, strip_width)

    def paint(canvas: Any, _width: float, top: float) -> None:
        for mark in marks:
            _paint(canvas, mark, top)

    return Drawing(frame.height + 1, paint, alt)


def strip_width(text: str, bold: bool) -> float:
    """Return the width of words of the strip, in points."""
    return float(fonts.width(text, fonts.BOLD if bold else fonts.REGULAR, SIZE))


def _paint(canvas: Any, mark: StripMark, top: float) -> None:
    if isinstance(mark, Shade):
        _shade(canvas, mark, top)
    elif isinstance(mark, Rule):
        canvas.setStrokeColor(style.HAIR if mark.tone == "hair" else style.INK if mark.weight > 1 else style.LINE)
        canvas.setLineWidth(style.ROW_RULE if mark.tone == "hair" else style.ITEM_RULE * mark.weight)
        if mark.dotted:
            canvas.saveState()
            canvas.setDash(0.8, 2.2)
        canvas.line(mark.x1, top - mark.y1, mark.x2, top - mark.y2)
        if mark.dotted:
            canvas.restoreState()
    elif isinstance(mark, Label):
        soft = mark.tone == "soft"
        draw.label(
            canvas, mark.x, top - mark.y - _DROP, mark.text, size=_SMALL if soft else SIZE, bold=mark.bold,
            room=mark.room, colour=style.SOFT if soft else style.INK,
        )  # fmt: skip
    elif isinstance(mark, Tag):
        canvas.setFillColor(style.INK)
        canvas.rect(mark.x, top - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
        base = top - mark.y - mark.height / 2 - _DROP
        draw.label(
            canvas, mark.x + mark.width / 2, base, mark.text, size=SIZE, bold=True, align="center", colour=style.PAPER
        )
    elif isinstance(mark, ActionBar):
        _action(canvas, mark, top)


def _shade(canvas: Any, mark: Shade, top: float) -> None:
    foot = top - mark.y - mark.height
    if mark.tone == "school":
        draw.bar(canvas, mark.x, foot, mark.width, mark.height, "hatched")
        return
    if mark.tone == "holiday":
        canvas.setFillColor(style.INK)
        canvas.rect(mark.x, foot, mark.width, mark.height, stroke=0, fill=1)
        return
    canvas.setFillColor(style.PALE if mark.tone == "weekend" and not mark.outlined else style.WASH)
    canvas.rect(mark.x, foot, mark.width, mark.height, stroke=0, fill=1)
    if mark.tone.startswith("p"):
        canvas.setFillColor(style.TEAL)
        canvas.rect(mark.x, foot, 0.9 * mm, mark.height, stroke=0, fill=1)


def _action(canvas: Any, mark: ActionBar, top: float) -> None:
    action = mark.action
    if mark.one_day:
        done = action.state is ActionState.DONE
        draw.diamond(canvas, mark.x + mark.width / 2, top - mark.middle, mark.height / 2, filled=done)
    else:
        kind = _KINDS.get(action.state, "empty")
        draw.bar(canvas, mark.x, top - mark.y - mark.height, mark.width, mark.height, kind)
    if mark.meets:
        half = mark.height / 2
        draw.diamond(canvas, mark.x + mark.width - half, top - mark.middle, half, filled=True)
    # The words stand on the days: on paper of their own, so that they can be read.
    canvas.setFillColor(style.PAPER)
    canvas.rect(mark.label_x - 1.4, top - mark.middle - 1.9 * mm, mark.label_width + 2.8, 3.8 * mm, stroke=0, fill=1)
    draw.label(canvas, mark.label_x, top - mark.middle - _DROP, mark.text, size=SIZE, bold=action.is_open)
