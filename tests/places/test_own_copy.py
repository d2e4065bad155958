"""An account's own copy makes way for everybody's, unless it is newer; what only Windows does is seen under Wine."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PureWindowsPath
from types import ModuleType

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
    assert remove_own_copy("Sante100jours", "Santé", "1.7.0") == 0
    assert app.run([own_copy.WORD]) == 0
    assert not data.exists()


class Registry(ModuleType):
    """As much of `winreg` as is asked, over keys that are paths: a key that holds others is not deleted."""

    HKEY_CURRENT_USER = "HKCU"

    def __init__(self, keys: dict[str, dict[str, str]]) -> None:
        super().__init__("winreg")
        self.keys = keys

    def _below(self, key: str) -> list[str]:
        return sorted({name[len(key) + 1 :].split("\\")[0] for name in self.keys if name.startswith(f"{key}\\")})

    def OpenKey(self, _root: str, key: str) -> AbstractContextManager[str]:  # noqa: N802
        if key not in self.keys and not self._below(key):
            raise FileNotFoundError(key)
        return nullcontext(key)

    def QueryInfoKey(self, key: str) -> tuple[int]:  # noqa: N802
        return (len(self._below(key)),)

    def EnumKey(self, key: str, index: int) -> str:  # noqa: N802
        return self._below(key)[index]

    def QueryValueEx(self, key: str, name: str) -> tuple[str]:  # noqa: N802
        return (self.keys[key][name],)

    def DeleteKey(self, _root: str, key: str) -> None:  # noqa: N802
        assert not self._below(key)
        self.keys.pop(key, None)


def test_a_copy_thrown_away_by_hand_no_longer_opens_dossiers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    menu = tmp_path / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    menu.mkdir(parents=True)
    link = menu / "Santé.lnk"
    link.write_bytes(b"")
    windows = r"Software\Microsoft\Windows\CurrentVersion"
    other = r"Software\Classes\Autre.Dossier\shell"
    told = {"DisplayVersion": "1.6.0", "InstallLocation": str(tmp_path / "jeté")}
    registry = Registry(
        {
            rf"{windows}\Uninstall\Essai": told,
            rf"{windows}\App Paths\Essai.exe": {},
            r"Software\Classes\Essai.Dossier\DefaultIcon": {},
            r"Software\Classes\Essai.Dossier\shell\open\command": {},
            other: {},
        }
    )
    before = dict(registry.keys)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert remove_own_copy("Essai", "Santé", "1.5.0") == 0
    assert (registry.keys, link.exists()) == (before, True)  # a newer one may only be out of reach
    assert remove_own_copy("Essai", "Santé", "1.7.0") == 0
    assert (registry.keys, link.exists()) == ({other: {}}, False)
