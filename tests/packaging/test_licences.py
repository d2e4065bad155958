"""What lies beside the program about licences: the list, the texts, the SBOM, made from one list."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from winbuild import licences, names, sbom
from winbuild.accounted import complaints, covers
from winbuild.lock import hashes, locked
from winbuild.steps import BuildError

from msp_desktop.services.bundled_packages import bundled_packages, key_of
from msp_desktop.services.components import Component, components, entries

ROOT = Path(__file__).parents[2]
#: What lies among our own files and comes from others.
DATA = {
    "Cent Jours Texte (police)",
    "Cent Jours Repli (police)",
    "Communes de France (données)",
    "Vacances scolaires (données)",
}


@pytest.fixture(scope="module")
def found() -> list[Component]:
    return components("6.12.0", windows=True, versions={"Qt/libpng": "1.6.58"})


def test_every_locked_wheel_has_its_entry() -> None:
    known = {key_of(entry["package"]) for entry in entries() if "package" in entry}
    assert set(locked()) <= known


def _ours() -> list[str]:
    """Return the names that all of ours has once bundled, but what the build compiles."""
    package = (path.relative_to(ROOT) for path in (ROOT / "msp_desktop").rglob("*") if path.is_file())
    data = (
        Path("msp_desktop/_data", path.relative_to(ROOT)) for path in (ROOT / "resources").rglob("*") if path.is_file()
    )
    return [Path("lib", path).as_posix() for path in (*package, *data)]


def test_every_file_of_ours_has_its_entry_and_one_from_elsewhere_among_them_is_told(found: list[Component]) -> None:
    mine = [
        component
        for component in found
        if any("msp_desktop" in word or "resources" in word for word in component.files)
    ]
    assert {component.name for component in mine} == {names.PROGRAM, *DATA}
    kept = _ours()
    # The rest of what is ours is made at the build.
    built = ["Sante100jours.exe", "msp-desktop.exe", "licences/LISEZ-MOI.txt"]
    assert complaints([*kept, *built], {}, mine) == []
    for name in (
        "fonts/Autre.ttf",
        "fonts/LICENCE-Autre.txt",
        "communes/rpps.tsv.xz",
        "sample/photo.jpeg",
        "a.js",
        "help/x.pdf",
    ):
        stranger = f"lib/msp_desktop/_data/resources/{name}"
        assert complaints([*kept, *built, stranger], {}, mine) == [f"{stranger}: no entry says whose it is"]
    assert complaints([*kept, *built, "lib/msp_desktop/tool.exe"], {}, mine) != []


def test_a_font_is_told_to_be_whose_it_says_itself(found: list[Component]) -> None:
    """Its licence's text comes from where it was found, which may bear another's name, or speak of what is not bundled."""
    fonts = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
    assert len(fonts) == 4
    for font in fonts:
        (whole,) = [part for part in found if covers(part, f"lib/msp_desktop/_data/resources/fonts/{font.name}")]
        said = (TTFont(font)["name"].getDebugName(0) or "").partition(" Modified:")[0]
        owners = re.findall(r"(?:©|Copyright \(c\)) (\d{4})(?: by)? ([A-Za-z ]+)", said)
        assert owners, font.name
        (text,) = whole.texts
        for year, owner in owners:
            assert re.search(rf"(?:©|Copyright \(c\)) {year}(?: by)? {owner}", text), (font.name, owner)
            assert f"© {year} {owner.strip()}" in whole.copyright, (font.name, owner)
        assert "GNU" not in text, font.name


def test_a_module_of_qt_that_is_under_the_gpl_alone_has_no_entry(found: list[Component]) -> None:
    """Qt's wheels bring them beside the others: the allow-list is not the only thing that keeps them out."""
    for name in (
        "Qt6Charts.dll",
        "QtCharts.pyd",
        "Qt6DataVisualization.dll",
        "QtGraphs.pyd",
        "Qt6VirtualKeyboard.dll",
        "plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "opengl32sw.dll",
        "translations/qtdeclarative_fr.qm",
    ):
        place = f"lib/PySide6/{name}"
        assert f"{place}: no entry says whose it is" in complaints([place], {}, found), name
    for name in (
        "runtime/libcrypto-3.dll",
        "runtime/tcl86t.dll",
        "lib/PIL/_imagingft.cp313-win_amd64.pyd",
        "lib/PIL/_avif.pyd",
    ):
        assert f"{name}: no entry says whose it is" in complaints([name], {}, found), name
    for name in ("lib/reportlab/fonts/DarkGardenMK.pfb", "lib/reportlab/fonts/Vera.ttf"):
        assert f"{name}: no entry says whose it is" in complaints([name], {}, found), name


def test_data_of_the_state_are_told_with_their_day(found: list[Component]) -> None:
    """The Licence Ouverte asks for whose they are and the day they were last changed."""
    for component in found:
        if "etalab" in component.spdx:
            assert component.version
            assert component.copyright
            assert re.search(r"\b\d{1,2}(?:er)? \w+ \d{4}", component.note), component.name
    school = (ROOT / "resources" / "calendar" / "school.toml").read_text("utf-8")
    (holidays,) = [component for component in found if component.name == "Vacances scolaires (données)"]
    (version,) = re.findall(r"par holidays ([\d.]+)", school)
    assert f"» {version} (MIT)" in holidays.note.replace("\u00a0", " ")
    years = sorted(set(re.findall(r"^(?:begin|end) = (\d{4})", school, re.MULTILINE)))
    assert f"années {years[0]} à {years[-1]}" in holidays.note


def test_the_list_names_every_component_and_every_text_has_its_number(found: list[Component]) -> None:
    numbered = licences.numbered_texts(found)
    text = licences.readme(found, numbered)
    flat = " ".join(text.split())
    for component in found[1:]:
        assert f"\n{licences.said(component)} {component.version}".rstrip() + "\u00a0: " in text, component.name
        assert all(address in text for address in component.sources)
        assert " ".join(component.copyright.split()) in flat
    assert [number for number, _whose in numbered.values()] == list(range(1, len(numbered) + 1))
    assert "libpng (dans Qt) 1.6.58\u00a0: Libpng AND libpng-2.0" in text
    assert "Commercial" not in text
    assert not [line for line in text.splitlines() if "'" in line and "http" not in line and "Copyright" not in line]


def test_the_list_tells_how_to_replace_qt_where_its_sources_are_and_offers_them(found: list[Component]) -> None:
    head = licences.readme(found, licences.numbered_texts(found)).partition("CE QUI EST LIVRÉ")[0]
    for module in ("qtbase", "qtsvg", "qttranslations", "qtwebengine"):
        assert f"/6.12/6.12.0/submodules/{module}-everywhere-src-6.12.0.tar.xz" in head
    assert "PySide6-6.12.0-src/pyside-setup-everywhere-src-6.12.0.tar.xz" in head
    for words in (
        "Remplacer Qt",
        "Offre écrite\u00a0: pendant trois ans",
        "rétro-ingénierie",
        names.PUBLISHER,
        "GNU libiconv",
    ):
        assert words in head


def test_the_sbom_is_cyclonedx_and_says_licence_version_place_and_hash_of_each(
    found: list[Component], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    text = sbom.describe(found, bundled_packages())
    assert text == sbom.describe(found, bundled_packages())
    read = json.loads(text)
    assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
    assert read["metadata"]["component"]["name"] == names.PROGRAM
    tops = {component["name"]: component for component in read["components"]}
    inside = [part for component in tops.values() for part in component.get("components", ())]
    assert len(tops) + len(inside) == len(found) - 1
    assert all(component["licenses"] for component in [*tops.values(), *inside])
    (link,) = [link for link in tops["lxml"]["externalReferences"] if link["type"] == "distribution"]
    assert (link["url"], [one["content"] for one in link["hashes"]]) == (tops["lxml"]["purl"], hashes()["lxml"])
    (own,) = [link["url"] for link in tops["lxml"]["externalReferences"] if link["type"] == "website"]
    assert own == "https://github.com/lxml/lxml"
    (qt,) = {link["type"] for link in tops["PySide6_Pdf"]["externalReferences"]} - {"distribution"}
    assert qt == "source-distribution"
    assert tops["lxml"]["purl"] == f"pkg:pypi/lxml@{locked()['lxml']}"
    (libpng,) = [part for part in tops["Qt"]["components"] if part["name"] == "libpng"]
    assert libpng["cpe"] == "cpe:2.3:a:libpng:libpng:1.6.58:*:*:*:*:*:*:*"
    assert tops["Cent Jours Repli (police)"]["licenses"] == [{"expression": "Bitstream-Vera AND LicenseRef-Arev"}]
    assert tops["lxml"]["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]
    (runtime,) = tops["Microsoft Visual C++ Runtime"]["licenses"]
    assert runtime == {"license": {"name": "LicenseRef-Microsoft-Visual-Cpp-Runtime"}}
    references = [component["bom-ref"] for component in [*tops.values(), *inside]]
    assert len(set(references)) == len(references)
    (lxml,) = [row for row in read["dependencies"] if row["ref"].startswith("pkg:pypi/python-docx@")]
    assert f"pkg:pypi/lxml@{locked()['lxml']}" in lxml["dependsOn"]


@pytest.mark.needs("makensis")
def test_the_version_of_what_packs_the_setup_is_told(found: list[Component]) -> None:
    said = licences.builders()
    (place,) = [component.place for component in found if component.name.startswith("NSIS")]
    assert set(said) == {place}
    assert re.fullmatch(r"3\.\d+", said[place])


def test_an_sbom_that_the_schema_refuses_stops_the_build() -> None:
    sbom.check('{"bomFormat": "CycloneDX", "specVersion": "1.6"}')
    with pytest.raises(BuildError, match="not valid CycloneDX"):
        sbom.check('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "without a type"}]}')


def test_a_stage_with_a_stranger_in_it_is_not_built(tmp_path: Path) -> None:
    folder = tmp_path / "lib" / "pyside6_essentials-6.12.0.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Name: PySide6_Essentials\nVersion: 6.12.0\n", "utf-8")
    (tmp_path / "lib" / "stranger.dll").write_bytes(b"MZ")
    with pytest.raises(BuildError, match=r"lib/stranger\.dll: no entry says whose it is"):
        licences.write_licences(tmp_path)
    assert not (tmp_path / "licences").exists()
