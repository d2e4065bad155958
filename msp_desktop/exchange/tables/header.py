"""Which line of a sheet names its columns, and what it calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from msp_desktop.exchange.tables.kinds import Table

#: What is known of a cell's words: 1 where they name a column, -1 where they can only be somebody's (a profession, a
#: telephone number), 0 else. Given by whoever knows what the table is about.
Score = Callable[[str], int]

#: Among how many lines the header is looked for, from the first that is not empty.
LOOKED_AT = 40


class Header(Struct, frozen=True):
    """The names of the columns, the line they stand in (from 0, -1 where there is none), where the rows begin."""

    names: tuple[str, ...]
    line: int
    first: int


def header_of(rows: Table, score: Score | None) -> tuple[Header, int]:
    """Return the header of a sheet and how sure it is: how many known names its line has, 0 where it is guessed.

    Without `score` it is the first line that is not empty.
    """
    if score is None:
        line = next((number for number, row in enumerate(rows) if any(row)), -1)
        return Header(tuple(rows[line]) if rows else (), line, line + 1), 0
    best, line = 0, -1
    for number, row in enumerate(rows[:LOOKED_AT]):
        points = _points(row, score)
        if points > best:
            best, line = points, number
    if line < 0:
        line = _by_looks(rows, score)
    if line < 0:
        return Header((), -1, 0), 0
    names, first = _two_lines(rows, line, score)
    return Header(names, line, first), best


def _points(row: Sequence[str], score: Score) -> int:
    """Return how many different names of columns a line has; 0 where it rather is a row: one known word among others."""
    cells = [cell for cell in row if cell.strip()]
    known = {cell.strip().casefold() for cell in cells if score(cell) > 0}
    values = sum(score(cell) < 0 for cell in cells)
    if len(known) <= values or (len(known) == 1 and len(cells) > 2):
        return 0
    return len(known) - values


def _by_looks(rows: Table, score: Score) -> int:
    """Return the line that names columns nobody knows: words alone, above rows some of whose cells are numbers; else -1."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    usual = max(filled, default=0)
    line = next((number for number, count in enumerate(filled[:LOOKED_AT]) if 2 * count > usual), -1)
    if line < 0 or usual < 2 or filled[line] < usual:
        return -1
    cells = [cell for cell in rows[line] if cell.strip()]
    if any(_has_figure(cell) or score(cell) < 0 for cell in cells) or len(set(cells)) < len(cells):
        return -1
    below = Counter(column for row in rows[line + 1 :] for column, cell in enumerate(row) if _has_figure(cell))
    return line if below else -1


def _two_lines(rows: Table, line: int, score: Score) -> tuple[tuple[str, ...], int]:
    """Return the names of the columns, from two lines where a group's name stands above theirs; where rows begin."""
    names = [" ".join(cell.split()) for cell in rows[line]]
    if line and _is_group(rows[line - 1]):
        above = rows[line - 1]
        names += [""] * (len(above) - len(names))
        names = [_below(name, over, score) for name, over in zip(names, _groups(above, len(names)), strict=True)]
    below = rows[line + 1] if line + 1 < len(rows) else []
    if not _is_continued(names, below, score):
        return tuple(names), line + 1
    group = ""
    joined = []
    for column in range(max(len(names), len(below))):
        name = names[column] if column < len(names) else ""
        part = " ".join(below[column].split()) if column < len(below) else ""
        group = name or (group if part else "")
        joined.append(part if part and score(part) > 0 else f"{group} {part}".strip() if part != name else name)
    return tuple(joined), line + 2


def _groups(row: Sequence[str], width: int) -> list[tuple[str, bool]]:
    """Return the group each column stands under, and whether its name is written right above it."""
    groups: list[tuple[str, bool]] = []
    group = ""
    for column in range(width):
        own = " ".join(row[column].split()) if column < len(row) else ""
        group = own or group
        groups.append((group, bool(own)))
    return groups


def _below(name: str, over: tuple[str, bool], score: Score) -> str:
    """Return a column's name with its group's where only both say something (« Départ », « Date »)."""
    group, own = over
    if not name:
        return group if own else ""
    return f"{group} {name}" if group and score(name) <= 0 < score(f"{group} {name}") else name


def _is_group(row: Sequence[str]) -> bool:
    return sum(bool(cell.strip()) for cell in row) > 1 and not any(map(_has_figure, row))


def _is_continued(names: Sequence[str], below: Sequence[str], score: Score) -> bool:
    """Tell whether a line goes on with the header: its words stand under groups only (« Téléphone », then « fixe »)."""
    parts = [column for column, cell in enumerate(below) if cell.strip()]
    if len(parts) < 2 or any(_has_figure(below[column]) or score(below[column]) < 0 for column in parts):
        return False
    same = [column for column in parts if column < len(names) and below[column].strip() == names[column]]
    parts = [column for column in parts if column not in same]  # merged over both lines
    unnamed = [column for column in parts if column >= len(names) or not names[column]]
    groups = {column for column in range(len(names) - 1) if names[column] and not names[column + 1]}
    return bool(unnamed) and all(column in unnamed or column in groups for column in parts)


def _has_figure(cell: str) -> bool:
    return "@" in cell or any(character.isdecimal() for character in cell)
