"""What a cell of somebody's spreadsheet means: a value, or words that are not understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from msp_desktop.domain.column_words import field_named
from msp_desktop.domain.inventory import OTHER, AgeBand, Departure, Mode, Proximity, Tri
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, MODE, PROXIMITY, TRI
from msp_desktop.formats.emails import read_emails
from msp_desktop.formats.months import read_day
from msp_desktop.formats.phones import read_phones
from msp_desktop.formats.text import fold, fold_spaces, one_line
from msp_desktop.method.professions import named_profession

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
_OTHER_WORDS: dict[type[StrEnum], dict[str, StrEnum]] = {
    Proximity: {
        **dict.fromkeys(("ici", "dans la commune", "sur place", "sur la commune", "oui"), Proximity.HERE),
        **dict.fromkeys(("a cote", "alentours", "aux alentours", "proximite", "proche", "hors commune", "voisin",
                         "commune voisine", "autre commune", "dans une commune voisine"), Proximity.NEARBY),
    },
    Tri: {**dict.fromkeys(("o", "x", "seul", "seule", "vrai", "true", "1", "yes"), Tri.YES),
          **dict.fromkeys(("n", "faux", "false", "0", "no"), Tri.NO)},
    Mode: {"liberale": Mode.SELF_EMPLOYED, "salariee": Mode.EMPLOYED, "lib": Mode.SELF_EMPLOYED, "sal": Mode.EMPLOYED},
    Departure: {
        **dict.fromkeys(("non", "aucun", "pas de depart", "aucun depart", "pas prevu", "non prevu", "neant", "pas connu"),
                        Departure.NONE_KNOWN),
        **dict.fromkeys(("d ici deux ans", "moins de 2 ans", "dans les 2 ans", "sous 2 ans"), Departure.WITHIN_2),
        **dict.fromkeys(("3 a 5 ans", "entre 3 et 5 ans"), Departure.FROM_3_TO_5),
        **dict.fromkeys(("annoncee", "oui", "prevu", "retraite", "depart en retraite", "retraite prevue", "depart prevu",
                         "depart annonce", "retraite annoncee"), Departure.ANNOUNCED),
    },
}  # fmt: skip
_DISTANCE = re.compile(
    r"(?:à|a|env(?:iron|\.)?|~|≈|±)?\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*(km|kms|kilom[eè]tres?|m|m[eè]tres?)?\s*\.?"
)
#: Marks that say yes.
_TICKS = "✓✔☑✅"


def column_score(text: str) -> int:
    """Tell a column's name (1) from somebody's words (-1) where either can be told; 0 else."""
    if field_named(text):
        return 1
    words = one_line(text[:LONGEST]).strip()
    if "@" in words or len(re.findall(r"\d", words)) >= 9 or named_profession(words).code:
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
            return read_day(text, today)
        except ValueError:
            return None
    if field == "distance_km":
        return _kilometres(text)
    if field in _CHOICES:
        return _choice(field, text)
    if len(text) > LONGEST:
        return None
    if field == "phone":
        try:
            return " / ".join(read_phones(text))
        except ValueError:
            return one_line(text)
    if field == "email":
        found = read_emails(text)
        return None if found.wrong else found.kept or None
    return one_line(text)


def settled(values: dict[str, object], today: date) -> dict[str, object]:
    """Return the values of a row of professionals with what follows from them: when its age was noted."""
    values = {"profession": OTHER, **values}
    if values.get("age_band") and "age_noted_on" not in values:
        values["age_noted_on"] = today
    return values


def profession_code(text: str) -> str:
    """Return the code of a profession typed in words; an unknown one is kept as typed."""
    return named_profession(text).code or text.strip() or OTHER


def plain(text: str) -> str:
    """Return words as they are compared: no accents, case or punctuation."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def _kilometres(text: str) -> float | None:
    """Return a distance: « 12,5 », « 12.5 km », « env. 800 m »; None for minutes, « 12 à 15 km », what is too far."""
    found = _DISTANCE.fullmatch(text.lower())
    if not found:
        return None
    kilometres = float(found[1].replace(",", ".")) / (1000 if (found[2] or "").startswith("m") else 1)
    return kilometres if kilometres <= FARTHEST else None


def _choice(field: str, text: str) -> StrEnum | None:
    wanted = plain(text) or ("oui" if text in _TICKS else "")
    for choice, words in _CHOICES[field].items():
        if wanted in (plain(words), plain(words).removesuffix(" ans"), choice.value):
            assert isinstance(choice, StrEnum)
            return choice
    return _age_band(text) if field == "age_band" else _OTHER_WORDS[type(next(iter(_CHOICES[field])))].get(wanted)


def _age_band(text: str) -> AgeBand | None:
    """Return the band of an age in years, or of a range within one: only the band is kept."""
    words = fold_spaces(text).lower()
    if re.fullmatch(r"(?:<|moins de|- de|-)\s?40(?: ans)?", words):
        return AgeBand.UNDER_40
    if re.fullmatch(r"(?:>|plus de|\+ de|\+)\s?6[4-9](?: ans)?|6[5-9](?: ans)?\s?(?:\+|et plus|et \+)(?: ans)?", words):
        return AgeBand.FROM_65
    found = re.fullmatch(r"([2-9]\d)(?: ans)?(?:\s?(?:-|–|à|a|/|et)\s?([2-9]\d))?(?: ans)?", words)
    if not found:
        return None
    bands = {_band(int(years)) for years in found.groups() if years}
    return bands.pop() if len(bands) == 1 else None


def _band(years: int) -> AgeBand:
    limits = ((40, AgeBand.UNDER_40), (50, AgeBand.FROM_40), (55, AgeBand.FROM_50), (60, AgeBand.FROM_55),
              (65, AgeBand.FROM_60))  # fmt: skip
    return next((band for limit, band in limits if years < limit), AgeBand.FROM_65)
