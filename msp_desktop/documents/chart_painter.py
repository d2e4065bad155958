"""A chart's marks, painted on paper as one figure that says its finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from msp_desktop.documents import draw, fonts, style
from msp_desktop.documents.tagging import Drawing
from msp_desktop.domain.charts import Bar, Chart, Fill, Frame, Line, Mark, Words

#: The whole width of the page, names on the left, one hairline a row; in points.
PAPER_FRAME = Frame(
    width=style.TEXT_WIDTH, names=style.MARGIN_COLUMN - 8, row=21, bar=12, letter=4.9,
    years_on_top=True, names_left=True, rules=True,
)  # fmt: skip

_SIZE = 10


def chart_figure(chart: Chart, more: str = "") -> Flowable:
    """Return the chart as a tagged figure that says its finding, and `more`."""
    crossing = [mark for mark in chart.marks if isinstance(mark, Line) and mark.x1 == mark.x2]

    def paint(canvas: Any, width: float, height: float) -> None:
        for mark in sorted(chart.marks, key=lambda mark: not isinstance(mark, Line)):
            if isinstance(mark, Line) and mark.y1 == mark.y2 and mark.x2 >= width - 1:
                # Rules hang out of the text as far as those of tables.
                mark = Line(-style.HANG, mark.y1, width + style.HANG, mark.y2)
            if isinstance(mark, Words):
                _clear(canvas, mark, crossing, height)
            _paint(canvas, mark, height)

    return Drawing(chart.height + 1, paint, alt=" ".join(filter(None, (f"{chart.title}. {chart.subtitle}.", more))))


def words_span(mark: Words) -> tuple[float, float]:
    """Return where words begin and end, in points."""
    width = min(fonts.width(mark.text, fonts.BOLD if mark.bold else fonts.REGULAR, _SIZE), mark.room)
    start = {"right": mark.x - width, "center": mark.x - width / 2}.get(mark.align, mark.x)
    return start, start + width


def _clear(canvas: Any, mark: Words, crossing: Sequence[Line], height: float) -> None:
    """Lay paper under words that a line would strike through."""
    start, end = words_span(mark)
    if any(start - 2 < line.x1 < end + 2 and line.y1 < mark.y < line.y2 for line in crossing):
        canvas.setFillColor(style.PAPER)
        canvas.rect(start - 2, height - mark.y - _SIZE * 0.6, end - start + 4, _SIZE * 1.2, stroke=0, fill=1)


def squares(count: int, step: float, kind: str, words: str) -> Flowable | None:
    """Return as many squares as there are persons, and their number; None for nobody. `step` in points."""
    if not count:
        return None
    side = max(step - 3, step * 0.7)

    def paint(canvas: Any, _width: float, _height: float) -> None:
        for index in range(count):
            draw.bar(canvas, index * step, 0, side, 12, kind)
        draw.label(canvas, count * step + 4, 2.4, str(count), size=_SIZE, bold=True)

    return Drawing(12.5, paint, alt=f"{count} {words}")


def _paint(canvas: Any, mark: Mark, height: float) -> None:
    if isinstance(mark, Line):
        canvas.setStrokeColor(style.HAIR)
        canvas.setLineWidth(style.ROW_RULE)
        canvas.line(mark.x1, height - mark.y1, mark.x2, height - mark.y2)
    elif isinstance(mark, Bar):
        kind = "hatched" if mark.fill is Fill.HATCHED else "solid"
        canvas.saveState()
        canvas.setFillColor(style.PAPER)
        canvas.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
        canvas.restoreState()
        draw.bar(canvas, mark.x, height - mark.y - mark.height, mark.width, mark.height, kind)
    elif isinstance(mark, Words):
        baseline = height - mark.y - _SIZE * 0.34
        draw.label(canvas, mark.x, baseline, mark.text, size=_SIZE, bold=mark.bold, room=mark.room, align=mark.align)
