"""A dossier looked at without being opened: not a byte of it changes, and nobody is kept from it."""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.glance import glance
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.errors import UserError
from msp_desktop.services.dossiers import update_commune
from tests.dossiers import open_sample

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    store = open_sample(tmp_path)
    close_dossier(store)
    return store.path


def whole(folder: Path) -> dict[str, bytes]:
    return {path.name: hashlib.sha256(path.read_bytes()).digest() for path in folder.iterdir() if path.is_file()}


def test_what_is_read_is_what_it_holds_and_nothing_beside_it_is_written(closed: Path) -> None:
    before = whole(closed.parent)
    store = glance(closed)
    assert store.reader.one(Commune, 1).name == "Saint-Exemple"
    with pytest.raises(UserError):
        update_commune(store, Change(Commune, name="Autre"))
    store.close()
    assert whole(closed.parent) == before


def test_meanwhile_the_dossier_can_be_opened(closed: Path) -> None:
    looked_at = glance(closed)
    store = open_dossier(closed)
    update_commune(store, Change(Commune, phone="05 55 00 00 00"))
    close_dossier(store)
    looked_at.close()


def test_one_of_an_earlier_version_is_read_and_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress((DATA / "dossier-r1.msp100.gz").read_bytes()))
    before = whole(tmp_path)
    store = glance(path)
    assert store.reader.one(Commune, 1).name
    store.close()
    assert whole(tmp_path) == before


def test_one_that_is_open_elsewhere_says_so(closed: Path) -> None:
    store = open_dossier(closed)
    with pytest.raises(UserError) as refusal:
        glance(closed)
    assert "ouvert" in refusal.value.sentence
    close_dossier(store)


def test_one_left_half_written_says_to_open_it_and_is_left_as_it_is(closed: Path) -> None:
    """A journal of a killed program is played by whoever may write: looking plays none."""
    copy, journal = closed.with_name("coupe.msp100"), closed.with_name("coupe.msp100-journal")
    with closing(sqlite3.connect(closed, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE action SET notes = hex(randomblob(20000))")
        raw.execute("UPDATE person SET notes = hex(randomblob(20000))")
        copy.write_bytes(closed.read_bytes())
        journal.write_bytes(closed.with_name(f"{closed.name}-journal").read_bytes())
        raw.execute("ROLLBACK")
    before = (copy.read_bytes(), journal.read_bytes())
    with pytest.raises(UserError, match="ouvrez-le"):
        glance(copy)
    assert (copy.read_bytes(), journal.read_bytes()) == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 un classeur", b"SQLite format 3\x00" + bytes(4000)])
def test_what_is_no_dossier_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "autre.msp100"
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        glance(path)
    assert refusal.value.sentence
    assert "\n" not in refusal.value.sentence
    with pytest.raises(UserError):
        glance(tmp_path / "absent.msp100")


def test_older_dossiers_are_read_whole_by_several_threads_at_once(tmp_path: Path) -> None:
    """As by the start page after the program was brought up to date: none is told to be damaged."""
    paths = [tmp_path / f"{number}.msp100" for number in range(6)]
    for path in paths:
        path.write_bytes(gzip.decompress((DATA / "dossier-r6.msp100.gz").read_bytes()))
    with ThreadPoolExecutor(len(paths)) as pool:
        stores = list(pool.map(glance, paths))
    assert len({store.reader.one(Commune, 1).name for store in stores}) == 1
    for store in stores:
        store.close()
