"""What closes a document (a formula, a signature), never alone at the top of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from msp_desktop.documents.tagging import Heading
from msp_desktop.documents.tagging.internals import has_whole_page, kept_in

#: How much of what comes before goes with it to the next page, at least: two lines and a little, in points.
_COMPANY = 34.0
#: A heading needs this much room to begin a page's foot.
_ROOM = 50 * mm


def ending(body: Sequence[Flowable], tail: Sequence[Flowable]) -> list[Flowable]:
    """Return a body and what closes it: they may part anywhere, yet some lines of the body go with the tail."""
    start = len(body)
    while start > 0 and isinstance(body[start - 1], Spacer):
        start -= 1
    company = max(0, start - 1)
    heading = company
    while heading > 0 and isinstance(body[heading - 1], Spacer | CondPageBreak):
        heading -= 1
    if heading > 0 and isinstance(body[heading - 1], Heading):
        heading -= 1
    else:
        heading = company
    kept = [part for part in body[heading:] if not isinstance(part, CondPageBreak)]
    before = kept.index(body[company]) if body else 0
    return [*body[:heading], _Ending([*kept, *tail], before)]


class _Ending(KeepTogether):
    """A few headings, the part that keeps company, and the tail: only the part in the middle may be cut."""

    def __init__(self, content: Sequence[Flowable], before: int) -> None:
        KeepTogether.__init__(self, list(content))
        self.before = before

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803 – ReportLab's names
        """Give all of it where it holds; else cut the company so that its end goes with the tail."""
        content = list(kept_in(self))
        canvas = getattr(self, "canv", None)
        heights = [part.wrapOn(canvas, aW, aH)[1] + part.getSpaceBefore() for part in content]
        if sum(heights) <= aH:
            return content
        before, company, tail = content[: self.before], content[self.before], content[self.before + 1 :]
        room = aH - sum(heights[: self.before])
        if not has_whole_page(self) and before and aH < _ROOM:
            return []
        parts = company.splitOn(canvas, aW, min(room, heights[self.before] - _COMPANY))
        if len(parts) > 1:
            return [*before, *parts[:-1], _Ending([parts[-1], *tail], 0)]
        return [*before, company, *tail] if has_whole_page(self) else []
