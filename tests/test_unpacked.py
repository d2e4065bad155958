"""What is read by its path is found beside the code, or beside the archive that holds it."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.unpacked import folder_of


def test_a_module_in_a_folder_has_its_data_beside_it(tmp_path: Path) -> None:
    assert folder_of(str(tmp_path / "msp_desktop" / "paths.py")) == tmp_path / "msp_desktop"


def test_a_module_in_an_archive_has_them_beside_the_archive(tmp_path: Path) -> None:
    inside = tmp_path / "lib" / "modules.zip" / "msp_desktop" / "db" / "admission.pyc"
    assert folder_of(str(inside)) == tmp_path / "lib" / "msp_desktop" / "db"


def test_nothing_of_ours_looks_beside_its_code_by_itself() -> None:
    """In the installed program a module's own path leads into the archive, where no file can be opened."""
    for path in (Path(__file__).parents[1] / "msp_desktop").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.count("__file__") == text.count("folder_of(__file__)") or path.name == "unpacked.py", path
