"""A month in somebody's words: « fin 2027 », « juil-28 », « 07/2028 », « retraite en juin 2027 »."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from msp_desktop.formats.text import fold
from msp_desktop.formats.typed import EARLIEST, LATEST, month_number, parse_date

#: The longest words that say when, in characters.
_LONGEST = 80
#: Day 0 of a spreadsheet's own count of days (ECMA-376, 18.17.4.1), and the counts taken for days: 1982 to 2100.
_DAY_ZERO, _COUNTS = date(1899, 12, 30), range(30_000, 73_416)
#: Words around a date that say nothing of it; « avant », « vers », « d’ici » do.
_AROUND = frozenset(
    """
    le en a au l la pour du de des d mois annee an retraite depart departs cessation activite arret prevu prevue
    prevus annonce annoncee programme programmee confirme officiel courant
    """.split()
)
#: What « fin 2027 », « début 2028 », « mi-2027 » say of a year without a month.
_OF_YEAR = {"fin": 12, "debut": 1, "mi": 6}


def read_day(text: str, today: date) -> date:
    """Return the day of a cell: as it is typed, with an hour, as a spreadsheet counts days. ValueError for no date."""
    words = text.strip()
    if len(words) > _LONGEST:
        raise ValueError(text)
    counted = re.fullmatch(r"(\d{5})(?:[.,]\d+)?", words)
    if counted and int(counted[1]) in _COUNTS:
        return _DAY_ZERO + timedelta(days=int(counted[1]))
    day = parse_date(re.sub(r"[T ]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?Z?$", "", words), today)
    if day is None:
        raise ValueError(text)
    return day


def read_day_or_month(text: str, today: date) -> date:
    """Return a day, or the last day of a month that is said without one. ValueError for what is neither.

    « fin 2027 » is December, « début 2028 » January, « mi-2027 » June: a year alone, a season or « vers 2028 » says no
    month.
    """
    if len(text) > _LONGEST:
        raise ValueError(text)
    try:
        return read_day(text, today)
    except ValueError:
        words = [word for word in fold(text).split() if word not in _AROUND]
    part = next((word for word in words if word in _OF_YEAR), "")
    words = [word for word in words if word not in _OF_YEAR]
    if len(words) == 3 and not part:
        return read_day(" ".join(words), today)
    if len(words) == 2:
        if re.fullmatch(r"\d{4}", words[0]):
            words.reverse()
        return _last_day(_year(words[1]), _month(words[0]))
    if len(words) == 1 and part:
        return _last_day(_year(words[0]), _OF_YEAR[part])
    if len(words) == 1 and (joined := re.fullmatch(r"([a-z]{3,9})(\d{2}|\d{4})", words[0])):
        return _last_day(_year(joined[2]), _month(joined[1]))
    raise ValueError(text)


def is_month_end(day: date) -> bool:
    """Tell whether a day is its month's last, as months are kept: it is then shown as the month."""
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _last_day(year: int, month: int) -> date:
    day = date(year, month, calendar.monthrange(year, month)[1])
    if not EARLIEST <= day <= LATEST:
        raise ValueError(str(day))
    return day


def _year(word: str) -> int:
    if not re.fullmatch(r"\d{2}|\d{4}", word) or not word.isascii():
        raise ValueError(word)
    return int(word) + (2000 if len(word) == 2 else 0)


def _month(word: str) -> int:
    if re.fullmatch(r"[0-9]{1,2}", word):
        if 1 <= int(word) <= 12:
            return int(word)
        raise ValueError(word)
    return month_number(word)
