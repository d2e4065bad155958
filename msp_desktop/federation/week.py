"""What the next days bring in all communes, and what is late, read from the newest of what each sent."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from msp_desktop.domain.federated.week import Due, Week, by_day, coming, late
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import CommuneRow, VersionRow
from msp_desktop.federation.base.rows import unpacked

#: How many communes are read, those with something late and with fresh news first: a body takes a third of a millisecond.
MOST = 2000
_AT_ONCE = 100


def week(base: Base, today: date, most: int = MOST) -> Week:
    """Return what the next days bring; of a whole country, in the communes that have something late, or sent something last."""
    asked = (
        select(VersionRow.body)
        .join(CommuneRow, (CommuneRow.insee == VersionRow.insee) & (CommuneRow.content == VersionRow.content))
        .order_by((CommuneRow.late > 0).desc(), CommuneRow.made_at.desc(), CommuneRow.insee)
        .limit(most)
        .execution_options(yield_per=_AT_ONCE)
    )
    found: list[Due] = []
    behind: list[Due] = []
    read = 0
    with base.reading() as session:
        communes = session.scalar(select(func.count()).select_from(CommuneRow)) or 0
        for body in session.scalars(asked):
            data = unpacked(body)
            read += 1
            found += coming(data, today)
            waiting = late(data, today)
            if waiting is not None:
                behind.append(waiting)
    return Week(by_day(found), by_day(behind), read, communes)
