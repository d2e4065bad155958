"""Where chips stand in a line, row under row, and where the words go on after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QRect

#: Pixels at 100 %: a chip's height, the room at its left, at its cross, between two, the height of a row, that of the
#: first, the room of the cursor where no word is typed, the least width of a chip.
HEIGHT, BEFORE, AFTER, GAP, ROW, FIRST, WORDS, LEAST = 22, 10, 24, 4, 26, 30, 0, 48


class Places(Struct, frozen=True):
    """The box of each chip, and the margins of the words after them; `rows` counts those above the words too, `room` is theirs."""

    boxes: tuple[QRect, ...] = ()
    left: int = 0
    top: int = 0
    rows: int = 1
    room: int = 0


def chip_places(
    widths: Sequence[int],
    words: int,
    room: int,
    px: Callable[[int], int],
    *,
    one_row: bool = False,
    right: int = 20,
    first: int = 0,
) -> Places:
    """Return where chips with names of these widths stand in a line this wide, before words of a width, all in pixels.

    `first` is the height of the first row where it is not a field's; `one_row` makes each as narrow as it must be.
    """
    if not widths:
        return Places()
    gap, edge = px(GAP), px(5)
    end = max(room - px(right), edge + px(LEAST))
    chips = [width + px(BEFORE) + px(AFTER) for width in widths]
    most = end - edge
    if one_row and edge + sum(chips) + len(chips) * gap + max(px(WORDS), words) > end:
        most = max(px(LEAST), (end - edge - max(px(WORDS), min(words, px(90)))) // len(chips) - gap)
    top = max(1, ((first or px(FIRST)) - px(HEIGHT)) // 2)
    boxes: list[QRect] = []
    x, y = edge, top
    for chip in (min(chip, most) for chip in chips):
        if x > edge and x + chip > end and not one_row:
            x, y = edge, y + px(ROW)
        boxes.append(QRect(x, y, chip, px(HEIGHT)))
        x += chip + gap
    if x + max(words + px(12) if words else 0, px(WORDS)) > end and not one_row:
        x, y = 0, y + px(ROW)
    rows = 1 + (y - top) // px(ROW)
    return Places(tuple(boxes), max(0, x - px(6)), y - top, rows, end - x)
