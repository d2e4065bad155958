"""Which copies of a series may go: by their order alone, never by the clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msp_desktop.db.copies.names import Copy

#: The last days of which every copy is kept, then how many days with one copy, spans of a week and of a month.
WHOLE_DAYS, SINGLE_DAYS, WEEKS, MONTHS = 2, 14, 8, 24
#: Days of work in such a week and such a month.
WEEK, MONTH = 7, 30


def dropped(copies: Iterable[Copy]) -> list[Copy]:
    """Return the copies of one series that need not be kept, the newest being always kept.

    A « day » is one on which copies were made, counted from the first of the series and written in the copy's name: a
    clock that jumps changes nothing, nor does thinning again what was thinned. Copies of the former kind have no such
    day; they are few and stay.
    """
    ordered = sorted((copy for copy in copies if copy.day), key=lambda copy: copy.number, reverse=True)
    days: dict[int, list[Copy]] = {}
    for copy in ordered:
        days.setdefault(copy.day, []).append(copy)
    each = list(days.values())
    kept = {copy.path for day in each[:WHOLE_DAYS] for copy in day}
    kept |= {day[0].path for day in each[WHOLE_DAYS : WHOLE_DAYS + SINGLE_DAYS]}
    older = [day[0] for day in each[WHOLE_DAYS + SINGLE_DAYS :]]
    weekly, older = _spans(older, WEEK, WEEKS)
    monthly, _gone = _spans(older, MONTH, MONTHS)
    kept |= {copy.path for copy in (*weekly, *monthly)}
    return [copy for copy in ordered if copy.path not in kept]


def _spans(copies: Sequence[Copy], length: int, most: int) -> tuple[list[Copy], list[Copy]]:
    """Return one copy for each of the newest spans of days, and the copies older than these spans.

    The oldest of its span stands for it: it goes on doing so as the days pass.
    """
    spans: dict[int, list[Copy]] = {}
    for copy in copies:
        spans.setdefault(copy.day // length, []).append(copy)
    newest = list(spans.values())[:most]
    return [span[-1] for span in newest], list(copies)[sum(map(len, newest)) :]
