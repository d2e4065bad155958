"""The periods one may choose for a report without typing a date."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.services.journal import first_day

#: The document that begins with the first exchange.
JOURNAL = "journal"
#: « Le dernier mois », in days.
_MONTH = 30


class Since(StrEnum):
    """From when a report tells."""

    FIRST = "first"
    DAY_ZERO = "day_zero"
    LAST_MONTH = "last_month"
    LAST_REPORT = "last_report"


def beginning(reader: Reader, key: str) -> date:
    """Return the first day told by a document where nobody has chosen: day 0, the first exchange for the journal."""
    return first_day(reader) if key == JOURNAL else reader.one(Commune, 1).day_zero


def starts(reader: Reader, key: str, today: date) -> dict[Since, date]:
    """Return the first day of each period there is, in the order one is offered them; the last report is of an earlier day."""
    day_zero, first = reader.one(Commune, 1).day_zero, beginning(reader, key)
    found = {Since.FIRST: first} if first < day_zero else {}
    found |= {Since.DAY_ZERO: day_zero, Since.LAST_MONTH: today - timedelta(_MONTH)}
    former = [row.made_at.date() for row in reader.all(ProducedDocument, order="made_at", key=key)]
    before = [day for day in former if day < today]
    if before:
        found[Since.LAST_REPORT] = before[-1]
    return found
