"""The way of a link on the strip: from a bar to another, through no words.

It leaves a bar by its edge, goes along the gutters between the rows, and crosses a row where nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

#: From a bar, how far the line turns towards it; kept between the line and words; from a bar's end, where it leaves.
TURN, CLEAR, IN = 9.0, 1.0, 4.0

Point = tuple[float, float]


class Box(Struct, frozen=True):
    """A rectangle on the strip: a bar, or words."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return self.y + self.height / 2


class Rows(Struct, frozen=True):
    """The rows of a strip: where the first begins, how high each is, and between where a line may go."""

    top: float
    height: float
    left: float
    right: float

    def of(self, box: Box) -> int:
        """Return the row a box stands in."""
        return int((box.middle - self.top) // self.height)


def route(source: Box, target: Box, rows: Rows, words: Sequence[Box], bars: Sequence[Box]) -> tuple[Point, ...]:
    """Return the elbows of a line from the end of a bar to the beginning of another."""
    start, goal = rows.of(source), rows.of(target)
    down = goal >= start
    x = source.right - min(IN, source.width / 2)
    points = [(x, source.y + source.height if down else source.y)]
    from_gutter = start + 1 if down else start
    to_gutter = goal if goal > start else goal + 1
    turn = target.x - TURN
    beside = turn >= rows.left and not any(_strikes(word, turn, target) for word in words)
    end = turn if beside else target.x + min(IN, target.width / 2)
    y = rows.top + from_gutter * rows.height
    points.append((x, y))
    for row in range(from_gutter, to_gutter) if down else range(from_gutter - 1, to_gutter - 1, -1):
        free = _crossing(row, end, x, rows, words, bars)
        points += [(free, y), (free, y := rows.top + (row + 1 if down else row) * rows.height)]
        x = free
    points.append((end, y))
    if beside:
        points += [(turn, target.middle), (target.x - 1, target.middle)]
    else:
        points.append((end, target.y if goal > start else target.y + target.height))
    return tuple(point for number, point in enumerate(points) if not number or point != points[number - 1])


def _strikes(word: Box, turn: float, target: Box) -> bool:
    """Return whether words stand between a bar and the turn before it."""
    return (
        word.x < target.x
        and word.right > turn
        and word.y < target.y + target.height
        and word.y + word.height > target.y
    )


def _crossing(row: int, wished: float, now: float, rows: Rows, words: Sequence[Box], bars: Sequence[Box]) -> float:
    """Return where a row is crossed, near where one goes: between words and bars, else on a bar, never on words."""
    top, bottom = rows.top + row * rows.height, rows.top + (row + 1) * rows.height

    def taken(boxes: Sequence[Box]) -> list[tuple[float, float]]:
        here = [box for box in boxes if box.y < bottom and box.y + box.height > top]
        return [(box.x - CLEAR, box.right + CLEAR) for box in here]

    written, drawn = taken(words), taken(bars)
    edges = [edge for span in (*written, *drawn) for edge in span]
    tried = sorted(
        (x for x in (now, wished, rows.left, rows.right, *edges) if rows.left <= x <= rows.right),
        key=lambda x: abs(x - wished) + abs(x - now),
    )
    for spans in ([*written, *drawn], written):
        free = [x for x in tried if not any(low < x < high for low, high in spans)]
        if free:
            return free[0]
    return wished  # words as wide as the strip
