"""The list of documents produced, and the dates handed to a calendar."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.mail import Message, Way
from msp_desktop.domain.meetings import Meeting
from msp_desktop.papers.export import Exported
from msp_desktop.papers.produce import produce
from msp_desktop.services.mail import note_sending
from msp_desktop.services.meetings import delete_meeting, update_meeting
from msp_desktop.services.produced import produced
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.produced_dialog import ProducedDialog
from msp_desktop.ui.papers.send_dialog import SendDialog
from msp_desktop.ui.shell import papers
from tests.conftest import NOW
from tests.ui.modal import dialog
from tests.ui.papers.conftest import MailProgram


def make(desk: Desk, key: str, meeting: Meeting | None = None) -> Exported:
    return produce(desk.workspace.store, key, desk.folder, desk.context(meeting.id if meeting else None))


def cells(box: ProducedDialog) -> list[list[str]]:
    model = box.table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def opened(qtbot: QtBot, desk: Desk) -> ProducedDialog:
    box = ProducedDialog(desk)
    qtbot.addWidget(box)
    box.show()
    return box


def test_an_empty_list_says_how_it_fills(qtbot: QtBot, desk: Desk) -> None:
    box = opened(qtbot, desk)
    assert box._empty.isVisible()
    assert "Ctrl+P" in box._empty.text()
    assert not box._open.isEnabled()


def test_each_document_says_what_it_is_from_and_whether_it_still_holds(
    qtbot: QtBot, desk: Desk, meeting: Meeting
) -> None:
    make(desk, "agenda", meeting)
    gone = make(desk, "timeline")
    make(desk, "inventory")
    gone.path.unlink()
    box = opened(qtbot, desk)
    assert cells(box) == [
        ["28\u00a0avril 2026", "État des lieux", "le dossier de la commune", "À jour", ""],
        ["28\u00a0avril 2026", "Calendrier des 100 jours", "le dossier de la commune", "Fichier introuvable", ""],
        ["28\u00a0avril 2026", "Ordre du jour", f"{meeting.title}, mardi\u00a012\u00a0mai 2026", "À jour", ""],
    ]
    update_meeting(desk.workspace.store, meeting.id, Change(Meeting, place="Préau"))
    box._fill()
    assert [row[3] for row in cells(box)] == ["À jour", "Fichier introuvable", "Le dossier a changé depuis"]


def test_open_and_show_find_the_file(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(desk, "timeline")
    seen: list[Path] = []
    monkeypatch.setattr("msp_desktop.ui.papers.produced_dialog.open_outside", seen.append)
    monkeypatch.setattr("msp_desktop.ui.papers.produced_dialog.show_in_folder", seen.append)
    box = opened(qtbot, desk)
    qtbot.keyClick(box.table, Qt.Key.Key_Return)
    box._show.click()
    assert seen == [made.path, made.path]
    assert str(made.path) in box._said.text()


def test_a_file_gone_since_the_list_was_shown_is_one_sentence(
    qtbot: QtBot, desk: Desk, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(desk, "timeline")
    box = opened(qtbot, desk)
    made.path.unlink()
    box._open.click()
    assert told == ["Ce fichier n’est plus là. «\u00a0Refaire\u00a0» l’écrit à nouveau d’après le dossier."]
    assert cells(box)[0][3] == "Fichier introuvable"
    box._again.click()
    assert made.path.is_file()
    assert cells(box)[0][3] == "À jour"


def test_made_again_never_writes_over_what_somebody_may_have_changed(
    qtbot: QtBot, desk: Desk, meeting: Meeting
) -> None:
    made = make(desk, "agenda", meeting)
    before = made.path.read_bytes()
    box = opened(qtbot, desk)
    box._again.click()
    assert made.path.read_bytes() == before
    assert [view.path.stem[-2:] for view in produced(desk.workspace.reader)] == ["_2", "le"]


def test_a_document_whose_meeting_is_gone_is_not_made_again(
    qtbot: QtBot, desk: Desk, meeting: Meeting, told: list[str]
) -> None:
    make(desk, "agenda", meeting)
    delete_meeting(desk.workspace.store, meeting.id)
    box = opened(qtbot, desk)
    box._again.click()
    assert told == ["La réunion ou l’invité de ce document n’est plus dans le dossier."]


def test_sent_again_the_same_file_leaves(qtbot: QtBot, desk: Desk, mail_program: MailProgram) -> None:
    made = make(desk, "timeline")
    box = opened(qtbot, desk)

    def send(sender: SendDialog) -> None:
        assert made.path.name in sender._file.text()
        sender._prepare.click()
        qtbot.waitUntil(lambda: sender._job is None, timeout=10_000)

    with dialog(SendDialog, send):
        box._send.click()
    assert str(made.path) in mail_program.calls(1)[0][1]
    assert cells(box)[0][4] == "préparé le 28\u00a0avril 2026, contact@federation-exemple.invalid"
    assert len(produced(desk.workspace.reader)) == 1


def test_the_letters_of_all_sent_again_go_to_nobody_by_themselves_and_name_all(
    qtbot: QtBot, desk: Desk, meeting: Meeting
) -> None:
    make(desk, "invitations", meeting)
    box = opened(qtbot, desk)

    def look(sender: SendDialog) -> None:
        assert sender._to.text() == ""
        sender._to.setText("autre@exemple.fr")
        assert sender._names.text().startswith("Des noms de professionnels sortent de la commune")
        sender._to.clear()

    with dialog(SendDialog, look):
        box._send.click()


def test_a_document_is_taken_off_the_list_and_its_file_stays(qtbot: QtBot, desk: Desk) -> None:
    made = make(desk, "timeline")
    box = opened(qtbot, desk)
    box._forget.click()
    assert cells(box) == []
    assert made.path.is_file()
    desk.workspace.undo()
    assert len(cells(box)) == 1


def test_the_menu_opens_the_list(window: MainWindow) -> None:
    with dialog(ProducedDialog, lambda box: None):
        papers.show_produced(window)


def test_a_meeting_goes_to_the_calendar_from_its_tab(window: MainWindow, desk: Desk, meeting: Meeting) -> None:
    assert window.workspace is not None
    window.workspace.request_calendar.emit(meeting.id)
    (path,) = desk.folder.glob("*.ics")
    assert path.name == "2026-05-12_premiere-rencontre-avec-les-professionnels-de-sante.ics"
    (event,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert event["summary"] == f"{meeting.title}, salle des associations"
    assert path.name in window._status._said.text()


def test_a_meeting_without_a_date_says_so(window: MainWindow, desk: Desk, meeting: Meeting, told: list[str]) -> None:
    assert window.workspace is not None
    update_meeting(desk.workspace.store, meeting.id, Change(Meeting, held_on=None))
    window.workspace.request_calendar.emit(meeting.id)
    assert told == ["Cette réunion n’a pas encore de date\u00a0: indiquez-la d’abord."]
    assert not desk.folder.exists() or not [*desk.folder.glob("*.ics")]


def test_all_dates_go_to_the_calendar(window: MainWindow, desk: Desk) -> None:
    papers._all_dates(window)
    (path,) = desk.folder.glob("*_echeances.ics")
    assert len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")) > 10


def test_a_message_prepared_waits_in_the_list_until_it_is_said_to_be_sent(qtbot: QtBot, desk: Desk) -> None:
    made = make(desk, "timeline")
    message = Message(("contact@federation-exemple.invalid",), "Objet", "Texte")
    box = opened(qtbot, desk)
    assert not box._left.isVisible()
    note_sending(desk.workspace.store, message, made.title, Way.DRAFT, NOW, document_id=made.document_id, named=False)
    assert cells(box)[0][4].startswith("préparé le 28")
    assert "pas encore dit envoyé" in box._said.text()
    box._left.click()
    assert cells(box)[0][4].startswith("28")
    assert box._said.text().endswith("Envoyé le 28\u00a0avril 2026 à contact@federation-exemple.invalid.")
    assert not box._left.isVisible()
    desk.workspace.undo()
    assert box._left.isVisible()
