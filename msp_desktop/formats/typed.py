"""Dates, hours and minutes as people type them."""

from __future__ import annotations

import re
from datetime import date, time

from msp_desktop.formats.quick import DAYS, MONTHS
from msp_desktop.formats.text import fold, fold_spaces

#: The days that a dossier may speak of: all that anybody living remembers or plans, and so far from what Python counts
#: (years 1 to 9999) that no sum of days can leave it.
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


def parse_date(text: str, today: date) -> date | None:
    """Return the date people type: « 12/5/26 », « 12 mai », « 1er mai 2026 », « 2026-05-12 »; None where empty.

    Without a year, the one nearest to `today` is meant. Raise ValueError for what is no date (« 31/02 »), and for
    one before EARLIEST or after LATEST.
    """
    words = fold(text).split()
    if not words:
        return None
    if words[0] == "le":
        words = words[1:]
    if words and words[0] in {fold(name) for name in DAYS["fr"]}:
        words = words[1:]
    if len(words) == 3 and len(words[0]) == 4 and words[0].isdecimal():
        words.reverse()
    if not 2 <= len(words) <= 3 or any(len(word) > 9 for word in words):
        raise ValueError(text)
    day = int(re.sub(r"^1er$", "1", words[0]))
    month = int(words[1]) if words[1].isdecimal() else _month_number(words[1])
    if len(words) == 3:
        year = int(words[2])
        return _near_us(date(year + 2000 if year < 100 else year, month, day), text)
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(_near_us(date(year, month, day), text))
        except ValueError:
            continue
    if not candidates:
        raise ValueError(text)
    return min(candidates, key=lambda candidate: abs((candidate - today).days))


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


def _near_us(day: date, text: str) -> date:
    if not EARLIEST <= day <= LATEST:
        raise ValueError(text)
    return day


def _month_number(word: str) -> int:
    matches = [index for index, name in enumerate(MONTHS["fr"], 1) if fold(name).startswith(word.rstrip("."))]
    if len(word) < 3 or len(matches) != 1:
        raise ValueError(word)
    return matches[0]
