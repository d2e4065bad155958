"""The house stays as drawn: import contracts, one place for Qt, SQL and PDF."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from msp_desktop.db.dossier import close_dossier
from tests.dossiers import open_sample

ROOT = Path(__file__).parent.parent
#: Classes of Qt that take long to make for Python, each when it is first named or returned: not before the first paint.
SLOW = {"QStyle", "QMessageBox", "QFileDialog", "QCalendarWidget"}
#: What is loaded once the window is painted.
HEAVY = {"sqlalchemy", "reportlab", "babel", "alembic", "openpyxl", "docx", "pypdf", "Crypto", "icalendar", "holidays"}


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--config", "pyproject.toml", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_first_screen_needs_no_heavy_library() -> None:
    """What the window imports before it is painted must not drag in what makes it slow."""
    script = (
        "import sys, importlib, msp_desktop.app, msp_desktop.ui.main_window, msp_desktop.ui.tabs.timeline.tab as tab\n"
        "[importlib.import_module(name) for name in tab.PANEL]\n"
        f"print(sorted({HEAVY!r} & {{name.partition('.')[0] for name in sys.modules}}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_the_window_and_its_shell_know_nothing_private_of_each_other() -> None:
    files = [ROOT / "msp_desktop" / "ui" / "main_window.py", *(ROOT / "msp_desktop" / "ui" / "shell").glob("*.py")]
    found = [
        f"{path.name}:{node.lineno}: {ast.unparse(node)}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and ast.unparse(node.value) != "self"
    ]
    assert found == []


def test_a_dossier_is_painted_before_any_heavy_library_is_needed(tmp_path: Path) -> None:
    """The window really opened on the sample and painted: a service that asks through SQLAlchemy too early shows here."""
    store = open_sample(tmp_path)
    close_dossier(store)
    script = (
        "import sys\n"
        "from datetime import datetime\n"
        "from pathlib import Path\n"
        "from msp_desktop.ui.start import make_application, make_window\n"
        "app = make_application(sys.argv)\n"
        "window = make_window(Path(sys.argv[1]), datetime(2026, 4, 28, 14, 32))\n"
        "window.show()\n"
        "app.processEvents()\n"
        "assert not window.grab().isNull()\n"
        "from PySide6 import QtWidgets\n"
        f"print(sorted({HEAVY!r} & {{name.partition('.')[0] for name in sys.modules}}), {SLOW!r} & {{*vars(QtWidgets)}})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(store.path)], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "[] set()"


#: What may write a file some other way: the log and the dump of a crash, line by line and without anything of the
#: user's.
WRITERS = {"log/reports.py"}
#: What writes, copies or makes files and folders whatever becomes of them.
CARELESS = {
    *("write_text", "write_bytes", "touch", "mkdir", "makedirs", "copyfile", "copy2", "copytree"),
    *("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory"),
    *("QSaveFile", "QTemporaryFile", "QTemporaryDir", "QFile"),
}


def _is_careless(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in CARELESS or ast.unparse(node) in ("os.open", "shutil.copy", "shutil.move")
    if isinstance(node, ast.Name):
        return node.id in CARELESS
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "open":
        first = isinstance(node.func, ast.Name)  # its path comes before its mode
        given = [*node.args[first:], *(keyword.value for keyword in node.keywords if keyword.arg == "mode")]
        modes = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        return any(set(mode) <= set("rwaxbt+") and set(mode) & set("wax+") for mode in modes)
    return False


def test_files_are_written_in_one_way() -> None:
    """A file written half, where the disk is full or the power goes, would replace a good one, or lie open to all."""
    root = ROOT / "msp_desktop"
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if any(map(_is_careless, ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
    }
    # Where it is done with care: drafts and their folders, folders of ours, what a draft is filled with; and whole files
    # put in the recycle bin.
    filled = {"db/copies/write.py", "exchange/open_data/pack.py"}
    care = {"files/drafts.py", "paths.py", "ui/shell/recycle_bin.py"} | filled
    assert found - care == WRITERS


def test_what_writes_carelessly_is_seen() -> None:
    careless = (
        "Path('a').write_text('b')",
        "open('a', 'w')",
        "Path('a').open(mode='ab')",
        "shutil.copy(a, b)",
        "from tempfile import mkstemp\nmkstemp()",
        "QSaveFile(a)",
        "os.makedirs(a)",
    )
    careful = ("open('a')", "Path('a').open('rb')", "window.open('welcome')", "copy(a)", "zipfile.ZipFile(out, 'w')")
    seen = [source for source in (*careless, *careful) if any(map(_is_careless, ast.walk(ast.parse(source))))]
    assert seen == list(careless)


def test_no_widget_is_asked_for_its_neighbour() -> None:
    """PySide takes what a method returns for a child of the widget asked, and forgets it when that one goes.

    So it did with the window, found after the last widget of a page: its menus could not be used once the page was gone.
    """
    neighbours = {"nextInFocusChain", "previousInFocusChain", "buddy"}
    root = ROOT / "msp_desktop"
    found = {
        f"{path.relative_to(root).as_posix()}: {node.attr}"
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in neighbours
    }
    assert not found
