"""Dates, hours and minutes as people type them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, timedelta
from enum import Enum

from msp_desktop.formats.quick import DAYS, MONTHS
from msp_desktop.formats.text import fold, fold_spaces

#: The days that a dossier may speak of: all that anybody living remembers or plans, and so far from what Python counts
#: (years 1 to 9999) that no sum of days can leave it.
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
#: How late one still notes what was planned, and how early what is about to be done.
SHORT_WHILE = timedelta(60)
#: How far from today the weekday may send a date typed without its year: nearer the year's turn, a wrong weekday is the
#: likelier mistake.
IN_DOUBT = timedelta(275)


class Toward(Enum):
    """Which way a date typed without its year looks: what is planned, what was done, either."""

    AHEAD = "ahead"
    BEHIND = "behind"
    NEAREST = "nearest"


class WrongWeekdayError(ValueError):
    """A date whose day of the week is another one (« lundi 12 mai 2026 », a Tuesday); `day` is the date."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


def parse_date(text: str, today: date, toward: Toward = Toward.NEAREST) -> date | None:
    """Return the date people type: « 12/5/26 », « 12 mai », « lun. 1er juin 2026 », « 2026-05-12 »; None where empty.

    Without a year, the nearest to `today` is meant that what is asked can be: planned things are to come, or were to be
    a short while ago; done ones the other way round. A weekday says which year too: « samedi 28 mars » is of a year that
    has it on a Saturday, where one of those near has. Raise ValueError for what is no date (« 31/02 »), and for one before
    EARLIEST or after LATEST; WrongWeekdayError where it is one of another weekday than the one written.
    """
    words = fold(text).split()
    if not words:
        return None
    if "er" in words[1:]:
        words = " ".join(words).replace("1 er", "1er", 1).split()  # Word's « 1 » and its raised « er »
    if words[0] == "le":
        words = words[1:]
    weekday = _weekday_number(words[0]) if len(words) > 1 else None
    if weekday is not None:
        words = words[1:]
    if len(words) == 3 and len(words[0]) == 4 and words[0].isdecimal():
        words.reverse()
    if not 2 <= len(words) <= 3 or any(len(word) > 9 for word in words):
        raise ValueError(text)
    number = int(re.sub(r"^1er$", "1", words[0]))
    month = int(words[1]) if words[1].isdecimal() else month_number(words[1])
    if len(words) == 3:
        year = int(words[2])
        day = _near_us(date(year + 2000 if year < 100 else year, month, number), text)
    else:
        day = _in_which_year(number, month, today, toward, text, weekday)
    if weekday not in (None, day.weekday()):
        raise WrongWeekdayError(day)
    return day


def _in_which_year(number: int, month: int, today: date, toward: Toward, text: str, weekday: int | None) -> date:
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            candidates.append(_near_us(date(year, month, number), text))
    if not candidates:
        raise ValueError(text)
    if toward is Toward.AHEAD:
        likely = [day for day in candidates if day >= today - SHORT_WHILE] or candidates[-1:]
    elif toward is Toward.BEHIND:
        likely = [day for day in reversed(candidates) if day <= today + SHORT_WHILE] or candidates[:1]
    else:
        likely = sorted(candidates, key=lambda day: abs((day - today).days))
    agreeing = (day for day in likely if day.weekday() == weekday and abs(day - today) <= IN_DOUBT)
    return next(agreeing, likely[0])


def parse_clock(text: str) -> time | None:
    """Return the hour people type: « 18h30 », « 18:30 », « 18 h », « 1830 »; None where empty. Raise ValueError."""
    if not text.strip():
        return None
    matched = re.fullmatch(r"(\d{1,2})(?:\s*(?:h|:|\.|heures?)\s*(\d{1,2})?|(\d{2}))?", fold_spaces(text).lower())
    if not matched:
        raise ValueError(text)
    return time(int(matched[1]), int(matched[2] or matched[3] or 0))


def parse_minutes(text: str) -> int | None:
    """Return the minutes people type: « 25 », « 25 min », « 1 h 10 »; None where empty. Raise ValueError."""
    spaced = fold_spaces(text).lower()
    if not spaced:
        return None
    matched = re.fullmatch(r"(?:(\d{1,2})\s*h\s*(\d{1,2})?|(\d{1,3})\s*(?:min(?:utes?)?|mn)?\.?)", spaced)
    if not matched:
        raise ValueError(text)
    if matched[3]:
        return int(matched[3])
    return int(matched[1]) * 60 + int(matched[2] or 0)


#: What may follow a whole number: euros, square metres.
_AFTER_NUMBER = re.compile(r"(?:€|euros?|eur|m²|m2)$")


def parse_whole(text: str) -> int | None:
    """Return the whole number people type: « 12 500 », « 12 500 € », « 18 m² »; None where empty. Raise ValueError.

    « 12.500 » and « 12,5 » are refused: nobody could say which of the two is meant.
    """
    spaced = fold_spaces(text).lower()
    digits = _AFTER_NUMBER.sub("", spaced).replace(" ", "")
    if not spaced:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", digits):
        raise ValueError(text)
    return int(digits)


def _near_us(day: date, text: str) -> date:
    if not EARLIEST <= day <= LATEST:
        raise ValueError(text)
    return day


def _weekday_number(word: str) -> int | None:
    """Return 0 for « lundi », « lun », « Monday »; None for any other word."""
    matches = {index for names in DAYS.values() for index, name in enumerate(names) if fold(name).startswith(word)}
    return matches.pop() if len(word) >= 3 and len(matches) == 1 else None


def month_number(word: str) -> int:
    """Return 1 for « janvier », « janv », « January »; ValueError for any other word."""
    matches = {index for names in MONTHS.values() for index, name in enumerate(names, 1) if fold(name).startswith(word)}
    if len(word) < 3 or len(matches) != 1:
        raise ValueError(word)
    return matches.pop()


#: The largest sum and the largest figure that are typed.
MOST_EUROS = 1_000_000_000
_FIGURE = re.compile(r"-?\d{1,12}(?:[.,]\d{1,6})?")


def parse_figure(text: str) -> float | None:
    """Return the figure people type: « 1 250 », « 2,5 », « 12 % »; None where empty. Raise ValueError."""
    words = re.sub(r"\s+", "", fold_spaces(text)).removesuffix("%")
    if not words:
        return None
    if not _FIGURE.fullmatch(words):
        raise ValueError(text)
    value = float(words.replace(",", "."))
    if abs(value) > MOST_EUROS:
        raise ValueError(text)
    return value


def parse_euros(text: str) -> int:
    """Return the sum people type, in whole euros: « 12 500 € », « 1200,50 »; 0 where empty. Raise ValueError."""
    words = re.sub(r"\s+", "", fold_spaces(text)).lower()
    for unit in ("euros", "euro", "€"):
        words = words.removesuffix(unit)
    value = parse_figure(words)
    if value is not None and value < 0:
        raise ValueError(text)
    return int(value + 0.5) if value is not None else 0
