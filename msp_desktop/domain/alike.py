"""Which entries of the directory may be one: the same telephone, the same e-mail address, or near names.

Names are compared by difflib, only where they begin alike: rapidfuzz would find the same pairs, for 3 MB more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from msp_desktop.domain.people import Person, sorting_name
from msp_desktop.formats.emails import headers_of
from msp_desktop.formats.french.people import is_feminine, is_masculine
from msp_desktop.formats.phones import read_phones
from msp_desktop.formats.text import fold

#: How near two names are, from 0 to 1: « Dupont » and « Dupond » are, « Morel » and « Morin » are not.
NEAR = 0.83
#: Letters with which names begin that are compared, and most entries compared that begin so or share a number.
BEGINNING, MOST = 3, 60
#: Entries that may share a telephone and still be one: what more share is a house's.
HOUSE = 2
#: Entries looked at, and pairs compared, from one pause to the next.
STEP = 50


class Why(StrEnum):
    """What two entries have in common, the surest first."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"


class Alike(Struct, frozen=True):
    """Two entries that may be one person or body, and why; `one` is the older entry."""

    one: Person
    other: Person
    why: tuple[Why, ...]


def alike(
    people: Iterable[Person], apart: frozenset[frozenset[int]] = frozenset(), own: Person | None = None
) -> tuple[Alike, ...]:
    """Return the pairs that may be one, those with most in common first; `apart` are those said to be two.

    The telephone and the address of the town hall (`own`), or of a house that three entries share, make nobody one with
    somebody of another name.
    """
    looking = alike_by_steps(people, apart, own)
    while True:
        try:
            next(looking)
        except StopIteration as end:
            found: tuple[Alike, ...] = end.value
            return found


def alike_by_steps(
    people: Iterable[Person], apart: frozenset[frozenset[int]], own: Person | None
) -> Generator[None, None, tuple[Alike, ...]]:
    """Look for the same pairs, and pause often: a window that waits for none of it goes on."""
    by_id = {person.id: person for person in people}
    names: dict[int, _Name] = {}
    begun: dict[int, frozenset[str]] = {}
    reached: dict[Why, dict[int, frozenset[str]]] = {Why.PHONE: {}, Why.EMAIL: {}}
    for number, (key, person) in enumerate(by_id.items()):
        names[key], begun[key] = _name(person), _beginnings(person)
        reached[Why.PHONE][key], reached[Why.EMAIL][key] = phones_of(person), emails_of(person)
        if number % STEP == 0:
            yield
    found: dict[frozenset[int], list[Why]] = defaultdict(list)
    for number, (one, other) in enumerate(_pairs(begun)):
        if _are_near(names[one], names[other]):
            found[frozenset((one, other))].append(Why.NAME)
        if number % STEP == 0:
            yield
    for why, ways in reached.items():
        counts = Counter(way for of_one in ways.values() for way in of_one)
        shared = {way for way, count in counts.items() if count > HOUSE}
        if own is not None:
            shared |= phones_of(own) | emails_of(own)
        for one, other in _pairs(ways):
            if (ways[one] & ways[other]) - shared or _may_be_one(names[one], names[other]):
                found[frozenset((one, other))].append(why)
        yield
    pairs = [
        Alike(by_id[min(ids)], by_id[max(ids)], tuple(dict.fromkeys(why)))
        for ids, why in found.items()
        if ids not in apart and by_id[max(ids)].body_id != min(ids) and by_id[min(ids)].body_id != max(ids)
    ]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair.why), pair.why, *map(fold, sorting_name(pair.one)))))


def phones_of(person: Person) -> frozenset[str]:
    """Return the telephone numbers of an entry, as they are compared."""
    try:
        numbers = read_phones(person.phone)
    except ValueError:
        numbers = (person.phone,)
    digits = {re.sub(r"\D", "", number) for number in numbers}
    return frozenset(re.sub(r"^(?:00)?33(?=\d{9}$)", "0", number) for number in digits if len(number) >= 4)


def emails_of(person: Person) -> frozenset[str]:
    """Return the e-mail addresses of an entry, as they are compared."""
    return frozenset(address.casefold() for address in headers_of(person.email))


class _Name(Struct, frozen=True):
    """A name as it is compared: folded, without spaces; `parts` are the words of the last name."""

    first: str
    last: str
    parts: frozenset[str]
    feminine: bool
    masculine: bool


def _name(person: Person) -> _Name:
    last = person.last_name if person.first_name or person.last_name else person.organisation
    return _Name(
        _joined(person.first_name),
        _joined(last) if person.first_name or person.last_name else f"/{_joined(last)}",
        frozenset(fold(last).split()),
        is_feminine(person.civility),
        is_masculine(person.civility),
    )


def _are_near(one: _Name, other: _Name) -> bool:
    """Tell whether two names may be one: accents, capitals, hyphens, a letter, an initial, the order may differ."""
    if one.last.startswith("/") or other.last.startswith("/"):  # a body is like a body alone
        return one.last[:1] == other.last[:1] and _near(one.last[1:], other.last[1:])
    if (one.feminine and other.masculine) or (one.masculine and other.feminine):
        return False
    if one.first == other.last and one.last == other.first:
        return bool(one.first and one.last)
    if not _first_fit(one.first, other.first):
        return False
    if one.last == other.last:
        return bool(one.last)
    if not (one.first and other.first):
        return False
    if one.first + one.last == other.first + other.last or _near(one.last, other.last):
        return True
    subset = one.parts <= other.parts or other.parts <= one.parts
    return one.first == other.first and subset and bool(one.parts and other.parts)


def _may_be_one(one: _Name, other: _Name) -> bool:
    """Tell whether nothing in two names says that they are two: one of them near, or missing."""
    if one.last.startswith("/") or other.last.startswith("/"):
        return one.last[:1] == other.last[:1] and _near(one.last, other.last)
    if (one.feminine and other.masculine) or (one.masculine and other.feminine):
        return False
    lasts = not one.last or not other.last or _near(one.last, other.last)
    return (lasts and _first_fit(one.first, other.first)) or (bool(one.first) and one.first == other.first)


def _first_fit(one: str, other: str) -> bool:
    """Tell whether two first names may be one: equal, near, one missing, or one the beginning of the other."""
    if not one or not other or one == other:
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(short) <= 2 else min(len(one), len(other)) >= 5 and _near(one, other)


def _near(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    short, long = sorted((len(one), len(other)))
    if short <= 3 or 2 * short < NEAR * (short + long):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _joined(name: str) -> str:
    """Return a name as it is compared: « Jean-Pierre », « D’Almeida », « Saint-Éloi » and « St Eloi » without spaces."""
    return "".join({"saint": "st", "sainte": "ste"}.get(word, word) for word in fold(name).split())


def _beginnings(person: Person) -> frozenset[str]:
    """Return the beginnings and the end of the last name's words: two that share one are compared."""
    last = person.last_name if person.first_name or person.last_name else person.organisation
    joined = _joined(last)
    words = (*fold(last).split(), joined)
    both = " ".join(sorted(fold(f"{person.first_name} {person.last_name}").split()))
    return frozenset((*(word[:BEGINNING] for word in words if len(word) >= BEGINNING), joined[-4:], joined, both))


def _pairs(keys: Mapping[int, Iterable[str]]) -> Iterable[tuple[int, int]]:
    """Return each pair that shares a key once; a key that very many share tells nothing."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for person_id, own in keys.items():
        for key in filter(None, own):
            by_key[key].append(person_id)
    return dict.fromkeys(pair for same in by_key.values() if len(same) <= MOST for pair in combinations(same, 2))
