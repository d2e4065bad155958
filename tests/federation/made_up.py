"""Communes of a federation's base, put there as they would be after what they sent was taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from msp_desktop.domain.federated.searched import searched
from msp_desktop.exchange.communes import department_name
from msp_desktop.federation.base.connect import Base, connect
from msp_desktop.federation.base.models import CommuneRow, HeadcountRow

TODAY = date(2026, 4, 28)
_LINE = {
    "epci": "", "federation": "", "population": 1250, "made_at": datetime(2026, 4, 27, 9, tzinfo=UTC), "content": "0" * 32,
    "dossier": "0" * 32, "day_zero": date(2026, 3, 22), "done": 3, "total": 11, "late": 0, "vigilances": "",
    "contacted": True, "contacted_on": date(2026, 3, 26), "referent": "elected", "leaving": 0,
}  # fmt: skip

#: For each list, for each profession, how many of each cell.
Heads = Mapping[str, Mapping[str, Mapping[str, int]]]


def commune(insee: str, name: str, **changed: Any) -> CommuneRow:
    """Return a commune's line; its department is in its code."""
    department = insee[:2]
    return CommuneRow(
        insee=insee,
        name=name,
        department=department,
        searched=searched(name, department, department_name(department), insee),
        calm=-len(str(changed.get("vigilances", "")).split()),
        **{**_LINE, **changed},
    )


def heads(insee: str, counts: Heads) -> list[HeadcountRow]:
    """Return a commune's counts."""
    return [
        HeadcountRow(insee=insee, list_name=list_name, profession=profession, cell=cell, department=insee[:2], n=n)
        for list_name, professions in counts.items()
        for profession, cells in professions.items()
        for cell, n in cells.items()
    ]


def base_of(folder: Path, communes: Iterable[CommuneRow], counts: Iterable[HeadcountRow] = ()) -> Base:
    """Return a base in a file that holds these."""
    base = connect(folder / "federation.sqlite")

    def write(session: Any) -> None:
        session.add_all(communes)
        session.flush()
        session.add_all(counts)

    base.write(write)
    return base
