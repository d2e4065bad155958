"""The table of communes as it leaves the federation: in words, and without what would tell of somebody.

How many leave in a commune is for the federation's own screen: it is of fewer than three communes, so it does not leave.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from msp_desktop.domain.federated.communes import CommuneLine
from msp_desktop.domain.federated.totals import Cell, Totals

#: What stands for a number that may not be told.
HIDDEN = "–"
LEGEND = "– : moins de trois personnes ou de trois communes, ou ce qui permettrait de les retrouver."
TOO_NARROW = "Les départs et les âges ne sont totalisés que pour toutes les communes, un département ou un EPCI."
PHASES: Mapping[str, str] = {
    "before": "pas commencé", "1": "phase 1", "2": "phase 2", "3": "phase 3", "after": "après les 100 jours",
}  # fmt: skip
REFERENTS: Mapping[str, str] = {"elected": "un élu", "staff": "un agent", "pair": "un binôme", "": "pas encore"}
COLUMNS: Mapping[str, str] = {
    "within_2": "d’ici deux ans",
    "3_to_5": "de trois à cinq ans",
    "later": "plus tard",
    "none_known": "aucun connu",
    "unknown": "non connu",
    "within_5": "d’ici cinq ans",
    "others": "autres",
}
#: Each column of the table: its name, and what it says of a commune on a day.
_CELLS: Mapping[str, Callable[[CommuneLine, date], str | int]] = {
    "Commune": lambda line, _today: line.name,
    "Code INSEE": lambda line, _today: line.insee,
    "Département": lambda line, _today: line.department,
    "Jour": lambda line, today: _day(line, today),
    "Phase": lambda line, today: PHASES[line.phase(today)],
    "Actions faites": lambda line, _today: line.done,
    "Actions en tout": lambda line, _today: line.total,
    "En retard": lambda line, _today: line.late,
    "Points de vigilance": lambda line, _today: len(line.vigilances),
    "Référent": lambda line, _today: REFERENTS.get(line.referent, line.referent),
    "Premier échange": lambda line, _today: contact_words(line),
    "Dernières nouvelles": lambda line, _today: line.made_at.date().isoformat(),
}
HEADER = tuple(_CELLS)


def row_of(line: CommuneLine, today: date) -> tuple[str | int, ...]:
    """Return what the table says of a commune, one text or number a column of `HEADER`."""
    return tuple(cell(line, today) for cell in _CELLS.values())


def day_words(line: CommuneLine, today: date) -> str:
    """Return which of the hundred days it is there, « – » before and after them."""
    return str(_day(line, today))


def _day(line: CommuneLine, today: date) -> str | int:
    return line.day(today) if line.phase(today) not in ("before", "after") else "–"


def contact_words(line: CommuneLine) -> str:
    """Return when the federation was first heard, « oui » where only that is known."""
    if line.contacted_on is not None:
        return line.contacted_on.isoformat()
    return "oui" if line.contacted else "non"


def crossed(cells: tuple[Cell, ...]) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the columns of cells and the numbers of each row, in words: « – » where one is hidden."""
    columns = tuple(dict.fromkeys(cell.column for cell in cells))
    rows: dict[str, dict[str, str]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = HIDDEN if cell.n is None else str(cell.n)
    return columns, {name: tuple(row[column] for column in columns) for name, row in rows.items()}


def totals_rows(
    totals: Totals, professions: Mapping[str, str], vigilances: Mapping[str, str], ages: Mapping[str, str]
) -> list[tuple[str, str, str | int]]:
    """Return the totals one under another: what is counted, of what, how many; codes are named by the three tables."""
    rows: list[tuple[str, str, str | int]] = [
        ("Communes", "toutes", totals.communes),
        ("Communes", "à jour depuis moins de 15 jours", totals.up_to_date),
        ("Communes", "sans référent", totals.without_referent),
        ("Communes", "avec un point de vigilance", totals.with_vigilance),
        *(("Phases", PHASES[name], n) for name, n in totals.phases),
        *(("Points de vigilance", vigilances.get(code, code), n) for code, n in totals.vigilances),
        *(("Professionnels", professions.get(code, code), n) for code, n in totals.professions),
    ]
    for title, cells, names in (("Départs", totals.leaving, COLUMNS), ("Âges", totals.ages, ages)):
        for cell in cells:
            of = f"{professions.get(cell.row, cell.row)}, {names.get(cell.column, cell.column)}"
            rows.append((title, of, HIDDEN if cell.n is None else cell.n))
    rows.append(("Note", TOO_NARROW if totals.too_narrow else LEGEND, ""))
    return rows
