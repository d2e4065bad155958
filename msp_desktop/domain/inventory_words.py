"""The French words of the registers' choices: the same on the screen, in spreadsheets and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Mode, Proximity, Tri
from msp_desktop.formats.quick import month_name

TRI = {Tri.YES: "oui", Tri.NO: "non", Tri.UNKNOWN: "non renseigné"}
PROXIMITY = {Proximity.HERE: "commune", Proximity.NEARBY: "à proximité"}
MODE = {
    Mode.SELF_EMPLOYED: "libéral",
    Mode.EMPLOYED: "salarié",
    Mode.MIXED: "mixte",
    Mode.UNKNOWN: "non renseigné",
}
AGE = {
    AgeBand.UNDER_40: "moins de 40 ans",
    AgeBand.FROM_40: "40–49 ans",
    AgeBand.FROM_50: "50–54 ans",
    AgeBand.FROM_55: "55–59 ans",
    AgeBand.FROM_60: "60–64 ans",
    AgeBand.FROM_65: "65 ans et plus",
    AgeBand.UNKNOWN: "non connu",
}
DEPARTURE = {
    Departure.ANNOUNCED: "annoncé",
    Departure.WITHIN_2: "d’ici 2 ans",
    Departure.FROM_3_TO_5: "dans 3 à 5 ans",
    Departure.NONE_KNOWN: "aucun connu",
    Departure.UNKNOWN: "non renseigné",
}


#: « Unknown » is a word of several kinds, and equal in all: each has its own table.
_OF_KIND: dict[type[StrEnum], Mapping[Any, str]] = {
    type(next(iter(table))): table for table in (TRI, PROXIMITY, MODE, AGE, DEPARTURE)
}
#: What is shown of a need whose strength nobody has said.
NO_STRENGTH = "non renseignée"


def words_of(value: StrEnum) -> str:
    """Return the French words of a choice."""
    return _OF_KIND.get(type(value), {}).get(value, str(value))


def departure_words(row: HealthProfessional) -> str:
    """Return « annoncé, fin 2027 », « d'ici 2 ans », « dans 3 à 5 ans », « aucun connu », « – »."""
    if row.departure is Departure.ANNOUNCED:
        if row.departure_on is None:
            return "annoncé"
        late = row.departure_on.month >= 10
        when = (
            f"fin {row.departure_on.year}" if late else f"{month_name(row.departure_on.month)} {row.departure_on.year}"
        )
        return f"annoncé, {when}"
    return "–" if row.departure is Departure.UNKNOWN else DEPARTURE[row.departure]
