"""The sums of what each table holds: right after whatever is done, wrong as soon as a value changes by itself."""

from __future__ import annotations

import gzip
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from msp_desktop.db import sums
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.shape import table_name
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.records import RECORDS
from tests.dossiers import open_sample

DATA = Path(__file__).parents[1] / "data"
NAME = "Fontagnol"


def spoil(path: Path, sound: bytes, spoilt: bytes) -> None:
    """Change every byte string in a closed file for another of its length, as a failing disk would."""
    content = path.read_bytes()
    assert sound in content
    assert len(sound) == len(spoilt)
    path.write_bytes(content.replace(sound, spoilt))


def person(store: Store, name: str = NAME) -> Person:
    with store.write("Ajouter") as tx:
        return tx.insert(Person(last_name=name, category=Category.PROFESSIONAL))


def add(store: Store) -> None:
    person(store)


def change(store: Store) -> None:
    one = person(store)
    with store.write("Changer") as tx:
        tx.update(one.id, Change(Person, first_name="Léa"))
        tx.update(one.id, Change(Person, first_name="Lea", phone="0555000000"))


def add_and_take_away(store: Store) -> None:
    with store.write("Rien") as tx:
        tx.delete(Person, tx.insert(Person(last_name=NAME)).id)


def take_away_with_what_refers(store: Store) -> None:
    one = person(store)
    with store.write("Lier") as tx:
        action = tx.all(Action)[0]
        tx.insert(Assignment(person_id=one.id, position=1, action_id=action.id))
        exchange = tx.insert(Exchange(held_on=date(2026, 4, 2), subject="Appel", action_id=action.id))
        meeting = tx.insert(
            Meeting(kind="cotech", title="Essai", uid="x", held_on=date(2026, 5, 12), state=MeetingState.PLANNED)
        )
        tx.insert(Attendance(meeting_id=meeting.id, person_id=one.id, position=1))
    with store.write("Supprimer") as tx:
        tx.delete(Action, action.id)
    assert store.reader.one(Exchange, exchange.id).action_id is None
    with store.write("Supprimer") as tx:
        tx.delete(Person, one.id)


def refuse(store: Store) -> None:
    def broken() -> None:
        with store.write("Refusé") as tx:
            tx.insert(Person(last_name=NAME))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()


DONE = (add, change, add_and_take_away, take_away_with_what_refers, refuse)


@pytest.mark.parametrize("act", DONE)
def test_they_hold_after_what_is_done_undone_and_done_again(sample: Store, act: Callable[[Store], None]) -> None:
    assert sums.problems(sample.connection) == []
    act(sample)
    assert sums.problems(sample.connection) == []
    while sample.history.undo_label():
        sample.undo()
        assert sums.problems(sample.connection) == []
    while sample.history.redo_label():
        sample.redo()
        assert sums.problems(sample.connection) == []


def test_every_table_of_the_sample_with_a_row_has_a_sum(sample: Store) -> None:
    named = {name for (name,) in sample.connection.execute("SELECT name FROM content_sum")}
    assert named == {table_name(record) for record in RECORDS if sample.reader.all(record)}
    assert len(named) > 20


def test_they_hold_after_many_steps_at_random(sample: Store) -> None:
    chance = random.Random(4)
    for number in range(120):
        people = sample.reader.all(Person)
        step = chance.randrange(5)
        if step == 0 or len(people) < 3:
            person(sample, f"Nom {number}")
        elif step == 1:
            with sample.write("Supprimer") as tx:
                tx.delete(Person, chance.choice(people).id)
        elif step == 2 and sample.history.undo_label():
            sample.undo()
        elif step == 3 and sample.history.redo_label():
            sample.redo()
        else:
            with sample.write("Changer") as tx:
                tx.update(chance.choice(people).id, Change(Person, notes=f"note {number}"))
    assert sums.problems(sample.connection) == []


def test_a_letter_changed_on_the_disk_is_told_with_its_table(tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    person(store)
    close_dossier(store)
    spoil(store.path, NAME.encode(), b"Fontagnom")
    with closing(sqlite3.connect(store.path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert sums.problems(raw) == ["person: a value has changed by itself"]


def test_a_spoilt_row_written_over_or_taken_away_stays_told(tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    one = person(store)
    close_dossier(store)
    spoil(store.path, NAME.encode(), b"Fontagnom")
    store = open_dossier(store.path)
    with store.write("Changer") as tx:
        tx.update(one.id, Change(Person, last_name=NAME, first_name="Léa"))
    assert sums.problems(store.connection) == ["person: a value has changed by itself"]
    store.undo()
    assert sums.problems(store.connection) == ["person: a value has changed by itself"]
    with store.write("Supprimer") as tx:
        tx.delete(Person, one.id)
    assert sums.problems(store.connection) == ["person: a value has changed by itself"]
    close_dossier(store)


def test_a_row_lost_or_come_from_nowhere_is_counted(sample: Store) -> None:
    sample.connection.execute("DELETE FROM action_step WHERE id=(SELECT min(id) FROM action_step)")
    assert sums.problems(sample.connection)[0].startswith("action_step: 1 rows missing of ")
    sample.connection.execute("DELETE FROM need")
    assert any(line.startswith("need: ") for line in sums.problems(sample.connection))


def test_a_table_gone_is_told(sample: Store) -> None:
    sample.connection.execute("PRAGMA foreign_keys=OFF")
    sample.connection.execute("DROP TABLE exchange")
    assert any(line.startswith("exchange: ") for line in sums.problems(sample.connection))


def test_a_spoilt_sum_is_told_too(sample: Store) -> None:
    sample.connection.execute("UPDATE content_sum SET digest=digest+1 WHERE name='person'")
    assert sums.problems(sample.connection) == ["person: a value has changed by itself"]


@pytest.mark.parametrize("name", ["dossier-r1.msp100.gz", "dossier-r2.msp100.gz"])
def test_an_older_dossier_has_its_sums_once_migrated(tmp_path: Path, name: str) -> None:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress((DATA / name).read_bytes()))
    with closing(sqlite3.connect(path)) as raw:
        assert sums.problems(raw) == [], "nothing to compare with"
    store = open_dossier(path)
    assert sums.problems(store.connection) == []
    assert store.connection.execute("SELECT count(*) FROM content_sum").fetchone()[0] > 10
    store.connection.execute("UPDATE person SET last_name=last_name||'x' WHERE id=(SELECT min(id) FROM person)")
    assert sums.problems(store.connection) == ["person: a value has changed by itself"]
    close_dossier(store)


def test_what_a_sum_is_made_of_does_not_depend_on_the_order_of_columns() -> None:
    with closing(sqlite3.connect(":memory:")) as one, closing(sqlite3.connect(":memory:")) as other:
        for raw, columns in ((one, "id INTEGER PRIMARY KEY, a, b"), (other, "b, a, id INTEGER PRIMARY KEY")):
            raw.execute(f"CREATE TABLE t ({columns})")
            raw.execute("CREATE TABLE content_sum (name PRIMARY KEY, rows, digest)")
            raw.execute("INSERT INTO t (id, a, b) VALUES (1, 'x', 2), (2, x'00', NULL)")
            sums.recompute(raw)
        assert (
            one.execute("SELECT * FROM content_sum").fetchall() == other.execute("SELECT * FROM content_sum").fetchall()
        )
