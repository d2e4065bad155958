"""The picture of the road as marks, computed once and painted by the screen and by the paper.

Measured from the upper left, downwards: the years, a row for each stage, and under them who accompanies all along.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.domain.road import Span
from msp_desktop.domain.strip_marks import Label, Rule, Tag

#: Fewest years shown, and the narrowest a year may be for its name, beside the name itself.
_YEARS, _BESIDE = 5, 10.0


class StepMark(Struct, frozen=True):
    """A step to show on its stage: its day, its words, whether it is done, whether it is the one chosen."""

    day: date
    words: str
    done: bool = False
    chosen: bool = False


class RoadStage(Struct, frozen=True):
    """A stage as it is drawn; `short` is its title where that does not hold, `waits` why the building waits, "" if it does not."""

    span: Span
    title: str
    under: str = ""
    end: str = ""
    short: str = ""
    waits: str = ""
    dashed: bool = False
    steps: tuple[StepMark, ...] = ()


class RoadPlan(Struct, frozen=True):
    """What the road shows on a day."""

    stages: tuple[RoadStage, ...]
    today: date
    today_words: str
    along: str
    chosen: str = ""


class RoadFrame(Struct, frozen=True):
    """The room of a road, in one unit: its width, and heights from top to bottom.

    `pad` stands between a bar and its words, `half` is that of a diamond. With `under`, a bar has a second line, and the next
    step of its stage a row of its own of this height.
    """

    width: float
    axis: float
    space: float
    bar: float
    gap: float
    band: float
    pad: float = 8.0
    half: float = 7.0
    under: float = 0.0

    def pitch(self, stage: RoadStage) -> float:
        """Return the height of a stage with what is under it."""
        return self.bar + self.gap + (self.under if stage.steps else 0.0)

    def height(self, stages: Sequence[RoadStage]) -> float:
        """Return the height of the whole."""
        return self.axis + self.space + sum(map(self.pitch, stages)) + self.band + 1


class StageBar(Struct, frozen=True):
    """A stage's bar: solid, or `dashed` while it is only « if needed »; `number` counts from 1."""

    x: float
    y: float
    width: float
    height: float
    code: str
    number: int
    dashed: bool
    chosen: bool


class Milestone(Struct, frozen=True):
    """A diamond around a point: the end of a stage, or a step; `filled` for the step chosen, or done."""

    x: float
    y: float
    half: float
    filled: bool


class Waiting(Struct, frozen=True):
    """The sign of what waits, around a point."""

    x: float
    y: float
    half: float


class Band(Struct, frozen=True):
    """A pale band: who accompanies all along."""

    x: float
    y: float
    width: float
    height: float


RoadMark = Rule | Label | Tag | StageBar | Milestone | Waiting | Band
Measure = Callable[[str, bool], float]


def road_marks(plan: RoadPlan, frame: RoadFrame, measure: Measure) -> tuple[RoadMark, ...]:
    """Return the marks, in the order in which they are painted."""
    first, last = _years(plan)
    scale = _Scale(first, last, frame.width)
    marks: list[RoadMark] = _axis(plan, frame, scale, measure)
    top = frame.axis + frame.space
    for number, stage in enumerate(plan.stages, 1):
        marks += _stage(plan, stage, number, top, _Room(frame, scale, measure))
        top += frame.pitch(stage)
    return (*marks, *_along(plan, frame, scale, top, measure))


def bar_at(marks: tuple[RoadMark, ...], x: float, y: float) -> str:
    """Return the code of the stage under a point, "" for none."""
    for mark in marks:
        if isinstance(mark, StageBar) and mark.x <= x <= mark.x + mark.width and mark.y <= y <= mark.y + mark.height:
            return mark.code
    return ""


class _Scale(Struct, frozen=True):
    first: int
    last: int
    width: float

    def x(self, day: date) -> float:
        length = 366 if day.year % 4 == 0 and (day.year % 100 or day.year % 400 == 0) else 365
        return self.at(day.year + (day.timetuple().tm_yday - 1) / length)

    def at(self, year: float) -> float:
        return min(max((year - self.first) / (self.last - self.first), 0.0), 1.0) * self.width


class _Room(Struct, frozen=True):
    frame: RoadFrame
    scale: _Scale
    measure: Measure


def _years(plan: RoadPlan) -> tuple[int, int]:
    """Return the first year shown and the one after the last."""
    days = [plan.today, *(day for stage in plan.stages for day in (stage.span.begin, stage.span.end))]
    first = min(day.year for day in days)
    return first, max(first + _YEARS, max(day.year for day in days) + 1)


def _axis(plan: RoadPlan, frame: RoadFrame, scale: _Scale, measure: Measure) -> list[RoadMark]:
    marks: list[RoadMark] = []
    bottom = frame.height(plan.stages) - frame.band - 1
    each = frame.width / (scale.last - scale.first)
    step = max(1, -int(-(measure("2026", True) + _BESIDE) // each))
    here = scale.x(plan.today)
    wide = measure(plan.today_words, True) + 2 * frame.pad
    left = min(max(0.0, here - wide / 2), frame.width - wide)
    for year in range(scale.first, scale.last, step):
        x = scale.at(year)
        marks.append(Rule(x, frame.axis, x, bottom, "hair"))
        bold = bool(frame.under) and year == plan.today.year
        end = x + 5 + measure(str(year), bold)
        # The tag of today stands over a year's name: the name gives way.
        covered = not frame.under and left - 4 < end and x + 5 < left + wide + 4
        if not covered and end <= frame.width:
            marks.append(Label(x + 5, frame.axis / 2, str(year), bold=bold))
    if frame.under:
        marks.append(Rule(here, frame.axis, here, frame.axis + frame.space, "today", 2.0))
        marks.append(Tag(min(here, frame.width - wide), frame.axis + 2, wide, frame.space - 6, plan.today_words))
    else:
        marks.append(Tag(left, 1, wide, frame.axis - 3, plan.today_words))
        marks.append(Rule(here, frame.axis - 2, here, bottom + frame.band, "today", 2.0))
    return marks


def _stage(plan: RoadPlan, stage: RoadStage, number: int, top: float, room: _Room) -> list[RoadMark]:
    frame, scale = room.frame, room.scale
    begin, end = scale.x(stage.span.begin), scale.x(stage.span.end)
    end = max(end, begin + 2 * frame.half)
    if end > frame.width:
        begin, end = begin - (end - frame.width), frame.width
    code, middle = stage.span.code, top + frame.bar / 2
    marks: list[RoadMark] = [
        StageBar(begin, top, end - begin, frame.bar, code, number, stage.dashed, code == plan.chosen)
    ]
    bold = code == plan.chosen or bool(frame.under)
    title, left = _title_in(plan, stage, number, (begin, end), room, bold=bold)
    if left is not None:
        marks += _bar_words(stage, title, number, (left, end, top), room, bold=bold)
    if stage.waits:
        marks += _waits(stage.waits if left is not None else f"{title} ({stage.waits})", begin, end, middle, room)
    else:
        marks.append(Milestone(end, middle, frame.half, False))
        words = stage.end if left is not None else ", ".join(filter(None, (title, stage.end)))
        marks += _end_words(words, begin, end, middle, room)
    chosen = next((step for step in stage.steps if step.chosen), None)
    if chosen is not None and not frame.under:
        marks.append(Milestone(scale.x(chosen.day), middle, frame.half, True))
    if frame.under and stage.steps:
        marks += _step_under(stage.steps[0], top + frame.bar + frame.under / 2 + 1, room)
    return marks


def _title_in(
    plan: RoadPlan, stage: RoadStage, number: int, place: tuple[float, float], room: _Room, *, bold: bool
) -> tuple[str, float | None]:
    """Return a stage's title and where it begins in its bar, the short one where the other does not hold.

    It stands right of today's line and of the step chosen; nowhere (None) where neither holds.
    """
    begin, end = place
    frame, scale = room.frame, room.scale
    left, right = begin + frame.pad, end - frame.half - 2
    if not frame.under:
        here = scale.x(plan.today)
        busy = [scale.x(step.day) + frame.half for step in stage.steps if step.chosen]
        busy += [here + 1] if begin <= here <= end else []
        left = max([left, *(x + frame.pad * 0.7 for x in busy)])
    titles = [f"{number}. {words}" for words in (stage.title, stage.short or stage.title)]
    held = next((words for words in titles if left + room.measure(words, bold) <= right), None)
    return (titles[0], None) if held is None else (held, left)


def _bar_words(
    stage: RoadStage, title: str, number: int, place: tuple[float, float, float], room: _Room, *, bold: bool
) -> list[RoadMark]:
    left, end, top = place
    frame, tone = room.frame, f"stage{min(number, 3)}"
    space = max(0.0, end - frame.half - 2 - left)
    if not frame.under:
        return [Label(left, top + frame.bar / 2, title, tone, bold, space)]
    return [
        Label(left, top + frame.bar * 0.3, title, tone, True, space),
        Label(left, top + frame.bar * 0.7, stage.under, "soft", False, space),
    ]


def _end_words(words: str, begin: float, end: float, middle: float, room: _Room) -> list[RoadMark]:
    """Return what ends a stage, on the side where there is more room; elided where neither has enough."""
    if not words:
        return []
    frame = room.frame
    wide = room.measure(words, False)
    right, left = max(0.0, frame.width - end - frame.half - 6), max(0.0, begin - 6)
    if wide <= right or right >= left:
        return [Label(min(end + frame.half + 6, frame.width), middle, words, "ink", False, right)]
    width = min(wide, left)
    return [Label(begin - 6 - width, middle, words, "ink", False, width)]


def _waits(words: str, begin: float, end: float, middle: float, room: _Room) -> list[RoadMark]:
    """Return why the building waits, with its sign: at its left, or at its right where there is more room."""
    half, wide, across = room.frame.half, room.measure(words, False), room.frame.width
    beside = 2 * half + 10
    left, right = begin - beside - 6, across - end - beside - 6
    if left >= min(wide, right):
        width = max(0.0, min(wide, left))
        sign, start = begin - half - 8, begin - beside - width
    else:
        width = max(0.0, min(wide, right))
        sign, start = min(end + half + 8, across), min(end + beside, across)
    return [
        Waiting(max(half, sign), middle, half * 0.75),
        Label(max(0.0, start), middle, words, "waits", False, width),
    ]


def _step_under(step: StepMark, y: float, room: _Room) -> list[RoadMark]:
    frame = room.frame
    x, half = room.scale.x(step.day), frame.half * 0.8
    x = min(max(x, half), frame.width - half)
    wide = room.measure(step.words, False)
    right = frame.width - x - half - 6
    label = (
        Label(x + half + 6, y, step.words, "ink", False, max(0.0, right))
        if wide <= right or right >= x
        else Label(max(0.0, x - half - 6 - wide), y, step.words, "ink", False, max(0.0, x - half - 6))
    )
    return [Milestone(x, y, half, step.done), label]


def _along(plan: RoadPlan, frame: RoadFrame, scale: _Scale, top: float, measure: Measure) -> list[RoadMark]:
    """Return the band of who accompanies all along, its words right of today's line on the screen."""
    begin = min(scale.x(stage.span.begin) for stage in plan.stages) if plan.stages else 0.0
    wide, here = measure(plan.along, bool(frame.under)), scale.x(plan.today)
    left = begin + frame.pad
    if not frame.under and left < here < left + wide:
        left = here + frame.pad
    left = max(frame.pad, min(left, frame.width - wide - frame.pad))
    room = max(0.0, frame.width - left - frame.pad)
    return [
        Band(begin, top, frame.width - begin, frame.band),
        Label(left, top + frame.band / 2, plan.along, "soft", bool(frame.under), room),
    ]
