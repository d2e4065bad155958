"""The handover as it is printed: who, in one minute, this week, then its parts; every word is ready."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


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
