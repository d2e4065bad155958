"""What a commune sent, as the rows of the base: the line that is shown, the counts, the body kept whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from msp_desktop.domain.carried.data import CommuneData, Horizon
from msp_desktop.domain.carried.envelope import LONGEST, decoded_data, encoded
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.domain.federated.searched import searched
from msp_desktop.errors import UserError
from msp_desktop.exchange.communes import department_name
from msp_desktop.federation.base.faults import DAMAGED
from msp_desktop.federation.base.migrate import LATER
from msp_desktop.federation.base.models import Model
from msp_desktop.i18n import _

#: When somebody is said to leave within five years.
LEAVING = (Horizon.WITHIN_2, Horizon.FROM_3_TO_5)


def commune_row(data: CommuneData, content: str, made_at: datetime) -> dict[str, Any]:
    """Return the line of a commune, as it is when this is the newest of what it sent."""
    town = data.commune
    department = department_of(town.insee)
    return {
        "insee": town.insee,
        "name": town.name,
        "searched": searched(town.name, department, department_name(department), town.insee),
        "department": department,
        "epci": town.epci,
        "federation": town.federation,
        "population": town.population,
        "made_at": made_at,
        "content": content,
        "dossier": data.sender.dossier,
        "day_zero": data.day_zero,
        "done": sum(phase.done for phase in data.phases),
        "total": sum(phase.total for phase in data.phases),
        "late": sum(phase.late for phase in data.phases),
        "vigilances": " ".join(sorted(set(data.vigilances))),
        "calm": -len(set(data.vigilances)),
        "contacted": data.contacted or data.contacted_on is not None,
        "contacted_on": data.contacted_on,
        "referent": data.referent.kind if data.referent else "",
        "leaving": sum(count.n for count in data.departures if count.departure in LEAVING),
    }


def department_of(insee: str) -> str:
    """Return the department of a code of a commune: a file may tell another, or none, and would be counted elsewhere."""
    return insee[:3] if insee.startswith(("97", "98")) else insee[:2]


def headcount_rows(data: CommuneData) -> list[dict[str, Any]]:
    """Return the counts of a commune; a cell that is named twice is added up, since its row is there once."""
    found: dict[tuple[str, str, str], int] = {}
    for list_name, profession, cell, n in _cells(data):
        found[list_name, profession, cell] = found.get((list_name, profession, cell), 0) + n
    town = {"insee": data.commune.insee, "department": data.commune.department}
    return [
        {**town, "list_name": list_name, "profession": profession, "cell": cell, "n": n}
        for (list_name, profession, cell), n in sorted(found.items())
    ]


def _cells(data: CommuneData) -> Iterator[tuple[str, str, str, int]]:
    yield from (("places", count.profession, count.place.value, count.n) for count in data.places)
    yield from (("departures", count.profession, count.departure.value, count.n) for count in data.departures)
    yield from (("ages", count.profession, count.age.value, count.n) for count in data.ages)


def packed(data: CommuneData) -> bytes:
    """Return the body of a version, compressed."""
    return zlib.compress(encoded(data), 6)


def unpacked(body: bytes) -> CommuneData:
    """Return what a version holds, of any version of the contract; UserError where a later program wrote it, or it is damaged."""
    try:
        return decoded_data(zlib.decompressobj().decompress(body, LONGEST + 1))
    except (RefusedError, zlib.error) as error:
        later = isinstance(error, RefusedError) and error.why is Why.TOO_NEW
        raise UserError(_(LATER) if later else _(DAMAGED)) from error


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys in the order in which all who write take them: two of them then wait for each other, never in a circle."""
    return sorted(set(keys))


def insert_into(session: Session, table: type[Model]) -> sqlite.Insert | postgresql.Insert:
    """Return the dialect's own INSERT, which can say what happens where the row is there already."""
    # The table, not the class: the mapper would go through each row again.
    into, name = table.metadata.tables[table.__tablename__], session.get_bind().dialect.name
    return sqlite.insert(into) if name == "sqlite" else postgresql.insert(into)
