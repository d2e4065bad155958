"""All that is owed, whatever it is owed after: the next steps of exchanges, and the calls that close.

Nothing here needs SQLAlchemy to be read: the header counts what is due before it is loaded.
"""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.follow_ups import FollowUp, Owed, Source, by_due_day
from msp_desktop.services import calls, journal


def all_owed(reader: Reader, today: date) -> list[FollowUp]:
    """Return all that is owed, the most late first, then what comes, then what has no day."""
    return by_due_day([*journal.follow_ups(reader, today), *calls.reminders(reader, today)])


def all_due(reader: Reader, today: date) -> list[FollowUp]:
    """Return what is owed today or late."""
    return [one for one in all_owed(reader, today) if one.state in (Owed.LATE, Owed.TODAY)]


def mark_done(store: Store, one: FollowUp, today: date) -> None:
    """Say that what was owed is done today."""
    if one.source is Source.CALL:
        calls.seen(store, one.id, today)
    else:
        journal.mark_done(store, one.id, today)


def put_off(store: Store, one: FollowUp, today: date) -> date:
    """Put off what is owed by a week, to a worked day of the commune, and return that day; UserError where none is left."""
    if one.source is Source.CALL:
        return calls.put_off(store, one.id, today)
    return journal.put_off(store, one.id, today)
