"""The register of professionals in its order, counted, with the departures to come: after a change only what changed is computed.

Nothing here looks at each professional in Python after a change but through what C does (`dict`, `set`, `bisect`): ten
thousand of them are looked through between two keys.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import compress, count
from operator import attrgetter, is_not
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.forecast import known_span, possible_span
from msp_desktop.domain.inventory import HealthProfessional, Proximity
from msp_desktop.domain.inventory_views import DepartureSpan, ProfessionalView, Trait, trait_of
from msp_desktop.domain.inventory_words import departure_words
from msp_desktop.domain.people import Person, display_name
from msp_desktop.formats.french.people import gendered
from msp_desktop.formats.numbers import decimal
from msp_desktop.formats.text import fold
from msp_desktop.method.inventory import kit_inventory

_MADE_FROM = (HealthProfessional, Person)


class Entry(Struct, frozen=True, gc=False):
    """A professional's view, and its place in the register's order."""

    place: tuple[Any, ...]
    view: ProfessionalView


class Register(Struct, frozen=True):
    """The professionals by id, in order and counted, with the records they are made from."""

    rows: list[HealthProfessional]
    people: list[Person]
    entries: dict[int, Entry]
    ordered: list[Entry]
    views: tuple[ProfessionalView, ...]
    tally: Counter[Trait]


class _Due(Struct, frozen=True, gc=False):
    """A departure to come, and its place among the others."""

    place: tuple[Any, ...]
    span: DepartureSpan


class _Departures(Struct, frozen=True):
    """The departures to come in order, and the register they were computed from."""

    register: Register
    ordered: list[_Due]
    spans: tuple[DepartureSpan, ...]


class _Placed(Protocol):
    """What has a place of its own in an order."""

    @property
    def place(self) -> tuple[Any, ...]: ...


P = TypeVar("P", bound=_Placed)
V = TypeVar("V")

_NOBODY = Register([], [], {}, [], (), Counter())
_ID, _PLACE = attrgetter("id"), attrgetter("place")


def register(reader: Reader) -> Register:
    """Return the register; the view of a professional who has not changed is the same object as before."""
    return reader.renewed("register", _MADE_FROM, lambda before: _register(reader, before))


def professionals_and_people(reader: Reader) -> list[tuple[HealthProfessional, Person]]:
    """Return the register's rows, each with the person it is about."""
    return reader.each_with(HealthProfessional, Person, "person_id")


def departure_spans(reader: Reader, retirement_age: int, today: date) -> tuple[DepartureSpan, ...]:
    """Return the departures to come: known ones by date, then those that age makes possible."""
    nothing = _Departures(_NOBODY, [], ())

    def again(before: _Departures | None) -> _Departures:
        return _departures(register(reader), before or nothing, retirement_age, today)

    return reader.renewed(("departures", retirement_age, today), _MADE_FROM, again).spans


def _register(reader: Reader, before: Register | None) -> Register:
    if before is None:
        pairs = professionals_and_people(reader)
        rows, people = [row for row, _person in pairs], [person for _row, person in pairs]
        return _changed(_NOBODY, rows, people, [], [_entry(*pair) for pair in pairs])
    rows, people = reader.all(HealthProfessional), reader.all(Person)
    left, came = differing(before.rows, rows)
    renamed = {person.id for part in differing(before.people, people) for person in part}
    touched = {row.id for row in left}
    if renamed:
        touched |= {entry.view.id for entry in before.ordered if entry.view.person.id in renamed}
    wanted = {row.id: row for row in came}
    for key in touched - wanted.keys():
        number = bisect_left(rows, key, key=_ID)
        if number < len(rows) and rows[number].id == key:
            wanted[key] = rows[number]
    new = [_entry(row, people[bisect_left(people, row.person_id, key=_ID)]) for row in wanted.values()]
    return _changed(before, rows, people, [before.entries[key] for key in touched], new)


def _changed(
    before: Register, rows: list[HealthProfessional], people: list[Person], gone: list[Entry], new: list[Entry]
) -> Register:
    entries = before.entries | {entry.view.id: entry for entry in new}
    for entry in gone:
        if entries[entry.view.id] is entry:
            del entries[entry.view.id]
    ordered = _placed(before.ordered, gone, new)
    tally = before.tally.copy()
    tally.subtract(trait_of(entry.view) for entry in gone)
    tally.update(trait_of(entry.view) for entry in new)
    return Register(rows, people, entries, ordered, tuple(map(attrgetter("view"), ordered)), +tally)


def _departures(now: Register, before: _Departures, retirement_age: int, today: date) -> _Departures:
    gone, new = (
        [due for entry in part if (due := _due(entry, retirement_age, today)) is not None]
        for part in differing(list(before.register.entries.values()), list(now.entries.values()))
    )
    ordered = _placed(before.ordered, gone, new)
    return _Departures(now, ordered, tuple(map(attrgetter("span"), ordered)))


def differing(before: list[V], after: list[V]) -> tuple[list[V], list[V]]:
    """Return the values that are gone and those that are new, told by identity; one that moves may be in both."""
    if len(before) == len(after):
        numbers = list(compress(count(), map(is_not, before, after)))
        return [before[number] for number in numbers], [after[number] for number in numbers]
    old, new = set(map(id, before)), set(map(id, after))
    return [value for value in before if id(value) not in new], [value for value in after if id(value) not in old]


def _placed(ordered: list[P], gone: Iterable[P], new: list[P]) -> list[P]:
    """Return an ordered list without some of its values and with others, each in its place."""
    ordered = list(ordered)
    for value in gone:
        del ordered[bisect_left(ordered, value.place, key=_PLACE)]
    if len(new) > len(ordered):
        return sorted([*ordered, *new], key=_PLACE)
    for value in new:
        insort(ordered, value, key=_PLACE)
    return ordered


def _entry(row: HealthProfessional, person: Person) -> Entry:
    return Entry(
        (
            kit_inventory().order_of(row.profession),
            row.place is not Proximity.HERE,
            fold(person.last_name),
            fold(person.first_name),
            row.id,
        ),
        _view(row, person),
    )


def _view(row: HealthProfessional, person: Person) -> ProfessionalView:
    kit = kit_inventory().profession(row.profession)
    where = "commune" if row.place is Proximity.HERE else row.town or "à proximité"
    if row.place is Proximity.NEARBY and row.distance_km:
        where += f", {decimal(row.distance_km)}\u00a0km"
    label = gendered(person.civility, kit.masculine, kit.feminine)
    return ProfessionalView(row.id, display_name(person), label, where, person, row)


def _due(entry: Entry, retirement_age: int, today: date) -> _Due | None:
    row = entry.view.row
    label = kit_inventory().profession(row.profession).masculine
    known = known_span(row, today)
    if known:
        span = DepartureSpan(label, departure_words(row), known[0], known[1], False, row.place, row.profession)
    elif possible := possible_span(row, retirement_age, today):
        span = DepartureSpan(label, "possible", possible[0], possible[1], True, row.place, row.profession)
    else:
        return None
    return _Due((span.possible, span.end, entry.place), span)
