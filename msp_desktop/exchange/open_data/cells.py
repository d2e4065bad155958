"""What the cells of public figures mean: codes of communes and departments, numbers, days; which columns there are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msp_desktop.formats.text import fold

_DAY = re.compile(r"(?:(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:[T ].*)?\Z")


def cell(row: Sequence[str], column: int | None) -> str:
    """Return the words of a cell, nothing where the row is too short or there is no such column."""
    return row[column].strip() if column is not None and column < len(row) else ""


def names_of(row: Sequence[str]) -> list[str]:
    """Return the names of a row's columns, folded, so that accents, underscores and spaces at an end do not matter."""
    return [fold(name.replace("_", " ")) for name in row]


def column_of(names: Sequence[str], *wanted: str) -> int | None:
    """Return the first column that has one of these names, the likeliest first; None where none has."""
    return next((names.index(name) for name in wanted if name in names), None)


def code_of(words: str) -> str:
    """Return the code of a commune: a spreadsheet takes the first nought off."""
    code = words.upper()
    return f"0{code}" if len(code) == 4 and code.isdecimal() else code


def department_of(commune: str) -> str:
    """Return the department a commune's code begins with: three figures overseas."""
    return commune[:3] if commune.startswith(("97", "98")) else commune[:2]


def number_in(words: str) -> float | None:
    """Return a number as French or English write it; None for words («\u00a0NC\u00a0»), and for what no figure can be."""
    try:
        value = float(re.sub(r"[\s\u202f]", "", words).removesuffix("%").replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 <= value < 1e8 else None


def day_in(words: str) -> date | None:
    """Return a day as these files write it: «\u00a030/10/2025\u00a0», «\u00a02025-10-30\u00a0»; None for anything else."""
    found = _DAY.match(words)
    if not found:
        return None
    parts = (found[3], found[2], found[1]) if found[1] else (found[4], found[5], found[6])
    year, month, day = map(int, parts)
    try:
        return date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def parts_of(kept: Iterable[str], communes: Mapping[str, str]) -> dict[str, list[str]]:
    """Return, for each of today's communes, the codes a file has of it: its own alone, else its former ones, or its districts.

    `communes` are the codes sought, each with today's.
    """
    found: dict[str, list[str]] = {}
    for code in kept:
        found.setdefault(communes[code], []).append(code)
    return {today: [today] if today in codes else codes for today, codes in found.items()}
