"""Safe copies: numbered, proven before they are trusted, put back whole."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from msp_desktop.db.copies import back_up, copies_in, copy_aside, problems, restore, verified, write_copy
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from tests.conftest import NOW


def add(store: Store, name: str) -> None:
    with store.write("Ajouter") as tx:
        tx.insert(Person(last_name=name))


def names(path: Path) -> list[str]:
    store = open_dossier(path)
    found = [person.last_name for person in store.reader.all(Person)]
    close_dossier(store)
    return found


def test_a_copy_has_the_next_number_its_day_and_a_proof(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    first, second = (back_up(store.connection, folder, "essai", NOW) for _time in range(2))
    assert first.name.startswith("essai_0001_2026-04-28_14h32_")
    assert [(copy.number, copy.made_at) for copy in copies_in(folder, "essai")] == [
        (2, datetime(2026, 4, 28, 14, 32)),
        (1, datetime(2026, 4, 28, 14, 32)),
    ]
    assert sorted(path.name for path in folder.iterdir()) == sorted([first.name, second.name])
    assert verified(first)
    assert verified(second)


def test_copies_of_another_dossier_are_not_ours(store: Store, tmp_path: Path) -> None:
    for name in ("essai", "essai_deux", "essai[1]"):
        back_up(store.connection, tmp_path / "c", name, NOW)
    assert [len(copies_in(tmp_path / "c", name)) for name in ("essai", "essai_deux", "essai[1]", "autre")] == [
        1,
        1,
        1,
        0,
    ]


def test_a_clock_that_went_back_deletes_no_copy(store: Store, tmp_path: Path) -> None:
    for number in range(4):
        back_up(store.connection, tmp_path, "essai", NOW - timedelta(365 * number))
    assert [copy.number for copy in copies_in(tmp_path, "essai")] == [4, 3, 2, 1]


def test_a_copy_set_aside_never_takes_the_place_of_another(store: Store) -> None:
    one = copy_aside(store.connection, store.path, reason="avant")
    two = copy_aside(store.connection, store.path, reason="avant")
    assert [one.name, two.name] == ["saint-essai_avant.msp100", "saint-essai_avant_2.msp100"]


def test_a_copy_holds_the_moment_it_was_made(store: Store, tmp_path: Path) -> None:
    add(store, "Avant")
    write_copy(store.connection, tmp_path / "copie.msp100")
    add(store, "Après")
    assert names(tmp_path / "copie.msp100") == ["Avant"]


@pytest.mark.posix("permissions of its own")
def test_a_copy_is_its_owner_s_alone(store: Store, tmp_path: Path) -> None:
    copy = back_up(store.connection, tmp_path / "c", "essai", NOW)
    assert os.stat(copy).st_mode & 0o077 == 0


def test_what_is_no_copy_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "x.msp100").write_bytes(b"")
    assert not verified(tmp_path / "x.msp100")
    assert not verified(tmp_path / "absent.msp100")


@pytest.mark.parametrize("there", [True, False])
def test_a_copy_is_put_back_whole_whether_the_dossier_is_there_or_not(
    store: Store, tmp_path: Path, there: bool
) -> None:
    add(store, "Avant")
    copy = back_up(store.connection, tmp_path / "c", "essai", NOW)
    add(store, "Après")
    path = store.path
    close_dossier(store)
    target = path if there else tmp_path / "ailleurs" / "x.msp100"
    restore(copy, target)
    assert names(target) == ["Avant"]
    assert verified(copy)


def test_a_damaged_copy_changes_nothing(store: Store, tmp_path: Path) -> None:
    copy = back_up(store.connection, tmp_path / "c", "essai", NOW)
    add(store, "Après")
    path = store.path
    close_dossier(store)
    copy.write_bytes(copy.read_bytes()[:-100])
    before = path.read_bytes()
    with pytest.raises(UserError, match=copy.name):
        restore(copy, path)
    assert path.read_bytes() == before


def test_a_sound_dossier_has_no_problem_and_a_broken_reference_is_one(store: Store) -> None:
    assert problems(store.connection) == []
    store.connection.execute("PRAGMA foreign_keys=OFF")
    store.connection.execute(
        "INSERT INTO attendance (id, meeting_id, person_id, position, reply, present, note) VALUES (1, 99, 98, 1, 'none', 'unknown', '')"
    )
    assert any("attendance" in problem for problem in problems(store.connection))
