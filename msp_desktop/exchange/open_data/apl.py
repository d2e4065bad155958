"""Accessibility (APL, Drees): one workbook a profession, a sheet a year, the header some lines under the notices.

Columns: « Code commune INSEE » (« Commune » before 2022), « APL aux médecins généralistes », « … de 65 ans et moins » (the
wording varies), « Population standardisée AAAA pour… ». A line of units follows the header, « Lecture », « Champ », « Source »
the rows. Several districts or former communes are averaged by their standardised population, as the Drees asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from msp_desktop.domain.official import FoundFigure
from msp_desktop.exchange.open_data.cells import cell, code_of, column_of, names_of, number_in, parts_of

_PROFESSIONS = {
    "medecins generalistes": "apl-medecin",
    "infirmier": "apl-infirmier",
    "infirmiere": "apl-infirmier",
    "kinesitherapeutes": "apl-kine",
    "sages femmes": "apl-sage-femme",
    "dentistes": "apl-dentiste",
}
_AGE = re.compile(r"\b(\d\d) ans\b")
#: The age that is kept: those of 62 and 60 say the same, more darkly.
_KEPT_AGE = "65"


class Columns(Struct, frozen=True):
    """Where the commune's code, each indicator and the weight stand."""

    code: int
    values: tuple[tuple[str, int], ...]
    weight: int | None


def columns_of(row: Sequence[str]) -> Columns | None:
    """Return the columns that a header names, None for what is no header of an accessibility."""
    names = names_of(row)
    code = column_of(names, "code commune insee", "code commune", "code insee", "codgeo", "commune")
    values = {indicator: at for at, name in enumerate(names) if (indicator := _indicator(name))}
    if code is None or not values:
        return None
    weight = next((at for at, name in enumerate(names) if re.match(r"population (\w+ )?standardisee", name)), None)
    return Columns(code, tuple(values.items()), weight)


def _indicator(name: str) -> str:
    """Return the indicator that a column tells of, nothing for another column, or another age."""
    if not name.startswith("apl aux "):
        return ""
    indicator = next((code for words, code in _PROFESSIONS.items() if words in name), "")
    age = _AGE.search(name)
    if not age:
        return indicator
    return "apl-medecin-65" if age[1] == _KEPT_AGE and indicator == "apl-medecin" else ""


def figures_in(
    rows: Iterable[Sequence[str]], columns: Columns, communes: Mapping[str, str], year: int | None
) -> list[FoundFigure]:
    """Return the accessibility of the communes sought."""
    kept: dict[str, Sequence[str]] = {}
    for row in rows:
        code = code_of(cell(row, columns.code))
        if code in communes:
            kept.setdefault(code, row)
    found = []
    for commune, codes in parts_of(kept, communes).items():
        for indicator, at in columns.values:
            value = _average([(number_in(cell(kept[code], at)), _weight(kept[code], columns)) for code in codes])
            if value is not None:
                found.append(FoundFigure(code=indicator, area=commune, value=value, year=year))
    return found


def _weight(row: Sequence[str], columns: Columns) -> float | None:
    return number_in(cell(row, columns.weight))


def _average(values: Sequence[tuple[float | None, float | None]]) -> float | None:
    """Return the average by weight of what is known; where a weight is not, no weight counts."""
    known = [(value, weight) for value, weight in values if value is not None]
    weights = [weight or 0 for _value, weight in known]
    if not known or not all(weights):
        weights = [1.0] * len(known)
    total = sum(weights)
    return sum(value * weight for (value, _own), weight in zip(known, weights, strict=True)) / total if total else None
