"""The handover as it is printed: who, in one minute, this week, then its parts; every word is ready."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

#: Longest text of one field that is told whole, in characters: about ten pages. More was pasted there, and stays in the dossier.
LONGEST = 20_000
THE_REST = "La suite est dans le dossier."


class Lines(Struct, frozen=True):
    """Lines under a label of the margin; a list where there are several."""

    label: str
    lines: tuple[str, ...]


class Grid(Struct, frozen=True):
    """A table: its name, its header, its rows, and the widths of its columns in mm (168 in all)."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


class HandoverPart(Struct, frozen=True):
    """A numbered part: its code, its name, a sentence on what it holds, and what it holds."""

    code: str
    title: str
    intro: str
    content: tuple[Lines | Grid, ...]


class Task(Struct, frozen=True):
    """Something to do this week: what, and by when in words."""

    what: str
    when: str


class Handover(Struct, frozen=True):
    """The whole handover; `giver` is who hands over and `giver_lines` what they are, `receiver_lines` what is known of who takes over."""

    closed_on: date
    day: str
    giver: str
    giver_lines: tuple[str, ...]
    receiver_lines: tuple[str, ...]
    minute: tuple[str, ...]
    week: tuple[Task, ...]
    parts: tuple[HandoverPart, ...]


def shortened(text: str) -> str:
    """Return what was typed in one field; of a very long one its beginning, and on a line of its own where the rest is."""
    if len(text) <= LONGEST:
        return text
    cut = max(text.rfind("\n", LONGEST // 2, LONGEST), text.rfind(" ", LONGEST // 2, LONGEST))
    return f"{text[: cut if cut > 0 else LONGEST].rstrip()}…\n{THE_REST}"


def lines_of(text: str) -> list[str]:
    """Return the lines of what was typed in one field, each a thing said; of a very long one the first ones."""
    return [" ".join(line.split()) for line in shortened(text).splitlines() if line.strip()]


def piece_told(piece: Lines | Grid) -> Lines | Grid:
    """Return a piece of which no line and no cell is very long."""
    if isinstance(piece, Lines):
        return replace(piece, lines=tuple(map(shortened, piece.lines)))
    return replace(piece, rows=tuple(tuple(map(shortened, row)) for row in piece.rows))
