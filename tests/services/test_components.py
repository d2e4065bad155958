"""Every component is named with its version and a licence one can read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from msp_desktop.services.components import components, package_version

ROOT = Path(__file__).parents[2]
SITE = Path(sysconfig.get_paths()["purelib"])
#: What the project itself asks for, and what that brings: nothing bundled may be missing from the list.
RUNTIME = {
    "alembic", "babel", "et_xmlfile", "icalendar", "lxml", "Mako", "MarkupSafe", "msgspec", "openpyxl", "pillow", "platformdirs",
    "pycryptodome", "pypdf", "PySide6_Essentials", "PySide6_Pdf", "python-dateutil", "python-docx", "reportlab", "shiboken6", "six",
    "SQLAlchemy", "typing_extensions",
}  # fmt: skip
OTHERS = {"Python", "Qt", "SQLite", "PDFium (dans Qt PDF)", "Cent Jours Texte (police)", "Cent Jours Repli (police)"}


def test_every_component_is_there_with_a_licence_one_can_read() -> None:
    found = {component.name: component for component in components("6.12.0", windows=True)}
    assert set(found) >= RUNTIME | OTHERS | {"Santé 100 jours", "Communes de France (données)"}
    for component in found.values():
        assert component.licence not in ("", "?"), component.name
        assert len(component.text) > 200, component.name
    assert next(iter(found)) == "Santé 100 jours"
    assert found["Qt"].version == "6.12.0"
    for name in ("Qt", "PySide6_Essentials", "shiboken6"):
        assert "LESSER GENERAL PUBLIC LICENSE" in found[name].text
        assert "GNU GENERAL PUBLIC LICENSE" in found[name].text
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in found["Python"].text
    assert "Concédant" in found["Communes de France (données)"].text
    assert package_version("SQLAlchemy") == found["SQLAlchemy"].version


def test_tools_of_ours_that_are_not_bundled_are_not_listed() -> None:
    names = {component.name for component in components("6.12.0")}
    assert not names & {"pytest", "mypy", "ruff", "hypothesis", "coverage", "pip", "NSIS"}


@pytest.mark.parametrize("with_ours", [True, False], ids=["with our metadata", "without"])
def test_a_trimmed_bundle_says_as_much(tmp_path: Path, with_ours: bool) -> None:
    """A bundle keeps of each package only METADATA and its licences."""
    kept = {component.name: component for component in components("6.12.0")}
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
        "print(json.dumps([[c.name, c.version, c.licence, c.text] for c in components('6.12.0')]))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=True)
    found = {row[0]: row[1:] for row in json.loads(done.stdout)}
    assert set(found) >= RUNTIME | OTHERS
    for name in RUNTIME | OTHERS | {"Santé 100 jours"}:
        assert found[name][:2] == [kept[name].version, kept[name].licence], name
        assert kept[name].text.startswith(found[name][2]), name
        assert len(found[name][2]) > 200, name
