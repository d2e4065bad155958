"""What communes are together: how far they are, who works there, who leaves, without anybody being found in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace
from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from msp_desktop.domain.carried.data import Horizon
from msp_desktop.domain.federated.communes import Chosen
from msp_desktop.domain.federated.masking import Counted, Row, added, empty, safe, told
from msp_desktop.domain.federated.totals import Cell, Totals
from msp_desktop.domain.inventory import AgeBand, Proximity
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import CommuneRow, HeadcountRow
from msp_desktop.federation.chosen import conditions
from msp_desktop.federation.lines import counts
from msp_desktop.method.inventory import kit_inventory

WITHIN_5, OTHERS = "within_5", "others"
#: The columns of departures: below a department, two.
HORIZONS, TWO = tuple(map(str, Horizon)), (WITHIN_5, OTHERS)
AGES = tuple(map(str, AgeBand))
_SOON = (Horizon.WITHIN_2.value, Horizon.FROM_3_TO_5.value)

#: The line of each profession in each part.
_Parts = dict[str, dict[str, dict[str, Counted]]]


def totals(base: Base, chosen: Chosen, today: date) -> Totals:
    """Return the totals of the communes chosen; of departures and ages, what `masking` lets be told."""
    counted = counts(base, chosen, today)
    with base.reading() as session:
        leaving, ages, too_narrow = _masked(session, chosen)
        professions, vigilances = _professions(session, chosen, today), _vigilances(session, chosen, today)
    return Totals(
        communes=counted.communes,
        up_to_date=counted.up_to_date,
        without_referent=counted.without_referent,
        with_vigilance=counted.with_vigilance,
        phases=counted.phases,
        vigilances=vigilances,
        professions=professions,
        leaving=leaving,
        ages=ages,
        hidden=sum(cell.n is None for cell in (*leaving, *ages)),
        too_narrow=too_narrow,
    )


def _masked(session: Session, chosen: Chosen) -> tuple[tuple[Cell, ...], tuple[Cell, ...], bool]:
    """Return departures and ages, and whether something else than a department or an EPCI chooses."""
    department = chosen.department
    if chosen.epci and not department:
        department = _only_department(session, chosen.epci)
    narrow = chosen != replace(Chosen(), department=chosen.department, epci=chosen.epci)
    if narrow or (chosen.epci and not department):
        return (), (), True
    departures, ages = _by_department(session)
    if chosen.epci:
        above = _shown(departures, department)
        return _cells(_by_epci(session, department), chosen.epci, TWO, above), (), False
    return _cells(departures, department, HORIZONS), _cells(ages, department, AGES), False


def _shown(professions: _Parts, part: str) -> frozenset[str]:
    """Return the professions whose line may be told: of a part, or of all where it is ""."""
    if not part:
        return frozenset(
            name for name, parts in professions.items() if safe(whole := added(parts.values())) or empty(whole)
        )
    return frozenset(name for name, parts in professions.items() if part in told(parts))


def _cells(
    professions: _Parts, part: str, columns: Sequence[str], above: frozenset[str] | None = None
) -> tuple[Cell, ...]:
    """Return the lines of those who have somebody there, hidden where they may not be told, or not even above."""
    shown = _shown(professions, part)
    if above is not None:
        shown &= above
    out = []
    for name in sorted(professions, key=_place):
        parts = professions[name]
        row: Row = parts.get(part, {}) if part else added(parts.values())
        if not empty(row):
            numbers = (row[column].n if column in row else 0 for column in columns)
            out += [Cell(name, c, n if name in shown else None) for c, n in zip(columns, numbers, strict=True)]
    return tuple(out)


def _place(profession: str) -> tuple[int, str]:
    return kit_inventory().order_of(profession), profession


def _by_department(session: Session) -> tuple[_Parts, _Parts]:
    """Return departures and ages, read in one pass."""
    # A commune has a profession and a class once: the rows are the communes.
    cell = HeadcountRow
    found = session.execute(
        select(cell.list_name, cell.department, cell.profession, cell.cell, func.sum(cell.n), func.count())
        .where(cell.list_name.in_(("departures", "ages")), cell.n > 0)
        .group_by(cell.list_name, cell.cell, cell.department, cell.profession)
    ).all()
    departures, ages = (_parts(told[1:] for told in found if told[0] == name) for name in ("departures", "ages"))
    return departures, ages


def _by_epci(session: Session, department: str) -> _Parts:
    cell, row = HeadcountRow, CommuneRow
    two = case((cell.cell.in_(_SOON), WITHIN_5), else_=OTHERS).label("class")
    return _parts(
        session.execute(
            select(row.epci, cell.profession, two, func.sum(cell.n), func.count(cell.insee.distinct()))
            .join_from(cell, row, cell.insee == row.insee)
            .where(cell.department == department, cell.list_name == "departures", cell.cell.in_(HORIZONS), cell.n > 0)
            .group_by(row.epci, cell.profession, "class")
        )
    )


def _parts(rows: Iterable[Sequence[Any]]) -> _Parts:
    out: _Parts = defaultdict(lambda: defaultdict(dict))
    for part, profession, column, n, communes in rows:
        out[profession][part][column] = Counted(int(n), int(communes))
    return out


def _only_department(session: Session, epci: str) -> str:
    """Return the department of an EPCI's communes, "" where they are of several."""
    found = session.scalars(select(CommuneRow.department).where(CommuneRow.epci == epci).distinct()).all()
    return found[0] if len(found) == 1 else ""


def _professions(session: Session, chosen: Chosen, today: date) -> tuple[tuple[str, int], ...]:
    cell = HeadcountRow
    asked = select(cell.profession, func.sum(cell.n)).group_by(cell.department, cell.profession)
    asked = asked.where(cell.list_name == "places", cell.cell == Proximity.HERE.value)
    if chosen == Chosen(department=chosen.department):
        asked = asked.where(cell.department == chosen.department) if chosen.department else asked
    else:
        asked = asked.where(cell.insee.in_(select(CommuneRow.insee).where(*conditions(chosen, today))))
    found: Counter[str] = Counter()
    for name, n in session.execute(asked):
        found[name] += int(n)
    return tuple(sorted(((name, n) for name, n in found.items() if n), key=lambda told: _place(told[0])))


def _vigilances(session: Session, chosen: Chosen, today: date) -> tuple[tuple[str, int], ...]:
    asked = select(CommuneRow.vigilances, func.count()).where(*conditions(chosen, today), CommuneRow.vigilances != "")
    found: Counter[str] = Counter()
    for codes, n in session.execute(asked.group_by(CommuneRow.vigilances)):
        found.update(dict.fromkeys(codes.split(), n))
    return tuple(sorted(found.items(), key=lambda told: (-told[1], told[0])))
