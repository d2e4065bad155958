"""The zoning by the ARS: all professions in one csv (AtlaSanté), or the older workbook of the doctors' alone.

AtlaSanté: `com_code`, `niveau`, and for each profession `z…_niveau`, `z…_date_arrete`. The workbook: « Code de la commune »,
« Qualification attribuée par l’arrêté régional », « Date de l’arrêté régional ». What is not classified (« NC ») has no level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.domain.official import FoundFigure
from msp_desktop.exchange.open_data.cells import cell, code_of, column_of, day_in, names_of, parts_of
from msp_desktop.method.indicators import kit_indicators

_PROFESSIONS = {
    "zmed": "zone-medecin",
    "zide": "zone-infirmier",
    "zmk": "zone-kine",
    "zsf": "zone-sage-femme",
    "zdent": "zone-dentiste",
    "zortho": "zone-orthophoniste",
}


class Columns(Struct, frozen=True):
    """Where the commune's code, the kind of territory, and each profession's level and day stand."""

    code: int
    kind: int | None
    levels: tuple[tuple[str, int, int | None], ...]


def columns_of(row: Sequence[str]) -> Columns | None:
    """Return the columns that a header names, None for what is no header of a zoning."""
    names = names_of(row)
    code = column_of(names, "com code", "code de la commune", "code commune")
    if code is None:
        return None
    levels = [
        (indicator, names.index(f"{name} niveau"), column_of(names, f"{name} date arrete"))
        for name, indicator in _PROFESSIONS.items()
        if f"{name} niveau" in names
    ]
    older = next((at for at, name in enumerate(names) if name.startswith("qualification attribuee par l arrete")), None)
    if older is not None:
        on = next((at for at, name in enumerate(names) if name.startswith("date de l arrete")), None)
        levels.append(("zone-medecin", older, on))
    return Columns(code, column_of(names, "niveau"), tuple(levels)) if levels else None


def figures_in(
    rows: Iterable[Sequence[str]], columns: Columns, communes: Mapping[str, str], _year: int | None
) -> list[FoundFigure]:
    """Return the level of each profession in the communes sought; where former communes differ, each level once."""
    kept: dict[str, Sequence[str]] = {}
    for row in rows:
        code = code_of(cell(row, columns.code))
        if code in communes and cell(row, columns.kind).upper() in ("", "COM"):
            kept.setdefault(code, row)
    found = []
    for commune, codes in parts_of(kept, communes).items():
        for indicator, level, day in columns.levels:
            told = [(kit_indicators().zone_words(cell(kept[code], level)), cell(kept[code], day)) for code in codes]
            words = list(dict.fromkeys(words for words, _day in told if words))
            days = [on for words, day_words in told if words and (on := day_in(day_words))]
            if words:
                found.append(_figure(indicator, commune, words, days))
    return found


def _figure(indicator: str, commune: str, words: Sequence[str], days: Sequence[date]) -> FoundFigure:
    decided = max(days, default=None)
    year = decided.year if decided else None
    return FoundFigure(code=indicator, area=commune, words=" / ".join(words), year=year, dated_on=decided)
