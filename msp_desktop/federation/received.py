"""The files that were given to a base, as they are listed; and what somebody answers for a second dossier."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import Receipt, Verdict
from msp_desktop.errors import UserError
from msp_desktop.federation.base.connect import Base
from msp_desktop.federation.base.decisions import accept_dossier
from msp_desktop.federation.base.models import ReceiptRow, VersionRow
from msp_desktop.federation.base.take import receipt_of
from msp_desktop.federation.doubts import doubted
from msp_desktop.i18n import N_, _

#: How many files are listed: the newest.
MOST = 5000
NOTHING_WAITS = N_("Nothing of this dossier waits any more: somebody else has decided.")


def receipts(base: Base, most: int = MOST) -> tuple[Receipt, ...]:
    """Return the files given, the newest first, with what is to be checked about each."""
    asked = select(ReceiptRow).order_by(ReceiptRow.added_at.desc(), ReceiptRow.name).limit(most)
    with base.reading() as session:
        return tuple(doubted(receipt_of(row)) for row in session.scalars(asked))


def accept_file(base: Base, receipt: Receipt) -> None:
    """Have the dossier a file comes from be its commune's; UserError where nothing of it waits."""
    with base.reading() as session:
        dossier = session.scalar(select(ReceiptRow.dossier).where(*_waiting(receipt)))
    if dossier is None or not accept_dossier(base, receipt.insee, dossier):
        raise UserError(_(NOTHING_WAITS))


def dismiss_file(base: Base, receipt: Receipt) -> None:
    """Have the dossier there is stay: what the other one sent waits no longer; UserError where nothing of it waits."""
    if not base.write(lambda session: _dismiss(session, receipt)):
        raise UserError(_(NOTHING_WAITS))


def _waiting(receipt: Receipt) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (ReceiptRow.file == receipt.sha256, ReceiptRow.why == Why.OTHER_DOSSIER.value)


def _dismiss(session: Session, receipt: Receipt) -> bool:
    dossier = session.scalar(select(ReceiptRow.dossier).where(*_waiting(receipt)))
    if dossier is None:
        return False
    of_it = (
        ReceiptRow.insee == receipt.insee,
        ReceiptRow.dossier == dossier,
        ReceiptRow.why == Why.OTHER_DOSSIER.value,
    )
    session.execute(update(ReceiptRow).where(*of_it).values(verdict=Verdict.UNCHANGED.value, why=""))
    session.execute(
        delete(VersionRow).where(VersionRow.insee == receipt.insee, VersionRow.dossier == dossier, VersionRow.waits)
    )
    return True
