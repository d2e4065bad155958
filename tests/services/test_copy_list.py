"""The copies there are, what each holds, looked at and taken again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from msp_desktop.db.copies import State, snapshot, verified
from msp_desktop.db.copies.names import owner_of
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services.copies import local_folder, make_now
from msp_desktop.services.copy_list import (
    described,
    listed,
    look_at,
    owner_of_copy,
    places_words,
    put_beside,
    put_in_place,
    rows_of,
)
from tests.conftest import NOW
from tests.db.copies.test_proof import older


@pytest.fixture
def copy(sample: Store) -> Path:
    """A copy of the sample, on this computer and in Documents."""
    return make_now(snapshot(sample.connection), sample.path.stem, NOW).paths[0]


def add(store: Store, name: str) -> None:
    with store.write("Ajouter") as tx:
        tx.insert(Person(last_name=name))


def test_a_copy_in_two_places_stands_once(sample: Store, copy: Path) -> None:
    make_now(snapshot(sample.connection), sample.path.stem, NOW + timedelta(hours=1))
    entries = listed(sample.path.stem, owner_of(sample.reader.one(Commune, 1).uid))
    assert [entry.copy.number for entry in entries] == [2, 1]
    assert {places_words(entry) for entry in entries} == {"ce PC, Documents"}
    assert listed("autre") == []
    assert len(listed()) == 2


def test_the_same_content_copied_twice_in_a_minute_is_said_to_be_there_once(sample: Store, copy: Path) -> None:
    make_now(snapshot(sample.connection), sample.path.stem, NOW)
    assert [places_words(entry) for entry in listed(sample.path.stem)] == ["ce PC, Documents"]


def test_a_copy_tells_what_it_holds_and_what_changed_since(sample: Store, copy: Path) -> None:
    add(sample, "Un")
    add(sample, "Deux")
    found = described(copy, rows_of(sample.connection))
    assert (found.state, found.commune, found.day) == (State.PROVED, "Saint-Exemple", 37)
    assert "réunion" in found.holds
    assert found.since == "2 personnes"
    assert described(copy).since == ""


def test_a_copy_that_cannot_be_used_says_so(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:-1])
    found = described(copy)
    assert found.state is State.DAMAGED
    assert found.sentence


def test_a_copy_is_looked_at_without_a_trace(sample: Store, copy: Path) -> None:
    before = copy.read_bytes()
    looked = look_at(copy)
    assert looked.read_only
    assert looked.is_copy
    with pytest.raises(UserError), looked.write("Changer") as tx:
        tx.insert(Person(last_name="X"))
    close_dossier(looked)
    assert copy.read_bytes() == before
    assert not [path for path in copy.parent.iterdir() if path.suffix != ".msp100"]


def test_a_copy_of_the_first_revision_is_looked_at_as_today_s(tmp_path: Path) -> None:
    path = older(tmp_path / "ancienne_0001_2026-04-01_09h00.msp100")
    before = path.read_bytes()
    looked = look_at(path)
    assert looked.reader.one(Commune, 1).name
    close_dossier(looked)
    assert [entry.name for entry in tmp_path.glob("ancienne*")] == [path.name]
    assert path.read_bytes() == before


def test_a_copy_put_beside_is_named_apart_and_never_takes_a_name(copy: Path) -> None:
    first, second = put_beside(copy), put_beside(copy)
    assert first.name == "saint-exemple (copie du 28 avril 2026, 14 h 32).msp100"
    assert second.name == "saint-exemple (copie du 28 avril 2026, 14 h 32)_2.msp100"
    close_dossier(open_dossier(second))


def test_a_copy_put_in_place_keeps_what_was_there_among_the_copies(sample: Store, copy: Path) -> None:
    add(sample, "Après")
    owner = owner_of(sample.reader.one(Commune, 1).uid)
    path = sample.path
    close_dossier(sample)
    kept = put_in_place(copy, path, NOW)
    assert kept is not None
    assert kept.parent == local_folder()
    assert verified(kept)
    assert kept in [entry.copy.path for entry in listed(path.stem, owner)]
    again = open_dossier(path)
    assert "Après" not in [person.last_name for person in again.reader.all(Person)]
    close_dossier(again)
    assert owner_of_copy(copy) == owner
