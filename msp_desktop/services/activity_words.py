"""The town's own words for the activity report of a year."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import ActivityYear
from msp_desktop.i18n import _


def words_of_year(reader: Reader, year: int) -> ActivityYear:
    """Return the words for a year, empty ones where nobody wrote any."""
    return reader.find(ActivityYear, year=year) or ActivityYear(year=year)


def write_words(store: Store, year: int, change: Change[ActivityYear]) -> None:
    """Write words for the report of a year; a year left without a word is kept no more."""
    with store.write(_("Activity report of {year}").format(year=year), merges=True) as transaction:
        kept = transaction.find(ActivityYear, year=year)
        row = change.applied_to(kept or ActivityYear(year=year))
        blank = not (row.opening.strip() or row.outlook.strip())
        if kept is None:
            if not blank:
                transaction.insert(row)
        elif blank:
            transaction.delete(ActivityYear, kept.id)
        else:
            transaction.update(kept.id, change)


def report_year(today: date) -> int:
    """Return the year a report is first made of: the one before until the end of March, when it is written; else this one."""
    return today.year - 1 if today.month <= 3 else today.year
