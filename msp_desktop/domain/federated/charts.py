"""Charts of several communes: in which phase they are, what to watch, who leaves; none tells more than the totals it is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from msp_desktop.domain.charts import Bar, Chart, Fill, Frame, Line, Mark, Words
from msp_desktop.domain.federated.table import HIDDEN, PHASES
from msp_desktop.domain.federated.totals import Cell, Totals
from msp_desktop.formats import NBSP
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters, number

#: The most bars of a chart: all the others are in the table under it.
_MOST = 8
#: Letters of the words at the end of a bar.
_ENDS = 8
#: The columns of departures that are soon, solid, and in a few years, hatched: below a department they are told as one.
_SOON, _LATER = ("within_2", "within_5"), ("3_to_5",)

#: What makes a chart of totals in a frame, None where it would be empty; the mapping names what the totals call by codes.
Make = Callable[[Totals, Mapping[str, str], Frame], Chart | None]


class _Row(Struct, frozen=True):
    """A bar: its name, what of it is solid and what is hatched, and the words at its end."""

    name: str
    solid: int
    hatched: int
    says: str


def phase_chart(phases: tuple[tuple[str, int], ...], frame: Frame) -> Chart:
    """Draw how many communes are in each phase; those that have not begun are hatched."""
    rows = [
        _Row(PHASES[name], 0 if name == "before" else n, n if name == "before" else 0, str(n)) for name, n in phases
    ]
    communes = sum(n for _name, n in phases)
    subtitle = f"{communes} {agreeing(communes, 'commune')} par phase"
    return _chart(phase_title(phases), subtitle, ("Phase", "Communes"), rows, frame)


def phase_title(phases: tuple[tuple[str, int], ...]) -> str:
    """Return the finding: where most of them are."""
    if not any(n for _name, n in phases):
        return "Aucune commune"
    name, n = max(phases, key=lambda told: told[1])
    where = {"before": "pas encore commencé", "after": "après les 100 jours"}.get(name, f"en {PHASES[name]}")
    verb = f"{agreeing(n, 'n’a', 'n’ont')} " if name == "before" else ""
    return f"{capital(in_letters(n, feminine=True))} {agreeing(n, 'commune')} {verb}{where}"


def points_chart(totals: Totals, points: Mapping[str, str], frame: Frame) -> Chart | None:
    """Draw in how many communes each point to watch is met, the most frequent first; None where none is."""
    most = sorted((told for told in totals.vigilances if told[1]), key=lambda told: -told[1])[:_MOST]
    if not most:
        return None
    (code, n), *_less = most
    alike = sum(one == n for _code, one in most)
    met = f"{in_letters(n, feminine=True)} {agreeing(n, 'commune')}"
    title = f"«{NBSP}{points.get(code, code)}{NBSP}»{NBSP}: {met}"
    if alike > 1:
        title = f"{capital(in_letters(alike))} points de vigilance, chacun dans {met}"
    rows = [_Row(points.get(code, code), n, 0, number(n)) for code, n in most]
    return _chart(title, "Communes où ce point est à surveiller", ("Point", "Communes"), rows, frame)


def leaving_chart(totals: Totals, professions: Mapping[str, str], frame: Frame) -> Chart | None:
    """Draw who leaves within five years, by profession, the most first; None where no number may be told.

    What is hidden in the totals has no bar, and « – » stands for it.
    """
    told = {code: _leaving(code, totals.leaving, professions) for code in dict.fromkeys(c.row for c in totals.leaving)}
    rows = sorted((row for row in told.values() if row.solid or row.hatched), key=lambda row: -row.solid - row.hatched)
    if not rows:
        return None
    first = rows[0].solid + rows[0].hatched
    sure = "" if HIDDEN not in rows[0].says else "au moins "
    title = f"{capital(rows[0].name)}{NBSP}: {sure}{in_letters(first)} {agreeing(first, 'départ')} d’ici cinq ans"
    two = any(cell.column in _LATER for cell in totals.leaving)
    subtitle = "Départs annoncés ou possibles, par métier" + (
        f"{NBSP}: d’ici deux ans (plein), de trois à cinq ans (hachuré)" if two else ""
    )
    return _chart(title, subtitle, ("Métier", "Départs d’ici cinq ans"), rows[:_MOST], frame)


def _leaving(code: str, cells: Sequence[Cell], professions: Mapping[str, str]) -> _Row:
    own = [cell for cell in cells if cell.row == code and cell.column in (*_SOON, *_LATER)]
    solid = sum(cell.n or 0 for cell in own if cell.column in _SOON)
    hatched = sum(cell.n or 0 for cell in own if cell.column in _LATER)
    shown = number(solid + hatched)
    return _Row(
        professions.get(code, code), solid, hatched, f"{shown} + {HIDDEN}" if any(c.n is None for c in own) else shown
    )


def _chart(title: str, subtitle: str, header: tuple[str, str], rows: Sequence[_Row], frame: Frame) -> Chart:
    most = max((row.solid + row.hatched for row in rows), default=0) or 1
    left = frame.names + 8
    unit = (frame.width - left - _ENDS * frame.letter) / most
    marks: list[Mark] = []
    for index, row in enumerate(rows):
        middle = index * frame.row + frame.row / 2
        marks.append(Words(0 if frame.names_left else frame.names, middle, row.name,
                           "left" if frame.names_left else "right", frame.names))  # fmt: skip
        x = left
        for n, fill in ((row.solid, Fill.SOLID), (row.hatched, Fill.HATCHED)):
            if n:
                marks.append(Bar(x, middle - frame.bar / 2, n * unit, frame.bar, fill))
                x += n * unit
        marks.append(Words(x + 6, middle, row.says))
        if frame.rules:
            marks.append(Line(0, (index + 1) * frame.row, frame.width, (index + 1) * frame.row))
    return Chart(
        title,
        subtitle,
        frame.width,
        len(rows) * frame.row,
        tuple(marks),
        header,
        tuple((capital(row.name), row.says) for row in rows),
    )
