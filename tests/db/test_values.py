"""What no record may hold is told when the dossier is opened, by SQLite itself, before anything of it is fetched."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from time import process_time

import pytest

from msp_desktop.db.admission import LARGEST, objects_wrong
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.damage import problems as structural_problems
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.engine import SCHEMA_VERSION
from msp_desktop.db.values import problems, wrong_table, wrong_table_before
from msp_desktop.domain.limits import ROWS
from msp_desktop.domain.objectives import Objective
from msp_desktop.errors import UserError
from tests.db.hostile import TEXT_TO_READ, UNREADABLE, by_value


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_value_no_dossier_holds_is_told_at_opening_in_one_sentence(path: Path, name: str) -> None:
    UNREADABLE[name](path)
    with closing(sqlite3.connect(path)) as raw:
        assert not objects_wrong(raw, SCHEMA_VERSION), "the tables are ours: only a value is not"
    before, began = path.read_bytes(), process_time()
    with pytest.raises(DamagedError) as refusal:
        open_dossier(path)
    assert process_time() - began < 5
    assert "\n" not in refusal.value.sentence
    assert path.read_bytes() == before


def test_the_way_the_values_are_put_there_changes_nothing_by_itself(path: Path) -> None:
    by_value("SELECT 1")(path)
    close_dossier(open_dossier(path))


@pytest.mark.parametrize(
    "statements",
    [
        "UPDATE person SET last_name=replace(hex(zeroblob(5000)), '0', 'a') WHERE id=1",
        "UPDATE action SET notes=replace(hex(zeroblob(1000000)), '0', 'é') WHERE id=1",
        "UPDATE action SET due_on='0206-05-12', planned_on='2926-05-12' WHERE id=1",
        "UPDATE health_professional SET distance_km=3 WHERE id=1",
    ],
    ids=["long name", "long note", "years mistyped in 1.0.0", "whole number of kilometres"],
)
def test_what_an_earlier_version_let_be_typed_still_opens(path: Path, statements: str) -> None:
    by_value(statements)(path)
    close_dossier(open_dossier(path))


def test_an_earlier_revision_is_looked_at_by_what_its_columns_are_declared(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        assert wrong_table(raw) is None
        assert wrong_table_before(raw) is None, (
            "the sums of revision 4 are numbers of 64 bits, more than any number typed"
        )
        raw.execute("UPDATE content_sum SET digest='hier' WHERE name='person'")
        assert wrong_table_before(raw) == wrong_table(raw) == "content_sum"
        raw.execute("UPDATE content_sum SET digest=0 WHERE name='person'")
        raw.execute("UPDATE exchange SET held_on='hier'")
        assert wrong_table_before(raw) == wrong_table(raw) == "exchange"


@pytest.mark.posix("a count of its memory")
@pytest.mark.slow
def test_a_million_people_are_refused_in_little_time_and_memory(path: Path) -> None:
    by_value(
        "INSERT INTO person(category,civility,form_of_address,first_name,last_name,function,organisation,phone,email,"
        "address,notes) WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<1000000) "
        "SELECT 'other','','','','n'||x,'','','','','','' FROM c"
    )(path)
    import resource

    began, peak = process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(DamagedError):
        open_dossier(path)
    assert process_time() - began < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 100_000


def test_a_sound_dossier_has_no_problem_of_any_revision(tmp_path: Path, path: Path) -> None:
    for kept in sorted((Path(__file__).parents[1] / "data").glob("dossier-r*.msp100.gz")):
        old = tmp_path / "ancien.msp100"
        old.write_bytes(gzip.decompress(kept.read_bytes()))
        with closing(sqlite3.connect(old)) as raw:
            assert problems(raw) == []
    turns: list[None] = []
    with closing(sqlite3.connect(path)) as raw:
        assert problems(raw, lambda: turns.append(None)) == []
    assert turns


@pytest.mark.parametrize("name", TEXT_TO_READ)
def test_a_text_that_only_reading_tells_is_a_problem(path: Path, name: str) -> None:
    TEXT_TO_READ[name](path)
    with closing(sqlite3.connect(path)) as raw:
        assert structural_problems(raw)
        assert name == "text_not_utf8" or problems(raw)


def test_no_more_is_written_than_is_read_again(path: Path) -> None:
    by_value("INSERT INTO objective(id, position, title, person, notes) VALUES (100000, 1, 'x', '', '')")(path)
    store = open_dossier(path)
    with store.write("Un de plus") as tx:
        assert tx.insert(Objective(position=1, title="x")).id == ROWS + 1, "an id tells nothing of how many there are"
    pages, size = (store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("max_page_count", "page_size"))
    assert pages * size <= LARGEST
    close_dossier(store)
    close_dossier(open_dossier(path))


def test_an_id_beyond_what_is_read_again_is_refused_in_a_sentence(path: Path) -> None:
    by_value("INSERT INTO objective(id, position, title, person, notes) VALUES (1000000000, 1, 'x', '', '')")(path)
    store = open_dossier(path)
    with pytest.raises(UserError), store.write("Un de plus") as tx:
        tx.insert(Objective(position=1, title="x"))
    close_dossier(store)
    close_dossier(open_dossier(path))


@pytest.mark.slow
def test_one_row_too_many_is_refused_in_a_sentence(path: Path) -> None:
    by_value(
        "INSERT INTO objective(position, title, person, notes) WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 "
        "FROM c WHERE x<100000-(SELECT count(*) FROM objective)) SELECT x, 'x', '', '' FROM c"
    )(path)
    store = open_dossier(path)
    with pytest.raises(UserError, match="100"), store.write("Un de trop") as tx:
        tx.insert(Objective(position=1, title="x"))
    close_dossier(store)
    close_dossier(open_dossier(path))
