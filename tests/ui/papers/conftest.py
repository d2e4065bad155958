"""The window on the sample dossier, and what stands in at the border: a mail program, a printer."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.services.departures import say_all_invited
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers import printing
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.shell import papers
from tests.conftest import NOW
from tests.dossiers import open_sample


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the sample dossier."""
    opened = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(opened)
    opened.resize(1366, 697)
    opened.show_store(open_sample(tmp_path))
    opened.show()
    qtbot.waitExposed(opened)
    yield opened
    opened.close_dossier()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """What the dialogs of documents are given."""
    made = papers._desk(window)
    assert made is not None
    return made


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """The meeting to come: guests, points, a date."""
    return next(row for row in desk.workspace.reader.all(Meeting) if row.state is MeetingState.PLANNED)


@pytest.fixture
def uninvited(desk: Desk, meeting: Meeting) -> Meeting:
    """The meeting to come, no invitation of which left."""
    say_all_invited(desk.workspace.store, meeting.id, None)
    return desk.workspace.reader.one(Meeting, meeting.id)


class MailProgram:
    """A program named thunderbird that writes down how it was started."""

    def __init__(self, folder: Path) -> None:
        self.started = folder / "started.jsonl"
        program = folder / "thunderbird"
        program.write_text(
            f"#!{sys.executable}\nimport json, sys\n"
            f"open({str(self.started)!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n",
            encoding="utf-8",
        )
        program.chmod(0o755)

    def calls(self, count: int) -> list[list[str]]:
        """Return the words of each start, in order, once it was started so many times."""
        end = time.monotonic() + 10
        while True:
            lines = self.started.read_text(encoding="utf-8").splitlines() if self.started.exists() else []
            if len(lines) >= count or time.monotonic() > end:
                assert len(lines) == count
                return [json.loads(line) for line in lines]
            time.sleep(0.02)


@pytest.fixture
def mail_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MailProgram:
    """The only mail program of this computer."""
    folder = tmp_path / "programmes"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return MailProgram(folder)


@pytest.fixture
def no_mail_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without any mail program."""
    monkeypatch.setenv("PATH", str(tmp_path / "rien"))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that stopped the work."""
    said: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.shell.messages.tell", lambda _parent, sentence: said.append(sentence))
    return said


Printer = Callable[..., Path]


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    """Put a printer on the table: give what it changes on itself, get where its paper comes out."""

    def plug_in(
        change: Callable[[QPrinter], None] = lambda _printer: None,
        out: Path | None = None,
        kind: type[QPrinter] = QPrinter,
        dots: int = 100,
    ) -> Path:
        paper = out or tmp_path / "imprimante.pdf"

        def chosen(_parent: QWidget, _title: str, _pages: int) -> QPrinter:
            made = kind(QPrinter.PrinterMode.HighResolution)
            made.setResolution(dots)  # a page at 300 an inch takes half a second, and copies are many
            made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            made.setFullPage(True)
            made.setOutputFileName(str(paper))
            change(made)
            return made

        monkeypatch.setattr(printing, "printer_names", lambda: ["Imprimante de la mairie"])
        monkeypatch.setattr(printing, "choose_printer", chosen)
        return paper

    return plug_in
