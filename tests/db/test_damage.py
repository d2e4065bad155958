"""Damage to a dossier's file: a flipped bit, a cut end, a sector of zeros. The answer is a sentence, never a crash."""

from __future__ import annotations

import gzip
import random
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.copies import back_up, snapshot, verified
from msp_desktop.db.damage import problems, was_a_dossier
from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.domain.records import RECORDS
from msp_desktop.errors import UserError
from tests.conftest import NOW
from tests.db.bytes_in_use import bytes_in_use
from tests.dossiers import open_sample

SECTOR = 512
DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = open_sample(tmp_path_factory.mktemp("sain"))
    path = store.path
    close_dossier(store)
    return path.read_bytes()


def content_of(store: Store) -> list[list[object]]:
    return [list(store.reader.all(record)) for record in RECORDS]


@pytest.fixture(scope="module")
def known(sound: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    path = tmp_path_factory.mktemp("connu") / "sain.msp100"
    path.write_bytes(sound)
    store = open_dossier(path)
    try:
        return content_of(store)
    finally:
        close_dossier(store)


def told(path: Path, known: list[list[object]]) -> bool:
    """Open a damaged dossier, read it all and check it whole, as the window does; tell whether it was said to be damaged.

    What is not said must be exactly as it was.
    """
    store: Store | None = None
    try:
        store = open_dossier(path)
        as_it_was = content_of(store) == known
        with closing(snapshot(store.connection)) as memory:
            found = problems(memory)
    except UserError as error:
        refused = error.sentence
    else:
        refused = ""
    finally:
        if store is not None:
            close_dossier(store)
    assert "ouvert" not in refused, "what was refused before left it locked"
    if refused:
        return True
    assert as_it_was or found, "changed without a word"
    return bool(found)


def opened_or_said(path: Path) -> str:
    """Open a dossier and read it all; return the sentence of the refusal, « » where it opened."""
    store: Store | None = None
    try:
        store = open_dossier(path)
        for record in RECORDS:
            store.reader.all(record)
    except UserError as error:
        return str(error)
    finally:
        if store is not None:
            close_dossier(store)
    return ""


def flipped(sound: bytes, place: int, chance: random.Random) -> bytes:
    damaged = bytearray(sound)
    damaged[place] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def said_of(sound: bytes, places: list[int], chance: random.Random, path: Path, known: list[list[object]]) -> int:
    """Flip a bit of each of these bytes, one at a time; return how often it was said. What is not said changes nothing."""
    said = 0
    for place in places:
        path.write_bytes(flipped(sound, place, chance))
        said += told(path, known)
        assert path.exists()
    return said


@pytest.mark.slow
def test_any_flipped_bit_is_said_or_changes_nothing(tmp_path: Path, sound: bytes, known: list[list[object]]) -> None:
    """Most of a file is room its tables have not used yet: there a bit changes nothing, and hardly any is said."""
    chance, path, used = random.Random(600), tmp_path / "abime.msp100", bytes_in_use(sound)
    assert said_of(sound, list(range(100)), chance, path, known) > 40, "some bytes of the header mean nothing to us"
    assert said_of(sound, chance.choices(used, k=500), chance, path, known) >= 495
    room = sorted(set(range(100, len(sound))) - set(used))
    said_of(sound, chance.choices(room, k=200), chance, path, known)


def test_what_is_not_in_use_may_be_anything(tmp_path: Path, sound: bytes, known: list[list[object]]) -> None:
    path, noise = tmp_path / "bruit.msp100", bytearray(random.Random(5).randbytes(len(sound)))
    for place in (*range(100), *bytes_in_use(sound)):
        noise[place] = sound[place]
    path.write_bytes(noise)
    assert noise != sound
    assert not told(path, known)


def test_some_flipped_bits_are_all_told_where_they_change_anything(
    tmp_path: Path, sound: bytes, known: list[list[object]]
) -> None:
    chance, path, used = random.Random(4), tmp_path / "abime.msp100", bytes_in_use(sound)
    assert said_of(sound, chance.choices(used, k=60), chance, path, known) >= 59
    said_of(sound, chance.choices(range(100, len(sound)), k=20), chance, path, known)


@pytest.mark.slow
def test_any_cut_end_is_said(tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "coupe.msp100"
    for length in range(0, len(sound), SECTOR):
        path.write_bytes(sound[:length])
        assert opened_or_said(path), length


@pytest.mark.slow
def test_any_sector_of_zeros_is_said_or_changes_nothing(
    tmp_path: Path, sound: bytes, known: list[list[object]]
) -> None:
    path, said = tmp_path / "zeros.msp100", 0
    for start in range(0, len(sound), SECTOR):
        path.write_bytes(sound[:start] + bytes(SECTOR) + sound[start + SECTOR :])
        said += told(path, known)
    assert said > 100


@pytest.mark.slow
def test_any_flipped_bit_of_a_copy_is_refused(tmp_path: Path) -> None:
    store = create_dossier(tmp_path / "essai.msp100")
    with store.write("Ajouter") as tx:
        tx.insert(Person(last_name="Roche"))
    copy = back_up(store.connection, tmp_path / "copies", "essai", NOW)
    close_dossier(store)
    assert verified(copy)
    sound, chance = copy.read_bytes(), random.Random(600)
    for place in (chance.randrange(len(sound)) for _time in range(300)):
        copy.write_bytes(flipped(sound, place, chance))
        assert not verified(copy), place


def test_whatever_byte_of_the_header_is_wrong_the_answer_is_a_sentence(tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "entete.msp100"
    said = 0
    for place in range(100):
        path.write_bytes(sound[:place] + b"\xff" + sound[place + 1 :])
        said += bool(opened_or_said(path))
    assert said >= 30


def test_a_file_that_lost_its_last_bytes_is_refused_at_once(tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "coupe.msp100"
    path.write_bytes(sound[:-1])
    assert "abîmé" in opened_or_said(path)


def test_a_table_whose_very_name_is_no_text_is_refused(tmp_path: Path, sound: bytes) -> None:
    """SQLite quotes the name in its message, which Python then cannot read."""
    path = tmp_path / "nom.msp100"
    path.write_bytes(sound.replace(b"CREATE TABLE commune", b"CREATE \xff\xfeBLE commune"))
    assert "abîmé" in opened_or_said(path)


def test_a_dossier_refused_is_not_left_locked(tmp_path: Path, sound: bytes) -> None:
    """What SQLite quotes of a broken schema is no text, and the error that comes of it is none of SQLite's."""
    path, wrong = tmp_path / "nom.msp100", sound.replace(b"CREATE TABLE commune", b"CREATE \xff\xfeBLE commune")
    for content in (wrong, wrong, sound):
        path.write_bytes(content)
        assert "ouvert" not in opened_or_said(path)
    assert opened_or_said(path) == ""


@pytest.mark.parametrize("revision", [1, 3, 5])
def test_a_dossier_of_any_age_whose_beginning_is_gone_is_told_damaged_and_not_foreign(
    tmp_path: Path, revision: int
) -> None:
    """A migration writes its tables anew, in other pages and in other words."""
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress((DATA / f"dossier-r{revision}.msp100.gz").read_bytes()))
    close_dossier(open_dossier(path))
    path.write_bytes(bytes(512) + path.read_bytes()[512:])
    assert was_a_dossier(path)
    path.write_bytes(b"CREATE TABLE commune (" + bytes(3_000_000))
    assert not was_a_dossier(path)
