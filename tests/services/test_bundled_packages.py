"""What the packages' metadata say, here and in a folder that was built."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.services.bundled_packages import bundled_packages, key_of, package_version, packages_in


def test_ours_and_what_it_asks_for_are_found_and_nothing_else() -> None:
    found = bundled_packages()
    assert {"msp-desktop", "sqlalchemy", "lxml", "python-docx"} <= set(found)
    assert not set(found) & {"pytest", "ruff", "mypy"}
    assert found["sqlalchemy"].version == package_version("SQLAlchemy")
    assert found["sqlalchemy"].licence == "MIT"
    assert "Permission is hereby granted" in found["sqlalchemy"].texts()[0]


def test_names_are_compared_as_packages_names_are() -> None:
    assert key_of("PySide6_Essentials") == key_of("pyside6.essentials") == "pyside6-essentials"
    assert package_version("no-such-package") == ""


def test_the_packages_of_a_folder_are_those_of_that_folder_alone(tmp_path: Path) -> None:
    folder = tmp_path / "old_one-1.0.dist-info"
    folder.mkdir()
    (folder / "LICENCE.rst").write_text("\nSome licence\n", "utf-8")
    (folder / "METADATA").write_text("Name: old-one\nVersion: 1.0\nLicense-File: LICENCE.rst\n", "utf-8")
    (package,) = packages_in(str(tmp_path)).values()
    assert (package.name, package.version, package.licence) == ("old-one", "1.0", "?")
    assert package.texts() == ("Some licence",)


@pytest.mark.parametrize(
    ("lines", "sources"),
    [
        (("Project-URL: Homepage, https://a.fr", "Project-URL: Source Code, https://a.fr/git"), "https://a.fr/git"),
        (("Project-URL: Documentation, https://a.fr/doc", "Home-page: https://a.fr"), "https://a.fr"),
        (("Project-URL: Repository,https://a.fr/{x}",), "https://a.fr/{x}"),
        ((), ""),
    ],
)
def test_where_its_sources_are_is_what_its_own_project_says(
    lines: tuple[str, ...], sources: str, tmp_path: Path
) -> None:
    folder = tmp_path / "a-1.0.dist-info"
    folder.mkdir()
    head = ("Metadata-Version: 2.4", "Name: a", "Version: 1.0", *lines)
    (folder / "METADATA").write_text("\n".join(head) + "\n", encoding="utf-8")
    assert packages_in(str(tmp_path))["a"].sources == sources
