"""Patients with a long illness and no doctor of their own (Assurance maladie), a line a department and year.

`departement`, `annee`, `taux_patients_ald_sans_mt` (a percentage, « NC » where hidden), its number in `…_integer`; the file of the
year under way has `date` too. Department 999 is the whole region, region 99 the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.domain.official import FoundFigure
from msp_desktop.exchange.open_data.cells import cell, column_of, day_in, department_of, names_of, number_in

_RATE = "taux patients ald sans mt"
_YEAR = re.compile(r"\A(20\d\d)(?!\d)")


class Columns(Struct, frozen=True):
    """Where the department, the year, the day and the percentage stand."""

    department: int
    year: int | None
    day: int | None
    rate: int


def columns_of(row: Sequence[str]) -> Columns | None:
    """Return the columns that a header names, None for what is no header of these patients."""
    names = names_of(row)
    department, rate = column_of(names, "departement"), column_of(names, f"{_RATE} integer", _RATE)
    if department is None or rate is None:
        return None
    return Columns(department, column_of(names, "annee"), column_of(names, "date"), rate)


def figures_in(
    rows: Iterable[Sequence[str]], columns: Columns, communes: Mapping[str, str], _year: int | None
) -> list[FoundFigure]:
    """Return the newest percentage of the departments of the communes sought."""
    sought = {department_of(commune) for commune in communes.values()}
    newest: dict[str, FoundFigure] = {}
    for row in rows:
        department = cell(row, columns.department).upper()
        department = department.zfill(2) if department.isdecimal() else department
        value = number_in(cell(row, columns.rate))
        if department not in sought or value is None or value > 100:
            continue
        day = day_in(cell(row, columns.day))
        said = _YEAR.match(cell(row, columns.year))
        year = int(said[1]) if said else (day.year if day else None)
        figure = FoundFigure(code="ald-sans-medecin", area=department, value=value, year=year, dated_on=day)
        if department not in newest or _age(figure) > _age(newest[department]):
            newest[department] = figure
    return list(newest.values())


def _age(figure: FoundFigure) -> tuple[int, date]:
    return figure.year or 0, figure.dated_on or date.min
