"""The strip of the days as marks, computed once and painted by the screen and by the paper.

Measured from the upper left, downwards: the dates, the band of the phases, a row or a lane for each action, the foot with
what is not worked. A `tone` is the name of a colour, which each painter has its own way to show.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import Holiday, SchoolPeriod
from msp_desktop.domain.schedule import ActionView, PhaseView, Timeline
from msp_desktop.domain.strip import LANES, bar_dates, lay_out
from msp_desktop.domain.strip_axis import Axis
from msp_desktop.domain.strip_months import mondays, month_names
from msp_desktop.domain.strip_names import name_lines
from msp_desktop.domain.strip_route import Box, Rows, route
from msp_desktop.formats.quick import month_name, short_date

#: Beyond so many days, neither weekends nor holidays can be told apart.
MOST_SINGLE_DAYS = 400


class StripFrame(Struct, frozen=True):
    """The room of a strip, in one unit: where its days begin and how wide they are, the heights from top to bottom.

    With `names_room`, each action has a row of its own and its name on the left, in that room; without, the actions
    share LANES lanes, each with its name in its bar or beside it. `band` is high enough for two lines where `until`.
    Today is said among the dates, or in the `space` under the phases where `today_below`.

    The paper's manner: with `months` (a height, within `axis`), each month is named above the Mondays; `heights` are those
    of the rows where they are not all `row`, `leading` of a name's lines, which are all shown; with `squares`, what is not
    worked is marked without words and named once, at the left.
    """

    left: float
    width: float
    axis: float
    band: float
    space: float
    row: float
    bar: float
    foot: float
    scale: float = 1.0
    names_room: float = 0.0
    until: bool = False
    today_below: bool = False
    rows: int = LANES
    months: float = 0.0
    heights: tuple[float, ...] = ()
    leading: float = 0.0
    squares: bool = False

    @property
    def body(self) -> float:
        """Return where the rows begin."""
        return self.axis + self.band + self.space

    @property
    def bottom(self) -> float:
        """Return where the rows end and the foot begins."""
        return self.row_top(self.rows)

    @property
    def height(self) -> float:
        """Return the height of the whole."""
        return self.bottom + self.foot

    def row_height(self, number: int) -> float:
        """Return the height of a row."""
        return self.heights[number] if self.heights else self.row

    def row_top(self, number: int) -> float:
        """Return where a row begins."""
        return self.body + (sum(self.heights[:number]) if self.heights else number * self.row)


class StripPlan(Struct, frozen=True):
    """What a strip shows: the actions of a timeline over some days, what is not worked, and the words of both.

    `words(action)` is said beside a bar on a row of its own, `hidden_words(count)` where actions found no lane, and
    `empty_words` where none is in view; `later_words` name what comes after the phases. `chosen` is the action whose
    dependencies are drawn, `moved` the one that is being dragged and by how many days. The first `near` days take the part
    `share` of the width (`Axis`).
    """

    view: Timeline
    actions: tuple[ActionView, ...]
    first: date
    days: int
    holidays: tuple[Holiday, ...]
    school: tuple[SchoolPeriod, ...]
    language: str
    today_words: str
    school_words: str
    words: Callable[[ActionView], str] = str
    phase_words: Callable[[date], str] = str
    hidden_words: Callable[[int], str] = str
    chosen: int = 0
    moved: tuple[int, int] | None = None
    empty_words: str = ""
    later_words: str = ""
    near: int = 0
    share: float = 0.0


class Shade(Struct, frozen=True):
    """A rectangle filled with a tone; `outlined` for a stretch of days that is named or looked up."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    outlined: bool = False


class Rule(Struct, frozen=True):
    """A straight line; `dotted` for what is not to be taken for today."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: str = "line"
    weight: float = 1.0
    dotted: bool = False


class Label(Struct, frozen=True):
    """One line of text that begins at `x`, centred on `y`, cut beyond `room`."""

    x: float
    y: float
    text: str
    tone: str = "ink2"
    bold: bool = False
    room: float = 1e6


class Tag(Struct, frozen=True):
    """Words on a dark ground, in the middle of it: today."""

    x: float
    y: float
    width: float
    height: float
    text: str


class ActionBar(Struct, frozen=True):
    """An action: its bar, or a diamond for a single day; its words at `label_x`.

    What is under way is filled up to `reached`; what is late goes on, hatched, to `late_until`; both are 0 for others.
    One that `meets` ends in a meeting with a date: a diamond on its last day.
    """

    action: ActionView
    x: float
    y: float
    width: float
    height: float
    one_day: bool
    text: str
    label_x: float
    label_width: float
    reached: float = 0.0
    late_until: float = 0.0
    chosen: bool = False
    meets: bool = False

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return self.y + self.height / 2


class Link(Struct, frozen=True):
    """What an action waits for: a line with elbows from the end of one bar to the beginning of another, through no words."""

    points: tuple[tuple[float, float], ...]


StripMark = Shade | Rule | Label | Tag | ActionBar | Link
#: From where to where something stands, in the frame's unit.
Spans = list[tuple[float, float]]
#: The width of a text, in the frame's unit; bold or not.
Measure = Callable[[str, bool], float]


def strip_marks(plan: StripPlan, frame: StripFrame, measure: Measure) -> tuple[StripMark, ...]:
    """Return the marks in the order in which they are painted."""
    bars, hidden = _rows(plan, frame, measure) if frame.names_room else _lanes(plan, frame, measure)
    tag = _today_tag(plan, frame, measure)
    foot = _foot(plan, frame, measure, hidden, bars)
    written = [] if frame.names_room else [box for bar in bars if (box := words_box(bar, frame, measure))]
    return (
        *_days_off(plan, frame),
        *(_months(plan, frame, measure) if frame.months else _axis(plan, frame, measure, tag)),
        *_phases(plan, frame, written),
        *(_names(plan, frame, measure) if frame.names_room else ()),
        *_today(plan, frame, tag, written),
        *_links(bars, [box for mark in (*bars, *foot) if (box := words_box(mark, frame, measure))], frame),
        *bars,
        *foot,
        *([] if bars else _empty(plan, frame, measure)),
    )


def bar_at(marks: Sequence[StripMark], x: float, y: float) -> ActionBar | None:
    """Return the action under a point, on its bar or its words."""
    for mark in marks:
        if isinstance(mark, ActionBar) and mark.y - 2 <= y <= mark.y + mark.height + 2:
            on_bar = mark.x - 2 <= x <= mark.x + mark.width + 2
            if on_bar or (mark.text and mark.label_x <= x <= mark.label_x + mark.label_width):
                return mark
    return None


def words_box(mark: StripMark, frame: StripFrame, measure: Measure) -> Box | None:
    """Return what the words of a mark cover, as high as a bar; None for a mark without words."""
    if isinstance(mark, ActionBar):
        return Box(mark.label_x, mark.y, mark.label_width, mark.height) if mark.text else None
    if isinstance(mark, Label):
        return Box(mark.x, mark.y - frame.bar / 2, min(measure(mark.text, mark.bold), mark.room), frame.bar)
    return None


def axis_of(plan: StripPlan, frame: StripFrame) -> Axis:
    """Return where each day stands in a frame."""
    return Axis(plan.days, frame.width, plan.near, plan.share)


def _x(plan: StripPlan, frame: StripFrame, day: date) -> float:
    """Return where a day begins, never outside the strip."""
    return frame.left + axis_of(plan, frame).at((day - plan.first).days)


def _wide(plan: StripPlan, frame: StripFrame, day: date) -> float:
    """Return how wide a day is."""
    return _x(plan, frame, day + timedelta(1)) - _x(plan, frame, day)


def _days_off(plan: StripPlan, frame: StripFrame) -> list[StripMark]:
    if plan.days > MOST_SINGLE_DAYS:
        return []
    top, wide = frame.axis + frame.band, _wide(plan, frame, plan.first)
    high = frame.height - top
    days = (plan.first + timedelta(number) for number in range(plan.days))
    weekends = [Shade(_x(plan, frame, day), top, wide, high, "weekend") for day in days if day.weekday() >= 5]
    holidays = [Shade(_x(plan, frame, holiday.day), top, wide, high, "wash2") for holiday in plan.holidays]
    return [*weekends, *holidays]


def _axis(plan: StripPlan, frame: StripFrame, measure: Measure, tag: Tag | None) -> list[StripMark]:
    found: list[StripMark] = []
    end = -1e9
    for number in range(plan.days):
        day = plan.first + timedelta(number)
        words = _axis_words(plan, day, number)
        if not words:
            continue
        x, width = _x(plan, frame, day), measure(words, True) + 2
        hidden = tag is not None and not frame.today_below and x < tag.x + tag.width + 4 and x + width > tag.x - 4
        if x < end + 6 or x + width > frame.left + frame.width or hidden:
            continue
        found.append(Label(x, frame.axis / 2 - 1, words))
        end = x + width
    return found


def _axis_words(plan: StripPlan, day: date, number: int) -> str:
    if plan.days > MOST_SINGLE_DAYS:
        if number == 0:
            return short_date(day, plan.language)
        if number < plan.near:
            return month_name(day.month, plan.language) if day.day == 1 else ""
        return str(day.year) if (day.month, day.day) == (1, 1) else ""
    if plan.days <= 31:
        return short_date(day, plan.language) if day.day == 1 or number == 0 else str(day.day)
    if day.day == 1 or (number < 7 and day.weekday() == 0):
        return short_date(day, plan.language)
    return str(day.day) if day.weekday() == 0 else ""


def _phases(plan: StripPlan, frame: StripFrame, written: Sequence[Box]) -> list[StripMark]:
    found: list[StripMark] = []
    for phase in _all_phases(plan):
        left, right = _x(plan, frame, phase.start), _x(plan, frame, phase.end + timedelta(1))
        if right <= left:
            continue
        current = plan.view.phase == str(phase.number)
        words = f"{phase.number}. {phase.title}" if phase.number <= 3 else phase.title
        tone, room = f"p{phase.number}_ink", right - left - 14
        found.append(Shade(left, frame.axis, right - left, frame.band, f"p{phase.number}"))
        middle = frame.axis + frame.band / 2
        lift = frame.band * 0.22 if frame.until else 0.0
        found.append(Label(left + 8, middle - lift, words, tone, current or frame.until, room))
        if frame.until:
            found.append(Label(left + 8, middle + lift, plan.phase_words(phase.end), tone, False, room))
        if left > frame.left + 1:
            found += _broken(Rule(left, frame.axis + frame.band, left, frame.height, dotted=True), written)
    return found


def _all_phases(plan: StripPlan) -> list[PhaseView]:
    """Return the phases, and what comes after them where it has a name and no action."""
    phases = list(plan.view.phases)
    if plan.later_words and phases and phases[-1].number == 3:
        begin, end = phases[-1].end + timedelta(1), plan.first + timedelta(plan.days)
        phases.append(PhaseView(4, plan.later_words, begin, end, (), 0, 0))
    return phases


def _broken(rule: Rule, written: Sequence[Box]) -> list[Rule]:
    """Return an upright line in pieces, that strike no words through."""
    pieces, y = [], rule.y1
    for box in sorted((box for box in written if box.x < rule.x1 < box.right), key=lambda box: box.y):
        if box.y > y:
            pieces.append(replace(rule, y1=y, y2=box.y))
        y = max(y, box.y + box.height)
    return [*pieces, replace(rule, y1=y)] if y < rule.y2 else pieces


def _empty(plan: StripPlan, frame: StripFrame, measure: Measure) -> list[StripMark]:
    """Return the words of a strip without any action, in the middle of it."""
    room = frame.width - 16
    width = min(measure(plan.empty_words, False), room)
    middle = (frame.body + frame.bottom) / 2
    return (
        [Label(frame.left + (frame.width - width) / 2, middle, plan.empty_words, room=room)] if plan.empty_words else []
    )


def _today_tag(plan: StripPlan, frame: StripFrame, measure: Measure) -> Tag | None:
    if not plan.first <= plan.view.today < plan.first + timedelta(plan.days):
        return None
    width = measure(plan.today_words, True) + 16
    left = _x(plan, frame, plan.view.today) + _wide(plan, frame, plan.view.today) / 2 - width / 2
    left = min(max(left, frame.left - 1), frame.left + frame.width + 1 - width)
    if frame.today_below:
        return Tag(left, frame.axis + frame.band, width, frame.space - 1, plan.today_words)
    return Tag(left, 1, width, frame.axis - 4, plan.today_words)


def _today(plan: StripPlan, frame: StripFrame, tag: Tag | None, written: Sequence[Box]) -> list[StripMark]:
    if tag is None:
        return []
    middle = _x(plan, frame, plan.view.today) + _wide(plan, frame, plan.view.today) / 2
    line = _broken(Rule(middle, frame.axis + frame.band, middle, frame.height - 1, "ink2", 2), written)
    if frame.today_below:
        return [*line, tag]
    return [*line, Rule(middle, tag.y + tag.height, middle, frame.axis, "ink2", 2), tag]


def _lanes(plan: StripPlan, frame: StripFrame, measure: Measure) -> tuple[list[ActionBar], int]:
    axis = axis_of(plan, frame)
    layout = lay_out(plan.actions, plan.first, axis, lambda text: measure(text, True), frame.scale, plan.view.today)
    found = []
    for placed in layout.placed:
        moved = plan.moved[1] if plan.moved and plan.moved[0] == placed.action.id else 0
        x = frame.left + (axis.at(axis.number(placed.x) + moved) if moved else placed.x)
        y = frame.body + placed.lane * frame.row + (frame.row - frame.bar) / 2
        inset = 7 if placed.inside else 4
        label, room = x + placed.label_x - placed.x + inset, placed.label_width - inset
        found.append(_bar(plan, frame, placed.action, x, y, placed.width, placed.one_day, placed.text, label, room))
    return found, layout.hidden


def _rows(plan: StripPlan, frame: StripFrame, measure: Measure) -> tuple[list[ActionBar], int]:
    found = []
    for number, action in enumerate(plan.actions):
        dates = bar_dates(action)
        if dates is None:
            continue
        x, end = _x(plan, frame, dates[0]), _x(plan, frame, dates[1] + timedelta(1))
        one_day = dates[0] == dates[1]
        if one_day:
            x, end = (x + end - frame.bar) / 2, (x + end + frame.bar) / 2
        width = max(end - x, frame.bar / 3)
        words = plan.words(action)
        said = measure(words, action.is_open)
        right = frame.left + frame.width + frame.bar / 2
        label = x + width + 5 if x + width + 5 + said <= right else x - 5 - said
        y = frame.row_top(number) + (frame.row_height(number) - frame.bar) / 2
        found.append(_bar(plan, frame, action, x, y, width, one_day, words, label, said))
    return found, 0


def _bar(
    plan: StripPlan,
    frame: StripFrame,
    action: ActionView,
    x: float,
    y: float,
    width: float,
    one_day: bool,
    text: str,
    label_x: float,
    label_width: float,
) -> ActionBar:
    under_way = action.state is ActionState.DOING and not action.is_late and not one_day
    reached = min(_x(plan, frame, plan.view.today + timedelta(1)), x + width) if under_way else 0.0
    late_until = _x(plan, frame, plan.view.today) if action.is_late and not one_day else 0.0
    return ActionBar(
        action, x, y, width, frame.bar, one_day, text, label_x, label_width,
        reached if reached > x else 0.0, late_until if late_until > x + width + 2 else 0.0, action.id == plan.chosen,
        not one_day and action.meeting is not None and action.meeting.held_on is not None,
    )  # fmt: skip


def _names(plan: StripPlan, frame: StripFrame, measure: Measure) -> list[StripMark]:
    found: list[StripMark] = []
    for number, action in enumerate(plan.actions):
        top, height = frame.row_top(number), frame.row_height(number)
        lines = name_lines(action, frame.names_room, measure, who=height >= 1.95 * frame.leading)
        for place, line in enumerate(lines):
            y = top + height / 2 + (place - (len(lines) - 1) / 2) * frame.leading
            found.append(Label(0, y, line.text, "soft" if line.second else "ink", line.bold, frame.names_room))
        ends = number + 1 < len(plan.actions) and plan.actions[number + 1].phase != action.phase
        right = frame.left + frame.width
        found.append(Rule(0, top + height, right, top + height, "line" if ends else "hair", 1.6 if ends else 1.0))
    return found


def _months(plan: StripPlan, frame: StripFrame, measure: Measure) -> list[StripMark]:
    """Return the months, and the Mondays under them."""
    found: list[StripMark] = []
    right = frame.left + frame.width
    for month in month_names(
        plan.first, plan.days, frame.left, frame.width, plan.language, lambda text: measure(text, True)
    ):
        if not month.crossed:
            found.append(Rule(month.x, 0, month.x, frame.months))
        found.append(Label(month.name_x, frame.months / 2, month.text, "ink", True))
    found.append(Rule(frame.left, frame.months, right, frame.months))
    wide = _wide(plan, frame, plan.first)
    for day in mondays(plan.first, plan.days):
        words = short_date(day, plan.language).split("\u00a0")[0]
        said = measure(words, False)
        x = _x(plan, frame, day) + wide / 2 - said / 2
        x = min(max(x, frame.left + 1), right - said)
        found.append(Label(x, (frame.months + frame.axis) / 2, words, "ink"))
    return found


def _links(bars: Sequence[ActionBar], words: Sequence[Box], frame: StripFrame) -> list[StripMark]:
    target = next((bar for bar in bars if bar.chosen), None)
    if target is None:
        return []
    rows = Rows(frame.body, frame.row, max(0.0, frame.names_room), frame.left + frame.width)
    by_code = {bar.action.code: bar for bar in bars if bar.action.code}
    sources = [by_code[code] for code in target.action.depends_on if code in by_code]
    drawn = [_box(bar) for bar in bars]
    return [Link(route(_box(source), _box(target), rows, words, drawn)) for source in sources]


def _box(bar: ActionBar) -> Box:
    return Box(bar.x, bar.y, bar.width, bar.height)


def _hidden(words: str, frame: StripFrame, measure: Measure, bars: Sequence[ActionBar], foot: Spans) -> Label:
    """Return how many actions have no room, as far to the right as nothing stands: in the last row, else in the foot."""
    width, middle = measure(words, False), frame.bottom - frame.foot / 2
    low, high = middle - frame.bar / 2, middle + frame.bar / 2
    boxes = [box for bar in bars for box in (_drawn(bar), words_box(bar, frame, measure)) if box is not None]
    row = [(box.x - 7, box.right + 7) for box in boxes if box.y < high and box.y + box.height > low]
    last = frame.left + frame.width - 7 - width
    for y, taken in ((middle, row), (frame.bottom + frame.foot / 2, foot)):
        places = sorted(x for x in (last, *(begin - width - 1 for begin, _end in taken)) if frame.left <= x <= last)
        for x in reversed(places):
            if not any(x < end and x + width > begin for begin, end in taken):
                return Label(x, y, words)
    return Label(last, frame.bottom + frame.foot / 2, words)


def _drawn(bar: ActionBar) -> Box:
    """Return what a bar covers, its lateness included."""
    return Box(bar.x, bar.y, max(bar.width, bar.late_until - bar.x), bar.height)


def _foot(
    plan: StripPlan, frame: StripFrame, measure: Measure, hidden: int, bars: Sequence[ActionBar]
) -> list[StripMark]:
    found: list[StripMark] = [Rule(frame.left, frame.bottom, frame.left + frame.width, frame.bottom)]
    days: tuple[list[StripMark], Spans] = ([], [])
    if frame.squares:
        days = (_squares(plan, frame, measure), [])
    elif plan.days <= MOST_SINGLE_DAYS:
        days = _days_named(plan, frame, measure)
    marks, taken = days
    words = [_hidden(plan.hidden_words(hidden), frame, measure, bars, taken)] if hidden else []
    return [*found, *words, *marks]


def _days_named(plan: StripPlan, frame: StripFrame, measure: Measure) -> tuple[list[StripMark], Spans]:
    """Return what is not worked, each with its name where it has room, and where these stand."""
    found: list[StripMark] = []
    right, middle = frame.left + frame.width, frame.bottom + frame.foot / 2
    taken: Spans = []
    shades: Spans = []
    for period in plan.school:
        x, end = _x(plan, frame, period.begin), _x(plan, frame, period.end + timedelta(1))
        if end <= x:
            continue
        found.append(Shade(x, frame.bottom + 2.5, end - x, frame.foot - 4, "weekend", outlined=True))
        shades.append((x, end))
        width = measure(plan.school_words, False)
        if width + 4 <= end - x:
            found.append(Label((x + end - width) / 2, middle, plan.school_words))
            taken.append((x, end))
    for holiday in plan.holidays:
        width = measure(holiday.short, True) + 2
        x = min(_x(plan, frame, holiday.day), right - width - 1)
        for start in (x, x - width + _wide(plan, frame, holiday.day)):
            if start >= frame.left - 1 and not any(start < end and start + width > begin for begin, end in taken):
                found.append(Label(start, middle, holiday.short))
                taken.append((start - 3, start + width + 5))
                break
    return found, [*taken, *shades]


def _squares(plan: StripPlan, frame: StripFrame, measure: Measure) -> list[StripMark]:
    """Return the days off as marks, named together at the left."""
    top, high = frame.bottom + frame.foot * 0.28, frame.foot * 0.48
    words = f"jours fériés, {plan.school_words}" if plan.school else "jours fériés"
    found: list[StripMark] = []
    if plan.school or plan.holidays:
        width = measure(words, False)
        found.append(Label(frame.names_room - width, frame.bottom + frame.foot / 2, words, "soft", room=width + 1))
    for period in plan.school:
        x, end = _x(plan, frame, period.begin), _x(plan, frame, period.end + timedelta(1))
        if end > x:
            found.append(Shade(x, top, end - x, high, "school", outlined=True))
    wide = _wide(plan, frame, plan.first)
    found += [Shade(_x(plan, frame, holiday.day), top, wide, high, "holiday") for holiday in plan.holidays]
    return found
