"""The texts of a dossier ready to be looked through: put in entry by entry, found word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from msp_desktop.domain.search import Term

#: More rows than this of one kind stand in the order in which they were put in.
MOST_IN_ORDER = 2_000


class Text(Struct, frozen=True, gc=False):
    """A text of an entry: where it stands (a record's name, its id, its attribute), and how search sees it."""

    place: tuple[str, int, str]
    folded: str


class Entry(Struct, frozen=True, gc=False):
    """What is found together: its texts, among which the words of a query may be spread, and what it is ordered by."""

    key: Hashable
    order: Any
    texts: tuple[Text, ...]


class Shelf:
    """The texts of one kind, side by side, so that one pass looks through all of them."""

    def __init__(self) -> None:
        self._folded: list[str] = []
        self._places: list[tuple[str, int, str]] = []
        self._owners: list[int] = []
        self._numbers: dict[Hashable, int] = {}
        self._slots: dict[int, range] = {}
        self._orders: dict[int, Any] = {}
        self._next = 0
        self._blank = 0
        self._known: dict[Term, list[int]] = {}

    def __len__(self) -> int:
        return len(self._folded) - self._blank

    def put(self, entry: Entry) -> None:
        """Put an entry in, in place of the one with the same key."""
        self.drop(entry.key)
        number = self._numbers[entry.key] = self._next
        self._next += 1
        begin = len(self._folded)
        for text in entry.texts:
            self._folded.append(text.folded)
            self._places.append(text.place)
            self._owners.append(number)
        self._slots[number] = range(begin, len(self._folded))
        self._orders[number] = entry.order
        self._known.clear()

    def drop(self, key: Hashable) -> None:
        """Take an entry out, where there is one."""
        number = self._numbers.pop(key, None)
        if number is None:
            return
        slots = self._slots.pop(number)
        del self._orders[number]
        for slot in slots:
            self._folded[slot] = ""  # no word is found in it
        self._blank += len(slots)
        self._known.clear()
        if self._blank > 1_000 and self._blank * 2 > len(self._folded):
            self._close_up()

    def _close_up(self) -> None:
        """Let go of the places of what was taken out."""
        folded, places, owners = self._folded, self._places, self._owners
        self._folded, self._places, self._owners, self._blank = [], [], [], 0
        for number, slots in self._slots.items():
            begin = len(self._folded)
            self._folded += folded[slots.start : slots.stop]
            self._places += places[slots.start : slots.stop]
            self._owners += owners[slots.start : slots.stop]
            self._slots[number] = range(begin, len(self._folded))

    def find(self, asked: Sequence[Term]) -> list[int]:
        """Return the slots of the texts where all the words stand, and one text of each entry they are spread in."""
        if not asked:
            return []
        if len(asked) == 1:
            return self._in_order(self._hits(asked[0]))
        first = min(asked, key=self._cost)
        base = self._hits(first)
        owners = self._owners
        whole, common = set(base), {owners[slot] for slot in base}
        for term in asked:
            if term is not first and common:
                candidates = [slot for owner in common for slot in self._slots[owner]]
                hits = self._among(candidates, term)
                whole.intersection_update(hits)
                common = {owners[slot] for slot in hits}
        rows = [slot for slot in whole if owners[slot] in common]
        spread = common.difference([owners[slot] for slot in rows])
        for slot in base:
            if owners[slot] in spread:
                spread.remove(owners[slot])
                rows.append(slot)
        return self._in_order(rows)

    def place(self, slot: int) -> tuple[str, int, str]:
        """Return where the text of a slot stands."""
        return self._places[slot]

    def keep_only(self, asked: Sequence[Term]) -> None:
        """Forget what other queries found, so that the next key starts from this one."""
        self._known = {term: hits for term, hits in self._known.items() if term in asked}

    def _cost(self, term: Term) -> tuple[int, int]:
        known = self._known.get(term)
        return (0, len(known)) if known is not None else (1, -min(map(len, term.needles)))

    def _hits(self, term: Term) -> list[int]:
        hits = self._known.get(term)
        if hits is None:
            shorter = [known for known in self._known if _says_less(known, term)]
            within = min((self._known[known] for known in shorter), key=len, default=None)
            hits = self._known[term] = self._among(within, term)
        return hits

    def _among(self, slots: Sequence[int] | None, term: Term) -> list[int]:
        """Return the slots where a word stands, of these or (None) of all."""
        folded, (needle, *others) = self._folded, term.needles
        if slots is None and not others:
            found = [slot for slot, text in enumerate(folded) if needle in text]
        elif not others:
            found = [slot for slot in slots or () if needle in folded[slot]]
        else:
            (other,) = others
            among = range(len(folded)) if slots is None else slots
            found = [slot for slot in among if needle in folded[slot] or other in folded[slot]]
        if term.pattern:
            stands: Callable[[str], Any] = re.compile(term.pattern).search
            found = [slot for slot in found if stands(folded[slot])]
        return found

    def _in_order(self, slots: Iterable[int]) -> list[int]:
        rows = list(slots)
        if len(rows) <= MOST_IN_ORDER:
            rows.sort(key=lambda slot: (self._orders[self._owners[slot]], self._owners[slot], slot))
        return rows


def _says_less(known: Term, term: Term) -> bool:
    """Tell whether every text where `term` stands is one where `known` does."""
    return not known.pattern and all(any(less in needle for less in known.needles) for needle in term.needles)


class Found(Struct, frozen=True):
    """What a query finds: of each kind the places of its texts, in the order in which they are shown."""

    rows: dict[str, list[tuple[str, int, str]]]

    @property
    def count(self) -> int:
        """Return how many texts are found."""
        return sum(map(len, self.rows.values()))


class Index:
    """The shelves of a dossier, by kind."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self._shelves = {kind: Shelf() for kind in kinds}

    def __len__(self) -> int:
        return sum(map(len, self._shelves.values()))

    def put(self, kind: str, entry: Entry) -> None:
        """Put an entry in, in place of the one with the same key."""
        self._shelves[kind].put(entry)

    def drop(self, kind: str, key: Hashable) -> None:
        """Take an entry out, where there is one."""
        self._shelves[kind].drop(key)

    def find(self, asked: Sequence[Term]) -> Found:
        """Return where all the words asked for stand, in any order."""
        rows = {}
        for kind, shelf in self._shelves.items():
            slots = shelf.find(asked)
            shelf.keep_only(asked)
            rows[kind] = [shelf.place(slot) for slot in slots]
        return Found(rows)
