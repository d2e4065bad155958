"""All that a dossier holds of a person: what refers to them, what names them, the papers made of them; and taking it out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.shape import fields_of, referring_to, table_name
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calendar_events import DiaryEntry
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Picture, Wording
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.limits import LINE, limits_of
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.people import Person
from msp_desktop.domain.person_mentions import excerpt, full_pattern, is_alone, last_name_pattern, without
from msp_desktop.domain.records import RECORDS
from msp_desktop.services.people import take_out

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: What names somebody in a field of its own, which no sentence is taken from.
_OWN_FIELDS: dict[type[Any], tuple[str, ...]] = {
    Commune: ("mayor_civility", "mayor_first_name", "mayor_last_name", "name", "email", "phone", "uid"),
    Person: ("civility", "first_name", "last_name", "organisation", "phone", "email", "form_of_address"),
    ProducedDocument: ("key", "path", "sources", "digest", "file_digest", "meeting_uid"),
}
#: Records in which nobody writes of people.
_WITHOUT_WORDS = (Picture, Wording, DiaryEntry)


class Link(Struct, frozen=True):
    """A record that refers to a person, and what they have a part in: a meeting, an exchange, an action; else itself."""

    row: Any
    about: Any


class Mention(Struct, frozen=True):
    """A text of a record that names a person, and the words around."""

    record: Any
    field: str
    words: str


class Traces(Struct, frozen=True):
    """What a dossier holds of a person.

    `mentions` name them; `last_name` are the texts that have their last name alone, which may be another's. `alone` are
    the exchanges they were alone to have, `documents` the papers made from what is known of them.
    """

    person: Person
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    last_name: tuple[Mention, ...] = ()
    alone: tuple[Exchange, ...] = ()
    documents: tuple[ProducedDocument, ...] = ()


class Chosen(Struct, frozen=True):
    """What is taken out with a person: the exchanges they were alone to have, their name in texts, their last name alone."""

    exchanges: bool = True
    texts: bool = True
    last_name: bool = False


def traces(reader: Reader, person_id: int) -> Traces:
    """Return all that the dossier holds of a person."""
    person, people = reader.one(Person, person_id), reader.all(Person)
    full = full_pattern(person, people)
    last = last_name_pattern(person) if is_alone(person, people) else None
    return Traces(
        person,
        tuple(_links(reader, person_id)),
        tuple(_mentions(reader, full, person_id)) if full else (),
        tuple(_mentions(reader, last, person_id, full)) if last else (),
        _alone(reader, person),
        tuple(row for row in reader.all(ProducedDocument, order="made_at, id") if made_of(row, person)),
    )


def erase(transaction: Transaction, people: Sequence[Person], chosen: Chosen, named: Sequence[Person] = ()) -> None:
    """Take people out of the dossier inside a write: all that refers to them, and of what names them what was chosen.

    `named` are those who are no entry of this dossier and whose names are taken out of its texts all the same.
    """
    gone = {person.id for person in people}
    staying = [person for person in transaction.all(Person) if person.id not in gone]
    patterns = patterns_of([*people, *named], staying, chosen)
    for person in people:
        if chosen.exchanges:
            for exchange in _alone(transaction, person):
                transaction.delete(Exchange, exchange.id)
        for document in transaction.all(ProducedDocument):
            if document.person_id == person.id:
                transaction.delete(ProducedDocument, document.id)
            elif made_of(document, person):
                # What it was made from names them, in a note nobody sees; that it is out of date is known.
                transaction.update(document.id, Change(ProducedDocument, sources="", digest=""))
    for person in people:
        take_out(transaction, person)
    for pattern in patterns:
        take_out_words(transaction, pattern)


def patterns_of(people: Sequence[Person], staying: Sequence[Person], chosen: Chosen) -> list[re.Pattern[str]]:
    """Return what finds people in the texts of a dossier in which others stay."""
    found = [full_pattern(person, staying) for person in people] if chosen.texts else []
    if chosen.last_name:
        found += [last_name_pattern(person) for person in people if is_alone(person, staying)]
    return [pattern for pattern in found if pattern is not None]


def take_out_words(transaction: Transaction, pattern: re.Pattern[str]) -> None:
    """Take what a pattern finds out of every text of the dossier."""
    for record in RECORDS:
        for name, line in _texts_of(record):
            for row in transaction.all(record):
                before = getattr(row, name)
                after = without(before, pattern, line=line) if before else before
                if after != before:
                    transaction.update(row.id, Change(record, **{name: after}))


def made_of(document: ProducedDocument, person: Person) -> bool:
    """Tell whether a paper was made from what the dossier says of a person: their own, or one that read their name."""
    if document.person_id == person.id:
        return True
    if '"person"' not in document.sources:
        return False
    asked = json.loads(document.sources)
    return isinstance(asked, dict) and any(
        table == "person" and {"first_name", "last_name", "organisation"} & set(columns) and _means(equals, person)
        for table, equals, columns in asked.get("read", ())
    )


def _means(equals: dict[str, Any], person: Person) -> bool:
    """Tell whether a question asked of the directory is answered by a person; the whole of it is."""
    return all(
        getattr(person, name, None) in value if isinstance(value, list) else getattr(person, name, None) == value
        for name, value in equals.items()
    )


def _links(reader: Reader, person_id: int) -> Iterator[Link]:
    for record, shape in referring_to(table_name(Person)):
        equals: dict[str, Any] = {shape.name: person_id}
        for row in reader.all(record, **equals):
            yield Link(row, _about(reader, row))


def _about(reader: Reader, row: Any) -> Any:
    """Return what a record that links a person to something is about, else the record itself."""
    for shape in fields_of(type(row)):
        referred = getattr(row, shape.name) if shape.references and shape.references != table_name(Person) else None
        if referred is not None:
            return reader.one(next(kind for kind in RECORDS if table_name(kind) == shape.references), referred)
    return row


def _alone(reader: Reader, person: Person) -> tuple[Exchange, ...]:
    """Return the exchanges a person was alone to have."""
    found = []
    for link in reader.all(Assignment, person_id=person.id):
        if link.exchange_id is not None and len(reader.all(Assignment, exchange_id=link.exchange_id)) == 1:
            exchange = reader.one(Exchange, link.exchange_id)
            if not exchange.with_whom.strip():
                found.append(exchange)
    return tuple(sorted(found, key=lambda exchange: (exchange.held_on, exchange.id)))


def _mentions(
    reader: Reader, pattern: re.Pattern[str], person_id: int, beside: re.Pattern[str] | None = None
) -> Iterator[Mention]:
    """Yield the texts, but the person's own, in which a pattern finds something once what `beside` finds is gone."""
    for record in RECORDS:
        for name, _line in _texts_of(record):
            for row in reader.all(record):
                text = getattr(row, name)
                if not text or (record is Person and row.id == person_id) or not pattern.search(text):
                    continue
                left = without(text, beside, line=False) if beside else text
                if pattern.search(left):
                    yield Mention(row, name, excerpt(left, pattern))


def _texts_of(record: type[Any]) -> Iterator[tuple[str, bool]]:
    """Yield the fields of a record in which people may be written of, and whether each is a line."""
    if record in _WITHOUT_WORDS:
        return
    for shape in fields_of(record):
        if shape.type is str and not shape.unique and shape.name not in (*_OWN_FIELDS.get(record, ()), "kit_code"):
            yield shape.name, limits_of(record)[shape.name].longest == LINE
