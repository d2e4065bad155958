"""The installers say the same thing as the program."""

from __future__ import annotations

import gettext
import re
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from build_hook import BuildHook
from winbuild import msi, names
from winbuild.compiling import write_zip
from winbuild.installers import build_portable
from winbuild.report import check_bars, write_manifest
from winbuild.steps import BuildError, expect_sha256

import msp_desktop
from msp_desktop import paths

ROOT = Path(__file__).parents[2]
SCRIPT = (ROOT / "packaging" / "nsis" / "setup.nsi").read_text(encoding="utf-8")
WORDS = (ROOT / "packaging" / "nsis" / "words.nsh").read_text(encoding="utf-8")
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


def test_setup_removes_only_its_own_folders() -> None:
    removed = re.findall(r'RMDir /r "\$INSTDIR\\?(\w*)"', SCRIPT)
    assert sorted(removed) == ["lib", "licences", "runtime"]


def test_the_exit_codes_are_those_documented() -> None:
    codes = set(re.findall(r"SetErrorLevel (\d+)", SCRIPT))
    page = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8")
    assert codes == {"10", "11", "12", "13"}
    assert all(f"| {code} |" in page for code in codes)


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
    assert len(guids) == len(set(guids)) == 4


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
