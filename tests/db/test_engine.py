"""How SQLite is told which file to open, wherever it lies."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from msp_desktop.db.engine import connect, sqlite_uri


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/colin/gueret.msp100"), "file:///home/colin/gueret.msp100?mode=rw"),
        (PureWindowsPath(r"C:\Users\Colin\L’Été #1.msp100"), "file:///C:/Users/Colin/L%E2%80%99%C3%89t%C3%A9%20%231.msp100?mode=rw"),
        (PureWindowsPath(r"\\serveur\mairie\gueret.msp100"), "file:////serveur/mairie/gueret.msp100?mode=rw"),
        (PureWindowsPath(r"\\serveur\mairie\Santé 100 jours\a.msp100"), "file:////serveur/mairie/Sant%C3%A9%20100%20jours/a.msp100?mode=rw"),
        (PureWindowsPath(r"\\192.168.1.4\d$\a.msp100"), "file:////192.168.1.4/d%24/a.msp100?mode=rw"),
    ],
)  # fmt: skip
def test_a_file_of_a_share_is_named_as_sqlite_takes_it(path: PurePosixPath | PureWindowsPath, address: str) -> None:
    assert sqlite_uri(path, "rw") == address
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(address.replace("mode=rw", "mode=ro"), uri=True)


def test_the_address_of_a_file_opens_that_file(tmp_path: Path) -> None:
    path = tmp_path / "L’Été #1 100 % ?.msp100"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version=7")
    with closing(connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (7,)
