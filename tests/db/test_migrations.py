"""A dossier of the first version, as one was written then, opens today with everything in it."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.engine import SCHEMA_VERSION
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.errors import UserError
from tests.disk import no_file_beyond

FEDERATION = ("name", "full_name", "phone", "email", "website", "contact")
FIRST = Path(__file__).parents[1] / "data" / "dossier-r1.msp100.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


def shape(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return each table's columns (name, type, required, default), references, indexes and what is unique in it."""
    with closing(sqlite3.connect(path)) as raw:
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
        return {
            table: sorted(map(repr, (row[1:6] for row in raw.execute(f"PRAGMA table_info({table})"))))
            + sorted(repr(row[2:]) for row in raw.execute(f"PRAGMA foreign_key_list({table})"))
            + sorted(row[1] for row in raw.execute(f"PRAGMA index_list({table})") if row[3] == "c")
            + sorted(
                repr((row[2], [part[2] for part in raw.execute(f"PRAGMA index_info({row[1]})")]))
                for row in raw.execute(f"PRAGMA index_list({table})").fetchall()
            )
            for table in tables
        }


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {table: [dict(row) for row in raw.execute(f"SELECT * FROM {table}")] for table in tables}


def as_shown(tables: dict[str, list[dict[str, object]]], table: str, row: dict[str, object]) -> dict[str, object]:
    """Return a row with the names of the people linked to it where they stood as text, and what moved to another table."""
    people = {person["id"]: person for person in tables["person"]}
    linked = [people[link["person_id"]] for link in tables["assignment"] if link.get(f"{table}_id") == row["id"]]
    words = [" ".join(filter(None, (str(p["civility"]), str(p["first_name"]), str(p["last_name"])))) for p in linked]
    bodies = [name or str(person["organisation"]) for name, person in zip(words, linked, strict=True)]
    column = {"action": "assignee", "exchange": "with_whom"}.get(table, "person")
    if table == "commune":
        (moved,) = tables["federation_correction"] or [dict.fromkeys(FEDERATION)]
        return row | {f"federation_{name}": moved[name] or "" for name in FEDERATION}
    if table not in ("action", "objective", "communication", "next_step", "exchange"):
        return row
    shown = {**row, column: ", ".join(filter(None, (*bodies, str(row[column]))))}
    return shown | ({"person_id": linked[0]["id"] if linked else None} if table == "exchange" else {})


def without_the_new_mission(missions: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return the missions as they stood before « soutenir les professionnels » had a line of its own."""
    new = [row for row in missions if row["kit_code"] == "soutenir"]
    if not new:
        return missions
    place = int(str(new[0]["position"]))
    kept = [row for row in missions if row not in new]
    return [{**row, "position": int(str(row["position"])) - (int(str(row["position"])) > place)} for row in kept]


def test_it_opens_with_every_word_and_a_copy_set_aside(old: Path) -> None:
    before = rows(old)
    store = open_dossier(old)
    uid = store.reader.one(Commune, 1).uid
    assert store.reader.all(ProducedDocument) == []
    assert store.reader.all(Sending) == []
    close_dossier(store)
    assert len(uid) == 36
    after = rows(old)
    assert after["alembic_version"] == [{"version_num": f"r{SCHEMA_VERSION}"}]
    for table, kept in before.items():
        if table == "alembic_version":
            continue
        shown = [as_shown(after, table, row) for row in after[table]]
        if table == "mission":
            shown = without_the_new_mission(shown)
        assert [{name: row[name] for name in kept[0]} for row in shown] == kept if kept else not after[table]
    aside = old.with_name("ancien_avant-mise-a-jour.msp100")
    assert rows(aside) == before


def test_it_has_the_same_tables_as_a_dossier_made_today(old: Path, tmp_path: Path) -> None:
    close_dossier(open_dossier(old))
    close_dossier(create_dossier(tmp_path / "neuf.msp100"))
    assert shape(old) == shape(tmp_path / "neuf.msp100")


def test_two_dossiers_never_share_a_name_in_calendars(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre.msp100"
    other.write_bytes(gzip.decompress(FIRST.read_bytes()))
    names = set()
    for path in (old, other):
        store = open_dossier(path)
        names.add(store.reader.one(Commune, 1).uid)
        close_dossier(store)
    assert len(names) == 2


def asides(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*avant-mise-a-jour*"))


@pytest.mark.posix("a limit on the size of files")
@pytest.mark.parametrize("room", [0, 4_000, 100_000, 200_000, 262_144, 270_000, 300_000])
def test_a_disk_that_fills_while_migrating_is_a_sentence_and_the_file_stays_as_it_was(old: Path, room: int) -> None:
    before = old.read_bytes()
    for _attempt in range(3):
        with no_file_beyond(room), suppress(UserError):
            close_dossier(open_dossier(old))
            return  # there was room enough
        assert old.read_bytes() == before
        assert len(asides(old)) <= 1
        assert {entry.suffix for entry in old.parent.iterdir()} <= {".msp100"}
    close_dossier(open_dossier(old))
    assert len(asides(old)) == 1
    assert asides(old)[0].stat().st_mode & 0o777 == 0o600


def test_another_content_gets_its_own_copy_and_the_same_one_does_not(old: Path) -> None:
    first = old.read_bytes()
    close_dossier(open_dossier(old))
    old.write_bytes(first)
    close_dossier(open_dossier(old))
    assert len(asides(old)) == 1
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript("PRAGMA user_version=1")
    old.write_bytes(first)
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("UPDATE commune SET name='Autre'")
        raw.commit()
    close_dossier(open_dossier(old))
    assert len(asides(old)) == 2


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("UPDATE alembic_version SET version_num='r99'", "n’est pas tel"),
        ("UPDATE alembic_version SET version_num='r2'", "abîmé|n’est pas tel"),
        ("UPDATE alembic_version SET version_num='été'", "abîmé|n’est pas tel"),
        ("DELETE FROM alembic_version", "abîmé|n’est pas tel"),
        ("INSERT INTO alembic_version VALUES ('r0')", "abîmé|n’est pas tel"),
        ("DROP TABLE alembic_version", "abîmé|n’est pas tel"),
        ("DROP TABLE exchange", "abîmé|n’est pas tel"),
        ("ALTER TABLE person RENAME COLUMN civility TO title", "abîmé|n’est pas tel"),
        ("CREATE TABLE sending (x)", "abîmé|n’est pas tel"),
        ("PRAGMA user_version=2", "abîmé|n’est pas tel"),
    ],
)
def test_a_file_whose_version_or_tables_are_not_what_they_say_is_refused_in_a_sentence(
    old: Path, change: str, word: str
) -> None:
    with closing(sqlite3.connect(old)) as raw:
        raw.execute(change)
        raw.commit()
    before = old.read_bytes()
    with pytest.raises(UserError, match=word):
        open_dossier(old)
    assert old.read_bytes() == before
