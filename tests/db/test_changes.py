"""What makes one step of the history: typing on in one field, with all that its first key brought about."""

from __future__ import annotations

import tracemalloc
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from msp_desktop.db.changes import MERGE_SECONDS, MOST_BYTES, ChangeSet, History, RowChange
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent

ROCHE = Person(id=1, last_name="Roche")


def typed(before: str, after: str, *, at: float = 0.0, merges: bool = True, id: int = 1) -> ChangeSet:
    change = RowChange(Person, id, Person(id=id, last_name=before), Person(id=id, last_name=after))
    return ChangeSet("Nom", (change,), at, merges)


def one(change: ChangeSet | None) -> RowChange:
    assert change is not None
    (found,) = change.changes
    return found


def test_typing_on_in_a_field_is_one_change_from_first_to_last() -> None:
    found = one(typed("", "R").merged_with(typed("R", "Ro", at=1.0)))
    assert (found.before.last_name, found.after.last_name) == ("", "Ro")


@pytest.mark.parametrize(
    "later",
    [
        typed("R", "Ro", at=MERGE_SECONDS + 0.1),
        typed("R", "Ro", merges=False),
        typed("R", "Ro", id=2),
        ChangeSet("Prénom", (RowChange(Person, 1, ROCHE, Person(id=1, last_name="Roche", first_name="N")),), 0.0, True),
        ChangeSet("Supprimé", (RowChange(Person, 1, ROCHE, None),), 0.0, True),
        ChangeSet("Ajouté", (RowChange(Person, 3, None, ROCHE),), 0.0, True),
    ],
    ids=["later", "another act", "another row", "another field", "a deletion", "an insertion"],
)
def test_what_is_not_typing_on_is_another_step(later: ChangeSet) -> None:
    assert typed("", "R").merged_with(later) is None


def test_the_pause_between_two_keys_counts_and_not_the_whole_time() -> None:
    change = typed("", "R")
    for number in range(1, 30):
        merged = change.merged_with(typed("R" * number, "R" * (number + 1), at=number * 2.0))
        assert merged is not None
        change = merged
    assert one(change).after.last_name == "R" * 30


def test_the_day_a_finding_was_noted_goes_with_its_first_key() -> None:
    empty = Finding(id=4, theme="besoins", position=1)
    first = Finding(id=4, theme="besoins", position=1, answer="T", noted_on=date(2026, 4, 28))
    second = Finding(id=4, theme="besoins", position=1, answer="Tr", noted_on=date(2026, 4, 28))
    merged = ChangeSet("a", (RowChange(Finding, 4, empty, first),), 0.0, True).merged_with(
        ChangeSet("a", (RowChange(Finding, 4, first, second),), 1.0, True)
    )
    assert (one(merged).before, one(merged).after) == (empty, second)


def test_who_was_added_by_the_first_key_goes_with_it() -> None:
    added = ChangeSet(
        "Qui",
        (
            RowChange(Person, 1, None, Person(id=1, last_name="R")),
            RowChange(Referent, 1, Referent(id=1), Referent(id=1, person_id=1)),
        ),
        0.0,
        True,
    )
    merged = added.merged_with(typed("R", "Ro", at=1.0))
    assert merged is not None
    assert [change.before for change in merged.changes] == [None, Referent(id=1)]
    assert merged.changes[0].after == Person(id=1, last_name="Ro")
    first_name = RowChange(Person, 1, Person(id=1, last_name="R"), Person(id=1, last_name="R", first_name="N"))
    assert added.merged_with(ChangeSet("Qui", (first_name,), 1.0, True)) is None


def test_what_a_change_touched() -> None:
    changed = Person(id=1, last_name="Roche", notes="a")
    assert RowChange(Person, 1, ROCHE, changed).touched() == {"notes"}
    assert RowChange(Person, 1, None, ROCHE).touched() >= {"last_name"}
    assert "first_name" not in RowChange(Person, 1, None, ROCHE).touched()
    assert RowChange(Person, 1, ROCHE, None).touched() == frozenset()


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_undo_and_redo_walk_one_line(acts: list[str]) -> None:
    """Against the plainest model there is: a list of steps and a place in it."""
    history, steps, place = History(), list[str](), 0
    for number, act in enumerate(acts):
        if act == "do":
            steps = [*steps[:place], f"Pas {number}"]
            place += 1
            history.add(ChangeSet(f"Pas {number}", (RowChange(Person, number, None, ROCHE),)))
        elif act == "undo" and place:
            assert history.to_undo().label == steps[place - 1]
            history.undone()
            place -= 1
        elif act == "redo" and place < len(steps):
            assert history.to_redo().label == steps[place]
            history.redone()
            place += 1
        assert history.undo_label() == (steps[place - 1] if place else None)
        assert history.redo_label() == (steps[place] if place < len(steps) else None)


def test_taking_back_goes_through_the_rows_in_the_opposite_order() -> None:
    change: Any = ChangeSet("x", (RowChange(Person, 1, None, ROCHE), RowChange(Person, 2, ROCHE, None)))
    back = change.inverted()
    assert [(row.id, row.before, row.after) for row in back.changes] == [(2, None, ROCHE), (1, ROCHE, None)]
    assert back.inverted().changes == change.changes


def copied(person: Person) -> Person:
    """A record as it is read anew: equal, with texts of its own."""
    return replace(person, last_name="".join(list(person.last_name)), notes=person.notes[:1] + person.notes[1:])


def saved(number: int, before: Person, note: str) -> tuple[ChangeSet, Person]:
    read = copied(before)
    after = replace(read, notes=note)
    return ChangeSet(f"Pas {number}", (RowChange(Person, 1, read, after),), float(number)), after


def test_five_thousand_saves_of_a_long_note_stay_within_twenty_megabytes() -> None:
    history, person = History(), Person(id=1, last_name="Roche")
    tracemalloc.start()
    for number in range(5000):
        step, person = saved(number, person, f"{number} " + "é" * 20_000)
        history.add(step)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert history.bytes <= MOST_BYTES
    assert taken < MOST_BYTES * 1.1
    assert taken > MOST_BYTES * 0.8, "what is counted is what is taken"
    kept = 0
    while history.undo_label():
        change = history.to_undo().changes[0]
        assert change.before == person
        person = change.after
        history.undone()
        kept += 1
    assert kept > 900
    assert history.cut == 5000 - kept
    while history.redo_label():
        history.redone()
    assert history.undo_label() == "Pas 4999"


def test_small_edits_beside_a_long_note_hold_it_once() -> None:
    history, person = History(), Person(id=1, notes="é" * 1_000_000)
    for number in range(1000):
        read = copied(person)
        person = replace(read, last_name=str(number))
        history.add(ChangeSet("Nom", (RowChange(Person, 1, read, person),)))
    assert history.bytes < 3_000_000
    assert history.cut is None


def test_a_step_larger_than_all_the_memory_can_still_be_undone() -> None:
    history = History(1000)
    history.add(typed("", "a", merges=False))
    history.add(
        ChangeSet("Import", tuple(RowChange(Person, n, None, Person(id=n, notes="x" * 500)) for n in range(99)), 7.0)
    )
    assert history.undo_label() == "Import"
    assert history.cut == 7.0
    history.undone()
    assert history.undo_label() is None
    history.clear()
    assert (history.cut, history.bytes) == (None, 0)


@given(st.lists(st.sampled_from(["do", "type", "undo", "redo", "forget"]), max_size=60))
def test_what_is_counted_is_what_is_held(acts: list[str]) -> None:
    history = History(30_000)
    person = Person(id=1)
    for number, act in enumerate(acts):
        if act in ("do", "type"):
            read = copied(person)
            person = replace(read, notes=f"{number}" * 1000)
            history.add(ChangeSet("x", (RowChange(Person, 1, read, person),), float(number), act == "type"))
        elif act == "undo" and history.undo_label():
            person = history.to_undo().changes[0].after
            history.undone()
        elif act == "redo" and history.redo_label():
            person = history.to_redo().changes[0].after
            history.redone()
        elif act == "forget" and history.undo_label():
            history.forget_undo()
        assert history.bytes <= 30_000 or history.undo_label()
    history.clear()
    assert history.bytes == 0


def test_somebody_who_never_stops_is_undone_sentence_by_sentence() -> None:
    history, text, at = History(), "", 0.0
    for words in ("Le local ", "est libre. ", "La clé ", "est chez ", "le voisin. ", "Il faut ", "la demander"):
        at += 3
        history.add(typed(text, text + words, at=at))
        text += words
    taken = []
    while history.undo_label() is not None:
        taken.append(history.to_undo().changes[0].after.last_name)
        history.undone()
    assert taken == ["Le local est libre. La clé est chez le voisin. ", "Le local est libre. ", ""]


def test_a_step_never_is_a_quarter_of_an_hour() -> None:
    history, text = History(), ""
    for count in range(300):
        history.add(typed(text, text + "mot ", at=count * 3.0))
        text += "mot "
    steps = 0
    while history.undo_label() is not None:
        before = history.to_undo().changes[0].before.last_name
        after = history.to_undo().changes[0].after.last_name
        assert len(before) - len(after) <= 22 * 4
        history.undone()
        steps += 1
    assert steps >= 14
