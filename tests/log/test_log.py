"""The log says what ran and where it broke, never about whom."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from msp_desktop import __version__, log
from msp_desktop.app import run
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.engine import SCHEMA_VERSION
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.log import reports
from msp_desktop.log.file import LARGEST, OLDER
from msp_desktop.paths import data_folder
from msp_desktop.services.dossiers import new_dossier

COMMUNE, NAME, TELEPHONE = "Sainte-Discrète-sur-Gartempe", "Lavergnolle", "05 55 00 11 22"


@pytest.fixture(autouse=True)
def _silent_after() -> Iterator[None]:
    yield
    log.forget()
    reports.stop_watching()
    reports._told.clear()


def written() -> str:
    """Return all that the log's folder holds, names of files included."""
    files = sorted((data_folder() / log.FOLDER).iterdir())
    return "\n".join(f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in files)


def test_a_command_s_run_is_noted_by_names_of_ours_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / NAME / "dossier-discret.msp100"
    path.parent.mkdir()
    assert run(["new", str(path), "--commune", "23096", "--mandate-start", "2026-03-22"]) == 0
    assert run(["show", str(path)]) == 0
    assert run(["show", str(tmp_path / "absent.msp100")]) == 2
    text = written()
    for line in (
        f"start version={__version__}",
        "command new",
        f"dossier opened schema={SCHEMA_VERSION}",
        "dossier closed",
        "refused",
    ):
        assert line in text
    assert text.count("stop") == 3
    for secret in (NAME, "discret", "Guéret", "23096", "absent", str(tmp_path)):
        assert secret not in text
    assert "Guéret" in capsys.readouterr().out


def test_no_name_no_path_no_telephone_gets_in_even_through_a_fault(tmp_path: Path) -> None:
    with log.Running():
        path = tmp_path / f"{NAME}.msp100"
        store = new_dossier(path, Commune(name=COMMUNE, mandate_start=date(2026, 3, 22), day_zero=date(2026, 3, 22)))
        with store.write("Quelqu’un") as tx:
            tx.insert(Person(last_name=NAME, phone=TELEPHONE))
        close_dossier(store)
        log.command(f"{NAME} {TELEPHONE}")
        for error in (ValueError(f"{NAME} {TELEPHONE} {path}"), KeyError(COMMUNE)):
            try:
                raise error
            except (ValueError, KeyError) as caught:
                reports.write_report(log.fault(caught))
    text = written()
    for secret in (NAME, COMMUNE, "Discrète", TELEPHONE, TELEPHONE.replace(" ", ""), str(path), str(tmp_path)):
        assert secret not in text
    assert "fault ValueError at test_log.py:" in text
    assert "command ?" in text
    assert text.count("rapport_") == 2


def test_a_fault_names_its_cause_and_its_places_in_our_code(tmp_path: Path) -> None:
    log.begin()
    with pytest.raises(UserError) as caught:
        open_dossier(tmp_path / "nulle-part.msp100")
    words = log.fault(caught.value)
    assert words.startswith("FileNotFoundError at msp_desktop/db/opening.py:")
    assert "nulle-part" not in words
    second = RuntimeError("second")
    second.__cause__ = OSError("premier")
    assert [part.split(" at ")[0] for part in log.fault(second).split(" ; then ")] == ["OSError", "RuntimeError"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (r"C:\Users\j.lavergnolle\AppData\Local\Programs\Sante100jours\app\msp_desktop\ui\start.py", "ui/start.py"),
        ("/home/lavergnolle/.venv/lib/python3.13/site-packages/pypdf/reader.py", "pypdf/reader.py"),
        ("/home/lavergnolle/essai.py", "essai.py"),
    ],
)
def test_a_place_begins_at_its_package(path: str, shown: str) -> None:
    assert log.shown_path(path).removeprefix("msp_desktop/") == shown


def test_a_log_that_cannot_be_written_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    (data_folder() / log.FOLDER).write_text("un fichier à la place du dossier", encoding="utf-8")
    assert run(["show", "absent.msp100"]) == 2
    assert reports.watch_crashes() is None
    assert reports.write_report("ValueError at x.py:1 y") is None
    assert log.last_lines(5) == []
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_log_stays_small_and_its_older_files_few() -> None:
    log.begin()
    log.write_down()
    for _line in range(LARGEST * (OLDER + 3) // 60):
        log.dossier_closed()
    files = {path.name: path.stat().st_size for path in log.folder().iterdir()}
    assert set(files) == {"journal.txt", "journal.1.txt", "journal.2.txt"}
    assert max(files.values()) <= LARGEST


def test_what_the_log_needs_is_not_loaded_before_the_first_paint() -> None:
    script = (
        "import sys\nfrom msp_desktop import log\nimport msp_desktop.app, msp_desktop.ui.start\n"
        "import msp_desktop.ui.main_window\nlog.begin()\n"
        "print(sorted({'logging.handlers', 'socket', 'PySide6.QtNetwork', 'importlib.metadata'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.posix("permissions of its own")
def test_the_log_its_older_files_and_the_reports_are_their_owner_s_alone() -> None:
    log.begin()
    log.write_down()
    for _line in range(LARGEST * (OLDER + 3) // 60):
        log.dossier_closed()
    reports.write_report("ValueError in x.py:1")
    reports.watch_crashes()
    modes = [stat.S_IMODE(path.stat().st_mode) for path in log.folder().iterdir()]
    assert len(modes) >= 4
    assert set(modes) == {0o600}
