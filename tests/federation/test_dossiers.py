"""A dossier that is given instead of a paper: the same data, and not a byte of it changes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.engine import SCHEMA_VERSION
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.exchange.carried.farm import read_files
from msp_desktop.federation.dossiers import data_in
from msp_desktop.services.sending import commune_data
from tests.conftest import NOW, TODAY
from tests.dossiers import COMMUNE, open_new
from tests.exchange.carried.papers import archive


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    store = open_new(tmp_path / "dossier")
    path = Path(store.path)
    close_dossier(store)
    return path


def test_it_gives_what_its_papers_would_carry_wherever_it_is_found(tmp_path: Path) -> None:
    store = open_new(tmp_path / "dossier")
    expected = commune_data(store.reader, TODAY, NOW, Leaves())
    path = Path(store.path)
    close_dossier(store)
    content = path.read_bytes()
    (tmp_path / "a.zip").write_bytes(archive([(path.name, content)]))
    reads = list(read_files([path, tmp_path / "a.zip"], now=NOW.astimezone(), processes=1))
    assert [(read.data, read.why) for read in reads] == [(expected, None)] * 2
    assert expected.commune.insee == COMMUNE.insee
    assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert list((tmp_path / "donnees").rglob("*.msp100")) == []


def test_an_old_dossier_is_as_old_as_its_file_whenever_it_is_read(dossier: Path) -> None:
    written = NOW.astimezone() - timedelta(days=40)
    os.utime(dossier, (written.timestamp(), written.timestamp()))
    (read,) = read_files([dossier], now=NOW.astimezone(), processes=1)
    assert read.data is not None
    assert read.data.made_at == written.replace(microsecond=0)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("PRAGMA application_id=7", Why.NOT_OURS),
        (f"PRAGMA user_version={SCHEMA_VERSION + 1}", Why.TOO_NEW),
        ("CREATE TRIGGER x AFTER UPDATE ON commune BEGIN DELETE FROM person; END", Why.DAMAGED),
        ("DELETE FROM commune", Why.DAMAGED),
    ],
)
def test_what_is_no_dossier_of_ours_is_refused(dossier: Path, change: str, why: Why) -> None:
    with closing(sqlite3.connect(dossier)) as raw, raw:
        raw.execute(change)
    with pytest.raises(RefusedError) as refused:
        data_in(dossier.read_bytes(), NOW)
    assert refused.value.why is why
    with pytest.raises(RefusedError):
        data_in(dossier.read_bytes()[:5_000], NOW)
