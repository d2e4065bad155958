"""What of the inventory designates somebody: it is kept for the version with names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct

from msp_desktop.domain.inventory import Dynamic, Need, Offer, Opportunity, Proximity
from msp_desktop.domain.inventory_views import DepartureSpan, ProfessionalView, ProfessionCount
from msp_desktop.domain.people import Person
from msp_desktop.formats.french.civility import RANKS, TITLES
from msp_desktop.formats.numbers import counted
from msp_desktop.formats.text import fold

#: A shorter last name is also a word (« Le », « Roy » is not).
_LEAST = 3
#: A word of a longer name that is a name by itself (« Villeneuve » of « Le Guern-Villeneuve »).
_PART = 4
_WORD = re.compile(r"[^\W\d_]+")
_CIVILITIES = (*TITLES, *RANKS)


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
    """Return a test of whether some words name one of the professionals."""
    return naming_people(view.person for view in professionals)


def naming_people(people: Iterable[Person]) -> Callable[[str], bool]:
    """Return a test of whether some words name one of these people, with or without accents.

    A last name counts where it has its capital, or stands after a civility or a first name; of a name of several words,
    each of four letters or more counts by itself.
    """
    names: set[tuple[str, ...]] = set()
    parts: set[str] = set()
    before = set(_CIVILITIES)
    for person in people:
        words = tuple(_WORD.findall(fold(person.last_name)))
        if words:
            names.add(words)
            before.update(_WORD.findall(fold(person.first_name))[-1:])
            parts.update(word for word in words if len(words) > 1 and len(word) >= _PART)
    if not names:
        return lambda _words: False
    longest = max(map(len, names))

    def named(words: str) -> bool:
        typed = _WORD.findall(_unaccented(words))
        plain = [fold(word) for word in typed]
        for at, word in enumerate(plain):
            if word in parts and _is_capital(typed[at]):
                return True
            introduced = at > 0 and plain[at - 1] in before
            for size in range(1, longest + 1):
                found = tuple(plain[at : at + size])
                if found in names and (introduced or _stands_out(typed[at : at + size])):
                    return True
        return False

    return named


def _stands_out(words: list[str]) -> bool:
    """Tell whether words are long enough to be a name, and have its capital, in a script that has any."""
    return sum(map(len, words)) >= _LEAST and any(map(_is_capital, words))


def _is_capital(word: str) -> bool:
    return word[0].lower() != word[0] or word[0].upper() == word[0]


def _unaccented(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


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
