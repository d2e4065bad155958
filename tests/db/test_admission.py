"""Only exactly our tables open: each revision's own, by whatever way a dossier came to it."""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from msp_desktop.db.admission import objects_in, objects_wrong
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.engine import SCHEMA_VERSION, connect
from msp_desktop.db.migrate import migrate
from msp_desktop.errors import UserError
from tests.db.hostile import FOREIGN_SCHEMAS

ROOT = Path(__file__).parents[2]
KEPT = sorted((ROOT / "tests" / "data").glob("dossier-r*.msp100.gz"), key=lambda kept: (len(kept.name), kept.name))


def test_the_list_of_tables_is_what_the_migrations_and_the_dossiers_kept_make() -> None:
    subprocess.run([sys.executable, "tools/schemas.py", "check"], cwd=ROOT, check=True)


def test_there_is_a_dossier_kept_of_each_revision() -> None:
    assert [f"dossier-r{number}.msp100.gz" for number in range(1, SCHEMA_VERSION + 1)] == [kept.name for kept in KEPT]


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.name)
def test_a_dossier_of_each_revision_opens(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    close_dossier(open_dossier(path))
    close_dossier(open_dossier(path))


def test_a_dossier_stopped_at_each_revision_is_admitted_as_that_one_alone(tmp_path: Path) -> None:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(KEPT[0].read_bytes()))
    for revision in range(1, SCHEMA_VERSION + 1):
        with closing(connect(path)) as raw:
            if revision > 1:
                migrate(raw, path, target=revision)
            assert [objects_wrong(raw, other) for other in range(1, SCHEMA_VERSION + 1)] == [
                other != revision for other in range(1, SCHEMA_VERSION + 1)
            ]


def test_a_table_that_a_migration_made_anew_is_ours_in_whatever_order_its_constraints_came(path: Path) -> None:
    """Alembic writes them in the order of a set: two dossiers in a hundred came with the other one."""
    with closing(sqlite3.connect(path)) as raw:
        sql = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'referent'").fetchone()[0]
        columns, *constraints = sql.removesuffix("\n)").split(", \n\tCONSTRAINT ")
        assert len(constraints) == 3
        for order in permutations(constraints):
            raw.execute("PRAGMA writable_schema=ON")
            anew = ", \n\tCONSTRAINT ".join([columns, *order]) + "\n)"
            raw.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'referent'", (anew,))
            assert not objects_wrong(raw, SCHEMA_VERSION)
            other = anew.replace("SET NULL", "CASCADE", 1)
            raw.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'referent'", (other,))
            assert objects_wrong(raw, SCHEMA_VERSION)
            raw.rollback()


@pytest.mark.parametrize("name", FOREIGN_SCHEMAS)
def test_tables_that_are_not_exactly_ours_are_refused_in_a_sentence_and_left_as_they_are(path: Path, name: str) -> None:
    FOREIGN_SCHEMAS[name](path)
    before = hashlib.sha256(path.read_bytes()).digest()
    with pytest.raises(UserError) as refusal:
        open_dossier(path)
    assert "\n" not in refusal.value.sentence
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]


@pytest.mark.parametrize("name", ["trigger_delete", "view_infinite", "text_check", "index_expression"])
def test_an_older_dossier_is_checked_against_its_own_revision_before_it_is_migrated(tmp_path: Path, name: str) -> None:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(KEPT[0].read_bytes()))
    FOREIGN_SCHEMAS[name](path)
    before = path.read_bytes()
    with pytest.raises(UserError):
        open_dossier(path)
    assert path.read_bytes() == before


def test_it_is_refused_on_a_file_that_can_only_be_read_too(path: Path) -> None:
    FOREIGN_SCHEMAS["trigger_delete"](path)
    with closing(connect(path, read_only=True)) as raw:
        assert objects_wrong(raw, SCHEMA_VERSION)


def test_blanks_and_the_quotes_of_a_table_s_name_are_all_that_may_differ(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        before = objects_in(raw)
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute(
            "UPDATE sqlite_master SET sql=replace(replace(sql, 'TABLE person ', 'TABLE \"person\" '), char(10), '  ')"
        )
        assert objects_in(raw) == before
        raw.commit()
    close_dossier(open_dossier(path))


@pytest.mark.parametrize("column", ["type", "name", "tbl_name", "sql"])
def test_a_name_that_damage_made_bytes_is_a_sentence(path: Path, column: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute(f"UPDATE sqlite_master SET {column}=CAST({column} AS BLOB) WHERE name='person'")
        with pytest.raises(UserError):
            objects_in(raw)
