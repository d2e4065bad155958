"""A file that nobody's entry covers, an entry for nothing, a library unsaid: each is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

from winbuild.accounted import complaints, staged_names, staged_programs, versions_in

from msp_desktop.services.components import Component

WHOLE = Component("Qt", "6.12.0", "LGPL", "LGPL-3.0-only", files=("lib/PySide6/*", "lib/PySide6/Qt6*.dll"))
PART = Component(
    "libpng",
    "",
    "Libpng",
    "Libpng",
    within="Qt",
    files=("lib/PySide6/Qt6Gui.dll",),
    proof="libpng limit",
    number=r"\x00(1\.6\.\d+)\x00",
)
PACKAGE = Component("python-dateutil", "2.9.0", "BSD", "BSD-3-Clause", package=True, files=("lib/dateutil/*",))
NAMES = ["lib/PySide6/Qt6Gui.dll", "lib/dateutil/tz.pyc", "lib/python_dateutil-2.9.0.dist-info/METADATA"]
GUI = {"lib/PySide6/Qt6Gui.dll": b"..\x001.6.58\x00..libpng limit.."}
ALL = [WHOLE, PART, PACKAGE]


def test_what_the_list_covers_is_let_through() -> None:
    assert complaints(NAMES, GUI, ALL) == []
    assert versions_in(GUI, ALL) == {"Qt/libpng": "1.6.58"}


def test_a_file_of_nobody_is_told() -> None:
    """Each kind of place: a folder, a single module, a part of a known library's name, a package's metadata, a program."""
    for name in (
        "lib/strange/a.pyc",
        "lib/strange.pyc",
        "lib/PySide6x/a",
        "lib/other-1.0.dist-info/METADATA",
        "extra.exe",
    ):
        assert complaints([*NAMES, name], GUI, ALL) == [f"{name}: no entry says whose it is"]


def test_a_package_s_folder_speaks_for_its_modules_alone() -> None:
    """What a later version brings along is seen: a library, a font, data, an archive, a script, even where it is at home."""
    for name in (
        "libother.dll",
        "_other.cp313-win_amd64.pyd",
        "fonts/Other.pfb",
        "a.ttf",
        "data.dat",
        "a.js",
        "a.zip",
        "b",
    ):
        there = f"lib/dateutil/{name}"
        assert complaints([*NAMES, there], GUI, ALL) == [f"{there}: no entry says whose it is"]
    assert complaints([*NAMES, "lib/dateutil/more/a.pyc", "lib/dateutil/b.py"], GUI, ALL) == []
    for name in ("a.dll", "licenses/A.PYD", "licenses/a.ttf", "a.js"):
        there = f"lib/python_dateutil-2.9.0.dist-info/{name}"
        assert complaints([*NAMES, there], GUI, ALL) == [f"{there}: no entry says whose it is"]


def test_a_name_without_a_dot_speaks_for_such_names_alone() -> None:
    """Time zones have no suffix: what has one beside them is something else."""
    zones = Component("tzdata", "1", "MIT", "MIT", files=("lib/zones/[A-Z]*",))
    assert complaints(["lib/zones/Europe/Paris", "lib/zones/UTC"], {}, [zones]) == []
    for name in ("lib/zones/Europe/a.dll", "lib/zones/A.ttf", "lib/zones/Other.zip"):
        assert f"{name}: no entry says whose it is" in complaints([name], {}, [zones])


def test_a_version_that_is_no_longer_read_is_told() -> None:
    """Lists of faults ask for it: a library whose version moves from where it was must not lose it without a word."""
    assert complaints(NAMES, {"lib/PySide6/Qt6Gui.dll": b"..\x001.8.0\x00..libpng limit.."}, ALL) == [
        "Qt/libpng: its version is no longer where « number » reads it"
    ]


def test_a_part_s_files_do_not_speak_for_its_whole() -> None:
    assert complaints(NAMES, GUI, [PART, PACKAGE]) == ["lib/PySide6/Qt6Gui.dll: no entry says whose it is"]


def test_an_entry_of_nothing_is_told() -> None:
    gone = Component("Gone", "", "MIT", "MIT", files=("lib/gone/*",))
    assert complaints(NAMES, GUI, [*ALL, gone]) == ["/Gone: nothing of it is bundled, take its entry away"]


def test_a_library_that_is_no_longer_inside_or_is_inside_another_too_is_told() -> None:
    assert complaints(NAMES, {"lib/PySide6/Qt6Gui.dll": b"no picture"}, ALL) == [
        "Qt/libpng: « libpng limit » is not in its files"
    ]
    names = [*NAMES, "lib/PySide6/Qt6Pdf.dll"]
    found = complaints(names, GUI | {"lib/PySide6/Qt6Pdf.dll": b"libpng limit"}, ALL)
    assert found == ["lib/PySide6/Qt6Pdf.dll: contains libpng, and no entry says so"]


def test_a_version_written_in_wide_letters_is_read() -> None:
    wide = Component(
        "libffi", "", "MIT", "MIT", within="Qt", files=("*.dll",), number=r"f\x00i\x00-\x00((?:[.\d]\x00)+)"
    )
    assert versions_in({"a.dll": "ffi-3.4.4)".encode("utf-16-le")}, [wide]) == {"Qt/libffi": "3.4.4"}


def test_a_version_written_as_one_number_is_told_as_one_says_it() -> None:
    library = Component("libxml2", "", "MIT", "MIT", within="lxml", files=("*.pyd",), number=r"\x00(2)(\d\d)(\d\d)\x00")
    assert versions_in({"etree.pyd": b"..\x0021109\x00.."}, [library]) == {"lxml/libxml2": "2.11.9"}
    assert versions_in({"etree.pyd": b"..\x00121109\x00.."}, [library]) == {}


def test_libraries_in_a_zip_are_looked_at_as_if_they_lay_beside_it(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "runtime").mkdir()
    for place in ("lib/lib.zip", "runtime/python313.zip"):
        with zipfile.ZipFile(tmp_path / place, "w") as archive:
            archive.writestr("strange/a.pyc", "")
    (tmp_path / "lib" / "a.pyd").write_bytes(b"MZ")
    assert staged_names(tmp_path) == ["lib/a.pyd", "lib/lib.zip", "lib/strange/a.pyc", "runtime/python313.zip"]
    assert staged_programs(tmp_path) == {"lib/a.pyd": b"MZ"}
