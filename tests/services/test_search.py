"""The index of a dossier: complete, in small steps, and true after each change."""

from __future__ import annotations

import itertools
import time
import typing
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import msgspec
import pytest

from msp_desktop.db.changes import ChangeSet
from msp_desktop.db.shape import referring_to, table_name
from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.limits import limits_of
from msp_desktop.domain.markers import References
from msp_desktop.domain.meetings import Attendance, Meeting, NextStep
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.services.search import ASSIGNED, DossierIndex
from msp_desktop.services.search_places import PLACES

#: Fields that hold a code, whose words are the method's.
CODES = {
    ("RoadStep", "help"),
    ("RoadStep", "stage"),
    ("Instance", "kind"),
    ("HealthProfessional", "profession"),
    ("Need", "profession"),
    ("Opportunity", "profession"),
    ("Offer", "kind"),
    ("Dynamic", "kind"),
    ("Meeting", "kind"),
    ("Finding", "theme"),
    ("Mission", "theme"),
    ("FederationHelp", "code"),
    ("VigilanceAside", "code"),
    ("AlertSign", "code"),
    ("ProjectStage", "code"),
}


@pytest.fixture
def index(store: Store) -> DossierIndex:
    """Return the finished index of a new dossier, told of its changes."""
    made = whole(store)
    store.subscribe(made.follow)
    return made


def whole(store: Store) -> DossierIndex:
    """Return an index in which all is done."""
    made = DossierIndex(lambda: store.reader)
    while made.step():
        pass
    assert made.ready
    return made


def places(index: DossierIndex, query: str) -> set[tuple[str, int, str]]:
    """Return where a query finds something, once all that changed is read anew."""
    while index.step():
        pass
    return {place for rows in index.find(query).rows.values() for place in rows}


def told(index: DossierIndex, query: str) -> dict[str, list[tuple[str, int, str]]]:
    """Return what a query finds, by kind."""
    return {kind: list(rows) for kind, rows in index.find(query).rows.items()}


def filled(record: type[Any], ids: dict[str, int], words: Iterator[str]) -> Any:
    """Return a record with a word of its own in each text."""
    hints = typing.get_type_hints(record, include_extras=True)
    values: dict[str, Any] = {}
    needed = {field.name for field in msgspec.structs.fields(record) if field.required}
    for name in record.__struct_fields__:
        hint = hints[name]
        marks = hint.__metadata__ if typing.get_origin(hint) is typing.Annotated else ()
        plain = hint.__origin__ if marks else hint
        kind = next(part for part in typing.get_args(plain) or (plain,) if part is not type(None))
        reference = next((mark for mark in marks if isinstance(mark, References)), None)
        if name == "id":
            continue
        if reference is not None:
            if reference.table in ids and record is not Assignment:
                values[name] = ids[reference.table]
        elif issubclass(kind, StrEnum):
            values[name] = list(kind)[-1]
        elif kind is str:
            values[name] = next(words)
        elif kind is datetime:
            values[name] = datetime(2026, 4, 1, 10)
        elif kind is date:
            values[name] = date(2026, 4, 1)
        elif kind is int and name in needed:
            values[name] = max(1, limits_of(record)[name].least)
    return record(**values)


def test_each_text_of_each_record_is_found_at_its_place(store: Store) -> None:
    """A word typed into any field of any record is found, in that very field."""
    words = (f"zq{number:04d}x" for number in itertools.count())
    ids: dict[str, int] = {}
    made: list[Any] = []
    with store.write("Tout") as tx:
        for record in RECORDS:
            if record not in PLACES and not referring_to(_table(record)):
                continue
            value = filled(record, ids, words)
            if record.__struct_defaults__[:1] == (1,) and store.reader.find(record, id=1) is not None:
                change = {name: getattr(value, name) for name in record.__struct_fields__ if name != "id"}
                tx.update(1, Change(record, **change))
                kept = msgspec.structs.replace(value, id=1)
            else:
                kept = tx.insert(value)
            ids[_table(record)] = kept.id
            if record in PLACES:
                made.append(kept)
    index = whole(store)
    for row in made:
        place = PLACES[type(row)]
        names = [name for name in place.fields if isinstance(getattr(row, name), str)]
        for name in names:
            value = getattr(row, name)
            if isinstance(value, StrEnum) or (type(row).__name__, name) in CODES:
                continue
            assert (type(row).__name__, row.id, name) in places(index, value), (type(row).__name__, name)
        for joined, parts in place.joined.items():
            for part in parts:
                assert (type(row).__name__, row.id, joined) in places(index, getattr(row, part)), part


def _table(record: type[Any]) -> str:
    return table_name(record)


def test_assignments_are_all_known() -> None:
    """Each reference of an assignment says under which field people stand."""
    columns = {name for name in Assignment.__struct_fields__ if name.endswith("_id") and name != "person_id"}
    assert {column for column, _record, _attribute in ASSIGNED} == columns


def test_people_are_found_where_they_have_a_part(store: Store, index: DossierIndex) -> None:
    """A person named by reference is found in the field that shows them, under the name they have now."""
    with store.write("Noms") as tx:
        person = tx.insert(Person(civility="Dr", first_name="Marie", last_name="Fontaine"))
        talk = tx.insert(Exchange(held_on=date(2026, 4, 22), said="Elle exerce à Valbourg."))
        tx.insert(Assignment(person_id=person.id, position=1, exchange_id=talk.id))
        meeting = tx.insert(Meeting(kind="autre", title="Visite"))
        tx.insert(Attendance(meeting_id=meeting.id, person_id=person.id, position=1))
        step = tx.insert(NextStep(meeting_id=meeting.id, position=1, text="La rappeler"))
        tx.insert(Assignment(person_id=person.id, position=1, next_step_id=step.id))
    shown = {("Exchange", talk.id, "with_whom"), ("Attendance", 1, "person_id"), ("NextStep", step.id, "person")}
    assert shown <= places(index, "fontaine")
    assert {place[:2] for place in places(index, "valbourg fontaine")} == {("Exchange", talk.id)}
    with store.write("Mariage") as tx:
        tx.update(person.id, Change(Person, last_name="Garnier"))
    assert places(index, "fontaine") == set()
    assert shown <= places(index, "garnier")
    store.undo()
    assert places(index, "garnier") == set()
    assert shown <= places(index, "marie fontaine")
    with store.write("Fiche supprimée") as tx:
        tx.delete(Person, person.id)
    assert places(index, "fontaine") == set()


def test_it_is_the_same_as_one_made_anew(sample: Store) -> None:
    """After changes of every kind, undone and done again, nothing is found otherwise than by a new index."""
    index = whole(sample)
    sample.subscribe(index.follow)
    with sample.write("Un peu de tout") as tx:
        for record in (Meeting, Person, Exchange, NextStep):
            for row in sample.reader.all(record)[:2]:
                tx.delete(record, row.id)
        tx.insert(Exchange(held_on=date(2026, 4, 22), subject="Une nouveauté"))
    for step in (lambda: None, sample.undo, sample.redo):
        step()
        while index.step():
            pass
        fresh = whole(sample)
        assert len(index) == len(fresh)
        for query in ("e", "mairie", "saint exemple", "federation", "nouveaute", "dr"):
            assert told(index, query) == told(fresh, query), query


def test_what_changes_while_it_is_made_is_not_missed(sample: Store) -> None:
    """A change between two steps is in the finished index."""
    index = DossierIndex(lambda: sample.reader)
    sample.subscribe(index.follow)
    for _ in range(20):
        index.step()
    person = sample.reader.all(Person)[0]
    with sample.write("Pendant ce temps") as tx:
        tx.update(person.id, Change(Person, notes="Zanzibar"))
        tx.insert(Exchange(held_on=date(2026, 4, 22), subject="Zanzibar aussi"))
    assert len(places(index, "zanzibar")) == 2


def test_nothing_is_read_before_it_is_asked(store: Store) -> None:
    """An index nobody uses costs nothing, whatever changes."""
    index = DossierIndex(lambda: pytest.fail("read"))
    index.follow(ChangeSet("x", ()))
    assert len(index) == 0
    assert not index.ready


def test_steps_are_small(sample: Store) -> None:
    """No step of the making reads a whole table: the window lives on between two."""
    whole(sample)  # what the method's files take is taken once
    index = DossierIndex(lambda: sample.reader)
    longest = 0.0
    going = True
    while going:
        began = time.thread_time()
        going = index.step()
        longest = max(longest, time.thread_time() - began)
    assert longest < 0.02
