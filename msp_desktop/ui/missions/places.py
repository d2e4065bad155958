"""Which sheet shows a mission, or a line of whom one reports to, that words wait for."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.missions import Commitment, Mission, Sheet
from msp_desktop.ui.drafts import DraftKey


def sheet_of(reader: Reader, key: DraftKey) -> Sheet | None:
    """Return the sheet of the record words wait for, None where it is neither a mission nor such a line, or is gone."""
    row: Mission | Commitment | None = None
    if isinstance(key.id, int) and key.kind == Mission.__name__:
        row = reader.find(Mission, id=key.id)
    elif isinstance(key.id, int) and key.kind == Commitment.__name__:
        row = reader.find(Commitment, id=key.id)
    return row.sheet if row is not None else None
