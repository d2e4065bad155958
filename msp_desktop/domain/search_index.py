"""The texts of a dossier ready to be looked through: put in entry by entry, found word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from operator import attrgetter
from typing import Any, overload

from msgspec import Struct
from typing_extensions import override

from msp_desktop.domain.search import Term

#: Where a text stands: a record's name, its id, its attribute.
Place = tuple[str, int, str]


#: Entries laid in order at one step.
_PART = 200


class Text(Struct, frozen=True, gc=False):
    """A text of an entry: where it stands (a record's name, its id, its attribute), and how search sees it."""

    place: Place
    folded: str


class Entry(Struct, frozen=True, gc=False):
    """What is found together: its texts, among which the words of a query may be spread, and what it is ordered by."""

    key: Hashable
    order: Any
    texts: tuple[Text, ...]


class Shelf:
    """The texts of one kind, side by side, so that one pass looks through all of them."""

    def __init__(self) -> None:
        self._entries: dict[Hashable, Entry] = {}
        self._slots: dict[Hashable, range] = {}
        self._folded: list[str] = []
        self._places: list[Place] = []
        self._owners: list[int] = []
        self._starts: list[range] = []
        #: What was put in or taken out since the shelf was last in order.
        self.untidy = False
        self._turn = 0
        self._asked: tuple[Term, ...] = ()
        self._hits: dict[Term, list[int]] = {}
        self._who: dict[Term, set[int]] = {}
        self._common: set[int] = set()

    def __len__(self) -> int:
        return sum(len(entry.texts) for entry in self._entries.values())

    def put(self, entry: Entry) -> None:
        """Put an entry in, in place of the one with the same key; it is at its place once the shelf is tidied."""
        self.drop(entry.key)
        self._entries[entry.key] = entry
        self._lay(entry)
        self._turn += 1
        self.untidy = True

    def drop(self, key: Hashable) -> None:
        """Take an entry out, where there is one."""
        if self._entries.pop(key, None) is None:
            return
        for slot in self._slots.pop(key):
            self._folded[slot] = ""  # no word is found in it
        self._turn += 1
        self.untidy = True
        self._forget()

    def tidy(self) -> Iterator[None]:
        """Lay the entries in their order, with no room for what was taken out, a part at each step.

        Where one comes or goes meanwhile, the shelf stays as it is and untidy.
        """
        begun = self._turn
        fresh = Shelf()
        for number, entry in enumerate(sorted(self._entries.values(), key=attrgetter("order"))):
            if number % _PART == 0:
                yield
            if begun != self._turn:
                return
            fresh.put(entry)
        self._slots, self._folded, self._places = fresh._slots, fresh._folded, fresh._places
        self._owners, self._starts = fresh._owners, fresh._starts
        self.untidy = False
        self._forget()

    def place(self, slot: int) -> Place:
        """Return where the text of a slot stands."""
        return self._places[slot]

    def find(self, asked: tuple[Term, ...]) -> list[int]:
        """Return the slots of the texts where all the words stand, and one text of each entry they are spread in.

        What was asked last is where a query that says more begins: each key looks through less.
        """
        goes_on = bool(self._asked) and all(any(_says_less(one, term) for term in asked) for one in self._asked)
        if not goes_on:
            self._forget()
        hits = {term: self._hits_of(term) for term in sorted(asked, key=self._cost)}
        if not hits:
            return []
        self._asked, self._hits = asked, hits
        if len(hits) == 1:
            self._common = set()
            return hits[asked[0]]
        owners = self._owners.__getitem__
        self._who = {term: self._who.get(term) or set(map(owners, slots)) for term, slots in hits.items()}
        self._common = set.intersection(*self._who.values())
        few = min(hits.values(), key=len)
        rows = few
        for term, slots in hits.items():
            rows = rows if slots is few else self._among(rows, term)
        spread = self._common.difference(map(owners, rows))
        if not spread:
            return rows
        first = {owners(slot): slot for slot in reversed(few) if owners(slot) in spread}
        return sorted((*rows, *first.values()))

    def _lay(self, entry: Entry) -> None:
        begin = len(self._folded)
        for text in entry.texts:
            self._folded.append(text.folded)
            self._places.append(text.place)
            self._owners.append(len(self._starts))
        self._slots[entry.key] = range(begin, len(self._folded))
        self._starts.append(self._slots[entry.key])
        self._forget()

    def _forget(self) -> None:
        self._asked, self._hits, self._who, self._common = (), {}, {}, set()

    def _cost(self, term: Term) -> tuple[bool, int]:
        """Return what to look for first: what is known, then the longest words."""
        return term not in self._hits, -min(map(len, term.needles))

    def _hits_of(self, term: Term) -> list[int]:
        """Return the slots where a word stands, of the entries that what was asked last found."""
        known = self._hits.get(term)
        if known is not None:
            return known
        shorter = [slots for less, slots in self._hits.items() if _says_less(less, term)]
        if shorter:
            return self._among(min(shorter, key=len), term)
        if not self._asked:
            return self._among(None, term)
        found = self._common or set(map(self._owners.__getitem__, self._hits[self._asked[0]]))
        if len(found) * 2 > len(self._starts):
            return self._among(None, term)
        return self._among([slot for owner in sorted(found) for slot in self._starts[owner]], term)

    def _among(self, slots: Sequence[int] | None, term: Term) -> list[int]:
        """Return the slots where a word stands, of these or (None) of all."""
        folded, (needle, *others) = self._folded, term.needles
        among: Sequence[int] = range(len(folded)) if slots is None else slots
        if slots is None and not others:
            found = [slot for slot, text in enumerate(folded) if needle in text]
        elif not others:
            found = [slot for slot in among if needle in folded[slot]]
        elif len(others) == 1:
            (other,) = others
            found = [slot for slot in among if needle in folded[slot] or other in folded[slot]]
        else:
            any_of: Callable[[str], Any] = re.compile("|".join(map(re.escape, term.needles))).search
            found = [slot for slot in among if any_of(folded[slot])]
        if term.pattern:
            stands: Callable[[str], Any] = re.compile(term.pattern).search
            found = [slot for slot in found if stands(folded[slot])]
        return found


def _says_less(known: Term, term: Term) -> bool:
    """Tell whether every text where `term` stands is one where `known` does."""
    if known == term:
        return True
    return not known.pattern and all(any(less in needle for less in known.needles) for needle in term.needles)


class Rows(Sequence[Place]):
    """Where the texts found of one kind stand; each is looked up when it is asked for."""

    def __init__(self, shelf: Shelf, slots: list[int]) -> None:
        self._shelf, self._slots = shelf, slots

    @override
    def __len__(self) -> int:
        return len(self._slots)

    @overload
    def __getitem__(self, index: int) -> Place: ...

    @overload
    def __getitem__(self, index: slice) -> list[Place]: ...

    @override
    def __getitem__(self, index: int | slice) -> Place | list[Place]:
        found = self._slots[index]
        return [self._shelf.place(slot) for slot in found] if isinstance(found, list) else self._shelf.place(found)


class Found(Struct, frozen=True):
    """What a query finds: of each kind the places of its texts, in the order in which they are shown."""

    rows: dict[str, Rows] = {}

    @property
    def count(self) -> int:
        """Return how many texts are found."""
        return sum(map(len, self.rows.values()))


class Index:
    """The shelves of a dossier, by kind."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self._shelves = {kind: Shelf() for kind in kinds}
        self._tidying: Iterator[None] | None = None

    def __len__(self) -> int:
        return sum(map(len, self._shelves.values()))

    def put(self, kind: str, entry: Entry) -> None:
        """Put an entry in, in place of the one with the same key."""
        self._shelves[kind].put(entry)

    def drop(self, kind: str, key: Hashable) -> None:
        """Take an entry out, where there is one."""
        self._shelves[kind].drop(key)

    def tidy(self) -> None:
        """Put a part of what is untidy in order."""
        if self._tidying is None:
            shelf = next((shelf for shelf in self._shelves.values() if shelf.untidy), None)
            self._tidying = shelf.tidy() if shelf is not None else None
        if self._tidying is not None and next(self._tidying, self) is self:
            self._tidying = None

    @property
    def untidy(self) -> bool:
        """Tell whether something was put in or taken out since."""
        return any(shelf.untidy for shelf in self._shelves.values())

    def find(self, asked: tuple[Term, ...]) -> Found:
        """Return where all the words asked for stand, in any order."""
        return Found({kind: Rows(shelf, shelf.find(asked)) for kind, shelf in self._shelves.items()})
