"""How SQLite is told which file to open, wherever it lies."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest

from msp_desktop.db.engine import connect, sqlite_uri


@pytest.mark.parametrize(
    "path",
    [
        PurePosixPath("/home/colin/gueret.msp100"),
        PurePosixPath("//deux/barres.msp100"),
        PureWindowsPath(r"C:\Users\Colin\L’Été #1 100 % ?.msp100"),
        PureWindowsPath(r"C:\gueret.msp100"),
        PureWindowsPath(r"\\serveur\mairie\Santé 100 jours\a.msp100"),
        PureWindowsPath(r"\\192.168.1.4\d$\a.msp100"),
        PureWindowsPath(r"\\?\C:\mairie\a.msp100"),
        PureWindowsPath(r"\\?\UNC\serveur\mairie\a.msp100"),
        PureWindowsPath(r"\\?\unix\home\colin\a.msp100"),
    ],
)
def test_sqlite_is_told_a_path_to_the_letter_and_no_server(path: PurePosixPath | PureWindowsPath) -> None:
    address = sqlite_uri(path, "ro")
    assert address[5] == "%", "no server that SQLite would refuse"
    assert unquote(address.removeprefix("file:").removesuffix("?mode=ro")) == str(path)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(address, uri=True)


def test_the_address_of_a_file_opens_that_file(tmp_path: Path) -> None:
    path = tmp_path / "L’Été #1 100 % ?.msp100"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version=7")
    with closing(connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (7,)
