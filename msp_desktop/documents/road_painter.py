"""The marks of the road, painted on paper as one figure: black, white and dashes say what colours say on the screen."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import draw, fonts, style
from msp_desktop.documents.tagging import Drawing
from msp_desktop.domain.road_marks import Band, Milestone, RoadFrame, RoadMark, RoadPlan, StageBar, Waiting, road_marks
from msp_desktop.domain.strip_marks import Label, Rule, Tag

SIZE, _SMALL = 9.5, 9.0
_DROP = SIZE * 0.34
#: The room of the road on a page: the whole width of the text, two lines in each bar and its next step under it.
PAPER_FRAME = RoadFrame(
    width=style.TEXT_WIDTH, axis=8 * mm, space=6.5 * mm, bar=12 * mm, gap=1.6 * mm, band=6 * mm, pad=2.6 * mm,
    half=1.9 * mm, under=6.4 * mm,
)  # fmt: skip


def road_figure(plan: RoadPlan, alt: str) -> Flowable:
    """Return the road as a tagged figure."""
    marks = road_marks(plan, PAPER_FRAME, road_width)
    high = PAPER_FRAME.height(plan.stages) + 1

    def paint(canvas: Any, _width: float, top: float) -> None:
        canvas.setStrokeColor(style.INK)
        canvas.setLineWidth(style.TABLE_RULE)
        for y in (0.0, PAPER_FRAME.axis):
            canvas.line(-style.HANG if not y else 0, top - y, style.TEXT_WIDTH + (style.HANG if not y else 0), top - y)
        for mark in marks:
            _paint(canvas, mark, top)

    return Drawing(high, paint, alt)


def road_width(text: str, bold: bool) -> float:
    """Return the width of words of the road, in points."""
    return float(fonts.width(text, fonts.BOLD if bold else fonts.REGULAR, SIZE))


def _paint(canvas: Any, mark: RoadMark, top: float) -> None:
    if isinstance(mark, Rule):
        today = mark.tone == "today"
        canvas.setStrokeColor(style.INK if today else style.LINE)
        canvas.setLineWidth(1.4 if today else style.ROW_RULE)
        canvas.line(mark.x1, top - mark.y1, mark.x2, top - mark.y2)
    elif isinstance(mark, Label):
        _label(canvas, mark, top)
    elif isinstance(mark, Tag):
        canvas.setFillColor(style.INK)
        canvas.rect(mark.x, top - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
        base = top - mark.y - mark.height / 2 - _DROP
        draw.label(
            canvas, mark.x + mark.width / 2, base, mark.text, size=_SMALL, bold=True, align="center", colour=style.PAPER
        )
    elif isinstance(mark, StageBar):
        _bar(canvas, mark, top)
    elif isinstance(mark, Milestone):
        draw.diamond(canvas, mark.x, top - mark.y, mark.half, filled=mark.filled)
    elif isinstance(mark, Waiting):
        draw.diamond(canvas, mark.x, top - mark.y, mark.half, filled=False)
    elif isinstance(mark, Band):
        _band(canvas, mark, top)


def _label(canvas: Any, mark: Label, top: float) -> None:
    soft = mark.tone == "soft" and not mark.bold
    face, size = (fonts.BOLD if mark.bold else fonts.REGULAR), (_SMALL if soft else SIZE)
    if mark.tone in ("ink", "waits"):
        wide = min(float(fonts.width(mark.text, face, size)), mark.room)
        canvas.setFillColor(style.PAPER)
        canvas.rect(mark.x - 1.4, top - mark.y - 1.9 * mm, wide + 2.8, 3.8 * mm, stroke=0, fill=1)
    draw.label(canvas, mark.x, top - mark.y - size * 0.34, mark.text, size=size, bold=mark.bold, room=mark.room)


def _bar(canvas: Any, mark: StageBar, top: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    canvas.setFillColor(style.PAPER if mark.dashed else style.WASH)
    if mark.dashed:
        canvas.setDash(1.6, 2)
    foot = top - mark.y - mark.height
    canvas.rect(mark.x, foot, mark.width, mark.height, stroke=1, fill=1)
    canvas.restoreState()
    if not mark.dashed:
        canvas.setFillColor(style.TEAL)
        canvas.rect(mark.x, foot, 1 * mm, mark.height, stroke=0, fill=1)


def _band(canvas: Any, mark: Band, top: float) -> None:
    foot = top - mark.y - mark.height
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    canvas.setFillColor(style.PAPER)
    canvas.rect(mark.x, foot, mark.width, mark.height, stroke=1, fill=1)
    canvas.setFillColor(style.TEAL)
    canvas.rect(mark.x, foot, 1 * mm, mark.height, stroke=0, fill=1)
