"""What may be written for each kind of setting."""

from __future__ import annotations

import sys

import pytest

from msp_desktop import fleet
from msp_desktop.fleet import Source
from msp_desktop.fleet.settings import SETTINGS, Kind

ABSOLUTE = "C:\\Santé" if sys.platform == "win32" else "/srv/santé"
RIGHT = {
    Kind.FOLDER: [ABSOLUTE, f'  "{ABSOLUTE}" ', f"{ABSOLUTE}/%USERNAME%"],
    Kind.FILE: [f"{ABSOLUTE}/logo.png"],
    Kind.PERCENT: [100, 200, "150", "150 %"],
    Kind.TEXT: ["Fédération d’essai"],
    Kind.EMAIL: ["contact@federation.exemple.fr", "Fédération <contact@federation.exemple.fr>"],
    Kind.SWITCH: [True, False, 0, 1, "1", "oui", "NON"],
}
WRONG = {
    Kind.FOLDER: [
        "relatif/dossier", "C:relatif", f"{ABSOLUTE}/%RIEN_DE_TEL%", 12, None, ["a"], f"{ABSOLUTE}\n", f"{ABSOLUTE}/a\tb",
        f"{ABSOLUTE}/" + "a" * 2000, f"{ABSOLUTE}/a\x00b", f"{ABSOLUTE}/50%",
    ],
    Kind.FILE: ["logo.png", 0, {}],
    Kind.CHOICE: ["sombre", 1, True, "dark\0"],
    Kind.PERCENT: [99, 201, -5, 1e9, "cent", "1e2", True, 10**400, "9" * 5000, [150]],
    Kind.TEXT: ["a" * 301, 5, "une\nligne\nde trop", "\x1b[31m"],
    Kind.EMAIL: ["pas une adresse", "a@b", "a@exemple.fr, b@exemple.fr", 7],
    Kind.SWITCH: [2, -1, "peut-être", None, 1.0, [], "vrai"],
}  # fmt: skip


@pytest.mark.parametrize("setting", SETTINGS, ids=[setting.key for setting in SETTINGS])
def test_each_setting_takes_what_makes_sense_and_says_what_does_not(
    setting: fleet.Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USERNAME", "nadia.roche")
    for right in RIGHT.get(setting.kind, [value for value, _words in setting.choices]):
        read = fleet.of_sources({Source.FILE: {setting.key: right}})
        assert not read.wrong, right
        assert "%" not in str(read.chosen[setting.key].value)
    for wrong in WRONG[setting.kind]:
        if isinstance(wrong, str) and wrong.endswith("\n"):
            continue  # ends of a value are no part of it
        read = fleet.of_sources({Source.FILE: {setting.key: wrong}})
        assert not read.chosen, wrong
        (complaint,) = read.wrong
        said = fleet.sentence(complaint)
        assert setting.key in said
        assert len(said) < 300
        assert "\n" not in said
        assert said.endswith("Il est ignoré.")
    assert fleet.of_sources({Source.FILE: {setting.key: "  "}}) == fleet.Fleet()


@pytest.mark.parametrize(
    "path", [r"C:\a:b", r"\\.\C:\a", "//./C:/a", r"\\srv\p\a:b", r"\\srv", r"\\?\C:\a", "C:", r"C:a"]
)
def test_a_windows_path_says_all_of_where(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msp_desktop.fleet.values.sys.platform", "win32")
    assert not fleet.of_sources({Source.MACHINE: {"DataFolder": path}}).chosen
    for whole in (r"C:\Santé", "D:/Santé", r"\\srv\p$\nadia"):
        assert fleet.of_sources({Source.MACHINE: {"DataFolder": whole}}).chosen["DataFolder"].value == whole
