"""Whom a paper names, said to whoever is about to print or send it."""

from __future__ import annotations

from collections.abc import Iterable

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune, mayor_name
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.i18n import _
from msp_desktop.services.bulletin import named_in

#: Who acts for the town: a paper of the town says their name without asking.
_OF_THE_TOWN = (Category.ELECTED, Category.STAFF)


def names_said(reader: Reader, words: Iterable[str]) -> tuple[str, ...]:
    """Return the sentence that says whom these words name beside the town's own people, none where they name nobody."""
    named = named_in(reader, "\n".join(words))
    own = {display_name(person) for person in reader.all(Person) if person.category in _OF_THE_TOWN} if named else set()
    others = [name for name in named if name not in own and name != mayor_name(reader.one(Commune, 1))]
    if not others:
        return ()
    return (_("This paper names {people}: make sure they agree before it leaves.").format(people=", ".join(others)),)
