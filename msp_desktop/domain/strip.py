"""Lay the actions out on the strip: where each bar and its name go, without overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from msp_desktop.domain.schedule import ActionView

#: Lanes drawn; what would need more is counted (« +3 »).
LANES = 5
#: Room kept between two things on a lane, in pixels.
GAP = 10.0
#: Room taken by a tick or a triangle before a name, in pixels at 100 %.
MARK = 18.0


class Placed(Struct, frozen=True):
    """An action on the strip; `x`, the `width` of its bar and `label_x` are in pixels from the first day."""

    action: ActionView
    lane: int
    x: float
    width: float
    label_x: float
    label_width: float
    inside: bool
    one_day: bool


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


def lay_out(
    actions: Sequence[ActionView],
    first: date,
    days: int,
    day_width: float,
    text_width: Callable[[str], float],
    scale: float = 1.0,
) -> Layout:
    """Place the actions that touch the days shown, each on the first lane with room for bar and name."""
    ends = [-1e9] * LANES
    placed, hidden = [], 0
    last = first + timedelta(days)
    shown = [(action, dates) for action, dates in _dated(actions) if dates[1] >= first and dates[0] <= last]
    for action, dates in sorted(shown, key=lambda pair: (pair[1][0], pair[1][1], pair[0].id)):
        entry = _entry(action, dates, first, days, day_width, text_width(action.short_title), scale)
        begin = min(entry.x, entry.label_x)
        lane = next((lane for lane in range(LANES) if begin >= ends[lane] + GAP), None)
        if lane is None:
            hidden += 1
            continue
        ends[lane] = max(entry.x + entry.width, entry.label_x + entry.label_width)
        placed.append(_on_lane(entry, lane))
    return Layout(tuple(placed), hidden)


def _dated(actions: Sequence[ActionView]) -> list[tuple[ActionView, tuple[date, date]]]:
    return [(action, dates) for action in actions if (dates := bar_dates(action)) is not None]


def _entry(
    action: ActionView,
    dates: tuple[date, date],
    first: date,
    days: int,
    day_width: float,
    text_width: float,
    scale: float,
) -> Placed:
    x = max(0.0, (dates[0] - first).days * day_width)
    end = min(float(days), (dates[1] - first).days + 1) * day_width
    one_day = dates[0] == dates[1]
    side = 16 * scale
    if one_day:
        x = max(0.0, (x + end) / 2 - side / 2)
        end = x + side
    width = max(end - x, 6.0)
    marked = text_width + (MARK * scale if action.is_late or not action.is_open else 0.0) + 12 * scale
    inside = not one_day and marked <= width
    label_x = x if inside else x + width + 2
    if not inside and label_x + marked > days * day_width:
        label_x = max(0.0, x - marked - 2)
    return Placed(action, 0, x, width, label_x, marked, inside, one_day)


def _on_lane(entry: Placed, lane: int) -> Placed:
    return Placed(
        entry.action, lane, entry.x, entry.width, entry.label_x, entry.label_width, entry.inside, entry.one_day
    )
