"""What the small forms inside the actions gather: helps, place, objectives, exchanges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import FederationHelp, MeetingPlace
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Partner, Person
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.who import as_shown, one_shown, who_in, who_is, write_change, write_who

#: Categories of the partners an action asks to contact.
PARTNERS = (Category.EPCI, Category.CCAS, Category.ASSOCIATION, Category.SCHEME, Category.ARS, Category.CPAM)


def chosen_helps(reader: Reader) -> frozenset[str]:
    """Return the codes of the kinds of help requested from the federation."""
    return frozenset(row.code for row in reader.all(FederationHelp))


def choose_help(store: Store, code: str, chosen: bool) -> None:
    """Tick or untick a kind of help for the first letter."""
    with store.write(_("Help asked of the federation")) as transaction:
        present = transaction.find(FederationHelp, code=code)
        if chosen and present is None:
            transaction.insert(FederationHelp(code=code))
        elif present is not None and not chosen:
            transaction.delete(FederationHelp, present.id)


def meeting_place(reader: Reader) -> MeetingPlace:
    """Return the regular meeting place, empty where none is noted."""
    return reader.find(MeetingPlace, id=1) or MeetingPlace()


def update_meeting_place(store: Store, change: Change[MeetingPlace]) -> None:
    """Note the regular meeting place."""
    with store.write(_("Meeting place"), merges=True) as transaction:
        if transaction.find(MeetingPlace, id=1) is None:
            transaction.insert(change.applied_to(MeetingPlace()))
        else:
            transaction.update(1, change)


def add_objective(store: Store, title: str) -> Objective:
    """Add an objective."""
    if not title.strip():
        raise UserError(_("Write the objective first."))
    with store.write(_("Objective: {title}").format(title=title.strip())) as transaction:
        return transaction.insert(Objective(position=transaction.next_position(Objective), title=title.strip()))


def says_something(exchange: Exchange) -> bool:
    """Tell whether anything is written of an exchange yet, beside when and how it took place."""
    texts = (exchange.with_whom, exchange.subject, exchange.said, exchange.next_step)
    return any(text.strip() for text in texts)


def add_exchange(store: Store, exchange: Exchange) -> Exchange:
    """Note an exchange in the journal."""
    if not says_something(exchange):
        raise UserError(_("Write what it was about first."))
    who = who_is(store.reader, exchange.with_whom)
    with store.write(_("New exchange in the journal")) as transaction:
        added = transaction.insert(exchange)
        write_who(transaction, Exchange, added.id, who)
        return transaction.one(Exchange, added.id)


def category_of(reader: Reader, typed: str) -> Category | None:
    """Return what the one person or body meant by a line is for the town, None where it means nobody or several."""
    people = who_is(reader, typed).person_ids
    return reader.one(Person, people[0]).category if len(people) == 1 else None


def update_exchange(store: Store, exchange_id: int, change: Change[Exchange]) -> Exchange:
    """Change what the journal says of an exchange; `with_whom` is what is typed."""
    who = who_in(store.reader, change)
    with store.write(_ENTRY_LABELS[Exchange](), merges=True) as transaction:
        return write_change(transaction, exchange_id, change, who)


def exchange(reader: Reader, exchange_id: int) -> Exchange:
    """Return an exchange, with the names of those it was with; RecordGoneError where there is none."""
    return one_shown(reader, Exchange, exchange_id)


def exchanges(reader: Reader, action_id: int | None = None) -> list[Exchange]:
    """Return the journal, the latest first, with the names of those it was with; only an action's where one is given."""
    order = "held_on DESC, id DESC"
    if action_id is None:
        return as_shown(reader, Exchange, reader.all(Exchange, order=order))
    return as_shown(reader, Exchange, reader.all(Exchange, order=order, action_id=action_id), few=True)


def objectives(reader: Reader) -> list[Objective]:
    """Return the objectives, with the names of those who see to them."""
    return as_shown(reader, Objective, reader.all(Objective, order="position, id"))


def update_entry(store: Store, row_id: int, change: Change[Any]) -> None:
    """Change a row of one of these lists (objective, exchange).

    Who does it is what is typed: those of the directory become references.
    """
    who = who_in(store.reader, change)
    with store.write(_ENTRY_LABELS[change.record](), merges=True) as transaction:
        write_change(transaction, row_id, change, who)


def delete_entry(store: Store, record: type[Struct], row_id: int) -> None:
    """Delete a row of one of these lists."""
    with store.write(_ENTRY_LABELS[record]()) as transaction:
        transaction.delete(record, row_id)


def partners(reader: Reader) -> list[Partner]:
    """Return the directory's partners, each with whether an exchange with them is noted."""
    from sqlalchemy import select

    from msp_desktop.db.tables import TABLES

    person, link = TABLES[Person], TABLES[Assignment].c
    contacted = select(link.id).where(link.person_id == person.c.id, link.exchange_id.is_not(None)).exists()
    statement = select(person, contacted.label("contacted")).where(person.c.category.in_(PARTNERS))
    return [Partner(*row) for row in reader.select(statement.order_by(person.c.id))]


_ENTRY_LABELS: dict[type[Struct], Callable[[], str]] = {
    Objective: lambda: _("Objectives"),
    Exchange: lambda: _("Journal of exchanges"),
}
