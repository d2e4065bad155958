"""One line a commune: those chosen, sorted, a page at a time; and how many there are of each kind."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from sqlalchemy import func, select

from msp_desktop.domain.federated.communes import Chosen, CommuneLine, View
from msp_desktop.domain.federated.totals import Counts
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import CommuneRow
from msp_desktop.federation.chosen import ALL_PHASES, UP_TO_DATE, begins, conditions, midnight, ordering

_FIELDS = CommuneLine.__struct_fields__


def lines(base: Base, view: View, today: date, *, first: int = 0, most: int | None = None) -> tuple[CommuneLine, ...]:
    """Return the communes a view shows, in its order: all of them, or so many from one on."""
    columns = [getattr(CommuneRow, name) for name in _FIELDS]
    asked = select(*columns).where(*conditions(view.chosen, today)).order_by(*ordering(view.order, view.descending))
    with base.reading() as session:
        rows = session.execute(asked.offset(first).limit(most)).all()
    return tuple(_line({**row._mapping, "vigilances": tuple(row.vigilances.split())}) for row in rows)


def _line(values: dict[str, object]) -> CommuneLine:
    return CommuneLine(**values)  # type: ignore[arg-type]  # the columns are the fields


def whereabouts(base: Base) -> tuple[tuple[str, ...], str]:
    """Return the departments of all communes, and the code of the federation that most of them name, "" where none does."""
    department, federation = CommuneRow.department, CommuneRow.federation
    most = (
        select(federation)
        .where(federation != "")
        .group_by(federation)
        .order_by(func.count().desc(), federation)
        .limit(1)
    )
    with base.reading() as session:
        departments = tuple(session.scalars(select(department).where(department != "").distinct().order_by(department)))
        return departments, session.scalar(most) or ""


def counts(base: Base, chosen: Chosen, today: date) -> Counts:
    """Return how many communes are chosen, and of each kind among them."""
    row = CommuneRow
    kinds = (
        row.made_at >= midnight(today, UP_TO_DATE - 1), row.referent == "", row.vigilances != "", row.late > 0,
        *begins(today),
    )  # fmt: skip
    # One pass without groups: sorting them would be half of it.
    counted = [func.count().filter(kind) for kind in kinds]
    asked = select(func.coalesce(func.sum(row.leaving), 0), func.count(), *counted).where(*conditions(chosen, today))
    with base.reading() as session:
        leaving, communes, up_to_date, without_referent, with_vigilance, with_late, *begun = session.execute(
            asked
        ).one()
    phases = (upto - before for before, upto in pairwise((0, *begun, communes)))
    return Counts(
        communes=communes, up_to_date=up_to_date, without_referent=without_referent, with_vigilance=with_vigilance,
        with_late=with_late, leaving=int(leaving), phases=tuple(zip(ALL_PHASES, phases, strict=True)),
    )  # fmt: skip
