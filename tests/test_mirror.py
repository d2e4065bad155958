"""The tests mirror the program: one module for each that does something, by its public names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ROOT / "msp_desktop"
#: A module with fewer lines within its functions does nothing worth a test of its own.
LEAST = 40
#: Folders behind one door: what is in them is tested through it, in a module or a folder of the folder's name.
ONE_DOOR = (
    "db/migrations",
    "documents/blocks",
    "documents/tagging",
    "documents/word",
    "exchange/carried",
    "exchange/mailers",
    "files",
    "services/open_data",
    "services/sample_project",
    "ui/dialogs/small_forms",
    "ui/federation",
    "ui/forms",
    "ui/missions",
    "ui/paged",
    "ui/search",
    "ui/tabs/actors",
    "ui/tabs/inventory",
    "ui/tabs/meetings",
    "ui/tabs/project",
    "ui/tabs/referent",
    "ui/tabs/timeline",
)
#: Tested where they are used, each with the place.
ELSEWHERE = {
    "exchange/open_data/establishments.py": "exchange/open_data/test_finess.py",  # what both files of FINESS make of a line
    "db/mending.py": "services/test_recovery.py",  # what was read is made whole to be written again
    "db/salvage.py": "services/test_recovery.py",
    "db/selects.py": "db/test_reader.py",  # every question goes through the reader
    "db/transaction.py": "db/test_store.py",  # every change goes through the store
    "documents/coordinator.py": "papers/test_coordination.py",  # drawn from a dossier
    "documents/diagnosis_terms.py": "papers/test_coordination.py",
    "documents/draw.py": "documents/test_timeline.py",  # the strip's own strokes
    "documents/handover.py": "papers/test_handover.py",  # drawn from the whole dossier
    "services/handover_files.py": "services/test_handover.py",  # the parts of one paper
    "services/handover_people.py": "services/test_handover.py",
    "services/journal_book.py": "services/test_journal.py",  # read through the journal
    "services/sample_follow_up.py": "services/test_sample.py",
    "federation/base/rows.py": "federation/base/test_take.py",  # what is sent, as it is written there
    "federation/base/migrations/versions/f1_first.py": "federation/base/test_connect.py",  # a new base is made by it
    "ui/auto_test.py": "cli/test_commands.py",  # the journey is run by its command
    "ui/dialogs/two_cards.py": "ui/dialogs/test_duplicates.py",
    "ui/main_window.py": "ui/test_journeys.py",  # a window is what one does in it
    "ui/papers/copy_dialog.py": "ui/papers/test_send_dialog.py",
    "ui/papers/password_dialog.py": "ui/papers/test_print_dialog.py",
    "ui/papers/paper_list.py": "ui/papers/test_print_dialog.py",
    "ui/papers/printing.py": "ui/papers/test_print_run.py",
    "ui/shell/actions.py": "ui/test_journeys.py",
    "ui/shell/damaged_page.py": "ui/shell/test_damaged.py",
    "ui/shell/federation.py": "ui/federation/test_page.py",
    "ui/shell/vigilance_card.py": "ui/shell/test_vigilance_panel.py",  # a card is read and pressed in its panel
    "ui/shell/papers.py": "ui/papers/test_print_dialog.py",
    "ui/widgets/cell_delegate.py": "ui/widgets/test_record_table.py",
    "ui/widgets/cell_line.py": "ui/widgets/test_record_table.py",  # a cell is nothing without its table
    "ui/widgets/typing_field.py": "ui/widgets/test_line_field.py",
}


def behaviour(path: Path) -> int:
    """Return how many lines of a module stand within functions, docstrings left out."""
    lines: set[int] = set()
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            body = function.body[1:] if ast.get_docstring(function) is not None else function.body
            for statement in body:
                lines |= set(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1))
    return len(lines)


def has_tests(path: Path) -> bool:
    """Tell whether a module has its tests, at its own place or at that of the folder it is behind."""
    inside = path.relative_to(OURS)
    name = inside.parent.name if inside.stem == "__init__" else inside.stem
    if (ROOT / "tests" / inside.parent / f"test_{name}.py").exists():
        return True
    doors = (ROOT / "tests" / door for door in ONE_DOOR if inside.is_relative_to(door))
    return any((door.parent / f"test_{door.name}.py").exists() or [*door.glob("test_*.py")] for door in doors)


MODULES = [path for path in sorted(OURS.rglob("*.py")) if behaviour(path) > LEAST]


def test_every_module_that_does_something_has_its_tests_in_its_place() -> None:
    without = {path.relative_to(OURS).as_posix() for path in MODULES if not has_tests(path)}
    assert without == set(ELSEWHERE)
    assert [place for place in ELSEWHERE.values() if not (ROOT / "tests" / place).exists()] == []


@pytest.mark.parametrize("place", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.stem)
def test_tests_import_public_names_only(place: Path) -> None:
    private = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(place.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("msp_desktop")
        for alias in node.names
        if alias.name.startswith("_") and alias.name != "_" and not alias.name.startswith("__")
    ]
    assert private == []
