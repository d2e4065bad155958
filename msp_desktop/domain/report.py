"""A progress report as it is printed: figures, what is done, known, to watch, to come; every word is ready."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.report_words import whole_sentences
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import in_letters


class Milestone(Struct, frozen=True):
    """An action of the calendar on the line of the hundred days; `number` is the calendar's, None for the town's own."""

    day: date
    number: int | None
    done: bool
    title: str


class ReportRow(Struct, frozen=True):
    """A row of a table: when, what, and what came of it or who sees to it; `late` where its day has passed."""

    day: date | None
    what: str
    more: str = ""
    late: bool = False
    begun: bool = False


class Part(Struct, frozen=True):
    """Rows under a sentence; `left` says what is not among them, nothing where all are.

    `untold` is how many the sentence counts that no row may tell.
    """

    sentence: str = ""
    rows: tuple[ReportRow, ...] = ()
    left: str = ""
    untold: int = 0


class ReportNote(Struct, frozen=True):
    """A few words and what is said of them: a point de vigilance, the needs noted; some have no title."""

    title: str
    text: str


class Report(Struct, frozen=True):
    """The whole report. `done` to `objectives` are in the order of the page."""

    title: str
    subtitle: str
    lead: str
    figures: tuple[tuple[str, str], ...]
    today: date
    day_zero: date
    day: int
    phases: tuple[tuple[str, date, date], ...]
    milestones: tuple[Milestone, ...]
    done: Part
    known: tuple[ReportNote, ...]
    watches: tuple[ReportNote, ...]
    aside: tuple[ReportNote, ...]
    meetings: Part
    exchanges: Part
    coming: Part
    objectives: Part
    proposals_title: str
    proposals: tuple[str, ...]
    to_mayor: bool = False
    project: tuple[ReportNote, ...] = ()


class Left(Protocol):
    """How one says that one row of a part is left out, or several (« {nombre} »)."""

    @property
    def one(self) -> str:
        """Return it of one."""

    @property
    def many(self) -> str:
        """Return it of several."""


class Limits(Struct, frozen=True):
    """How many rows of each part a report shows at most, and how long a note may be, in letters."""

    done: int
    known: int
    meetings: int
    exchanges: int
    coming: int
    objectives: int
    letters: int
    project: int = 5


#: From a report that tells all to one that holds on two pages however full the dossier is.
LIMITS = (
    Limits(14, 9, 6, 8, 10, 6, 400, 5),
    Limits(11, 8, 4, 6, 8, 4, 400, 5),
    Limits(8, 7, 3, 4, 7, 3, 300, 5),
    Limits(6, 6, 2, 3, 5, 2, 240, 5),
    Limits(5, 5, 2, 2, 4, 2, 200, 5),
    Limits(4, 4, 2, 2, 4, 2, 170, 5),
    Limits(4, 4, 1, 2, 3, 2, 140, 4),
    Limits(3, 4, 1, 1, 3, 2, 140, 4),
    Limits(3, 4, 1, 1, 3, 1, 130, 4),
    Limits(3, 4, 1, 0, 2, 1, 130, 4),
    Limits(2, 4, 1, 0, 2, 1, 90, 3),
)


def shortened(report: Report, limits: Limits, left: Mapping[str, Left]) -> Report:
    """Return a report with no more rows than told; `left` says what is left out of a part."""

    def kept(name: str, part: Part, most: int, *, last: bool) -> Part:
        more = max(0, len(part.rows) - most) + part.untold
        if not more:
            return part
        if not most or not part.rows:
            return replace(part, rows=())  # the sentence counts them
        rows = part.rows[-most:] if last else part.rows[:most]
        return replace(part, rows=rows, left=_left(left[name], more))

    return replace(
        report,
        done=kept("done", report.done, limits.done, last=True),
        known=_short(report.known[: limits.known], limits.letters),
        watches=_short(report.watches, limits.letters),
        aside=_short(report.aside, limits.letters),
        project=_short(report.project[: limits.project], limits.letters),
        meetings=kept("meetings", report.meetings, limits.meetings, last=True),
        exchanges=kept("exchanges", report.exchanges, limits.exchanges, last=True),
        coming=kept("coming", report.coming, limits.coming, last=False),
        objectives=kept("objectives", report.objectives, limits.objectives, last=False),
    )


def _left(words: Left, count: int) -> str:
    return words.one if count == 1 else words.many.format(nombre=capital(in_letters(count)))


def _short(notes: tuple[ReportNote, ...], most: int) -> tuple[ReportNote, ...]:
    return tuple(replace(note, text=whole_sentences(note.text, most)) for note in notes)
