"""The journal of exchanges as it is read: each row with its names, kept until a change touches it.

Nothing here needs SQLAlchemy to be read: the header counts what is due before it is loaded.
"""

from __future__ import annotations

from datetime import date
from operator import is_
from typing import Any

from msgspec import Struct

from msp_desktop.db.reader import GIVEN, Reader
from msp_desktop.domain.assignments import Assignment, who_words
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.journal import Entry
from msp_desktop.services.who import known_labels, names_of


class Book(Struct, frozen=True):
    """The whole journal, and what it was made from beside its rows."""

    entries: tuple[Entry, ...]
    people: tuple[Any, ...]
    answered: dict[int, date]


def whole_book(reader: Reader, before: Book | None) -> Book:
    """Return the whole journal, each entry that has not changed being the same object as before."""
    rows = reader.all(Exchange)
    links, by, labels = links_of(reader, "exchange_id"), links_of(reader, "follow_up_id"), known_labels(reader)
    answered, people = _answered(rows), (links, by, labels)
    known: dict[int, Entry] = {}
    if before is not None and before.answered == answered and all(map(is_, before.people, people)):
        known = {one.id: one for one in before.entries}

    def entry_of(row: Exchange) -> Entry:
        old = known.get(row.id)
        if old is not None and old.exchange is row:
            return old
        ids = links.get(row.id, ())
        seen_to = who_words(tuple(labels.get(key, "") for key in by.get(row.id, ())), row.next_step_by)
        names = tuple(labels.get(key, "") for key in ids)
        return Entry(row, names, ids, seen_to, row.next_step_done_on or answered.get(row.id))

    made = sorted(map(entry_of, rows), key=lambda one: (one.exchange.held_on, one.exchange.id), reverse=True)
    return Book(tuple(made), people, answered)


def links_of(reader: Reader, column: str) -> dict[int, tuple[int, ...]]:
    """Return whom each exchange is linked to by a column of the assignments, in their order."""

    def found() -> dict[int, tuple[int, ...]]:
        people: dict[int, list[int]] = {}
        for link in sorted(reader.all(Assignment), key=lambda one: (one.position, one.id)):
            key = getattr(link, column)
            if key is not None:
                people.setdefault(key, []).append(link.person_id)
        return {key: tuple(ids) for key, ids in people.items()}

    return reader.kept(("links of the journal", column), (Assignment,), found)


def entries_of(reader: Reader, rows: list[Exchange]) -> list[Entry]:
    """Return the entries of some exchanges, the latest first, asking for those they name alone.

    What a paper was made from so does not change with strangers.
    """
    few = len(rows) == 1
    links = _links(reader, rows[0].id if few else None)
    names = names_of(reader, Exchange, rows[0].id if few else None)
    by = names_of(reader, Exchange, rows[0].id if few else None, "next_step_by")
    answered = _answered(reader.all(Exchange, answers_id=GIVEN))
    made = [
        Entry(
            row,
            names.get(row.id, ()),
            links.get(row.id, ()),
            who_words(by.get(row.id, ()), row.next_step_by),
            row.next_step_done_on or answered.get(row.id),
        )
        for row in rows
    ]
    return sorted(made, key=lambda one: (one.exchange.held_on, one.id), reverse=True)


def _answered(rows: list[Exchange]) -> dict[int, date]:
    """Return the day each exchange's next step was answered by another, finished exchange: the first that did."""
    days: dict[int, date] = {}
    for row in rows:
        if not row.draft and row.answers_id is not None:
            days[row.answers_id] = min(row.held_on, days.get(row.answers_id, row.held_on))
    return days


def _links(reader: Reader, exchange_id: int | None) -> dict[int, tuple[int, ...]]:
    people: dict[int, tuple[int, ...]] = {}
    given = GIVEN if exchange_id is None else exchange_id
    for link in reader.all(Assignment, order="position, id", exchange_id=given):
        assert link.exchange_id is not None
        people[link.exchange_id] = (*people.get(link.exchange_id, ()), link.person_id)
    return people


def people_of(reader: Reader, exchange_id: int) -> tuple[int, ...]:
    """Return whom an exchange is linked to, in their order; nobody for one that is not in the journal yet."""
    return _links(reader, exchange_id).get(exchange_id, ()) if exchange_id else ()
