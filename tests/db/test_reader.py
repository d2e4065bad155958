"""Questions put to a real dossier: selects, what is kept of their answers, faults."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.meetings import Attendance, Meeting
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from tests.dossiers import COMMUNE

RECORDS = (Action, Exchange, Person, Attendance, Meeting)
ACTION, EXCHANGE, PERSON, ATTENDANCE, MEETING = (TABLES[record] for record in RECORDS)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    """A dossier with two people, three exchanges and a meeting."""
    store = create_dossier(tmp_path / "essai.msp100")
    with store.write("Remplir") as tx:
        tx.insert(COMMUNE)
        roche = tx.insert(Person(last_name="Roche", category=Category.ARS))
        tx.insert(Person(last_name="Fontanel"))
        action = tx.insert(Action(phase=1, position=1, title="Appeler"))
        for day in (3, 1, 2):
            tx.insert(
                Exchange(held_on=date(2026, 4, day), channel=Channel.LETTER, action_id=action.id if day > 1 else None)
            )
        meeting = tx.insert(Meeting(uid="a", kind="first", title="Première rencontre", held_on=date(2026, 5, 1)))
        tx.insert(Attendance(meeting_id=meeting.id, person_id=roche.id, position=4))
    yield store
    close_dossier(store)


def statements(store: Store) -> list[str]:
    """Return the list to which every question run from now on is added."""
    run: list[str] = []
    store.connection.set_trace_callback(lambda sql: run.append(sql) if sql.startswith("SELECT") else None)
    return run


def test_a_select_of_one_table_gives_its_records_with_their_types(filled: Store) -> None:
    late = select(EXCHANGE).where(EXCHANGE.c.held_on > date(2026, 4, 1)).order_by(EXCHANGE.c.held_on)
    found = filled.reader.select(late)
    assert found == [row for row in filled.reader.all(Exchange, order="held_on") if row.held_on > date(2026, 4, 1)]
    assert [type(row.channel) for row in found] == [Channel, Channel]


def test_a_select_of_columns_gives_rows_with_names(filled: Store) -> None:
    statement = select(EXCHANGE.c.channel, func.count().label("times")).group_by(EXCHANGE.c.channel)
    (row,) = filled.reader.select(statement)
    assert (row.channel, row.times) == (Channel.LETTER, 3)
    assert isinstance(row.channel, Channel)


def test_whole_tables_side_by_side_are_records_and_none_where_an_outer_join_finds_nothing(filled: Store) -> None:
    joined = EXCHANGE.join(ACTION, isouter=True)
    statement = select(EXCHANGE.c.held_on, ACTION).select_from(joined).order_by(EXCHANGE.c.held_on)
    action = filled.reader.all(Action)[0]
    assert filled.reader.select(statement) == [
        (date(2026, 4, 1), None),
        (date(2026, 4, 2), action),
        (date(2026, 4, 3), action),
    ]


def test_value_gives_the_one_value_asked(filled: Store) -> None:
    assert filled.reader.value(select(func.count()).select_from(EXCHANGE)) == 3
    assert filled.reader.value(select(func.max(EXCHANGE.c.held_on))) == date(2026, 4, 3)
    assert filled.reader.value(select(PERSON.c.id).where(PERSON.c.last_name == "Personne")) is None


def test_each_record_of_a_table_comes_with_the_one_it_refers_to(filled: Store) -> None:
    pairs = filled.reader.each_with(Attendance, Person, "person_id")
    assert pairs == [(filled.reader.one(Attendance, 1), filled.reader.one(Person, 1))]


def test_the_next_position_follows_the_last_of_those_that_match(filled: Store) -> None:
    assert filled.reader.next_position(Attendance, meeting_id=1) == 5
    assert filled.reader.next_position(Attendance, meeting_id=2) == 1


def test_a_select_inside_a_write_sees_what_is_being_written_and_takes_no_lock_with_it(filled: Store) -> None:
    count = select(func.count()).select_from(PERSON)
    assert filled.reader.value(count) == 2

    def fail() -> None:
        with filled.write("Essai") as tx:
            tx.insert(Person(last_name="Perdu"))
            assert tx.value(count) == 3
            assert filled.reader.value(count) == 3
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert filled.reader.value(count) == 2
    assert not filled.connection.in_transaction


def test_a_select_leaves_no_lock_and_no_transaction(filled: Store) -> None:
    filled.reader.select(select(PERSON))
    assert not filled.connection.in_transaction
    path = filled.path
    close_dossier(filled)
    close_dossier(open_dossier(path))


def test_a_question_is_run_once_until_a_change_touches_a_table_it_reads(filled: Store) -> None:
    run = statements(filled)
    question = select(PERSON).where(PERSON.c.last_name == "Roche")
    for _time in range(3):
        filled.reader.select(question.order_by(PERSON.c.id))
        filled.reader.all(Exchange, order="held_on")
    assert len(run) == 2
    with filled.write("Ailleurs") as tx:
        tx.update(1, Change(Meeting, title="Autre titre"))
    run.clear()
    assert len(filled.reader.select(question.order_by(PERSON.c.id))) == 1
    assert run == []
    with filled.write("Nom") as tx:
        tx.update(1, Change(Person, last_name="Rochet"))
    run.clear()
    assert filled.reader.select(question.order_by(PERSON.c.id)) == []
    assert len(run) == 1


def test_tables_of_inner_selects_count_as_read(filled: Store) -> None:
    has_guest = select(ATTENDANCE.c.id).where(ATTENDANCE.c.meeting_id == MEETING.c.id).exists()
    question = select(MEETING.c.title, select(func.count(PERSON.c.id)).scalar_subquery().label("people"))
    assert filled.reader.tables_of(question.where(has_guest)) == {"meeting", "attendance", "person"}
    assert filled.reader.tables_of(select(PERSON.alias("other"))) == {"person"}


def test_the_same_question_with_other_values_is_another_question(filled: Store) -> None:
    for names in (["Roche"], ["Fontanel"], ["Roche", "Fontanel"]):
        found = filled.reader.select(select(PERSON).where(PERSON.c.last_name.in_(names)))
        assert sorted(person.last_name for person in found) == sorted(names)


def test_undo_and_redo_are_seen(filled: Store) -> None:
    with filled.write("Nom") as tx:
        tx.update(1, Change(Person, last_name="Rochet"))
    names = select(PERSON.c.last_name).where(PERSON.c.id == 1)
    assert filled.reader.value(names) == "Rochet"
    filled.undo()
    assert filled.reader.value(names) == filled.reader.one(Person, 1).last_name == "Roche"
    filled.redo()
    assert filled.reader.value(names) == filled.reader.one(Person, 1).last_name == "Rochet"


def test_what_is_written_past_the_store_is_seen(filled: Store) -> None:
    assert filled.reader.one(Person, 1).last_name == "Roche"
    filled.connection.execute("UPDATE person SET last_name='Autre' WHERE id=1")
    assert filled.reader.one(Person, 1).last_name == "Autre"


def test_an_answer_cannot_be_spoilt_for_the_next_who_asks(filled: Store) -> None:
    for ask in (lambda: filled.reader.all(Person), lambda: filled.reader.select(select(PERSON))):
        ask().clear()
        assert len(ask()) == 2


def test_a_value_that_makes_no_sense_is_a_sentence_and_keeps_no_lock(filled: Store) -> None:
    filled.connection.execute("UPDATE exchange SET held_on='demain', channel='pigeon' WHERE id=1")
    for column in (EXCHANGE.c.held_on, EXCHANGE.c.channel):
        with pytest.raises(UserError, match="abîmé"):
            filled.reader.select(select(column))
    with filled.write("Réparer") as tx:
        tx.insert(Person(last_name="Suite"))


def test_a_table_that_is_not_there_is_a_sentence(filled: Store) -> None:
    filled.connection.execute("ALTER TABLE exchange RENAME TO disparue")
    with pytest.raises(UserError, match="abîmé"):
        filled.reader.select(select(EXCHANGE))


def test_a_dossier_that_can_only_be_read_answers_selects(filled: Store) -> None:
    path = filled.path
    close_dossier(filled)
    raw = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    store = Store(path, raw, read_only_because="this is a copy")
    assert len(store.reader.select(select(PERSON))) == 2
    store.close()


def test_after_a_change_only_the_records_it_touched_are_new_objects(filled: Store) -> None:
    for order in ("id", "held_on, id"):
        before = {row.id: row for row in filled.reader.all(Exchange, order=order)}
        with filled.write("Objet") as tx:
            tx.update(2, Change(Exchange, subject=f"Autre, par {order}"))
        after = filled.reader.all(Exchange, order=order)
        assert [row.id for row in after if row is not before[row.id]] == [2]
        assert after == filled.reader.select(
            select(EXCHANGE).order_by(*(EXCHANGE.c[name] for name in order.split(", ")))
        )


def test_of_a_whole_table_only_the_rows_a_change_touched_are_read_again(filled: Store) -> None:
    filled.reader.all(Person)
    run = statements(filled)
    with filled.write("Nom") as tx:
        tx.update(1, Change(Person, last_name="Rochet"))
    run.clear()
    assert [person.last_name for person in filled.reader.all(Person)] == ["Rochet", "Fontanel"]
    assert len(run) == 1
    assert run[0].endswith("WHERE id IN (1)")


def test_rows_that_sqlite_deletes_or_empties_by_itself_are_read_again(filled: Store) -> None:
    with filled.write("Action") as tx:
        action = tx.insert(Action(phase=1, position=2, title="Écrire"))
    with filled.write("Hors de l’histoire", undoable=False) as tx:
        noted = tx.insert(Exchange(held_on=date(2026, 4, 9), action_id=action.id))
        meeting = tx.insert(Meeting(uid="b", kind="first", title="Deuxième", held_on=date(2026, 5, 2)))
    with filled.write("Invité", undoable=False) as tx:
        tx.insert(Attendance(meeting_id=meeting.id, person_id=1, position=1))
    for record in (Exchange, Attendance):
        filled.reader.all(record)  # known from here on
    filled.undo()
    assert {row.id: row.action_id for row in filled.reader.all(Exchange)}[noted.id] is None
    with filled.write("Réunion") as tx:
        tx.delete(Meeting, meeting.id)
    assert [row.meeting_id for row in filled.reader.all(Attendance)] == [1]


def test_what_is_renewed_is_given_what_it_was_and_never_what_a_write_gave_up(filled: Store) -> None:
    given: list[object] = []

    def names(before: list[str] | None) -> list[str]:
        given.append(before)
        return [person.last_name for person in filled.reader.all(Person)]

    def ask() -> list[str]:
        return filled.reader.renewed("names", (Person,), names)

    def fail() -> None:
        with filled.write("Essai") as tx:
            tx.insert(Person(last_name="Perdu"))
            assert ask() == ["Roche", "Fontanel", "Perdu"]
            raise ZeroDivisionError

    assert ask() == ask() == ["Roche", "Fontanel"]
    with pytest.raises(ZeroDivisionError):
        fail()
    assert ask() == ["Roche", "Fontanel"]
    assert given == [None, None, ["Roche", "Fontanel"]]


def test_what_sqlalchemy_has_closed_itself_may_be_closed(tmp_path: Path) -> None:
    """Ctrl+C in the middle of a commit: it closes the connection at once, and the answer was a fault of ours."""
    store = create_dossier(tmp_path / "essai.msp100")
    store.reader.select(select(ACTION).where(func.length(ACTION.c.title) > 3))
    store.connection.close()
    close_dossier(store)
