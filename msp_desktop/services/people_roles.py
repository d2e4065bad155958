"""What else a person or body is for the town: several families, the main one in the entry itself."""

from __future__ import annotations

from collections.abc import Iterable

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person, PersonRole, display_name
from msp_desktop.i18n import _


def roles_of(reader: Reader, person_id: int) -> tuple[Category, ...]:
    """Return all that a person or body is for the town, the main one first."""
    main = reader.one(Person, person_id).category
    others = (row.category for row in reader.all(PersonRole, order="id", person_id=person_id))
    return tuple(dict.fromkeys((main, *others)))


def set_roles(store: Store, person_id: int, roles: Iterable[Category]) -> tuple[Category, ...]:
    """Say all that a person or body is, the first the main one; none is « other »."""
    wanted = tuple(dict.fromkeys(roles)) or (Category.OTHER,)
    name = display_name(store.reader.one(Person, person_id))
    with store.write(_("Directory: {name}").format(name=name)) as transaction:
        transaction.update(person_id, Change(Person, category=wanted[0]))
        present = {row.category: row for row in transaction.all(PersonRole, person_id=person_id)}
        for category, row in present.items():
            if category not in wanted[1:]:
                transaction.delete(PersonRole, row.id)
        for category in wanted[1:]:
            if category not in present:
                transaction.insert(PersonRole(person_id=person_id, category=category))
    return wanted
