"""An account's own copy makes way for everybody's, unless it is newer; what only Windows does is seen under Wine."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from msp_desktop import app
from msp_desktop.places import own_copy
from msp_desktop.places.own_copy import goes, remove_own_copy, uninstalling


@pytest.mark.parametrize(
    ("own", "everybodys", "expected"),
    [
        ("1.6.0", "1.7.0", True),
        ("1.7.0", "1.7.0", True),
        ("1.10.0", "1.9.0", False),
        ("1.7", "1.7.0", True),
        ("", "1.7.0", False),
        ("1.7.0 bêta", "1.7.0", False),
    ],
)
def test_an_older_copy_goes_and_a_newer_one_stays(own: str, everybodys: str, expected: bool) -> None:
    assert goes(own, everybodys) is expected


def test_the_uninstaller_is_told_to_wait_and_its_folder_takes_no_quotes() -> None:
    folder = PureWindowsPath(r"C:\Mes programmes à moi\Santé")
    assert uninstalling(folder) == (  # type: ignore[arg-type]
        r'"C:\Mes programmes à moi\Santé\desinstaller.exe" /S _?=C:\Mes programmes à moi\Santé'
    )


def test_nothing_is_done_elsewhere_than_on_windows_and_no_folder_of_ours_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "données"
    monkeypatch.setenv("SANTE100JOURS_DATA", str(data))
    assert remove_own_copy("Sante100jours", "1.7.0") == 0
    assert app.run([own_copy.WORD]) == 0
    assert not data.exists()
