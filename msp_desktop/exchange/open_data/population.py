"""Population by age (INSEE): the base by commune (`CODGEO`), or the one by IRIS (`COM`), whose districts are summed.

The year is in the names of the columns, « P22_POP7589 ». The base by commune has 75 and over (7589 and 90P), not 65. Counts
are weighted, with decimals.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from msp_desktop.domain.official import FoundFigure
from msp_desktop.exchange.open_data.cells import cell, code_of, number_in, parts_of

_COLUMN = re.compile(r"\AP(\d\d)_(POP\w*)\Z", re.IGNORECASE)
#: A share, and the columns whose sum it is of: the first set that the file has.
_SHARES = {
    "part-75": (("POP75P",), ("POP7589", "POP90P")),
    "part-65": (("POP65P",), ("POP6579", "POP80P"), ("POP6574", "POP75P")),
    "part-moins-15": (("POP0014",), ("POP0002", "POP0305", "POP0610", "POP1114")),
}


class Columns(Struct, frozen=True):
    """Where the commune's code, the population, and what each share is the sum of stand; the year they tell of."""

    code: int
    year: int
    population: int
    shares: tuple[tuple[str, tuple[int, ...]], ...]


def columns_of(row: Sequence[str]) -> Columns | None:
    """Return the columns that a header names, None for what is no header of a population."""
    names = [name.strip().upper() for name in row]
    code = next((names.index(name) for name in ("CODGEO", "COM") if name in names), None)
    years: dict[int, dict[str, int]] = {}
    for at, name in enumerate(names):
        if found := _COLUMN.match(name):
            years.setdefault(_year(int(found[1])), {}).setdefault(found[2], at)
    whole = [year for year, columns in years.items() if "POP" in columns]
    if code is None or not whole:
        return None
    columns = years[max(whole)]
    shares = [
        (indicator, tuple(columns[name] for name in parts))
        for indicator, ways in _SHARES.items()
        if (parts := next((way for way in ways if all(name in columns for name in way)), ()))
    ]
    return Columns(code, max(whole), columns["POP"], tuple(shares))


def _year(two: int) -> int:
    return 1900 + two if two > 60 else 2000 + two


def figures_in(
    rows: Iterable[Sequence[str]], columns: Columns, communes: Mapping[str, str], _year_told: int | None
) -> list[FoundFigure]:
    """Return the population of the communes sought, and its shares in percent; none of what a row does not tell."""
    wanted = (columns.population, *(at for _indicator, parts in columns.shares for at in parts))
    sums: dict[str, dict[int, float]] = {}
    for row in rows:
        code = code_of(cell(row, columns.code))
        if code in communes:
            own = sums.setdefault(code, dict.fromkeys(wanted, 0.0))
            for at in own:
                told = number_in(cell(row, at))
                own[at] += math.nan if told is None else told
    found = []
    for commune, codes in parts_of(sums, communes).items():
        total = {at: sum(sums[code][at] for code in codes) for at in wanted}
        whole = total[columns.population]
        if whole > 0:
            values = [("population", whole)]
            values += [(code, 100 * sum(total[at] for at in parts) / whole) for code, parts in columns.shares]
            found += [
                FoundFigure(code=code, area=commune, value=value, year=columns.year)
                for code, value in values
                if code == "population" or value <= 100
            ]
    return found
