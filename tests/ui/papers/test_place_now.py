"""A server that no longer answers freezes nothing: each way to the folder of documents asks it in a thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from msp_desktop.db.copies import all_copies
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.week import week_of
from msp_desktop.paths import documents_path
from msp_desktop.services.copies import local_folder
from msp_desktop.services.produced import produced
from msp_desktop.services.reach import Reach, waiting_folder
from msp_desktop.ui.dialogs.copies import CopiesDialog
from msp_desktop.ui.dialogs.give_data import give_data
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers import place_now
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.print_dialog import PrintDialog
from msp_desktop.ui.papers.produced_dialog import ProducedDialog
from msp_desktop.ui.papers.week_dialog import WeekDialog
from msp_desktop.ui.shell import actions, copies, keeping, papers
from msp_desktop.ui.widgets import patience
from tests.conftest import NOW
from tests.dead_share import DeadShare, dead_share
from tests.ui.modal import dialog


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where the boxes of files would have opened; each is given up."""
    seen: list[Path] = []
    for name, answer in (("getSaveFileName", ("", "")), ("getExistingDirectory", ""), ("getOpenFileName", ("", ""))):
        monkeypatch.setattr(QFileDialog, name, lambda *given, _answer=answer: seen.append(Path(given[2])) or _answer)
    return seen


@pytest.fixture
def silent(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> DeadShare:
    """The folder of documents, in which two were written, whose server no longer answers; the window waits half a second."""
    monkeypatch.setattr(patience, "PATIENCE", 0.5)
    monkeypatch.setattr("msp_desktop.ui.shell.copier._WAIT_ALL", 0.2)
    monkeypatch.setattr("msp_desktop.ui.outside.open_outside", lambda _path: True)
    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", lambda *_asked: True)
    return DeadShare(documents_path())


def test_every_way_to_documents_goes_on_without_them(
    window: MainWindow,
    desk: Desk,
    meeting: Meeting,
    told: list[str],
    asked: list[Path],
    silent: DeadShare,
    qtbot: QtBot,
) -> None:
    workspace = desk.workspace
    before = PrintDialog(desk, ("agenda",), desk.context(meeting.id))
    before._keep.click()
    before.done(0)
    with dead_share(documents_path()) as share:
        box = PrintDialog(desk, ("timeline",), desk.context())
        box._keep.click()
        assert "ne répond pas" in told[0]
        box.done(0)
        assert {view.path.is_relative_to(documents_path()) for view in produced(workspace.reader, bool)} == {
            True,
            False,
        }

        listed = ProducedDialog(desk, window)
        listed.table.select(listed.table.rows.row_at(listed.table.rows.rowCount() - 1).id)
        listed._open.click()
        assert "ne répond pas" in told[-1]
        listed.done(0)

        week = WeekDialog(week_of((), NOW.date()), documents_path(), NOW, window)
        week._keep.click()
        week.done(0)
        papers.make_all(window)
        papers.keep_meeting_date(window, meeting.id)
        actions.save_copy(window)
        give_data(workspace, workspace.reader.all(Person)[0].id, window)
        assert not any(folder.is_relative_to(documents_path()) for folder in asked)

        def look(found: CopiesDialog) -> None:
            assert any("Il manque à cette liste" in label.text() for label in found.findChildren(QLabel))

        with dialog(CopiesDialog, look):
            copies.show(window)
        assert not keeping.put_in_bin(window, str(workspace.store.path))
        with workspace.store.write("Ajouter") as tx:
            tx.insert(Person(last_name="Dernière"))
        window.close()
        assert all_copies(local_folder())
        assert "sur cet ordinateur" in told[-1]
        assert share.frozen == [], "asked in the window's thread"


def test_a_dossier_on_a_server_that_does_not_answer_is_a_sentence(
    window: MainWindow, tmp_path: Path, silent: DeadShare, told: list[str]
) -> None:
    with dead_share(tmp_path / "serveur") as share:
        assert not window.open_dossier(tmp_path / "serveur" / "gueret.msp100")
        assert any("ne répond pas" in label.text() for label in window.findChildren(QLabel))
        for act in (keeping.rename, keeping.put_in_bin):
            assert not act(window, str(tmp_path / "serveur" / "guéret.msp100"))
            assert "ne répond pas" in told[-1]
        assert share.frozen == []


def test_files_are_proposed_in_documents_or_in_the_user_s_folder_while_it_is_away(tmp_path: Path) -> None:
    assert place_now.proposed_folder() == documents_path()
    documents_path().rmdir()
    documents_path().write_text("un fichier", encoding="utf-8")
    assert place_now.proposed_folder() == Path.home()


def test_a_server_that_wakes_after_two_seconds_takes_no_document_from_the_printer_and_loses_none(
    window: MainWindow, desk: Desk, told: list[str], silent: DeadShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.1)
    with dead_share(documents_path()) as share:
        found = place_now.place_now(desk.folder)
        found.folder.mkdir(parents=True)
        (found.folder / "sous-presse.pdf").write_bytes(b"%PDF")
        share.answers.set()
        for asking in list(patience._asked.values()):
            asking.join(20)
        assert (found.folder / "sous-presse.pdf").exists()
    monkeypatch.setattr(patience, "PATIENCE", 20)
    assert [after.name for _before, after in desk.written_in(window).moved] == ["sous-presse.pdf"]


def test_what_a_late_answer_had_already_taken_back_is_told_the_next_time(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.1)
    moved = ((desk.folder / "a.pdf", desk.folder / "b.pdf"),)
    wakes = threading.Event()

    def slow(folder: Path, _given_up: object) -> Reach:
        wakes.wait(20)
        return Reach(folder, moved=moved)

    monkeypatch.setattr(place_now, "reach", slow)
    assert place_now.place_now(desk.folder).moved == ()
    wakes.set()
    for asking in list(patience._asked.values()):
        asking.join(20)
    monkeypatch.setattr(place_now, "reach", lambda folder, _given_up: Reach(folder))
    monkeypatch.setattr(patience, "PATIENCE", 20)
    assert place_now.place_now(desk.folder).moved == moved
    assert place_now.place_now(desk.folder).moved == ()


def test_a_page_of_the_week_that_waited_is_in_documents_once_a_dossier_is_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    path = window.workspace.store.path
    window.close_dossier()
    here = waiting_folder(documents_path())
    here.mkdir(parents=True)
    (here / "semaine.pdf").write_bytes(b"%PDF")
    window.open_dossier(path)
    window.show()
    qtbot.waitUntil((documents_path() / "semaine.pdf").exists)
    window.close_dossier()
