"""A commune's story: what it sent, one after another, and what changed between."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.federated.communes import Version
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import CommuneRow, VersionRow
from msp_desktop.federation.base.rows import unpacked


def story(base: Base, insee: str) -> tuple[Version, ...]:
    """Return what a commune sent, the oldest first; not what waits for somebody to decide."""
    row = VersionRow
    asked = (
        select(row.made_at, row.content, row.body)
        .where(row.insee == insee, row.waits.is_(False))
        .order_by(row.made_at, row.content)
    )
    with base.reading() as session:
        found = session.execute(asked).all()
    return tuple(Version(made_at, content, unpacked(body)) for made_at, content, body in found)


def newest(base: Base, insees: Sequence[str]) -> tuple[CommuneData, ...]:
    """Return the newest of what each of some communes sent, those whose content the table shows, by name."""
    asked = (
        select(VersionRow.body)
        .join(CommuneRow, (CommuneRow.insee == VersionRow.insee) & (CommuneRow.content == VersionRow.content))
        .where(VersionRow.insee.in_(insees))
        .order_by(CommuneRow.searched)
    )
    with base.reading() as session:
        bodies = session.scalars(asked).all()
    return tuple(map(unpacked, bodies))
