"""After damage: the last good copy is found and taken again, what can be read is recovered, the damaged file is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from msp_desktop.db.copies import back_up
from msp_desktop.db.damage import DamagedError, problems
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.salvage import schema_pages
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.paths import backups_folder
from msp_desktop.services.dossiers import new_dossier
from msp_desktop.services.recovery import good_copies, last_good_copy, recover, set_aside, take_again
from tests.conftest import NOW
from tests.dossiers import COMMUNE, open_sample

DAY = date(2026, 5, 12)
PAGE = 4096


def everything(store: Store) -> dict[type, list[object]]:
    return {record: list(store.reader.all(record)) for record in RECORDS}


@pytest.fixture
def whole(tmp_path: Path) -> tuple[Path, dict[type, list[object]]]:
    """The sample with twelve people more, closed; what is in it."""
    store = open_sample(tmp_path / "dossiers")
    with store.write("Ajouter") as tx:
        for number in range(12):
            tx.insert(Person(last_name=f"Zoubiline {number}", notes="longuement " * 60))
    known = everything(store)
    close_dossier(store)
    return store.path, known


def copied(path: Path) -> None:
    store = open_dossier(path)
    back_up(store.connection, backups_folder(), path.stem, NOW)
    close_dossier(store)


def root_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (table,)).fetchone()[0])


def leaves_of(path: Path, table: str) -> list[int]:
    content, root = path.read_bytes(), root_of(path, table)
    page = content[(root - 1) * PAGE : root * PAGE]
    if page[0] == 13:
        return [root]
    count = int.from_bytes(page[3:5], "big")
    cells = [int.from_bytes(page[at : at + 2], "big") for at in range(12, 12 + 2 * count, 2)]
    return [int.from_bytes(page[at : at + 4], "big") for at in (*cells, 8)]


def zero(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def test_the_last_good_copy_is_the_newest_that_is_whole(whole: tuple[Path, object]) -> None:
    path, _known = whole
    assert last_good_copy(path) is None
    copied(path)
    copied(path)
    newest, oldest = good_copies(path)
    newest.path.write_bytes(newest.path.read_bytes()[:-PAGE])
    good = last_good_copy(path)
    assert good is not None
    assert (good.path, good.day, good.counts[Commune]) == (oldest.path, 37, 1)
    assert good.made_at == NOW


def test_the_copies_of_another_commune_are_not_taken_for_this_one_s(tmp_path: Path) -> None:
    paths = []
    for place, commune in (("aubusson", "Aubusson"), ("abymes", "Les Abymes")):
        store = new_dossier(tmp_path / place / "mairie.msp100", replace(COMMUNE, name=commune))
        with store.write("Nommer") as tx:
            tx.update(1, Change(Commune, name=commune))
        close_dossier(store)
        paths.append(store.path)
    ours, theirs = paths
    copied(theirs)
    assert last_good_copy(ours) is None
    copied(ours)
    copied(theirs)
    good = last_good_copy(ours)
    assert good is not None
    assert good.commune == "Aubusson"
    zero(ours, root_of(ours, "commune"))
    assert [copy.commune for copy in good_copies(ours)] == []  # nothing in it tells whose it is any more


def test_the_copies_of_a_dossier_renamed_since_are_found(whole: tuple[Path, object]) -> None:
    path, _known = whole
    copied(path)
    renamed = path.rename(path.with_name("la santé chez nous.msp100"))
    zero(renamed, root_of(renamed, "person"))
    good = last_good_copy(renamed)
    assert good is not None
    assert good.commune == "Saint-Exemple"


def test_a_copy_taken_again_stands_in_the_dossier_s_place_and_the_damaged_file_is_kept(
    whole: tuple[Path, dict[type, list[object]]],
) -> None:
    path, known = whole
    copied(path)
    zero(path, 1)
    damaged = path.read_bytes()
    good = last_good_copy(path)
    assert good is not None
    kept = take_again(path, good.path, DAY)
    assert kept == path.with_name("saint-exemple_abime_2026-05-12.msp100")
    assert kept.read_bytes() == damaged
    store = open_dossier(path)
    assert everything(store) == known
    close_dossier(store)


def test_the_same_damage_is_kept_once_a_day_and_another_beside_it(whole: tuple[Path, object]) -> None:
    path, _known = whole
    first = set_aside(path, DAY)
    assert set_aside(path, DAY) == first
    other = path.read_bytes()[:-1]
    path.unlink()  # as what takes its place does
    path.write_bytes(other)
    second = set_aside(path, DAY)
    assert second is not None
    assert second != first
    assert len(list(path.parent.glob("*_abime_*"))) == 2


def test_a_journal_beside_the_damaged_file_is_not_played_into_what_takes_its_place(whole: tuple[Path, object]) -> None:
    path, _known = whole
    copied(path)
    good = last_good_copy(path)
    assert good is not None
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\xff" * 4096)
    take_again(path, good.path, DAY)
    assert not journal.exists()
    store = open_dossier(path)
    assert problems(store.connection) == []
    close_dossier(store)


def test_a_lost_page_costs_its_rows_and_no_other(whole: tuple[Path, dict[type, list[object]]]) -> None:
    path, known = whole
    leaves = leaves_of(path, "person")
    assert len(leaves) > 2
    zero(path, leaves[1])
    found = recover(path, path.with_name("retrouve.msp100"), DAY)
    people = {person.id: person for person in known[Person]}  # type: ignore[attr-defined]
    assert 0 < len(found.records[Person]) < len(people)
    assert found.records[Person].items() <= people.items()
    assert found.wholes[Person] == len(people), "the sums say how many there were"
    assert {kind: list(rows.values()) for kind, rows in found.records.items() if kind in (Commune,)} == {
        Commune: known[Commune]
    }
    store = open_dossier(found.path)
    assert problems(store.connection) == []
    close_dossier(store)
    assert path.exists(), "the damaged file stays"


@pytest.mark.parametrize("what", ["a leaf", "the schema", "the table's root"])
def test_what_is_lost_and_not_newer_than_the_copy_comes_back_exactly(
    whole: tuple[Path, dict[type, list[object]]], what: str
) -> None:
    path, known = whole
    copied(path)
    zero(
        path,
        {"a leaf": leaves_of(path, "person")[1], "the schema": 1, "the table's root": root_of(path, "person")}[what],
    )
    found = recover(path, path, DAY, last_good_copy(path))
    assert {kind: list(rows.values()) for kind, rows in found.records.items()} == known
    assert found.kept is not None
    assert found.kept.exists()
    assert not any(found.from_copy.values())
    store = open_dossier(path)
    assert everything(store) == known
    close_dossier(store)


def test_a_bit_that_flipped_in_a_word_is_turned_back_without_any_copy(
    whole: tuple[Path, dict[type, list[object]]],
) -> None:
    path, known = whole
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Zoubiline 7", b"Zoubilioe 7"))  # n and o differ by one bit
    found = recover(path, path, DAY)
    assert list(found.records[Person].values()) == known[Person]
    assert sum(map(len, found.proved.values())) == 1
    assert found.unsure == ()


def test_words_spoilt_beyond_that_are_kept_and_said_to_be_unsure(whole: tuple[Path, object]) -> None:
    path, _known = whole
    path.write_bytes(path.read_bytes().replace(b"Zoubiline 7", b"\xff\xfeXXXXXXX 7"))
    found = recover(path, path, DAY)
    assert found.unsure == (Person,)
    assert any(person.last_name == "��XXXXXXX 7" for person in found.records[Person].values())


def test_what_is_newer_than_the_copy_is_told(whole: tuple[Path, object]) -> None:
    path, _known = whole
    copied(path)
    store = open_dossier(path)
    with store.write("Ajouter") as tx:
        new = tx.insert(Person(last_name="Nouvelle"))
    close_dossier(store)
    found = recover(path, path, DAY, last_good_copy(path))
    assert {kind: ids for kind, ids in found.added.items() if ids} == {Person: {new.id}}


def test_a_stranger_s_view_in_a_table_s_place_is_not_read(whole: tuple[Path, dict[type, list[object]]]) -> None:
    """It would count for ever."""
    path, known = whole
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DROP TABLE person")
        raw.execute(
            "CREATE VIEW person AS WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL SELECT id+1 FROM c) SELECT * FROM c"
        )
        raw.commit()
    found = recover(path, path, DAY)
    assert found.records[Person] == {}
    assert list(found.records[Commune].values()) == known[Commune]


def test_a_file_in_which_nothing_can_be_read_is_said_to_be_so_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "rien.msp100"
    path.write_bytes(b"SQLite format 3\0" + b"\x7f" * 40_000)
    with pytest.raises(DamagedError, match=r"Rien|Nothing"):
        recover(path, path, DAY)
    assert [one.name for one in tmp_path.iterdir()] == ["rien.msp100"]


def test_a_file_cut_before_the_end_of_its_list_of_tables_gives_what_is_left(
    whole: tuple[Path, dict[type, list[object]]],
) -> None:
    path, known = whole
    content = path.read_bytes()
    path.write_bytes(content[: max(schema_pages(content)) * PAGE + 100])
    assert last_good_copy(path) is None
    found = recover(path, path, DAY)
    assert list(found.records[Action].values()) == known[Action]
    assert list(found.records[Meeting].values()) == known[Meeting]
    close_dossier(open_dossier(path))
