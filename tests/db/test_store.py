"""Transactions, undo and redo on a real file."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from msp_desktop.db.changes import ChangeSet
from msp_desktop.db.damage import problems
from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.reader import RecordGoneError
from msp_desktop.db.shape import fields_of, table_name
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionStep
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.meetings import Attendance, Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.domain.referent import Referent
from msp_desktop.errors import UserError
from msp_desktop.services.people import add_person, delete_person, update_person
from tests.dossiers import open_new


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return create_dossier(tmp_path / "vide.msp100")


def test_every_record_has_a_table_in_the_file_with_its_columns_and_its_references(empty: Store) -> None:
    """Asked of SQLite itself, of a file just made: a column forgotten in it would fail here and nowhere earlier."""
    tables = {row[0] for row in empty.connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    assert {table_name(record) for record in RECORDS} <= tables
    for record in RECORDS:
        found = [row[1] for row in empty.connection.execute(f"PRAGMA table_info({table_name(record)})")]
        assert found == list(record.__struct_fields__), record
        references = {
            row[3]: (row[2], row[6])
            for row in empty.connection.execute(f"PRAGMA foreign_key_list({table_name(record)})")
        }
        actions = {"cascade": "CASCADE", "null": "SET NULL", "restrict": "RESTRICT"}
        declared = {f.name: (f.references, actions[f.on_delete]) for f in fields_of(record) if f.references}
        assert references == declared, record


def test_a_failed_write_leaves_nothing_behind(store: Store) -> None:
    before = dump(store)

    def fail() -> None:
        with store.write("Essai") as tx:
            tx.insert(Person(last_name="Perdu"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert dump(store) == before
    assert store.history.undo_label() is None
    with store.write("Après") as tx:
        tx.insert(Person(last_name="Gardé"))
    assert [person.last_name for person in store.reader.all(Person)] == ["Gardé"]


def test_deleting_a_person_takes_what_links_to_them_and_no_more_and_undo_brings_all_back(
    empty: Store,
) -> None:
    with empty.write("Préparer") as tx:
        person = tx.insert(Person(last_name="Roche"))
        meeting = tx.insert(Meeting(uid="a", kind="first", title="Première rencontre"))
        tx.insert(Attendance(meeting_id=meeting.id, person_id=person.id, position=1))
        exchange = tx.insert(Exchange(held_on=date(2026, 4, 2)))
        tx.insert(Assignment(person_id=person.id, position=1, exchange_id=exchange.id))
        tx.insert(Referent(person_id=person.id))
    before = dump(empty)
    with empty.write("Supprimer Roche") as tx:
        tx.delete(Person, person.id)
    after = dump(empty)
    assert empty.reader.all(Attendance) == []
    assert empty.reader.all(Assignment) == []
    assert empty.reader.all(Exchange) == [exchange]
    assert [term.person_id for term in empty.reader.all(Referent)] == [None]
    assert empty.undo() == "Supprimer Roche"
    assert dump(empty) == before
    empty.redo()
    assert dump(empty) == after


def test_undo_to_the_beginning_and_redo_to_the_end_give_the_same_file(store: Store) -> None:
    """Thousands of random changes of every kind, then all the way back and forth."""
    chance = random.Random(100)
    dumps = [dump(store)]
    for number in range(150):
        with store.write(f"Pas {number}") as tx:
            for _change in range(chance.randint(1, 4)):
                _random_change(tx, chance)
        if store.history.undo_label() == f"Pas {number}":
            dumps.append(dump(store))
    for expected in reversed(dumps[:-1]):
        store.undo()
        assert dump(store) == expected
    assert store.history.undo_label() is None
    for expected in dumps[1:]:
        store.redo()
        assert dump(store) == expected


def _random_change(tx, chance: random.Random) -> None:
    actions, people = tx.all(Action), tx.all(Person)
    choice = chance.randint(0, 6)
    if choice == 0 or not actions:
        action = tx.insert(Action(phase=chance.randint(1, 3), position=99, title=f"Action {chance.random()}"))
        tx.insert(ActionStep(action_id=action.id, position=1, text="à faire"))
    elif choice == 1:
        tx.update(chance.choice(actions).id, Change(Action, notes=f"note {chance.random()}"))
    elif choice == 2:
        tx.delete(Action, chance.choice(actions).id)
    elif choice == 3 or not people:
        tx.insert(Person(last_name=f"Nom {chance.random()}"))
    elif choice == 4:
        exchange = tx.insert(Exchange(held_on=date(2026, 4, 2), action_id=chance.choice(actions).id))
        tx.insert(Assignment(person_id=chance.choice(people).id, position=1, exchange_id=exchange.id))
        tx.insert(Assignment(person_id=chance.choice(people).id, position=1, action_id=chance.choice(actions).id))
    elif choice == 5:
        tx.delete(Person, chance.choice(people).id)
    else:
        person = tx.insert(Person(last_name="passager"))
        tx.update(person.id, Change(Person, first_name="changé"))
        if chance.random() < 0.5:
            tx.delete(Person, person.id)


def test_typing_on_in_one_field_is_one_step(store: Store) -> None:
    action = store.reader.all(Action)[0] if store.reader.all(Action) else None
    if action is None:
        with store.write("Préparer") as tx:
            action = tx.insert(Action(phase=1, position=1))
    store.history.clear()
    for text in ("D", "De", "Des"):
        with store.write("Notes", merges=True) as tx:
            tx.update(action.id, Change(Action, notes=text))
    store.undo()
    assert store.reader.one(Action, action.id).notes == ""
    assert store.history.undo_label() is None


def test_typing_in_another_field_is_another_step(empty: Store) -> None:
    with empty.write("Préparer") as tx:
        person = tx.insert(Person(last_name="Roche"))
    with empty.write("Nom", merges=True) as tx:
        tx.update(person.id, Change(Person, last_name="Rochet"))
    with empty.write("Prénom", merges=True) as tx:
        tx.update(person.id, Change(Person, first_name="Nadia"))
    empty.undo()
    assert empty.reader.one(Person, person.id) == replace(person, last_name="Rochet")


def test_listeners_hear_of_writes_undo_and_redo_with_what_was_touched(empty: Store) -> None:
    heard: list[ChangeSet] = []
    empty.subscribe(heard.append)
    with empty.write("Ajouter") as tx:
        tx.insert(Person(last_name="Roche"))
    empty.undo()
    empty.redo()
    assert [change.records() for change in heard] == [frozenset({Person})] * 3


def test_a_write_that_changes_nothing_is_no_step(empty: Store) -> None:
    with empty.write("Ajouter") as tx:
        person = tx.insert(Person(last_name="Roche"))
    with empty.write("Rien") as tx:
        tx.update(person.id, Change(Person, last_name="Roche"))
    assert empty.history.undo_label() == "Ajouter"


def test_a_write_inside_a_write_is_refused(empty: Store) -> None:
    with empty.write("Un"), pytest.raises(RuntimeError), empty.write("Deux"):
        pass


def test_a_step_whose_rows_changed_behind_its_back_is_dropped_with_a_sentence(empty: Store) -> None:
    with empty.write("Ajouter") as tx:
        person = tx.insert(Person(last_name="Roche"))
    empty.connection.execute("UPDATE person SET last_name='Autre' WHERE id=?", (person.id,))
    with pytest.raises(UserError, match="Ajouter"):
        empty.undo()
    assert empty.history.undo_label() is None
    assert empty.reader.one(Person, person.id).last_name == "Autre"


def test_a_full_disk_is_a_sentence_and_the_edit_can_be_tried_again(empty: Store) -> None:
    pages = empty.connection.execute("PRAGMA page_count").fetchone()[0]
    empty.connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(UserError), empty.write("Trop") as tx:
        tx.insert(Person(notes="x" * 200_000))
    assert empty.reader.all(Person) == []
    empty.connection.execute("PRAGMA max_page_count=100000")
    with empty.write("Encore") as tx:
        tx.insert(Person(notes="x" * 200_000))
    assert len(empty.reader.all(Person)) == 1


def test_what_is_typed_of_an_action_deleted_meanwhile_is_gone_and_nothing_is_half_written(store: Store) -> None:
    with store.write("Une action") as tx:
        action = tx.insert(Action(phase=1, position=90, title="Visiter le gymnase"))
    store.undo()
    before = store.reader.all(ActionStep)
    with pytest.raises(RecordGoneError), store.write("Une chose à faire") as tx:
        tx.insert(ActionStep(action_id=action.id, position=1, text="Demander la clé"))
    assert store.reader.all(ActionStep) == before
    assert store.history.redo_label() == "Une action"


def test_text_is_kept_in_one_form(empty: Store) -> None:
    with empty.write("Ajouter") as tx:
        person = tx.insert(Person(notes="e\u0301te\u0301\r\nfin\x00\x07"))
    assert person.notes == "été\nfin"
    assert empty.reader.one(Person, person.id) == person
    close_dossier(empty)


def test_undo_of_a_meeting_keeps_the_day_its_invitations_left(store: Store) -> None:
    from msp_desktop.domain.meetings import Meeting
    from msp_desktop.services.meetings import add_meeting, update_meeting

    meeting = add_meeting(store, "actors")
    before = store.reader.one(Meeting, meeting.id)
    update_meeting(store, meeting.id, Change(Meeting, title="Nouveau titre"))
    with store.write("Envoi", undoable=False) as transaction:
        transaction.update(meeting.id, Change(Meeting, invitations_sent_on=date(2026, 4, 28)))
    store.undo()
    after = store.reader.one(Meeting, meeting.id)
    assert (after.title, after.invitations_sent_on) == (before.title, date(2026, 4, 28))
    store.redo()
    assert store.reader.one(Meeting, meeting.id).title == "Nouveau titre"


def test_a_step_that_added_a_row_and_then_what_it_refers_to_is_taken_back_whole(empty: Store) -> None:
    """The référent's term is there before the person typed into it: SQLite empties the reference as the person goes."""
    with empty.write("Autre") as tx:
        other = tx.insert(Action(phase=1, position=1, title="Autre"))
        exchange = tx.insert(Exchange(held_on=date(2026, 4, 2), action_id=other.id))
    before = dump(empty)
    with empty.write("Qui") as tx:
        term = tx.insert(Referent())
        tx.update(exchange.id, Change(Exchange, subject="avant"))
        person = tx.insert(Person(last_name="Roche"))
        tx.update(term.id, Change(Referent, person_id=person.id))
        action = tx.insert(Action(phase=1, position=2, title="Une"))
        tx.update(exchange.id, Change(Exchange, action_id=action.id))
    after = dump(empty)
    for _time in range(2):
        assert empty.undo() == "Qui"
        assert dump(empty) == before
        assert empty.redo() == "Qui"
        assert dump(empty) == after


def test_a_reference_emptied_by_something_else_since_is_no_longer_ours_to_take_back(empty: Store) -> None:
    with empty.write("Qui") as tx:
        person = tx.insert(Person(last_name="Roche"))
        term = tx.insert(Referent())
    with empty.write("Choisir") as tx:
        tx.update(term.id, Change(Referent, person_id=person.id))
    empty.connection.execute("UPDATE referent SET person_id=NULL")
    with pytest.raises(UserError):
        empty.undo()


def test_an_id_given_again_in_one_step_is_two_rows_to_take_back(empty: Store) -> None:
    """A link deleted and another made in the same step, to somebody who came with it: SQLite gives the id again."""
    with empty.write("Avant") as tx:
        action = tx.insert(Action(phase=1, position=1, title="Appeler"))
        first = tx.insert(Person(last_name="Faure"))
        link = tx.insert(Assignment(person_id=first.id, position=1, action_id=action.id))
    before = dump(empty)
    with empty.write("Autre personne") as tx:
        tx.delete(Person, first.id)
        second = tx.insert(Person(last_name="Roche"))
        assert tx.insert(Assignment(person_id=second.id, position=1, action_id=action.id)).id == link.id
    after = dump(empty)
    for _time in range(2):
        empty.undo()
        assert dump(empty) == before
        empty.redo()
        assert dump(empty) == after


def test_a_commit_that_fails_once_all_is_in_the_file_is_no_refusal(store: Store) -> None:
    """SQLite’s last flush, of a journal it is done with: tried again, the person would be there twice."""
    from sqlalchemy import event
    from sqlalchemy.engine import Connection, Engine

    def failed_at_the_end(connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.commit()
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        raise error

    event.listen(Engine, "commit", failed_at_the_end)
    try:
        with store.write("Ajouter") as tx:
            tx.insert(Person(last_name="Une fois"))
    finally:
        event.remove(Engine, "commit", failed_at_the_end)
    assert [person.last_name for person in store.reader.all(Person, last_name="Une fois")] == ["Une fois"]
    store.undo()
    assert store.reader.all(Person, last_name="Une fois") == []


KEPT_OR_NOT = """
import sys
from pathlib import Path
from msp_desktop import i18n
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services.people import add_person, delete_person, update_person
import msp_desktop.db.transaction
i18n.install("fr")
store = open_dossier(Path(sys.argv[1]))
kept = []
for name in ("un", "deux", "trois"):
    try:
        with store.write("Ajouter") as tx:
            tx.insert(Person(last_name=name))
        kept.append(name)
    except UserError:
        pass
try:
    close_dossier(store)
except UserError:
    pass
print(",".join(kept))
"""


@pytest.mark.needs("strace")
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_what_is_said_of_an_edit_is_true_while_the_disk_fails_for_good(tmp_path: Path, error: str) -> None:
    close_dossier(open_new(tmp_path / "neuf"))
    new = next((tmp_path / "neuf").glob("*.msp100"))
    for when in range(1, 13):
        path = tmp_path / f"{when}.msp100"
        path.write_bytes(new.read_bytes())
        command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync"]
        command += ["-e", f"inject=fdatasync:error={error}:when={when}+"]
        done = subprocess.run(
            [*command, sys.executable, "-c", KEPT_OR_NOT, str(path)], capture_output=True, encoding="utf-8", check=True
        )
        opened = open_dossier(path)
        there = [person.last_name for person in opened.reader.all(Person)]
        close_dossier(opened)
        assert ",".join(there) == done.stdout.strip(), when


def test_a_disk_gone_for_a_while_is_said_so_and_written_again_once_it_is_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy import event
    from sqlalchemy.engine import Connection, Engine

    def gone(connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.close()
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        raise error

    def refuse(_path: Path) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    def add() -> None:
        with store.write("Ajouter") as tx:
            tx.insert(Person(last_name="Une fois"))

    with monkeypatch.context() as away:
        away.setattr("msp_desktop.db.store.connect", refuse)
        event.listen(Engine, "commit", gone)
        try:
            with pytest.raises(UserError, match="répond"):
                add()
        finally:
            event.remove(Engine, "commit", gone)
        for act in (add, lambda: store.reader.all(Attendance)):
            with pytest.raises(UserError, match="répond"):
                act()
    add()
    assert [person.last_name for person in store.reader.all(Person)] == ["Une fois"]
    store.undo()
    assert store.reader.all(Person) == []


def test_what_is_deleted_is_in_no_byte_of_the_file(store: Store) -> None:
    assert store.connection.execute("PRAGMA secure_delete").fetchone() == (1,)
    person = add_person(store, Person(last_name="Introuvable", notes="Introuvable " * 1000))
    assert b"Introuvable" in store.path.read_bytes()
    update_person(store, person.id, Change(Person, notes="Introuvable " * 3000))
    delete_person(store, person.id)
    assert b"Introuvable" not in store.path.read_bytes()
    assert problems(store.connection) == []
    store.undo()
    assert store.reader.one(Person, person.id).last_name == "Introuvable"
