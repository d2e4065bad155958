"""What a department's IT is given beside the installers: policies, WAPT, winget."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import types
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from lxml import etree
from winbuild import msi, names, winget
from winbuild.admx import LANGUAGES, NAMESPACE, adml, admx
from winbuild.deployment import NOWHERE, build_deployment, wapt

from msp_desktop import fleet
from msp_desktop.fleet import SETTINGS, Source
from msp_desktop.fleet.settings import Kind

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NS = {"p": NAMESPACE}

# --- policies ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("schema", "text"), [("admx.xsd", admx()), *(("adml.xsd", adml(code)) for code in LANGUAGES)])
def test_the_policies_are_as_windows_reads_them(schema: str, text: str) -> None:
    """Our schemas hold of Microsoft's what these files use: which elements, in which order, with which attributes."""
    rules = etree.XMLSchema(etree.parse(HERE / schema))
    rules.assertValid(etree.fromstring(text.encode()))


def test_every_setting_has_its_policy_and_every_policy_its_words() -> None:
    root = ET.fromstring(admx())
    policies = {policy.get("name", ""): policy for policy in root.iterfind("p:policies/p:policy", NS)}
    assert list(policies) == [setting.key for setting in SETTINGS]
    used = set(re.findall(r"\$\(string\.(\w+)\)", admx()))
    shown = set(re.findall(r"\$\(presentation\.(\w+)\)", admx()))
    for language in LANGUAGES:
        words = ET.fromstring(adml(language))
        strings = {one.get("id"): one.text or "" for one in words.iterfind("p:resources/p:stringTable/p:string", NS)}
        assert set(strings) == used
        assert all(text.strip() for text in strings.values())
        fields = words.findall("p:resources/p:presentationTable/p:presentation", NS)
        assert {one.get("id") for one in fields} == shown
        for one in fields:
            (field,) = one
            assert field.get("refId") == one.get("id")
    assert adml("fr") != adml("en")
    assert "Dossier des données" in adml("fr")


def values_of(policy: ET.Element) -> list[object]:
    """Return what the editor of policies may write for a policy, as the registry would hold it."""
    switches: list[object] = [
        int(one.get("value", "")) for one in policy.iterfind("p:*/p:decimal", NS) if one.get("value")
    ]
    words: list[object] = [one.text for one in policy.iterfind("p:elements/p:enum/p:item/p:value/p:string", NS)]
    numbers: list[object] = [
        int(one.get(end, "")) for one in policy.iterfind("p:elements/p:decimal", NS) for end in ("minValue", "maxValue")
    ]
    return switches + words + numbers


def longest(kind: Kind, most: int) -> str:
    """Return the longest text that the editor of policies takes in a field of this kind."""
    beginning = {Kind.EMAIL: "contact@exemple.fr", Kind.TEXT: ""}.get(kind, "C:\\" if os.name == "nt" else "/")
    return beginning if kind is Kind.EMAIL else beginning + "a" * (most - len(beginning))


def test_what_the_editor_writes_makes_sense_to_the_program() -> None:
    for policy in ET.fromstring(admx()).iterfind("p:policies/p:policy", NS):
        name = policy.get("name", "")
        named = {one.get("valueName") for one in policy.iter() if one.get("valueName")}
        assert named == {name}
        assert policy.get("key") == fleet.POLICY_KEY
        values = values_of(policy)
        kind = next(setting.kind for setting in SETTINGS if setting.key == name)
        assert bool(values) is (kind in (Kind.SWITCH, Kind.CHOICE, Kind.PERCENT))
        most = next((one.get("maxLength") for one in policy.iterfind("p:elements/p:text", NS)), None)
        if most is not None:
            values = [longest(kind, int(most))]
        for value in values:
            read = fleet.of_sources({Source.MACHINE: {name: value}})
            assert not read.wrong, (name, value)


# --- winget --------------------------------------------------------------------------------------

_TEXT = {"type": "string", "minLength": 2, "maxLength": 256}
_ALL = {
    "PackageIdentifier": {"type": "string", "pattern": r"^[^.\s\\/:*?\"<>|]{1,32}(\.[^.\s\\/:*?\"<>|]{1,32}){1,7}$"},
    "PackageVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    "ManifestVersion": {"const": winget.SCHEMA},
}
_INSTALLER = {
    "type": "object",
    "additionalProperties": False,
    "required": ["Architecture", "InstallerUrl", "InstallerSha256", "InstallerType", "Scope", "ProductCode"],
    "properties": {
        "Architecture": {"const": "x64"},
        "InstallerType": {"enum": ["nullsoft", "wix"]},
        "Scope": {"enum": ["user", "machine"]},
        "InstallerUrl": {"type": "string", "pattern": "^https://[^ ]+$"},
        "InstallerSha256": {"type": "string", "pattern": "^[A-F0-9]{64}$"},
        "ProductCode": {"type": "string", "minLength": 1},
        "InstallerSwitches": {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: {"type": "string", "maxLength": 512} for name in ("InstallLocation", "Log")},
        },
        "AppsAndFeaturesEntries": {"type": "array", "items": {"type": "object"}},
        "ExpectedReturnCodes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["InstallerReturnCode", "ReturnResponse"],
                "properties": {
                    "InstallerReturnCode": {"type": "integer", "not": {"const": 0}},
                    "ReturnResponse": {
                        "enum": [
                            "packageInUse", "systemNotSupported", "downgrade", "alreadyInstalled", "cancelledByUser",
                        ]
                    },
                },
            },
        },
    },
}  # fmt: skip
#: Of winget's own schemas, what these manifests use; nothing else may stand in them.
RULES: dict[str, dict[str, Any]] = {
    "version": {"DefaultLocale": {"const": "fr-FR"}},
    "installer": {
        "Platform": {"type": "array", "items": {"const": "Windows.Desktop"}},
        "MinimumOSVersion": {"type": "string", "pattern": r"^10\.0\.17763\.0$"},
        "InstallModes": {"type": "array", "items": {"enum": ["interactive", "silent", "silentWithProgress"]}},
        "UpgradeBehavior": {"enum": ["install", "uninstallPrevious", "deny"]},
        "FileExtensions": {"type": "array", "items": {"type": "string", "pattern": "^[a-z0-9]+$"}},
        "ReleaseDate": {"type": "string", "format": "date"},
        "Installers": {"type": "array", "minItems": 1, "items": _INSTALLER},
    },
    "defaultLocale": {
        "PackageLocale": {"const": "fr-FR"}, "Publisher": _TEXT, "PackageName": _TEXT, "License": _TEXT,
        "ShortDescription": _TEXT, "Moniker": {"type": "string", "maxLength": 40},
        "Tags": {"type": "array", "maxItems": 16, "items": {"type": "string", "maxLength": 40}},
    },
}  # fmt: skip


@pytest.fixture
def installers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    setup, package = tmp_path / "Sante100jours-1.2.3-setup.exe", tmp_path / "Sante100jours-1.2.3.msi"
    setup.write_bytes(b"setup")
    package.write_bytes(b"msi")
    return setup, package


def test_the_manifests_of_winget_follow_its_rules(installers: tuple[Path, Path]) -> None:
    made = winget.manifests("1.2.3", *installers, "https://exemple.invalid/v1/")
    read = {name: msgspec.yaml.decode(text) for name, text in made.items()}
    assert sorted(read) == [
        "Sante100jours.Sante100jours.installer.yaml",
        "Sante100jours.Sante100jours.locale.fr-FR.yaml",
        "Sante100jours.Sante100jours.yaml",
    ]
    for values in read.values():
        own = RULES[values["ManifestType"]]
        rules = {
            "type": "object",
            "additionalProperties": False,
            "required": [*_ALL, *own, "ManifestType"],
            "properties": {**_ALL, **own, "ManifestType": {"type": "string"}},
        }
        jsonschema.validate(values, rules, format_checker=jsonschema.FormatChecker())
    setup, package = read["Sante100jours.Sante100jours.installer.yaml"]["Installers"]
    assert setup["InstallerSha256"] == hashlib.sha256(b"setup").hexdigest().upper()
    assert package["InstallerUrl"] == "https://exemple.invalid/v1/Sante100jours-1.2.3.msi"
    assert package["ProductCode"] == msi.product_code("1.2.3")
    assert package["InstallerSwitches"] == {"InstallLocation": 'INSTALLDIR="<INSTALLPATH>"'}
    assert setup["InstallerSwitches"] == {"Log": '/LOG="<LOGPATH>"'}
    assert setup["ProductCode"] == names.APP_ID  # the key of the setup in Windows' list


def test_the_code_of_a_version_is_the_one_in_its_msi(tmp_path: Path) -> None:
    stage = tmp_path / "stage"
    stage.mkdir()
    (stage / names.EXE).write_bytes(b"MZ")
    assert f'Id="{msi.product_code("1.2.3")[1:-1]}"' in msi.describe(stage, "1.2.3")


def test_the_zip_for_it_holds_all_of_it(tmp_path: Path, installers: tuple[Path, Path]) -> None:
    path = build_deployment(tmp_path / "work", tmp_path, "1.2.3", *installers, NOWHERE)
    with zipfile.ZipFile(path) as made:
        inside = made.namelist()
        assert made.testzip() is None
        said = made.read("LISEZ-MOI.txt").decode()
        assert ET.fromstring(made.read("PolicyDefinitions/fr-FR/Sante100jours.adml").decode()) is not None
    assert all(words in said for words in (msi.product_code("1.2.3"), hashlib.sha256(b"msi").hexdigest(), "1.2.3.0"))
    assert {"PolicyDefinitions/Sante100jours.admx", "wapt/setup.py", "wapt/WAPT/control"} <= set(inside)
    assert {"installer-informatique.md", "deployer-intune-sccm.md"} <= set(inside)
    assert len([name for name in inside if name.startswith("winget/")]) == 3


# --- the note ------------------------------------------------------------------------------------


def test_the_note_tells_every_setting_as_the_program_has_it() -> None:
    note = (ROOT / "docs" / "installer-informatique.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", note, re.MULTILINE))
    assert list(rows) == [setting.key for setting in SETTINGS]
    for setting in SETTINGS:
        if setting.choices:
            assert re.findall(r"`(\w+)`", rows[setting.key]) == [value for value, _words in setting.choices]
    (example,) = re.findall(r"```json\n(.*?)```", note, re.DOTALL)
    given = json.loads(example)
    assert set(given) <= set(rows)
    assert given["DocumentsFolder"].startswith("\\\\serveur\\")
    assert f"{{{msi.UPGRADE_CODE}}}" in note
    assert fleet.POLICY_KEY in note
    assert fleet.FILE_NAME in note


# --- WAPT ----------------------------------------------------------------------------------------


class Helpers(types.ModuleType):
    """WAPT's helpers as this package calls them, which note what they were asked."""

    def __init__(self) -> None:
        super().__init__("setuphelpers")
        self.asked: list[tuple[Any, ...]] = []
        self.running = 0
        self.line = ""
        self.keys: list[str] = []
        self.installed: list[dict[str, str]] = []
        self.registry: dict[tuple[str, str], str] = {}
        self.HKEY_LOCAL_MACHINE = object()

    def install_msi_if_needed(self, msi: str, **given: Any) -> None:
        assert set(given) <= {"killbefore", "accept_returncodes", "timeout", "properties"}
        self.asked.append(("msi", msi, given["killbefore"], given["accept_returncodes"]))
        self.line = " ".join(f"{name}={value}" for name, value in given["properties"].items())  # as WAPT puts them
        self.keys.append("{code of the MSI}")

    def registry_readstring(self, root: object, path: str, name: str, default: str = "") -> str:
        assert root is self.HKEY_LOCAL_MACHINE
        return self.registry.get((path, name), default)

    def installed_softwares(self, keywords: str) -> list[dict[str, str]]:
        return self.installed if keywords == "Santé 100 jours" else []

    def uninstall_cmd(self, key: str) -> str:
        return f"msiexec /q /norestart /x {key}"

    def isrunning(self, program: str) -> bool:
        assert program == names.EXE
        self.running -= 1
        return self.running >= 0

    def run(self, command: str, accept_returncodes: tuple[int, ...] = (0, 3010)) -> str:
        self.asked.append(("run", command))
        return ""

    def error(self, sentence: str) -> None:
        raise RuntimeError(sentence)


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], tuple[dict[str, Any], Helpers]]:
    """The package's own script, run as WAPT does, with its helpers played."""

    def load() -> tuple[dict[str, Any], Helpers]:
        helpers = Helpers()
        monkeypatch.setitem(sys.modules, "setuphelpers", helpers)
        monkeypatch.setenv("PROGRAMW6432", str(tmp_path / "Program Files"))
        monkeypatch.chdir(tmp_path)
        space: dict[str, Any] = {"__name__": "setup"}
        exec(compile(wapt("1.2.3")["wapt/setup.py"], "setup.py", "exec"), space)
        space["PATIENCE"] = 0
        helpers.keys = space["uninstallkey"]
        calls: list[Any] = []
        space["code"] = 0

        def call(words: list[str]) -> int:
            calls.append(words)
            return int(space["code"])

        monkeypatch.setattr(space["subprocess"], "call", call)
        space["calls"] = calls
        return space, helpers

    return load


Load = Callable[[], tuple[dict[str, Any], Helpers]]


def test_wapt_installs_after_it_asked_the_program_to_close(package: Load, tmp_path: Path) -> None:
    space, helpers = package()
    helpers.running = 1
    (tmp_path / "Sante100jours-1.2.3.msi").write_bytes(b"")
    (tmp_path / "reglages.json").write_text("{}", encoding="utf-8")
    Path(space["folder"]()).mkdir(parents=True)
    space["install"]()
    assert space["calls"] == [["taskkill", "/IM", names.EXE]]
    assert helpers.asked == [("msi", "Sante100jours-1.2.3.msi", [names.EXE], [0, 1641, 3010])]
    assert Path(space["folder"](), fleet.FILE_NAME).read_text(encoding="utf-8") == "{}"


def test_wapts_properties_and_settings_go_where_the_program_is(package: Load, tmp_path: Path) -> None:
    space, helpers = package()
    (tmp_path / "Sante100jours-1.2.3.msi").write_bytes(b"")
    (tmp_path / "reglages.json").write_text("{}", encoding="utf-8")
    chosen = tmp_path / "Mes programmes" / "Santé"
    chosen.mkdir(parents=True)
    space["PROPERTIES"].update({"DESKTOP": "1", "INSTALLDIR": str(chosen)})
    space["install"]()
    assert helpers.line == f'DESKTOP="1" INSTALLDIR="{chosen}"'
    assert (chosen / fleet.FILE_NAME).is_file()
    assert space["uninstallkey"] == []  # uninstall() alone removes it, once the program has closed
    kept = tmp_path / "choisi la première fois"
    kept.mkdir()
    helpers.registry[r"SOFTWARE\Sante100jours", "Folder"] = f"{kept}{os.sep}"
    space["install"]()
    assert (kept / fleet.FILE_NAME).is_file()


def test_wapt_installs_without_a_word_where_nothing_is_open(package: Load, tmp_path: Path) -> None:
    space, helpers = package()
    (tmp_path / "Sante100jours-1.2.3.msi").write_bytes(b"")
    space["install"]()
    assert space["calls"] == []
    assert len(helpers.asked) == 1


def test_wapt_removes_the_computers_program_and_no_users_own(package: Load) -> None:
    space, helpers = package()
    helpers.installed = [{"key": names.APP_ID}, {"key": msi.product_code("1.2.3")}]
    space["uninstall"]()
    assert helpers.asked == [("run", f"msiexec /q /norestart /x {msi.product_code('1.2.3')}")]


def test_wapt_has_a_users_own_copy_removed_at_logon(package: Load) -> None:
    space, _helpers = package()
    assert space["session_setup"]() == "OK"
    assert space["calls"] == []  # nothing is installed yet
    program = Path(space["folder"](), names.EXE)
    program.parent.mkdir(parents=True)
    program.write_bytes(b"")
    assert space["session_setup"]() == "OK"
    assert space["calls"] == [[str(program), names.REMOVE_OWN]]
    space["code"] = 10
    with pytest.raises(RuntimeError, match="code 10"):
        space["session_setup"]()


def test_wapts_audit_says_what_is_missing_old_or_written_in_vain(
    package: Load, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    space, _helpers = package()
    assert space["audit"]() == "ERROR"
    folder = Path(space["folder"]())
    folder.mkdir(parents=True)
    (folder / names.CONSOLE_EXE).write_bytes(b"")
    said = {"version": "1.2.3", "wrong": []}
    monkeypatch.setattr(space["subprocess"], "check_output", lambda _words, timeout: json.dumps(said).encode())
    assert space["audit"]() == "OK"
    said["wrong"] = ["Réglage « Theme » : …"]
    assert space["audit"]() == "WARNING"
    assert "Theme" in capsys.readouterr().out
    said["version"] = "1.2.2"
    assert space["audit"]() == "WARNING"


def test_wapts_control_is_filled_in_and_asks_what_the_program_asks() -> None:
    control = wapt("1.2.3")["wapt/WAPT/control"]
    lines = dict(re.split(r"\s*: ?", line, maxsplit=1) for line in control.splitlines())
    assert "@" not in control
    assert lines["version"] == "1.2.3-1"
    assert lines["min_os_version"] == f"10.0.{names.LEAST_BUILD}"
    assert lines["architecture"] == "x64"
    assert lines["target_os"] == "windows"
    assert names.EXE in lines["impacted_process"]
    assert lines["editor"] == names.PUBLISHER
