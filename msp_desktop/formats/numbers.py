"""Numbers, counts and lists in words, by Babel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msp_desktop.formats import NBSP
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.locales import locale

_WORDS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip


@lru_cache(maxsize=4096)  # a table of sums shows the same few again and again
def number(value: int) -> str:
    """Return « 1 250 »."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale("fr")))


@lru_cache(maxsize=4096)
def decimal(value: float) -> str:
    """Return « 6 », « 2,5 », « 12 500 »: at most two decimals, none where they are zero."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, "#,##0.##", locale("fr")))


def percent(part: float, whole: float = 1) -> str:
    """Return « 60 % »: 0 % and 100 % are said of nothing and of the whole alone, never of what is near them."""
    figure = round(100 * part / whole)
    if 0 < part < whole:
        figure = min(99, max(1, figure))
    return f"{figure}{NBSP}%"


def euros(value: int) -> str:
    """Return « 12 500 € »."""
    return f"{number(value)}{NBSP}€"


def inhabitants(count: int | None) -> str:
    """Return « 1 250 habitants », « 1 habitant », or nothing where the number is not known."""
    return "" if count is None else counted(count, "habitant")


def in_letters(count: int, *, feminine: bool = False) -> str:
    """Return « trois », « une »: in letters up to sixteen, in figures beyond."""
    if count == 1 and feminine:
        return "une"
    return _WORDS[count] if 0 <= count < len(_WORDS) else number(count)


def counted(count: int, singular: str, plural: str = "") -> str:
    """Return « 3 actions », « 1 action », « 0 action » (French: plural from two on)."""
    return f"{number(count)}{NBSP}{agreeing(count, singular, plural)}"


def listed(words: Sequence[str]) -> str:
    """Return « un, deux et trois »."""
    from babel.lists import format_list

    return str(format_list(words, locale=locale("fr")))
