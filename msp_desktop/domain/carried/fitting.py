"""What somebody typed, made to fit what a file may hold: a dossier holds far more than its data may."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace

from msp_desktop.domain.carried.data import YEARS, CommuneData
from msp_desktop.domain.carried.envelope import LONGEST, encoded
from msp_desktop.domain.typed import clean_text

#: The longest line and the longest text, in characters (`texts.Words`, `texts.Text`), and the greatest count.
LONGEST_WORDS, LONGEST_TEXT, MOST = 300, 4000, 10_000
#: The marks that turn text around.
_TURNED = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[\t\n]+")
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
#: The most of each list (`data`), in its order.
_LISTS = {
    "phases": 20, "vigilances": 20, "milestones": 100, "findings": 100, "next_steps": 100, "roles": 100, "places": 500,
    "departures": 500, "ages": 500, "crossed": 500, "people": 500, "offers": 500, "needs": 500, "meetings": 500,
}  # fmt: skip
_AGENDA, _LEADS = 100, 20


def words(typed: str) -> str:
    """Return a line: what no file may hold is left out, and what is beyond the longest is cut at a word."""
    return _cut(_BREAKS.sub(" ", _clean(typed)).strip(), LONGEST_WORDS)


def text(typed: str) -> str:
    """Return a text of several lines, as `words` does a line."""
    return _cut(_clean(typed).strip(), LONGEST_TEXT)


def _clean(typed: str) -> str:
    return _TURNED.sub("", clean_text(typed))


def code(typed: str | None) -> str | None:
    """Return a code of the method as it is, None for what is none."""
    return typed if typed and _CODE.fullmatch(typed) else None


def matching(pattern: str, typed: str) -> str:
    """Return a number or a code that a whole pattern matches, "" for what does not."""
    return typed if re.fullmatch(pattern, typed, re.ASCII) else ""


def count(number: int) -> int:
    """Return a count within its ends."""
    return min(max(number, 0), MOST)


def told_day(day: date | None) -> date | None:
    """Return a day of the years that a file may tell of, None for another."""
    return day if day is not None and day.year in YEARS else None


def within_years(day: date) -> date:
    """Return a day, or the nearest one that a file may tell of."""
    return min(max(day, date(YEARS[0], 1, 1)), date(YEARS[-1], 12, 31))


def moment_within_years(moment: datetime) -> datetime:
    """Return a moment, or the nearest one that a file may tell of."""
    zone = moment.tzinfo
    return min(max(moment, datetime(YEARS[0], 1, 1, tzinfo=zone)), datetime(YEARS[-1], 12, 31, tzinfo=zone))


def bounded(**told: Any) -> CommuneData:
    """Return the data with as much of each list as a file may hold: the first ones are kept, fewer where all is too long."""
    least, whole = 1, _first(told, 1)
    while len(encoded(whole)) > LONGEST:
        least *= 2
        whole = _first(told, least)
    return whole


def _first(told: dict[str, Any], part: int) -> CommuneData:
    lists = {name: tuple(told.get(name, ()))[: max(1, most // part)] for name, most in _LISTS.items()}
    agenda, leads = max(1, _AGENDA // part), max(1, _LEADS // part)
    lists["meetings"] = tuple(replace(one, agenda=one.agenda[:agenda]) for one in lists["meetings"])
    lists["roles"] = tuple(replace(one, leads=one.leads[:leads]) for one in lists["roles"])
    return CommuneData(**told | lists)


def _cut(told: str, longest: int) -> str:
    if len(told) <= longest:
        return told
    kept, space, _rest = told[: longest - 1].rpartition(" ")
    return (kept if space and len(kept) > longest // 2 else told[: longest - 1]).rstrip() + "…"
