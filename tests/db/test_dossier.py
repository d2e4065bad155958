"""Dossiers as files: made, opened, refused with a sentence, migrated, copied, restored."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from msp_desktop.db import copies, lock_note
from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.engine import SCHEMA_VERSION, connect
from msp_desktop.db.migrate import SCRIPTS, migrate
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from tests.dossiers import COMMUNE

NOW = datetime(2026, 4, 28, 14, 32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = create_dossier(tmp_path / "essai.msp100")
    with store.write("Ajouter") as tx:
        tx.insert(COMMUNE)
        tx.insert(Person(last_name="Roche", notes="n" * 20_000))
    close_dossier(store)
    return tmp_path / "essai.msp100"


def names(path: Path) -> list[str]:
    store = open_dossier(path)
    try:
        return [person.last_name for person in store.reader.all(Person)]
    finally:
        close_dossier(store)


def test_a_closed_dossier_opens_again_with_all_that_was_written(path: Path) -> None:
    assert names(path) == ["Roche"]
    assert sorted(file.name for file in path.parent.glob("*essai*")) == ["essai.msp100"]


def test_a_new_dossier_never_takes_the_place_of_a_file(path: Path) -> None:
    with pytest.raises(UserError, match=r"essai\.msp100"):
        create_dossier(path)
    assert names(path) == ["Roche"]


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 tableur", b"SQLite format 3\x00", b"\x00" * 5000],
    ids=["empty", "zip", "head", "zero"],
)
def test_a_file_that_is_not_a_dossier_is_refused_in_a_sentence_and_left_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "faux.msp100"
    file.write_bytes(content)
    with pytest.raises(UserError):
        open_dossier(file)
    assert file.read_bytes() == content


def test_another_program_s_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "autre.msp100"
    raw = sqlite3.connect(file)
    raw.execute("CREATE TABLE commune (id)")
    raw.commit()
    raw.close()
    with pytest.raises(UserError, match=r"autre\.msp100"):
        open_dossier(file)


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="absent"):
        open_dossier(tmp_path / "absent.msp100")


def test_every_truncation_opens_or_is_refused_in_a_sentence(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    for length in range(0, len(whole), len(whole) // 60):
        cut = tmp_path / "coupe.msp100"
        cut.write_bytes(whole[:length])
        try:
            store = open_dossier(cut)
        except UserError:
            continue
        try:
            store.reader.all(Person)
        except UserError:
            pass
        finally:
            close_dossier(store)


def test_no_flipped_byte_brings_anything_but_a_sentence(path: Path, tmp_path: Path) -> None:
    whole = bytearray(path.read_bytes())
    flipped = tmp_path / "bit.msp100"
    for position in range(0, len(whole), max(1, len(whole) // 300)):
        damaged = bytearray(whole)
        damaged[position] ^= 1 << (position % 8)
        flipped.write_bytes(damaged)
        try:
            store = open_dossier(flipped)
        except UserError:
            continue
        try:
            store.reader.all(Person)
        except UserError:
            pass
        finally:
            close_dossier(store)


def test_a_later_version_s_file_is_refused_and_left_byte_for_byte(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    before = hashlib.sha256(path.read_bytes()).digest()
    with pytest.raises(UserError, match="version"):
        open_dossier(path)
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_second_program_is_told_who_has_the_dossier(path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom msp_desktop.db.dossier import open_dossier\n"
        "store = open_dossier(Path(sys.argv[1]))\nprint('pris', flush=True)\nsys.stdin.read()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert other.stdout is not None
    assert other.stdin is not None
    try:
        assert other.stdout.readline() == "pris\n"
        with pytest.raises(UserError):
            open_dossier(path)
        other.kill()
        other.wait()
        assert lock_note.note_path(path).exists(), "the note stays behind a killed program"
        assert names(path) == ["Roche"], "and stops nobody"
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
        other.stdin.close()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"who": 3}'])
def test_a_strange_lock_note_never_refuses_for_ever(path: Path, note: str) -> None:
    lock_note.note_path(path).write_text(note, encoding="utf-8")
    assert lock_note.sentence(path)
    assert names(path) == ["Roche"]


def test_a_stale_journal_beside_a_restored_file_does_not_bring_the_old_content_back(path: Path, tmp_path: Path) -> None:
    store = open_dossier(path)
    copy = copies.back_up(store.connection, tmp_path / "copies", "essai", NOW)
    with store.write("Après") as tx:
        tx.insert(Person(last_name="Tard"))
    close_dossier(store)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x00" * 600)
    copies.restore(copy, path)
    assert names(path) == ["Roche"]


def test_a_damaged_copy_is_never_restored(path: Path, tmp_path: Path) -> None:
    store = open_dossier(path)
    copy = copies.back_up(store.connection, tmp_path / "copies", "essai", NOW)
    close_dossier(store)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 4
    copy.write_bytes(data)
    assert not copies.verified(copy)
    with pytest.raises(UserError):
        copies.restore(copy, path)
    assert names(path) == ["Roche"]


NEXT = SCHEMA_VERSION + 1


def _revisions(folder: Path, body: str) -> Path:
    """Lay out the real chain of migrations with one step more, which is given."""
    scripts = folder / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    head = "import sqlalchemy as sa\nfrom alembic import op\nbranch_labels = depends_on = None\n"
    (scripts / "versions" / f"r{NEXT}.py").write_text(
        f"{head}revision = 'r{NEXT}'\ndown_revision = 'r{SCHEMA_VERSION}'\ndef upgrade():\n    {body}\n",
        encoding="utf-8",
    )
    return scripts


def test_a_migration_keeps_a_copy_and_every_reference(path: Path, tmp_path: Path) -> None:
    scripts = _revisions(
        tmp_path,
        "with op.batch_alter_table('person') as table:\n        table.add_column(sa.Column('nick', sa.String()))",
    )
    raw = connect(path)
    copy = migrate(raw, path, scripts=scripts, target=NEXT)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == NEXT
    assert raw.execute("SELECT last_name, nick FROM person").fetchall() == [("Roche", None)]
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(f"r{NEXT}",)]
    raw.close()
    assert names(copy) == ["Roche"]


def test_a_failing_migration_leaves_the_file_as_it_was_and_the_copy_there(path: Path, tmp_path: Path) -> None:
    scripts = _revisions(
        tmp_path,
        "op.execute('DELETE FROM person'); op.execute('CREATE TABLE x (a)'); raise ValueError('panne')",
    )
    raw = connect(path)
    with pytest.raises(ValueError, match="panne"):
        migrate(raw, path, scripts=scripts, target=NEXT)
    raw.close()
    assert names(path) == ["Roche"]
    assert names(path.with_name("essai_avant-mise-a-jour.msp100")) == ["Roche"]


@pytest.mark.posix("permissions of its own")
def test_a_file_in_a_protected_folder_opens_to_read(path: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom msp_desktop.db.dossier import open_dossier\n"
        "import msp_desktop.db.transaction\nfrom msp_desktop.domain.people import Person\nfrom msp_desktop.errors import UserError\n"
        "if getattr(os, 'geteuid', int)() == 0 and hasattr(os, 'setuid'): os.setgid(65534); os.setuid(65534)\n"
        "store = open_dossier(Path(sys.argv[1]))\n"
        "print(store.read_only, store.reader.all(Person)[0].last_name)\n"
        "try:\n    with store.write('x') as tx: tx.insert(Person())\nexcept UserError: print('refusé')\n"
    )
    for folder in path.parents:
        if str(folder).count("/") >= 2:
            folder.chmod(0o755)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, encoding="utf-8")
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o600)
    assert done.stdout.split() == ["True", "Roche", "refusé"], done.stderr
