"""What a person decides about the base: which dossier of a commune is the right one, and to take an addition back."""

from __future__ import annotations

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import Verdict
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.models import CommuneRow, HeadcountRow, ReceiptRow, VersionRow
from msp_desktop.federation.base.rows import commune_row, unpacked
from msp_desktop.federation.base.take import write_counts


def accept_dossier(base: Base, insee: str, dossier: str) -> bool:
    """Have another dossier be a commune's: what it sent is shown, what the first one sent stays in the story.

    Return False where nothing of that dossier waits (anymore).
    """
    return base.write(lambda session: _accept(session, insee, dossier))


def take_back(base: Base, addition: str) -> tuple[str, ...]:
    """Take back the files added together: their communes show what they showed before; return their codes, sorted.

    Nothing else goes: where none of them is there, nothing is taken back, and no code is returned.
    """
    return base.write(lambda session: _take_back(session, addition))


def _accept(session: Session, insee: str, dossier: str) -> bool:
    # The row of the commune comes first, as for who takes files: it is what both wait for.
    commune = session.scalar(select(CommuneRow).where(CommuneRow.insee == insee).with_for_update())
    mine = (VersionRow.insee == insee) & (VersionRow.dossier == dossier)
    if commune is None or session.scalar(select(func.count()).where(mine)) == 0:
        return False
    session.execute(update(VersionRow).where(mine).values(waits=False))
    session.execute(
        update(ReceiptRow)
        .where(ReceiptRow.insee == insee, ReceiptRow.dossier == dossier, ReceiptRow.why == Why.OTHER_DOSSIER.value)
        .values(verdict=Verdict.TAKEN.value, why="")
    )
    commune.dossier = dossier
    session.flush()
    _show_newest(session, insee, dossier)
    return True


def _take_back(session: Session, addition: str) -> tuple[str, ...]:
    mine = ReceiptRow.addition == addition
    touched = sorted(set(session.scalars(select(ReceiptRow.insee).where(mine, ReceiptRow.content != ""))))
    communes = select(CommuneRow.insee, CommuneRow.dossier).where(CommuneRow.insee.in_(touched))
    shown = dict(session.execute(communes.order_by(CommuneRow.insee).with_for_update()).all())
    session.execute(delete(ReceiptRow).where(mine))
    for insee, dossier in shown.items():
        _forget_unreceipted(session, insee)
        _show_newest(session, insee, dossier)
    return tuple(touched)


def _forget_unreceipted(session: Session, insee: str) -> None:
    """Have the versions of a commune be what its receipts say, each at the last moment it was sent."""
    said = select(ReceiptRow.content, func.max(ReceiptRow.made_at)).where(ReceiptRow.insee == insee)
    rows = session.execute(said.where(ReceiptRow.content != "").group_by(ReceiptRow.content))
    latest = {content: made_at for content, made_at in rows if made_at is not None}
    for version in session.scalars(select(VersionRow).where(VersionRow.insee == insee)):
        if version.content in latest:
            version.made_at = latest[version.content]
        else:
            session.delete(version)
    session.flush()


def _show_newest(session: Session, insee: str, dossier: str) -> None:
    """Show the newest of a commune's dossier, else of what does not wait; the commune goes where nothing is left."""
    versions = select(VersionRow).where(VersionRow.insee == insee)
    newest_first = versions.order_by(VersionRow.made_at.desc(), VersionRow.content.desc()).limit(1)
    version = session.scalar(newest_first.where(VersionRow.dossier == dossier, ~VersionRow.waits)) or session.scalar(
        newest_first.where(~VersionRow.waits)
    )
    if version is None:
        for table in (HeadcountRow, VersionRow, ReceiptRow):
            session.execute(delete(table).where(table.insee == insee))
        session.execute(delete(CommuneRow).where(CommuneRow.insee == insee))
        return
    data = unpacked(version.body)
    row = commune_row(data, version.content, version.made_at)
    session.execute(update(CommuneRow).where(CommuneRow.insee == insee).values(**row))
    write_counts(session, [data])
