"""What of the inventory designates somebody: it is kept for the version with names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct

from msp_desktop.domain.inventory import Dynamic, Need, Offer, Opportunity, Proximity
from msp_desktop.domain.inventory_views import DepartureSpan, ProfessionalView, ProfessionCount
from msp_desktop.formats.numbers import counted

#: A shorter last name is also a word (« Le », « Roy » is not).
_LEAST = 3


RegisterRow: TypeAlias = Need | Dynamic | Opportunity | Offer


class Withheld(Struct, frozen=True):
    """What a line of a register says with a name in it."""

    title: str
    who: str
    details: str


def alone(counts: Iterable[ProfessionCount]) -> frozenset[tuple[str, Proximity]]:
    """Return the professions that a single person has, in the commune or nearby."""
    found = set()
    for count in counts:
        found |= {
            (count.code, place)
            for place, number in ((Proximity.HERE, count.here), (Proximity.NEARBY, count.nearby))
            if number == 1
        }
    return frozenset(found)


def designates(span: DepartureSpan, counts: Iterable[ProfessionCount]) -> bool:
    """Tell whether a departure and its profession together are those of one person."""
    return (span.profession, span.place) in alone(counts)


def naming(professionals: Iterable[ProfessionalView]) -> Callable[[str], bool]:
    """Return a test of whether some words name one of the professionals, by their last name and its capital."""
    names = {view.person.last_name.strip() for view in professionals}
    forms = {
        form
        for name in names
        if len(name) >= _LEAST
        for form in (name, name.upper(), name.title())
        if form[0].isupper()
    }
    if not forms:
        return lambda _words: False
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?!\w)")
    return lambda words: bool(pattern.search(words))


def withheld(professionals: Iterable[ProfessionalView], rows: Iterable[RegisterRow]) -> tuple[Withheld, ...]:
    """Return the lines of the registers whose words name a professional."""
    names = naming(professionals)
    found = []
    for row in rows:
        who, details = who_of(row), row.details
        if names(who) or names(details):
            title = row.name if isinstance(row, Offer) else row.title
            found.append(Withheld(title, who if names(who) else "", details if names(details) else ""))
    return tuple(found)


def who_of(row: RegisterRow) -> str:
    """Return who says, carries or is concerned by what a line of a register says."""
    if isinstance(row, Need):
        return row.said_by
    return "" if isinstance(row, Offer) else row.who


def shown(words: str, names: Callable[[str], bool], instead: str) -> str:
    """Return words as they may go round the table."""
    return instead if names(words) else words


def nobody_named(count: int) -> str:
    """Return « 2 départs dont le métier n'est pas dit : il désignerait une personne. », nothing for none."""
    if not count:
        return ""
    return f"{counted(count, 'départ')} dont le métier n’est pas dit\u00a0: il désignerait une personne."
