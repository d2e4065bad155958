"""A copy is known again by its name and by what is in it; what cannot be read just now is not called damaged."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.copies import State, back_up, copy_of, read_copy, state_of, verified, write_copy
from msp_desktop.db.store import Store
from tests.conftest import NOW


def older(path: Path) -> Path:
    """Write a dossier of the first revision, which had no sums."""
    path.write_bytes(gzip.decompress((Path(__file__).parents[2] / "data" / "dossier-r1.msp100.gz").read_bytes()))
    return path


@pytest.fixture
def copy(store: Store, tmp_path: Path) -> Path:
    """A copy as the application makes them."""
    return back_up(store.connection, tmp_path / "copies", "essai", NOW)


@pytest.fixture
def former(tmp_path: Path) -> Path:
    """A copy of a former version, of a dossier without sums, its proof beside it."""
    path = tmp_path / "copies" / "essai_0001_2026-04-28_14h32.msp100"
    path.parent.mkdir()
    older(path)
    write_proof(path)
    return path


def write_proof(path: Path) -> bytes:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    proof = json.dumps({"sha256": digest, "rows": {"commune": 1}}, indent=1).encode()
    proof_of(path).write_bytes(proof)
    return proof


def proof_of(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    damaged[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def test_the_proof_is_in_the_name_and_cannot_be_lost(copy: Path) -> None:
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert state_of(copy) is State.PROVED
    chance, content = random.Random(7), copy.read_bytes()
    for _time in range(60):
        copy.write_bytes(flipped(content, chance))
        assert state_of(copy) is State.DAMAGED
    for length in (0, 1, 100, 4096, len(content) - 1):
        copy.write_bytes(content[:length])
        assert state_of(copy) is State.DAMAGED


@pytest.mark.parametrize("beside", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"sha256": "' + b"0" * 64 + b'"}'])
def test_what_lies_beside_a_copy_changes_nothing(copy: Path, beside: bytes) -> None:
    proof_of(copy).write_bytes(beside)
    assert state_of(copy) is State.PROVED


def test_a_copy_given_another_name_is_proven_by_its_own_sums(copy: Path) -> None:
    renamed = copy.rename(copy.with_name("avant la réunion.msp100"))
    assert state_of(renamed) is State.PROVED
    with closing(sqlite3.connect(renamed)) as raw, raw:
        raw.execute("UPDATE commune SET name = 'Ailleurs'")
    assert state_of(renamed) is State.DAMAGED


def test_the_proof_of_a_former_copy_decides(former: Path) -> None:
    assert state_of(former) is State.PROVED
    former.write_bytes(flipped(former.read_bytes(), random.Random(3)))
    assert state_of(former) is State.DAMAGED


def test_a_proof_cut_or_damaged_makes_no_good_copy_refused(former: Path) -> None:
    proof, chance = proof_of(former).read_bytes(), random.Random(5)
    for length in range(0, len(proof), 7):
        proof_of(former).write_bytes(proof[:length])
        assert verified(former), length
    for _time in range(60):
        proof_of(former).write_bytes(flipped(proof, chance))
        assert verified(former)
    for strange in (b"[" * 200_000, b"\xff" * 900, b"null"):
        proof_of(former).write_bytes(strange)
        assert state_of(former) is State.UNPROVED


def test_a_former_copy_without_its_proof_is_said_to_be_unproven(former: Path) -> None:
    proof_of(former).unlink()
    assert state_of(former) is State.UNPROVED


def test_a_copy_that_cannot_be_read_now_is_not_called_damaged(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "refusé")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert state_of(copy) is State.UNREADABLE


@pytest.fixture
def held(store: Store, tmp_path: Path) -> Iterator[Path]:
    """A copy without proof in its name, open elsewhere."""
    path = tmp_path / "cle.msp100"
    write_copy(store.connection, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield path


def test_a_copy_open_elsewhere_is_said_to_be(held: Path) -> None:
    copied = read_copy(held)
    assert copied.state is State.UNREADABLE
    assert "ouvert" in copied.sentence


def test_what_is_no_copy_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "photo.msp100").write_bytes(b"\x89PNG" * 300)
    assert state_of(tmp_path / "photo.msp100") is State.FOREIGN
    assert state_of(tmp_path) is State.FOREIGN
    with closing(sqlite3.connect(tmp_path / "autre.msp100")) as raw:
        raw.execute("CREATE TABLE x (y)")
    assert state_of(tmp_path / "autre.msp100") is State.FOREIGN


def test_a_later_version_s_copy_is_said_to_be_one(copy: Path) -> None:
    renamed = copy.rename(copy.with_name("plus-tard.msp100"))
    with closing(sqlite3.connect(renamed)) as raw:
        raw.execute("PRAGMA user_version=99")
    assert state_of(renamed) is State.LATER


def test_names_say_whose_a_copy_is() -> None:
    known = copy_of(Path("mairie_0012_2026-05-12_14h32_0a1b2c3d-7-0123456789ab.msp100"))
    assert known is not None
    assert (known.name, known.number, known.owner, known.day, known.digest) == (
        "mairie",
        12,
        "0a1b2c3d",
        7,
        "0123456789ab",
    )
    for strange in ("mairie.msp100", "mairie_0012_2026-99-12_14h32.msp100", "mairie_0001.txt", "_٠٠٠١_.msp100"):
        assert copy_of(Path(strange)) is None


@pytest.mark.posix("a named pipe")
@pytest.mark.parametrize("kind", ["pipe", "endless"])
def test_what_is_no_file_is_no_copy_and_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = Path("/dev/zero")
    if kind == "pipe":
        path = tmp_path / "tuyau.msp100"
        os.mkfifo(path)
    assert state_of(path) is State.FOREIGN
