"""The index of a dossier's texts: made in small steps, kept up to date by what changes, asked word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from msp_desktop.db.changes import ChangeSet
from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.search import folded, terms
from msp_desktop.domain.search_index import Entry, Found, Index, Text
from msp_desktop.services.search_places import KINDS, PLACES, SEARCHED
from msp_desktop.services.search_words import words_of
from msp_desktop.services.who import PARTS

#: Rows read at a time, so that no step takes long.
_PAGE = 50
#: The column of an assignment, the record it refers to, and the attribute under which that one shows people.
ASSIGNED: tuple[tuple[str, type[Any], str], ...] = tuple((part.reference, part.record, part.words) for part in PARTS)
_RANKS = {place.record: rank for rank, place in enumerate(SEARCHED)}

#: The record, and the id, of an entry.
Key = tuple[type[Any], int]


class DossierIndex:
    """The texts of one dossier. Nothing is read before the first `steps`; `follow` is told of each change."""

    def __init__(self, reader: Callable[[], Reader]) -> None:
        self._reader = reader
        self._index = Index([kind.key for kind in KINDS])
        self._dirty: dict[Key, None] = {}
        self._making: Iterator[None] | None = None
        self._made = False

    def __len__(self) -> int:
        return len(self._index)

    @property
    def ready(self) -> bool:
        """Tell whether all the texts are there as the dossier holds them."""
        return self._made and not self._dirty and not self._index.untidy

    def step(self) -> bool:
        """Do a small part of what is left to do; tell whether something is left."""
        if not self._made:
            self._making = self._making or self._make()
            if next(self._making, self) is self:
                self._made, self._making = True, None
        elif self._dirty:
            key = next(iter(self._dirty))
            del self._dirty[key]
            self._put(*key)
        else:
            self._index.tidy()
        return not self.ready

    def follow(self, change: ChangeSet) -> None:
        """Note what a change touches: it is read anew at the next step."""
        if not self._made and self._making is None:
            return
        for row in change.changes:
            for record in (row.before, row.after):
                if record is not None:
                    self._touch(record)

    def find(self, query: str) -> Found:
        """Return the texts in which all the words of a query stand, as far as the index is made."""
        return self._index.find(terms(query))

    # --- making ----------------------------------------------------------------------------------

    def _make(self) -> Iterator[None]:
        names: dict[int, str] = {}
        for page in self._pages(Person):
            names.update((person.id, display_name(person)) for person in page)
            yield
        parts: dict[Key, list[Text]] = {}
        homes: dict[Key, Key] = {}
        for place in SEARCHED:
            for page in self._pages(place.record) if place.hosts else ():
                for row in page:
                    key = homes[place.record, row.id] = _host(row)
                    parts.setdefault(key, []).extend(_texts(row, names.get))
                yield
        for page in self._pages(Assignment):
            for link in page:
                record, row_id, attribute = _assigned(link)
                text = Text((record.__name__, row_id, attribute), folded(names.get(link.person_id, "")))
                parts.setdefault(homes.get((record, row_id), (record, row_id)), []).append(text)
            yield
        for place in SEARCHED:
            for page in self._pages(place.record) if not place.hosts else ():
                for row in page:
                    own = _texts(row, names.get)
                    self._add(row, (*own, *parts.pop((place.record, row.id), ())))
                yield

    def _pages(self, record: type[Any]) -> Iterator[list[Any]]:
        last = 0
        while page := self._reader().page(record, last, _PAGE):
            yield page
            last = page[-1].id

    # --- keeping up ------------------------------------------------------------------------------

    def _touch(self, record: Any) -> None:
        if isinstance(record, Assignment):
            kind, row_id, _attribute = _assigned(record)
            self._mark(kind, row_id)
            return
        if type(record) not in PLACES:
            return
        self._dirty[_host(record)] = None
        if isinstance(record, Person):
            reader = self._reader()
            for link in reader.all(Assignment, person_id=record.id):
                kind, row_id, _attribute = _assigned(link)
                self._mark(kind, row_id)
            for guest in reader.all(Attendance, person_id=record.id):
                self._dirty[_host(guest)] = None
            for term in reader.all(Referent):
                if record.id in (term.person_id, term.second_id):
                    self._dirty[Referent, term.id] = None

    def _mark(self, record: type[Any], row_id: int) -> None:
        """Note that a record, or the one it is a part of, has changed."""
        if not PLACES[record].hosts:
            self._dirty[record, row_id] = None
            return
        row = self._reader().find(record, id=row_id)
        if row is not None:  # gone, it is in the change itself
            self._dirty[_host(row)] = None

    def _put(self, record: type[Any], row_id: int) -> None:
        reader = self._reader()
        row = reader.find(record, id=row_id)
        if row is None:
            self._index.drop(PLACES[record].kind, (record, row_id))
            return
        texts = list(_texts(row, self._name))
        parts = [(record, row_id)]
        for place in SEARCHED:
            for column, host in place.hosts.items():
                if host is record:
                    for part in reader.all(place.record, order="id", **{column: row_id}):
                        texts += _texts(part, self._name)
                        parts.append((place.record, part.id))
        for kind, part_id in parts:
            for column, assigned, attribute in ASSIGNED:
                if assigned is kind:
                    for link in reader.all(Assignment, order="id", **{column: part_id}):
                        place_of = (kind.__name__, part_id, attribute)
                        texts.append(Text(place_of, folded(self._name(link.person_id))))
        self._add(row, tuple(texts))

    def _name(self, person_id: int) -> str:
        person = self._reader().find(Person, id=person_id)
        return display_name(person) if person is not None else ""

    def _add(self, row: Any, texts: tuple[Text, ...]) -> None:
        record = type(row)
        merged: dict[tuple[str, int, str], str] = {}
        for text in texts:  # the people of one field are one text
            before = merged.get(text.place)
            merged[text.place] = f"{before} {text.folded}" if before else text.folded
        made = tuple(Text(place, words) for place, words in merged.items())
        self._index.put(PLACES[record].kind, Entry((record, row.id), _order(row), made))


def _texts(row: Any, name_of: Callable[[int], str | None]) -> tuple[Text, ...]:
    record = type(row)
    said = ((name, words_of(row, name, lambda key: name_of(key) or "")) for name in PLACES[record].fields)
    return tuple(Text((record.__name__, row.id, name), folded(words)) for name, words in said if words)


def _host(row: Any) -> Key:
    """Return the entry a record belongs to: itself, or what it is a part of."""
    record = type(row)
    for column, host in PLACES[record].hosts.items():
        return host, getattr(row, column)
    return record, row.id


def _assigned(link: Assignment) -> tuple[type[Any], int, str]:
    return next(
        (record, found, attribute)
        for column, record, attribute in ASSIGNED
        if (found := getattr(link, column)) is not None
    )


def _order(row: Any) -> tuple[int, int, str, int]:
    """Return what an entry is ordered by in its kind: the latest first where it has a day, people by their names.

    Its id comes last: two that are alike otherwise stand in one order, however often one of them is read anew.
    """
    rank = _RANKS[type(row)]
    if isinstance(row, Person):
        return rank, 0, folded(f"{row.last_name or row.organisation} {row.first_name}"), row.id
    for name in ("held_on", "made_at", "sent_at"):
        if hasattr(row, name):
            day: date | None = getattr(row, name)
            return rank, -day.toordinal() if day else 0, "", row.id
    phase = row.phase if isinstance(row, Action) else 0
    return rank, phase * 100_000 + getattr(row, "position", row.id), "", row.id
