"""Somebody deleted everywhere is in no byte of the dossier nor of its copies, which stay whole; nobody else goes."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from msp_desktop.db.copies import State, copies_in, copy_of, state_of
from msp_desktop.db.copies.names import owner_of
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.services import copy_notes, dossiers
from msp_desktop.services.copies import folders, local_folder
from msp_desktop.services.copy_list import look_at
from msp_desktop.services.forgetting import copies_of, elsewhere, forget, wanted
from msp_desktop.services.people import add_person, delete_person, update_person
from msp_desktop.services.timeline import update_action
from msp_desktop.services.traces import Chosen
from tests.conftest import NOW, TODAY


def copied(store: Store, days_ago: int) -> None:
    dossiers.safe_copy(store, NOW - timedelta(days_ago))


def files() -> list[Path]:
    return sorted(path for folder in folders() for path in folder.glob("*.msp100"))


def names_in(path: Path) -> set[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
        return {f"{first} {last}".strip() for first, last in raw.execute("SELECT first_name, last_name FROM person")}


@pytest.fixture
def claire(store: Store) -> Person:
    person = add_person(
        store, Person(civility="Mme", first_name="Claire", last_name="Duval", email="c.duval@exemple.fr")
    )
    add_person(store, Person(first_name="Luc", last_name="Morel"))
    update_action(store, 3, Change(Action, notes="Voir Mme Claire Duval à l’officine."))
    for day in (3, 2, 1):
        update_action(store, 4, Change(Action, notes=f"Il y a {day} jours"))
        copied(store, day)
    return person


def test_no_byte_of_the_dossier_nor_of_a_copy_tells_of_them(store: Store, claire: Person) -> None:
    before = files()
    assert len(before) == 6
    assert all(b"Duval" in path.read_bytes() for path in before)
    done = forget(store, [claire.id])
    assert (done.rewritten, done.left) == (3, ())
    after = files()
    assert len(after) == 6
    for path in (*after, store.path):
        content = path.read_bytes()
        for word in (b"Duval", b"Claire", b"c.duval"):
            assert word not in content, path
        assert b"Morel" in content
    assert {state_of(path) for path in after} == {State.PROVED}
    told = [(copy.number, copy.day, copy.made_at, copy.owner) for copy in map(copy_of, before) if copy]
    assert told == [(copy.number, copy.day, copy.made_at, copy.owner) for copy in map(copy_of, after) if copy]


def test_a_copy_that_says_nothing_of_them_is_left_to_the_byte(store: Store) -> None:
    add_person(store, Person(last_name="Morel"))
    copied(store, 2)
    kept = {path: path.read_bytes() for path in files()}
    claire = add_person(store, Person(first_name="Claire", last_name="Duval"))
    copied(store, 1)
    assert forget(store, [claire.id]).rewritten == 1
    assert {path: path.read_bytes() for path in kept} == kept


def test_undo_brings_them_back_into_the_dossier_and_not_into_the_copies(store: Store, claire: Person) -> None:
    forget(store, [claire.id])
    store.undo()
    assert store.reader.one(Person, claire.id) == claire
    assert "Mme Claire Duval" in store.reader.one(Action, 3).notes
    assert not any(b"Duval" in path.read_bytes() for path in files())
    store.redo()
    assert store.reader.find(Person, id=claire.id) is None


def test_a_rewritten_copy_opens_and_is_the_same_but_for_them(store: Store, claire: Person) -> None:
    forget(store, [claire.id])
    newest = copies_in(local_folder(), store.path.stem)[0]
    seen = look_at(newest.path)
    try:
        assert [person.last_name for person in seen.reader.all(Person)] == ["Morel"]
        assert seen.reader.one(Action, 4).notes == "Il y a 1 jours"
        assert seen.reader.one(Action, 3).notes == "Voir (nom effacé) à l’officine."
    finally:
        seen.close()


def test_a_namesake_who_stays_stays_in_the_copies(store: Store, claire: Person) -> None:
    other = add_person(store, Person(first_name="Claire", last_name="Duval", function="maire déléguée"))
    copied(store, 0)
    forget(store, [claire.id])
    newest = copies_in(local_folder(), store.path.stem)[0]
    assert names_in(newest.path) == {"Claire Duval", "Luc Morel"}
    assert store.reader.one(Person, other.id).function == "maire déléguée"


def test_somebody_whose_id_served_before_is_not_deleted_from_the_copies(store: Store) -> None:
    gone = add_person(store, Person(first_name="Anne", last_name="Petit"))
    copied(store, 2)
    delete_person(store, gone.id)
    store.history.clear()
    claire = add_person(store, Person(first_name="Claire", last_name="Duval"))
    assert claire.id == gone.id
    copied(store, 1)
    assert forget(store, [claire.id]).rewritten == 1
    assert [names_in(copy.path) for copy in copies_in(local_folder(), store.path.stem)] == [set(), {"Anne Petit"}]


@pytest.mark.parametrize(
    "then",
    [
        {"last_name": "Duvall"},
        {"first_name": "Clair"},
        {"last_name": "Martin"},
        {"first_name": "", "last_name": "Duval"},
    ],
)
def test_their_name_as_it_was_in_a_copy_is_theirs(store: Store, then: dict[str, str]) -> None:
    now = {"first_name": "Claire", "last_name": "Duval"}
    claire = add_person(store, Person(**now | then))
    copied(store, 2)
    update_person(store, claire.id, Change(Person, **now))
    copied(store, 1)
    forget(store, [claire.id])
    assert {name for path in files() for name in names_in(path)} == set()


def test_who_was_two_entries_once_is_deleted_twice_from_that_copy(store: Store, claire: Person) -> None:
    double = add_person(store, Person(first_name="claire", last_name="DUVAL"))
    copied(store, 0)
    delete_person(store, double.id)
    forget(store, [claire.id])
    assert names_in(copies_in(local_folder(), store.path.stem)[0].path) == {"Luc Morel"}


def test_a_copy_that_cannot_be_read_is_told_with_where_it_lies(store: Store, claire: Person) -> None:
    spoilt = copies_in(local_folder(), store.path.stem)[0].path
    content = bytearray(spoilt.read_bytes())
    content[len(content) // 2] ^= 0xFF
    spoilt.write_bytes(content)
    done = forget(store, [claire.id])
    assert [str(spoilt) in words and "abîmé" in words for words in done.left] == [True]
    assert store.reader.find(Person, id=claire.id) is None


def test_copies_of_a_dossier_renamed_are_rewritten_those_of_another_are_not(
    store: Store, claire: Person, sample: Store
) -> None:
    copied(sample, 1)
    theirs = {path: path.read_bytes() for path in files() if "saint-exemple" in path.name}
    for folder in folders():
        for path in folder.glob("saint-essai_*"):
            path.rename(path.with_name(path.name.replace("saint-essai", "ancien-nom")))
    assert len(copies_of(wanted(store, [claire.id])).entries) == 3
    assert forget(store, [claire.id]).rewritten == 3
    assert {path: path.read_bytes() for path in theirs} == theirs


def test_what_is_not_rewritten_is_told_a_stick_and_other_files_of_the_dossier(store: Store, claire: Person) -> None:
    assert elsewhere(wanted(store, [claire.id])) == ()
    other = store.path.with_name("copie-du-maire.msp100")
    other.write_bytes(files()[0].read_bytes())
    copy_notes.note_stick(owner_of(store.reader.one(Commune, 1).uid), TODAY)
    stick, file = elsewhere(wanted(store, [claire.id]))
    assert "28 avril 2026" in stick.replace("\u00a0", " ")
    assert str(other) in file


def test_several_at_once_go_in_one_step(store: Store, claire: Person) -> None:
    ids = [person.id for person in store.reader.all(Person)]
    forget(store, ids, Chosen(texts=False))
    assert store.reader.all(Person) == []
    assert "Mme Claire Duval" in store.reader.one(Action, 3).notes, "texts were not chosen"
    assert {name for path in files() for name in names_in(path)} == set()
    store.undo()
    assert [person.id for person in store.reader.all(Person)] == ids


def test_a_folder_of_copies_that_cannot_be_read_is_told(
    store: Store, claire: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mur").write_text("un fichier", encoding="utf-8")
    monkeypatch.setenv("SANTE100JOURS_DOCUMENTS", str(tmp_path / "mur"))
    done = forget(store, [claire.id])
    assert done.rewritten == 3
    assert [str(tmp_path / "mur") in words for words in done.left] == [True]


def test_a_folder_of_copies_whose_place_cannot_be_told_is_told_too(
    store: Store, claire: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def lost() -> Path:
        raise OSError(5, "Input/output error", str(tmp_path / "Documents"))

    monkeypatch.setattr("msp_desktop.services.copies.backups_path", lost)
    done = forget(store, [claire.id])
    assert [str(tmp_path / "Documents") in words for words in done.left] == [True]


def test_a_copy_on_a_disk_that_does_not_answer_is_told(
    store: Store, claire: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    exists = Path.exists

    def silent(path: Path, **options: bool) -> bool:
        if path.suffix == ".msp100" and "_0002_" in path.name:
            raise OSError(5, "Input/output error", str(path))
        return exists(path, **options)

    monkeypatch.setattr(Path, "exists", silent)
    done = forget(store, [claire.id])
    assert done.rewritten == 2
    assert ["_0002_" in words for words in done.left] == [True]


@pytest.mark.parametrize("revision", [1, 2])
def test_the_file_kept_before_an_update_is_told_however_old_and_another_town_s_is_not(
    tmp_path: Path, revision: int
) -> None:
    """Version 1.0.0 gave its dossiers no name of their own: their commune tells whose they are."""
    path = tmp_path / "commune.msp100"
    content = gzip.decompress((Path(__file__).parents[1] / "data" / f"dossier-r{revision}.msp100.gz").read_bytes())
    for file in (path, tmp_path / "voisine.msp100"):
        file.write_bytes(content)
    with closing(sqlite3.connect(tmp_path / "voisine.msp100")) as raw:
        raw.execute("UPDATE commune SET name='Voisine'" + (", uid='autre'" if revision > 1 else ""))
        raw.commit()
    store = open_dossier(path)
    try:
        (who,) = (person for person in store.reader.all(Person) if person.last_name == "Fontanel")
        (told,) = elsewhere(wanted(store, [who.id]))
        assert told.startswith(str(tmp_path / "commune_avant-mise-a-jour"))
    finally:
        close_dossier(store)
