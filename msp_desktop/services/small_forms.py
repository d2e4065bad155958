"""What the small forms inside the actions gather: helps, place, objectives."""

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
from msp_desktop.services.who import as_shown, who_in, write_change

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


def objectives(reader: Reader) -> list[Objective]:
    """Return the objectives, with the names of those who see to them."""
    return as_shown(reader, Objective, reader.all(Objective, order="position, id"))


def update_entry(store: Store, row_id: int, change: Change[Any]) -> None:
    """Change a row of one of these lists (objectives).

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
    exchange = TABLES[Exchange].c
    noted = select(link.id).join_from(TABLES[Assignment], TABLES[Exchange], link.exchange_id == exchange.id)
    contacted = noted.where(link.person_id == person.c.id, exchange.draft.is_(False)).exists()
    statement = select(person, contacted.label("contacted")).where(person.c.category.in_(PARTNERS))
    return [Partner(*row) for row in reader.select(statement.order_by(person.c.id))]


_ENTRY_LABELS: dict[type[Struct], Callable[[], str]] = {
    Objective: lambda: _("Objectives"),
}
