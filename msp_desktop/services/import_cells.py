"""What a cell of somebody's spreadsheet means: a value, or words that are not understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from msp_desktop.domain.column_words import field_named
from msp_desktop.domain.inventory import AgeBand, Departure, Mode, Proximity, Tri
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, MODE, PROXIMITY, TRI
from msp_desktop.formats.emails import read_emails
from msp_desktop.formats.text import fold, one_line
from msp_desktop.formats.typed import parse_date
from msp_desktop.method.inventory import kit_inventory

_CHOICES: dict[str, Mapping[Any, str]] = {
    "place": PROXIMITY, "mode": MODE, "age_band": AGE, "departure": DEPARTURE,
    "works_alone": TRI, "ready": TRI, "new_patients": TRI,
}  # fmt: skip
#: What is written in several lines: kept to the letter.
_AS_IT_IS = ("address", "notes", "details")
#: The longest text that a field of one line takes, in characters; a longer one is kept in the notes.
LONGEST = 500
#: The longest distance between two communes that anybody notes, in kilometres.
FARTHEST = 1000
_DATES = ("age_noted_on", "departure_on", "checked_on")
_OTHER_WORDS: dict[str, StrEnum] = {
    "ici": Proximity.HERE, "dans la commune": Proximity.HERE, "a cote": Proximity.NEARBY, "alentours": Proximity.NEARBY,
    "o": Tri.YES, "x": Tri.YES, "n": Tri.NO, "liberale": Mode.SELF_EMPLOYED, "salariee": Mode.EMPLOYED,
    "non": Departure.NONE_KNOWN, "aucun": Departure.NONE_KNOWN, "d ici deux ans": Departure.WITHIN_2,
    "3 a 5 ans": Departure.FROM_3_TO_5, "annonce": Departure.ANNOUNCED, "inconnu": AgeBand.UNKNOWN,
}  # fmt: skip


def column_score(text: str) -> int:
    """Tell a column's name (1) from somebody's words (-1) where either can be told; 0 else."""
    if field_named(text):
        return 1
    words = one_line(text[:LONGEST]).strip()
    if "@" in words or len(re.findall(r"\d", words)) >= 9 or profession_code(words) in _codes():
        return -1
    return 0


def read_cell(field: str, text: str, today: date) -> object | None:
    """Return the value of a cell under a field, None where its words are not understood."""
    if field in _AS_IT_IS:
        return text
    text = text.strip()
    if field == "profession":
        return profession_code(one_line(text))
    if field in _DATES:
        try:
            return parse_date(text, today)
        except ValueError:
            return None
    if field == "distance_km":
        return _kilometres(text)
    if field in _CHOICES:
        return _choice(field, text)
    if len(text) > LONGEST:
        return None
    if field == "phone":
        return f"0{text}" if re.fullmatch(r"[1-9]\d{8}", text) else one_line(text)  # a number has lost its zero
    if field == "email":
        found = read_emails(text)
        return None if found.wrong else found.kept or None
    return one_line(text)


def settled(values: dict[str, object], today: date) -> dict[str, object]:
    """Return the values of a row of professionals with what follows from them: where, and when its age was noted."""
    values = {"profession": "autre", **values}
    if "town" in values and "place" not in values and "distance_km" in values:
        values["place"] = Proximity.NEARBY
    if values.get("age_band") and "age_noted_on" not in values:
        values["age_noted_on"] = today
    return values


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(entry.code for entry in kit_inventory().professions) - {"autre"}


@lru_cache(maxsize=1000)
def profession_code(text: str) -> str:
    """Return the code of a profession typed in words; an unknown one is kept as typed."""
    wanted = plain(text)
    if not wanted:
        return "autre"
    for profession in kit_inventory().professions:
        if wanted in {plain(word) for word in (profession.code, profession.masculine, profession.feminine,
                                                profession.plural)}:  # fmt: skip
            return profession.code
    if wanted.startswith("medecin") or wanted == "generaliste":
        return "medecin"
    if wanted.startswith("infirmi"):
        return "infirmier"
    return text.strip()


def plain(text: str) -> str:
    """Return words as they are compared: no accents, case or punctuation."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def _kilometres(text: str) -> float | None:
    found = re.findall(r"\d+(?:[.,]\d+)?", text)
    kilometres = float(found[0].replace(",", ".")) if len(found) == 1 and len(found[0]) < 20 else FARTHEST + 1
    return kilometres if kilometres <= FARTHEST else None


def _choice(field: str, text: str) -> StrEnum | None:
    wanted = plain(text)
    for choice, words in _CHOICES[field].items():
        if wanted in (plain(words), plain(words).removesuffix(" ans"), choice.value):
            assert isinstance(choice, StrEnum)
            return choice
    other = _OTHER_WORDS.get(wanted)
    if other is not None and other in _CHOICES[field] and type(other) is type(next(iter(_CHOICES[field]))):
        return other
    return _age_band(wanted) if field == "age_band" else None


def _age_band(words: str) -> AgeBand | None:
    """Return the band of an age in years: only the band is kept."""
    found = re.fullmatch(r"(\d{2})(?: ans)?", words)
    if not found:
        return None
    years = int(found[1])
    limits = ((40, AgeBand.UNDER_40), (50, AgeBand.FROM_40), (55, AgeBand.FROM_50), (60, AgeBand.FROM_55),
              (65, AgeBand.FROM_60))  # fmt: skip
    return next((band for limit, band in limits if years < limit), AgeBand.FROM_65)
