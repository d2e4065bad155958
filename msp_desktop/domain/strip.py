"""Lay the actions out on the strip: where each bar and its name go, without overlap.

Names are as long as there is room for all of them; where there is not, all are brief; where even so some action finds no
lane, bars come first, and a name only where it has room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.schedule import ActionView
from msp_desktop.domain.strip_axis import Axis
from msp_desktop.formats.text import clipped

#: Lanes drawn; what would need more is counted (« +3 »).
LANES = 5
#: Room kept between two things on a lane, in pixels.
GAP = 10.0
#: Room taken by a tick or a triangle before a name, in pixels at 100 %.
MARK = 18.0
#: The most letters of a name, and of a brief one: a town may call its own actions as it likes.
LONG, BRIEF = 38, 20

TextWidth = Callable[[str], float]


class Placed(Struct, frozen=True):
    """An action on the strip; `x`, the `width` of its bar and `label_x` are in pixels from the first day.

    `end` is where it ends, lateness drawn after its bar included. Without room for a name, `text` is empty.
    """

    action: ActionView
    lane: int
    x: float
    width: float
    label_x: float
    label_width: float
    inside: bool
    one_day: bool
    end: float
    text: str

    @property
    def begins(self) -> float:
        """Return where what is drawn of it begins, its name included."""
        return min(self.x, self.label_x) if self.text else self.x

    @property
    def ends(self) -> float:
        """Return where what is drawn of it ends, its name included."""
        return max(self.end, self.label_x + self.label_width) if self.text else self.end


class Layout(Struct, frozen=True):
    """The whole strip; `hidden` counts the actions that found no lane."""

    placed: tuple[Placed, ...]
    hidden: int


def bar_dates(action: ActionView) -> tuple[date, date] | None:
    """Return the days a bar goes from and to, None for an action without a date."""
    end = action.planned or action.due
    if end is None:
        return None
    start = action.start or end
    return (min(start, end), end)


def strip_names(action: ActionView) -> tuple[str, str]:
    """Return what an action is called on the strip, and its brief name."""
    return clipped(action.short_title, LONG), clipped(action.brief_title or action.short_title, BRIEF)


def lay_out(
    actions: Sequence[ActionView],
    first: date,
    axis: Axis,
    text_width: TextWidth,
    scale: float = 1.0,
    today: date | None = None,
) -> Layout:
    """Place the actions that touch the days shown; a late one goes on, after its bar, to `today`."""
    until = axis.at((today - first).days) if today else 0.0
    last = first + timedelta(axis.days)
    shown = [(action, dates) for action, dates in _dated(actions) if dates[1] >= first and dates[0] <= last]
    shown.sort(key=lambda pair: (pair[1][0], pair[1][1], pair[0].id))
    bars = [_bar(action, dates, first, axis, scale, until) for action, dates in shown]
    for number in (0, 1):
        layout = _in_first_lane([_named(bar, strip_names(bar.action)[number], axis, text_width, scale) for bar in bars])
        if not layout.hidden:
            return layout
    return _bars_first(bars, axis, text_width, scale)


def _dated(actions: Sequence[ActionView]) -> list[tuple[ActionView, tuple[date, date]]]:
    return [(action, dates) for action in actions if (dates := bar_dates(action)) is not None]


def _bar(action: ActionView, dates: tuple[date, date], first: date, axis: Axis, scale: float, until: float) -> Placed:
    x, end = axis.at((dates[0] - first).days), axis.at((dates[1] - first).days + 1)
    one_day = dates[0] == dates[1]
    if one_day:
        side = 16 * scale
        x = min(max(0.0, (x + end) / 2 - side / 2), axis.width - side)
        end = x + side
    end = max(end, x + 6.0)
    late = until if action.is_late and not one_day and until > end + 2 else end
    return Placed(action, 0, x, end - x, x, 0.0, False, one_day, late, "")


def _named(bar: Placed, text: str, axis: Axis, text_width: TextWidth, scale: float) -> Placed:
    """Put a name in its bar where it fits, else on its right, else on its left, cut where neither has room."""
    wide = _wide(bar, text, text_width, scale)
    if not bar.one_day and wide <= bar.width:
        return replace(bar, text=text, label_x=bar.x, label_width=wide, inside=True)
    right, left = axis.width - bar.end - 2, bar.x - 2
    if wide <= right or right >= left:
        return replace(bar, text=text, label_x=bar.end + 2, label_width=min(wide, right))
    wide = min(wide, left)
    return replace(bar, text=text, label_x=bar.x - wide - 2, label_width=wide)


def _wide(bar: Placed, text: str, text_width: TextWidth, scale: float) -> float:
    marked = bar.action.is_late or not bar.action.is_open
    return text_width(text) + (MARK * scale if marked else 0.0) + 12 * scale


def _in_first_lane(bars: Sequence[Placed]) -> Layout:
    """Give each bar with its name the first lane with room."""
    ends, placed = [-1e9] * LANES, []
    for bar in bars:
        lane = next((lane for lane in range(LANES) if bar.begins >= ends[lane] + GAP), None)
        if lane is not None:
            ends[lane] = bar.ends
            placed.append(replace(bar, lane=lane))
    return Layout(tuple(placed), len(bars) - len(placed))


def _bars_first(bars: Sequence[Placed], axis: Axis, text_width: TextWidth, scale: float) -> Layout:
    """Give each bar the lane that is free first, then a brief name to those that have room for it."""
    lanes: list[list[Placed]] = [[] for _ in range(LANES)]
    ends = [-1e9] * LANES
    for bar in bars:
        lane = min(range(LANES), key=lambda lane: ends[lane])
        if bar.x >= ends[lane] + GAP:
            ends[lane] = bar.end
            lanes[lane].append(replace(bar, lane=lane))
    placed = [one for lane in lanes for one in _with_names(lane, axis, text_width, scale)]
    return Layout(tuple(sorted(placed, key=lambda one: (one.x, one.action.id))), len(bars) - len(placed))


def _with_names(lane: Sequence[Placed], axis: Axis, text_width: TextWidth, scale: float) -> list[Placed]:
    found: list[Placed] = []
    for number, bar in enumerate(lane):
        free_from = found[-1].ends + GAP if found else 0.0
        free_to = lane[number + 1].x - GAP if number + 1 < len(lane) else axis.width
        name = strip_names(bar.action)[1]
        named = _named(bar, name, axis, text_width, scale)
        whole = named.label_width >= _wide(bar, name, text_width, scale)
        found.append(named if whole and named.begins >= free_from and named.ends <= free_to else bar)
    return found
