"""A dossier that somebody gives to the federation: what it would send, read from a private copy in a worker process."""

from __future__ import annotations

from datetime import datetime

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.engine import APPLICATION_ID, SCHEMA_VERSION
from msp_desktop.db.faults import explained
from msp_desktop.db.reader import RecordGoneError
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.errors import UserError
from msp_desktop.files import draft_folder, write_whole
from msp_desktop.paths import DOSSIER_SUFFIX, data_folder
from msp_desktop.services.sending import commune_data

#: Where a file of SQLite says of which revision, and whose, it is.
_REVISION, _OWNER = slice(60, 64), slice(68, 72)


def data_in(content: bytes, now: datetime) -> CommuneData:
    """Return what a dossier, given as its bytes, would send at a moment, without names; RefusedError where it is none of ours.

    What the copy is made of is admitted as any dossier is (`db/admission.py`), and the copy goes with what is beside it.
    """
    if int.from_bytes(content[_OWNER], "big") != APPLICATION_ID:
        raise RefusedError(Why.NOT_OURS)
    if int.from_bytes(content[_REVISION], "big") > SCHEMA_VERSION:
        raise RefusedError(Why.TOO_NEW)
    try:
        with explained(), draft_folder(data_folder()) as folder:
            copy = folder / f"copie{DOSSIER_SUFFIX}"
            write_whole(copy, content)
            store = open_dossier(copy)
            try:
                return commune_data(store.reader, now.astimezone().date(), now, Leaves())
            finally:
                close_dossier(store)
    except (UserError, RecordGoneError) as error:
        raise RefusedError(Why.DAMAGED) from error
