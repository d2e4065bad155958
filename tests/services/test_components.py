"""Every component is named with its version and a licence one can read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from cyclonedx.spdx import is_supported_id

from msp_desktop import i18n
from msp_desktop.formats.text import fold_spaces
from msp_desktop.services.bundled_packages import bundled_packages, key_of, packages_in
from msp_desktop.services.components import components, entries, in_english

ROOT = Path(__file__).parents[2]
SITE = Path(sysconfig.get_paths()["purelib"])
#: What the project itself asks for, and what that brings: nothing bundled may be missing from the list.
RUNTIME = {
    "alembic", "babel", "et_xmlfile", "icalendar", "lxml", "Mako", "MarkupSafe", "msgspec", "openpyxl", "pillow", "platformdirs",
    "pycryptodome", "pypdf", "PySide6_Essentials", "PySide6_Pdf", "python-dateutil", "python-docx", "reportlab", "shiboken6", "six",
    "SQLAlchemy", "typing_extensions",
}  # fmt: skip
OTHERS = {"Python", "Qt", "SQLite", "Qt PDF", "Cent Jours Texte (police)", "Cent Jours Repli (police)"}
LGPL = {"Qt", "Qt PDF", "PySide6_Essentials", "PySide6_Pdf", "shiboken6"}


def test_every_component_is_there_with_a_licence_one_can_read() -> None:
    found = {component.name: component for component in components("6.12.0", windows=True)}
    assert set(found) >= RUNTIME | OTHERS | {"Santé 100 jours", "Communes de France (données)"}
    for component in found.values():
        assert component.licence not in ("", "?"), component.name
        assert component.copyright, component.name
        assert len(component.text) > 200, component.name
    assert next(iter(found)) == "Santé 100 jours"
    assert found["Qt"].version == "6.12.0"
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in found["Python"].text
    assert "Concédant" in found["Communes de France (données)"].text
    assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 2.1" in found["GNU libiconv"].text


def test_parts_stand_in_the_order_one_looks_for_them() -> None:
    """« Équations » among the e's, not after the z's."""
    names = [part.name for part in components("6.12.0", windows=True) if part.within == "Qt"]
    assert (
        names.index("Emoji Segmenter") < names.index("Équations d’animation de Robert Penner") < names.index("FreeType")
    )


def test_nobody_s_name_is_cut_from_a_longer_line() -> None:
    """Whose a thing is may be read in its text: a line that goes on below, or another's inside it, is written in the list."""
    for component in components("6.12.0", windows=True):
        assert not component.copyright.endswith((",", ";", " and", "(")), component.name
        assert not component.copyright.startswith("Copyright (c) 1991 - 1995"), component.name


#: What French looks like, and what looks like it and is a name.
FRENCH = re.compile(
    r"[éèêàçôûîâœ«»]|\b[ldn]’|\b(?:et|les|des|du|la|le|un|une|dans|par|pour|police|données|domaine|auteurs|qui|que)\b",
    re.IGNORECASE,
)
NAMES = ("Santé 100 jours", "Université catholique de Louvain", "Code officiel géographique")


def test_in_english_nothing_of_the_list_is_french() -> None:
    french = components("6.12.0", windows=True)
    i18n.install("en")
    try:
        english = components("6.12.0", windows=True)
        told = {part.place: [part.id, part.licence, part.note, part.authors] for part in english}
    finally:
        i18n.install("fr")
    assert sorted(told) == sorted(part.place for part in french)
    for place, texts in told.items():
        for text in texts:
            for name in NAMES:
                text = text.replace(name, "")
            assert not FRENCH.search(text), (place, text)
    assert told["Qt/Équations d’animation de Robert Penner"][:2] == [
        "Robert Penner’s easing equations (in Qt)",
        "BSD-3-Clause",
    ]


def test_each_english_text_is_of_a_french_one_that_is_there() -> None:
    whole, authors = in_english()
    there = {fold_spaces(text) for entry in entries() for text in entry.values() if isinstance(text, str)}
    assert set(whole) <= there
    for part in authors:
        assert any(part in entry.get("copyright", "") for entry in entries()), part


def test_qt_is_under_the_lgpl_and_says_where_its_very_sources_are() -> None:
    found = {component.name: component for component in components("6.12.0", windows=True)}
    for name in LGPL:
        assert found[name].spdx == "LGPL-3.0-only"
        assert "LESSER GENERAL PUBLIC LICENSE" in found[name].text
        assert "GNU GENERAL PUBLIC LICENSE" in found[name].text
        assert all("6.12.0" in address for address in found[name].sources)
        assert found[name].sources, name
    assert found["PySide6_Pdf"].sources[0].endswith("PySide6-6.12.0-src/pyside-setup-everywhere-src-6.12.0.tar.xz")


def test_the_commercial_notice_of_the_windows_wheels_is_never_shown(tmp_path: Path) -> None:
    """The wheels for Windows carry it as their licence's file; those for Linux, which tests run on, carry none."""
    folder = tmp_path / "pyside6_essentials-6.12.0.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "licenses" / "LicenseRef-Qt-Commercial.txt").write_text("Qt Commercial License terms apply", "utf-8")
    (folder / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: PySide6_Essentials\nVersion: 6.12.0\n"
        "License-Expression: LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only\n"
        "License-File: LicenseRef-Qt-Commercial.txt\n",
        "utf-8",
    )
    packages = packages_in(str(tmp_path))
    assert packages["pyside6-essentials"].texts() == ("Qt Commercial License terms apply",)
    found = {component.name: component for component in components("6.12.0", packages=packages)}
    assert "Commercial" not in found["PySide6_Essentials"].text
    assert "LESSER GENERAL PUBLIC LICENSE" in found["PySide6_Essentials"].text
    assert found["PySide6_Essentials"].licence == "LGPL-3.0-only"


def test_every_licence_is_named_as_spdx_names_it() -> None:
    for entry in entries():
        words = re.split(r"[ ()]+", entry["licence"])
        unknown = [word for word in words if word not in ("", "AND", "OR", "WITH") and not is_supported_id(word)]
        assert all(word.startswith("LicenseRef-") for word in unknown), (entry, unknown)
        assert not unknown or "words" in entry, entry


def test_every_dependency_here_has_its_entry() -> None:
    known = {key_of(entry["package"]) for entry in entries() if "package" in entry}
    assert set(bundled_packages()) - {"msp-desktop"} <= known


def test_an_entry_says_what_the_package_itself_says() -> None:
    """A package that changes its licence is looked at again."""
    qt = {key_of(name) for name in LGPL}
    mine = {key_of(entry["package"]): entry["licence"] for entry in entries() if "package" in entry}
    said = {key: package.licence for key, package in bundled_packages().items() if key in mine and key not in qt}
    assert {key: mine[key] for key, licence in said.items() if licence not in ("?", mine[key])} == {}


def test_tools_of_ours_that_are_not_bundled_are_not_listed() -> None:
    names = {component.name for component in components("6.12.0", windows=False)}
    assert not names & {
        "pytest",
        "mypy",
        "ruff",
        "hypothesis",
        "coverage",
        "pip",
        "NSIS (installation et désinstallation)",
    }


@pytest.mark.posix("symbolic links that anybody may make")
@pytest.mark.parametrize("with_ours", [True, False], ids=["with our metadata", "without"])
def test_a_trimmed_bundle_says_as_much(tmp_path: Path, with_ours: bool) -> None:
    """A bundle keeps of each package only METADATA and its licences."""
    kept = {component.id: component for component in components("6.12.0")}
    for folder in SITE.glob("*.dist-info"):
        name = folder.name.partition("-")[0]
        wanted = {word.lower().replace("-", "_") for word in RUNTIME} | ({"msp_desktop"} if with_ours else set())
        if name.lower() not in wanted:
            continue
        into = tmp_path / folder.name
        into.mkdir()
        for path in folder.iterdir():
            if path.name == "METADATA" or "licen" in path.name.lower():
                copy = shutil.copytree if path.is_dir() else shutil.copy
                copy(path, into / path.name)
    (tmp_path / "msgspec").symlink_to(SITE / "msgspec")  # the code under test needs it
    script = (
        "import json, sys\n"
        f"sys.path = [{str(tmp_path)!r}, {str(ROOT)!r}, *sys.path]\n"
        "from msp_desktop.services.components import components\n"
        "print(json.dumps([[c.id, c.version, c.licence, c.text] for c in components('6.12.0')]))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, encoding="utf-8", check=True)
    found = {row[0]: row[1:] for row in json.loads(done.stdout)}
    assert set(found) >= RUNTIME | OTHERS
    for name in RUNTIME | OTHERS | {"Santé 100 jours"}:
        assert found[name][:2] == [kept[name].version, kept[name].licence], name
        assert kept[name].text.startswith(found[name][2]), name
        assert len(found[name][2]) > 200, name
