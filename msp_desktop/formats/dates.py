"""Dates in words, by Babel; the first screen has its own in `quick`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msp_desktop.formats import NBSP
from msp_desktop.formats.locales import locale


def month_name(number: int, lang: str = "fr") -> str:
    """Return the name of a month, 1 to 12."""
    return str(locale(lang).months["format"]["wide"][number])


def weekday_name(day: date, lang: str = "fr") -> str:
    """Return the name of the day of the week."""
    return _in_words(day, "EEEE", lang)


def short_date(day: date, lang: str = "fr") -> str:
    """Return « 12 mai », « 1er mai »."""
    return _in_words(day, f"d{NBSP}MMMM", lang)


def medium_date(day: date, lang: str = "fr") -> str:
    """Return « 12 mai 2026 »."""
    return _in_words(day, f"d{NBSP}MMMM y", lang)


def day_date(day: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai »."""
    return _in_words(day, f"EEEE{NBSP}d{NBSP}MMMM", lang)


def long_date(day: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai 2026 »."""
    return _in_words(day, f"EEEE{NBSP}d{NBSP}MMMM y", lang)


def month_date(day: date, lang: str = "fr") -> str:
    """Return « mars 2027 », « déc. 2026 »: the month as short as it is written."""
    return _in_words(day, "MMM y", lang)


def near_date(day: date, today: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai », with the year where it is not this one's."""
    return day_date(day, lang) if day.year == today.year else long_date(day, lang)


def period_words(begin: date, end: date) -> str:
    """Return « du dimanche 22 mars au mardi 28 avril 2026 », the first year too where it is another; « le … » for one day."""
    if begin == end:
        return f"le {long_date(end)}"
    first = day_date(begin) if begin.year == end.year else long_date(begin)
    return f"du {first} au {long_date(end)}"


@lru_cache(maxsize=4096)  # a table of people shows the same few dates again and again
def _in_words(day: date, pattern: str, lang: str) -> str:
    from babel.dates import format_date

    if day.day == 1 and lang == "fr":
        pattern = pattern.replace("d", "d'er'")  # Babel writes « 1 mai »
    return str(format_date(day, pattern, locale(lang)))
