"""Files put in the recycle bin of the system, and taken out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.errors import UserError
from msp_desktop.ui.shell.recycle_bin import Binned, put_in_bin, take_out


@pytest.fixture(autouse=True)
def bin_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_file_goes_and_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "Dossiers" / "gueret.msp100"
    path.parent.mkdir()
    path.write_bytes(b"tout")
    (binned,) = put_in_bin([path])
    assert not path.exists()
    assert binned.inside is not None
    assert binned.inside.read_bytes() == b"tout"
    take_out([binned])
    assert path.read_bytes() == b"tout"
    assert not list(tmp_path.rglob("*.trashinfo"))


def test_what_cannot_go_stays_and_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="gueret"):
        put_in_bin([tmp_path / "gueret.msp100"])


def test_nothing_takes_the_place_of_another_file(tmp_path: Path) -> None:
    path = tmp_path / "gueret.msp100"
    path.write_bytes(b"avant")
    binned = put_in_bin([path])
    path.write_bytes(b"depuis")
    with pytest.raises(UserError, match="gueret"):
        take_out(binned)
    assert path.read_bytes() == b"depuis"
    for lost in (Binned(tmp_path / "x", None), Binned(tmp_path / "x", tmp_path / "nulle part")):
        with pytest.raises(UserError):
            take_out([lost])
