"""The letters of a picture: how many shapes there are, and how tall; boxes drawn for want of a font have one shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PIL import Image

#: How dark a letter is, of 255, and what a letter measures, in pixels.
DARK = 110
SMALLEST, LARGEST = 4, 24


@dataclass(frozen=True, slots=True)
class Letters:
    """What was measured: the picture, and the shapes of its letters."""

    size: tuple[int, int]
    count: int
    shapes: int
    height: float


def measure(path: Path) -> Letters:
    """Return what the letters of a picture measure: each group of dark pixels that touch is taken for one."""
    with Image.open(path) as image:
        grey = image.convert("L")
    width, _height = grey.size
    dark = {index for index, value in enumerate(grey.tobytes()) if value < DARK}
    found = [shape for shape in _groups(dark, width) if _is_letter(shape)]
    heights = [max(y for _x, y in shape) + 1 for shape in found]
    return Letters(grey.size, len(found), len(set(found)), median(heights) if heights else 0)


def _is_letter(shape: frozenset[tuple[int, int]]) -> bool:
    wide, tall = (max(point[axis] for point in shape) + 1 for axis in (0, 1))
    return wide <= LARGEST and SMALLEST <= tall <= LARGEST


def _groups(dark: set[int], width: int) -> Iterator[frozenset[tuple[int, int]]]:
    """Take the dark pixels away group by group; give each as points from its own corner."""
    around = (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1)
    while dark:
        group, waiting = [], [dark.pop()]
        while waiting:
            index = waiting.pop()
            group.append(index)
            near = [index + step for step in around if index + step in dark]
            dark.difference_update(near)
            waiting += near
        left, top = min(index % width for index in group), min(group) // width
        yield frozenset((index % width - left, index // width - top) for index in group)
