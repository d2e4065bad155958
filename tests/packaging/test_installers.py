"""The installers say the same thing as the program."""

from __future__ import annotations

import gettext
import re
import subprocess
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pefile
import pytest
from build_hook import BuildHook
from winbuild import msi, msi_finish, names, nsis
from winbuild.compiling import write_zip
from winbuild.installers import build_msi, build_portable
from winbuild.launcher import build_launchers, resource_text
from winbuild.report import check_bars, write_manifest
from winbuild.steps import BuildError, expect_sha256

import msp_desktop
from msp_desktop import paths
from msp_desktop.places import own_copy

ROOT = Path(__file__).parents[2]
NSIS = ROOT / "packaging" / "nsis"
WORDS = (NSIS / "words.nsh").read_text(encoding="utf-8")
SCRIPT = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(NSIS.glob("*.ns[ih]")) if path.name != "words.nsh"
)
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


def test_compiled_catalogues_hold_nothing_of_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "translations" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "msp_desktop.po").write_bytes((ROOT / "translations/fr/LC_MESSAGES/msp_desktop.po").read_bytes())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    hook = BuildHook(str(tmp_path), {}, None, None, "", "")  # type: ignore[arg-type]
    hook.initialize("1.0.0", {})
    with (folder / "msp_desktop.mo").open("rb") as file:
        header = gettext.GNUTranslations(file).info()
    assert header["pot-creation-date"].startswith("1970-01-02 00:00")
    assert not [value for value in header.values() if str(datetime.now(UTC).year) in value]


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    folder = tmp_path / "work" / "stage"
    (folder / "lib" / "é").mkdir(parents=True)
    (folder / names.EXE).write_bytes(b"MZ")
    (folder / "lib" / "é" / "a.pyc").write_bytes(b"octets")
    return folder


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert names.version() == project["project"]["version"] == msp_desktop.__version__


def test_the_installers_use_the_programs_own_names() -> None:
    assert paths.APP_NAME == names.APP_ID
    assert paths.DOSSIER_SUFFIX == names.SUFFIX
    assert paths.REPLY_SUFFIX == names.REPLY_SUFFIX
    assert paths.PORTABLE_MARKER == names.PORTABLE_MARKER
    assert paths.COPIES_FOLDER == names.PROGRAM


def test_setup_speaks_both_languages_and_uses_every_sentence() -> None:
    french = set(re.findall(r"LangString (\w+) \$\{LANG_FRENCH\}", WORDS))
    english = set(re.findall(r"LangString (\w+) \$\{LANG_ENGLISH\}", WORDS))
    used = set(re.findall(r"\$\(([A-Z_]+)\)", SCRIPT))
    assert french == english == used


def test_french_sentences_keep_to_french_typography() -> None:
    sentences = re.findall(r'LangString \w+ \$\{LANG_FRENCH\} "(.*)"', WORDS)
    for sentence in sentences:
        assert "'" not in sentence
        assert not re.search(r" [:;!?»]|« ", sentence), sentence


def test_setup_removes_only_what_lies_at_the_top_of_the_program(stage: Path, tmp_path: Path) -> None:
    removed = set(re.findall(r'RMDir /r "(.*)"', SCRIPT))
    assert removed == {r"$Program\${NAME}", r"$INSTDIR\${FRESH}", r"$INSTDIR\${STALE}"}
    nsis.write_top(stage, tmp_path / "top.nsh")
    tops = re.findall(r'!insertmacro \$\{DO\} "(.*)"', (tmp_path / "top.nsh").read_text(encoding="utf-8"))
    assert tops == ["Sante100jours.exe", "lib", "licences", "msp-desktop.exe", "runtime"]


def test_setup_writes_every_file_and_tells_the_one_that_is_refused(stage: Path, tmp_path: Path) -> None:
    (stage / "lib" / "prix $2.txt").write_bytes(b"")
    nsis.write_files(stage, tmp_path / "files.nsh")
    text = (tmp_path / "files.nsh").read_text(encoding="utf-8")
    assert re.findall(r'Written "(.*)"', text) == ["Sante100jours.exe", r"lib\prix $$2.txt", r"lib\é\a.pyc"]
    assert text.index(r'SetOutPath "$INSTDIR\${FRESH}\lib\é"') < text.index('File "/oname=a.pyc"')


def test_the_exit_codes_are_those_documented() -> None:
    codes = set(re.findall(r"SetErrorLevel (\d+)", SCRIPT)) | set(re.findall(r'Stop "[^"]*" (\d+)', SCRIPT))
    assert codes == {"0", "10", "11", "12", "13", "14", "15", "16"}
    for page in ("packaging/README.md", "docs/installer-informatique.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert [code for code in sorted(codes) if f"| {code} |" not in text] == [], page


def test_the_hidden_word_and_the_editor_are_the_programs_own() -> None:
    assert own_copy.WORD == names.REMOVE_OWN
    assert own_copy.UNINSTALLER in SCRIPT
    assert names.PUBLISHER != names.PROGRAM


def test_the_msi_asks_for_windows_1809_and_for_no_setup_and_remembers_what_it_was_told(stage: Path) -> None:
    root = ET.fromstring(msi.describe(stage, "1.2.3"))
    conditions = [element.text for element in root.iter(f"{WIX}Condition")]
    assert conditions == ["Installed OR WINDOWSBUILD >= 17763", "Installed OR NOT SETUPVERSION"]
    values = {(e.get("Key"), e.get("Name")): e.get("Value") for e in root.iter(f"{WIX}RegistryValue")}
    for name, value in msi.REMEMBERED.items():
        assert values[(msi.OURS, value)] == f"[{name}]"
    assert values[(msi.APP_PATHS, None)] == f"[INSTALLDIR]{names.EXE}"
    messages = [element.get("Message") or "" for element in root.iter(f"{WIX}Condition")]
    assert all(message.encode("cp1252") and "'" not in message for message in messages)


def test_the_accents_of_names_reach_the_programs_resources() -> None:
    assert resource_text("Équipe Santé 100 jours") == r"\311quipe Sant\351 100 jours"


@pytest.mark.needs("x86_64-w64-mingw32-gcc")
def test_the_programs_say_who_makes_them(tmp_path: Path) -> None:
    for program in build_launchers(tmp_path, "1.2.3"):
        with pefile.PE(str(program)) as read:
            (table,) = [entry for group in read.FileInfo for entry in group if hasattr(entry, "StringTable")]
            said = {key.decode(): value.decode() for key, value in table.StringTable[0].entries.items()}
        assert (said["CompanyName"], said["ProductName"]) == (names.PUBLISHER, names.PROGRAM)
        assert said["FileVersion"] == "1.2.3"


def test_what_wixl_cannot_write_is_put_into_the_msi() -> None:
    queries = [*msi_finish.queries()]
    assert "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'" in queries
    for condition in ('DESKTOP = "1"', 'ASSOCIATE <> "0"'):
        assert any(f"'{condition} OR REMOVE = \"ALL\"'" in query for query in queries)
    for name in msi.REMEMBERED:
        assert any(f"'WAS_{name} AND NOT {name}', 6" in query for query in queries)


def test_the_msi_holds_every_file_once_with_lasting_identifiers(stage: Path) -> None:
    text = msi.describe(stage, "1.2.3")
    assert text == msi.describe(stage, "1.2.3")
    root = ET.fromstring(text)
    sources = [element.get("Source") for element in root.iter(f"{WIX}File")]
    assert sources == ["stage/Sante100jours.exe", "stage/lib/é/a.pyc"]
    product = root.find(f"{WIX}Product")
    assert product is not None
    assert product.get("UpgradeCode") == msi.UPGRADE_CODE
    assert product.get("Id") != ET.fromstring(msi.describe(stage, "1.2.4")).find(f"{WIX}Product").get("Id")
    guids = [element.get("Guid") for element in root.iter(f"{WIX}Component")]
    assert len(guids) == len(set(guids)) == 6


@pytest.mark.needs("wixl", "msibuild", "msiinfo")
def test_the_msi_is_in_french_and_remembers_and_comes_back_where_its_upgrade_fails(stage: Path, tmp_path: Path) -> None:
    package = build_msi(stage, stage.parent, tmp_path, "1.2.3", None)

    def told(*words: str) -> str:
        return subprocess.run(["msiinfo", *words], capture_output=True, text=True, encoding="utf-8", check=True).stdout

    summary = told("suminfo", str(package))
    assert "x64;1036" in summary
    assert f"Author: {names.PUBLISHER}" in summary
    again = build_msi(stage, stage.parent, tmp_path, "1.2.3", None)
    assert re.findall("Revision.*", told("suminfo", str(again))) == re.findall("Revision.*", summary)
    sequence = dict(re.findall(r"^(\w+)\t[^\t]*\t(\d+)", told("export", str(package), "InstallExecuteSequence"), re.M))
    order = [
        int(sequence[name]) for name in ("InstallInitialize", "RemoveExistingProducts", "RemoveFiles", "InstallFiles")
    ]
    assert order == sorted(order)
    assert int(sequence["AppSearch"]) < int(sequence["WasINSTALLDIR"]) < int(sequence["LaunchConditions"])
    assert int(sequence["WasDESKTOP"]) < int(sequence["PlainDESKTOP"])
    conditions = re.findall(r"\t324\t([^\t]*)\t", told("export", str(package), "Component"))
    assert conditions == ['DESKTOP = "1" OR REMOVE = "ALL"', 'ASSOCIATE <> "0" OR REMOVE = "ALL"']
    properties = dict(
        line.split("\t")[:2] for line in told("export", str(package), "Property").splitlines() if "\t" in line
    )
    assert properties["ARPNOMODIFY"] == "1"
    assert set(msi.REMEMBERED) <= set(properties["SecureCustomProperties"].split(";"))


def test_a_zip_depends_on_nothing_but_its_contents(
    stage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    entries = [("b.txt", stage / names.EXE), ("a.txt", stage / "lib" / "é" / "a.pyc")]
    write_zip(tmp_path / "one.zip", entries)
    (stage / names.EXE).touch()
    write_zip(tmp_path / "two.zip", entries[::-1])
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_portable_zip_carries_its_marker(stage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    target = build_portable(stage, stage.parent, tmp_path, "1.2.3")
    with zipfile.ZipFile(target) as archive:
        assert f"{names.APP_ID}/{names.PORTABLE_MARKER}" in archive.namelist()
        assert archive.read(f"{names.APP_ID}/{names.EXE}") == b"MZ"


def test_the_manifest_says_when_a_file_changed(stage: Path, tmp_path: Path) -> None:
    before = write_manifest(stage, tmp_path / "SHA256SUMS")
    assert "  lib/é/a.pyc\n" in (tmp_path / "SHA256SUMS").read_text(encoding="utf-8")
    assert write_manifest(stage, tmp_path / "SHA256SUMS") == before
    (stage / names.EXE).write_bytes(b"autre")
    assert write_manifest(stage, tmp_path / "SHA256SUMS") != before


def test_a_setup_over_its_bar_stops_the_build(stage: Path, tmp_path: Path) -> None:
    setup = tmp_path / "setup.exe"
    with setup.open("wb") as file:
        file.truncate(names.MOST_SETUP_MB * 1_000_000 + 1)
    check_bars(stage, setup, fast=True)
    with pytest.raises(BuildError, match=f"over {names.MOST_SETUP_MB}"):
        check_bars(stage, setup, fast=False)


def test_a_file_that_is_not_the_pinned_one_stops_the_build(stage: Path) -> None:
    with pytest.raises(BuildError, match="is pinned"):
        expect_sha256(stage / names.EXE, "0" * 64)
