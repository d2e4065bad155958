"""Entries that several communes list, joined where they are surely one: the same number, else near words in the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from msgspec import Struct

from msp_desktop.domain.alike import MOST, alike
from msp_desktop.domain.people import Person


class Entry(Struct, frozen=True, order=True):
    """What a list says: whose list it is (`by`), what must be equal (`kind`), where it is ("" unknown), its name and public number."""

    kind: str
    town: str
    name: str
    number: str
    by: int


class Doubles(Struct, frozen=True):
    """The entries by their places in the list: what is one, and the groups of which two may be one."""

    groups: tuple[tuple[int, ...], ...]
    doubtful: tuple[tuple[int, int], ...] = ()


def doubles(entries: Sequence[Entry]) -> Doubles:
    """Return which entries are one; the order they come in changes nothing.

    One number is one entry. Without one, near names of a kind in a known town are one, unless that would join two numbers
    or two entries of one list. All other near names of a kind are doubtful.
    """
    order = sorted(range(len(entries)), key=lambda place: entries[place])
    numbered: dict[tuple[str, str], list[int]] = defaultdict(list)
    groups: list[list[int]] = []
    for place in order:
        if entries[place].number:
            numbered[entries[place].kind, entries[place].number].append(place)
        else:
            groups.append([place])
    groups = [*numbered.values(), *groups]
    of = {place: number for number, group in enumerate(groups) for place in group}
    near = [(of[one], of[other], one, other) for one, other in _near(entries, order)]
    sure = [
        (one, other)
        for one, other, first, second in near
        if entries[first].town and entries[first].town == entries[second].town
    ]
    parents = list(range(len(groups)))
    for one, other in sure:
        parents[_root(parents, one)] = _root(parents, other)
    joined: dict[int, list[int]] = defaultdict(list)
    for number in range(len(groups)):
        joined[_root(parents, number)].append(number)
    found: list[list[int]] = []
    for members in joined.values():
        found += [members] if _is_one(entries, groups, members) else [[member] for member in members]
    ranks = {place: rank for rank, place in enumerate(order)}
    whole = [sorted((place for one in members for place in groups[one]), key=ranks.__getitem__) for members in found]
    whole.sort(key=lambda group: ranks[group[0]])
    at = {place: number for number, group in enumerate(whole) for place in group}
    doubtful = {
        (min(at[first], at[second]), max(at[first], at[second]))
        for _one, _other, first, second in near
        if at[first] != at[second] and not _are_two(entries[first], entries[second])
    }
    return Doubles(tuple(map(tuple, whole)), tuple(sorted(doubtful)))


def _are_two(one: Entry, other: Entry) -> bool:
    """Tell whether two entries are surely two: two numbers, in two towns."""
    return bool(one.number and other.number) and one.number != other.number and one.town != other.town


def _is_one(entries: Sequence[Entry], groups: Sequence[Sequence[int]], members: Sequence[int]) -> bool:
    """Tell whether groups may be one: no two numbers, no two entries of one list."""
    numbers = {entries[place].number for member in members for place in groups[member]} - {""}
    lists = [by for member in members for by in {entries[place].by for place in groups[member]}]
    return len(numbers) <= 1 and len(lists) == len(set(lists))


def _near(entries: Sequence[Entry], order: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Return the pairs of a kind whose names are equal or near."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for place in order:
        if entries[place].name:
            kinds[entries[place].kind].append(place)
    for places in kinds.values():
        # One entry a name: many pharmacies of one name must not hide one another.
        names: dict[str, list[int]] = defaultdict(list)
        for place in places:
            names[entries[place].name].append(place)
        said = list(names)
        bodies = [Person(id=number, organisation=name) for number, name in enumerate(said, 1)]
        for same in names.values():
            if len(same) <= MOST:  # a name that very many share tells nothing
                yield from combinations(same, 2)
        for pair in alike(bodies):
            yield from product(names[said[pair.one.id - 1]][:MOST], names[said[pair.other.id - 1]][:MOST])


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
