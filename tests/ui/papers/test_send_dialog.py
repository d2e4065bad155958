"""Sending: what is proposed, by which way it leaves, what is said and noted. The mail program stands at the border."""

from __future__ import annotations

import re
from email import policy
from email.parser import BytesParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QScrollArea
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Wording
from msp_desktop.domain.mail import Sending, Way
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.paths import drafts_folder
from msp_desktop.services import kept_words
from msp_desktop.services import preferences as prefs
from msp_desktop.services.departures import invitations
from msp_desktop.services.meetings import meeting_view
from msp_desktop.services.people import update_person
from msp_desktop.services.produced import produced
from msp_desktop.services.recipients import written_to
from msp_desktop.ui.kept_words import KeptWords
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers.copy_dialog import CopyDialog
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.model_dialog import ModelDialog
from msp_desktop.ui.papers.password_dialog import PasswordDialog
from msp_desktop.ui.papers.send_dialog import SendDialog
from msp_desktop.ui.shell import papers
from msp_desktop.ui.tabs.meetings.guests import Guests
from msp_desktop.ui.widgets.note_field import text_of
from tests.conftest import TODAY
from tests.ui.find import button, named, says
from tests.ui.modal import dialog
from tests.ui.papers.conftest import MailProgram

OWN = "mairie@saint-exemple.invalid"


def opened(qtbot: QtBot, desk: Desk, key: str, meeting_id: int | None = None) -> SendDialog:
    box = SendDialog(desk, key, desk.context(meeting_id))
    qtbot.addWidget(box, before_close_func=forget)
    box.show()
    return box


def forget(box: SendDialog) -> None:
    """Let it close without its question: the test is over, and so is its dossier."""
    box._letters = []
    box._changed.clear()


def sent(qtbot: QtBot, box: SendDialog) -> None:
    box._prepare.click()
    qtbot.waitUntil(lambda: box._job is None, timeout=10_000)


def files_in(text: str) -> list[Path]:
    """Return the files of a command of Thunderbird."""
    found = re.search(r"attachment='([^']+)'", text)
    assert found is not None
    return [Path(unquote(link.removeprefix("file://"))) for link in found[1].split(",")]


def sendings(desk: Desk) -> list[Sending]:
    return desk.workspace.reader.all(Sending)


def test_an_agenda_goes_to_the_town_hall_and_its_guests_hidden(
    qtbot: QtBot, desk: Desk, meeting: Meeting, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "agenda", meeting.id)
    guests = {guest.person.email for guest in written_to(desk.workspace.reader, "agenda", meeting.id)} - {""}
    assert box._to.text() == OWN
    assert set(box._bcc.text().split(", ")) == guests
    missed = [guest.name for guest in written_to(desk.workspace.reader, "agenda", meeting.id) if not guest.person.email]
    assert missed
    assert box._missed.isVisible()
    assert "pas d’adresse électronique" in box._missed.text()
    assert all(name in box._missed.text() for name in missed)
    assert "aucun nom de professionnel" in box._names.text()
    sent(qtbot, box)
    ((word, text),) = mail_program.calls(1)
    assert word == "-compose"
    assert f"to='{OWN}'" in text
    assert all(address in text for address in guests)
    pdf, dates = files_in(text)
    assert "Ordre du jour" in PdfReader(pdf).pages[0].extract_text()
    assert meeting.uid in dates.read_text(encoding="utf-8")
    assert box._file.text() == f"Pièces jointes\u00a0: {pdf.name}, {dates.name}"
    (noted,) = sendings(desk)
    assert (noted.way, noted.named_people, noted.title) == (Way.THUNDERBIRD, False, "Ordre du jour")
    assert noted.document_id == produced(desk.workspace.reader)[0].document.id
    assert "Thunderbird" in box._said.text()
    assert box._said.isVisible()
    assert not any(area.isAncestorOf(box._said) for area in box.findChildren(QScrollArea)), "in sight, however small"
    assert box._prepare.accessibleName() == box._prepare.text().strip() == "Préparer à nouveau"


def test_names_that_leave_are_said_before_anything_else(qtbot: QtBot, desk: Desk, meeting: Meeting) -> None:
    box = opened(qtbot, desk, "minutes", meeting.id)
    assert box._names.text().startswith("Des noms de professionnels sortent de la commune")
    assert box._names.mapTo(box, box._names.rect().topLeft()).y() < box._to.mapTo(box, box._to.rect().topLeft()).y()
    box._to.setText(OWN)
    box._bcc.clear()
    assert "aucun nom ne sort de la commune" in box._names.text()
    qtbot.keyClicks(box._bcc, "x@ailleurs.fr")
    assert box._names.text().startswith("Des noms de professionnels sortent de la commune")


def test_a_report_goes_to_the_federation(qtbot: QtBot, desk: Desk, mail_program: MailProgram) -> None:
    for key in ("inventory", "timeline"):
        box = opened(qtbot, desk, key)
        assert box._to.text() == "contact@federation-exemple.invalid"
        assert box._bcc.text() == ""


def test_invitations_are_one_message_a_guest_with_only_their_letter(
    qtbot: QtBot, desk: Desk, uninvited: Meeting, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "invitations", uninvited.id)
    guests = written_to(desk.workspace.reader, "invitations", uninvited.id)
    assert box._guests.count() == len(guests)
    assert len(guests) < len(meeting_view(desk.workspace.reader, uninvited.id).guests), "nobody writes to himself"
    assert "signe les invitations" in box._missed.text()
    reachable = [guest.person for guest in guests if guest.person.email]
    for _message in range(2):
        sent(qtbot, box)
    assert box._guests.item(0).text().endswith("préparé seulement")
    calls = [words[1] for words in mail_program.calls(2)]
    for text, person in zip(calls, reachable, strict=False):
        assert f"to='{person.email}'" in text
        assert "bcc" not in text
        own, agenda, dates = files_in(text)
        letter = "".join(page.extract_text() for page in PdfReader(own).pages)
        assert "ordre-du-jour" in agenda.name
        assert dates.suffix == ".ics"
        assert person.last_name in letter
        others = {other.last_name for other in reachable} - {person.last_name, "Roche", "Faure"}
        assert not [name for name in others if name in letter]
    assert [row.named_people for row in sendings(desk)] == [False, False]


def test_the_day_the_first_invitation_left_is_noted_once_somebody_says_so(
    qtbot: QtBot, desk: Desk, uninvited: Meeting, mail_program: MailProgram
) -> None:
    reader = desk.workspace.reader
    sent(qtbot, opened(qtbot, desk, "agenda", uninvited.id))
    box = opened(qtbot, desk, "invitations", uninvited.id)
    sent(qtbot, box)
    assert reader.one(Meeting, uninvited.id).invitations_sent_on is None, "it is prepared, no more"
    button(box, "Le message préparé est envoyé").click()
    assert reader.one(Meeting, uninvited.id).invitations_sent_on == TODAY
    assert "noté comme envoyé" in box._said.text()
    assert box._guests.item(0).text().endswith("envoyé le 28\u00a0avril")
    assert [row.left_on for row in sendings(desk)] == [None, TODAY], "the agenda is still only prepared"
    desk.workspace.undo()
    assert reader.one(Meeting, uninvited.id).invitations_sent_on is None


def test_a_message_prepared_is_said_to_be_sent_by_one_button_and_not_prepared_twice_by_mistake(
    qtbot: QtBot, desk: Desk, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "timeline")
    assert not box._left.isVisible()
    assert box._prepare.property("main")
    sent(qtbot, box)
    assert not box._prepare.property("main"), "what comes next is to say that it left"
    assert (box._prepare.text().strip(), box._left.text().strip()) == ("Préparer à nouveau", "C’est envoyé")
    assert box._left.isDefault()
    assert [row.left_on for row in sendings(desk)] == [None]
    box._left.click()
    assert [row.left_on for row in sendings(desk)] == [TODAY]
    assert not box._left.isVisible()
    assert box._said.text() == "Le message est noté comme envoyé."
    box.close()


def test_invitations_prepared_another_day_are_told_and_may_still_be_said_to_be_sent(
    qtbot: QtBot, desk: Desk, uninvited: Meeting, mail_program: MailProgram
) -> None:
    first = opened(qtbot, desk, "invitations", uninvited.id)
    sent(qtbot, first)
    sent(qtbot, first)
    first.close()
    box = opened(qtbot, desk, "invitations", uninvited.id)
    told = [box._guests.item(row).text().split("\n")[1] for row in range(box._guests.count())]
    assert told.count("préparé seulement") == 2
    assert "@" in told[box._guests.currentRow()], "one goes on with the next"
    button(box, "Les 2 messages préparés sont envoyés").click()
    state = invitations(desk.workspace.reader, uninvited.id)
    assert (len(state.left), len(state.prepared)) == (2, 0)
    assert len(state.to_whom) > 2, "two are not all"
    box.close()


def test_what_was_changed_for_one_guest_is_there_when_one_comes_back(
    qtbot: QtBot, desk: Desk, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [True, False]

    def ask(_parent: object, sentence: str, _stay: str, _leave: str) -> bool:
        asked.append(sentence)
        return answers.pop(0)

    monkeypatch.setattr("msp_desktop.ui.papers.send_dialog.messages.ask", ask)
    box = opened(qtbot, desk, "invitations", meeting.id)
    box._guests.setCurrentRow(0)
    qtbot.keyClicks(box._body, "Un mot de plus. ")
    box._guests.setCurrentRow(2)
    assert "Un mot de plus" not in box._body.toPlainText()
    box._guests.setCurrentRow(0)
    assert box._body.toPlainText().startswith("Un mot de plus. Docteur,")
    box.reject()
    assert box.isVisible(), "what is typed is not thrown away without asking"
    box.reject()
    assert not box.isVisible()
    assert len(asked) == 2


def test_a_letter_being_written_outlives_the_program(
    qtbot: QtBot, desk: Desk, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = desk.workspace
    box = opened(qtbot, desk, "invitations", meeting.id)
    box._guests.setCurrentRow(2)
    qtbot.keyClicks(box._body, "Un mot de plus. ")
    assert workspace.kept.finish()
    # The program is killed here; the next one reads the file.
    uid = workspace.reader.one(Commune, 1).uid
    file = kept_words.file_for(uid, workspace.store.path)
    workspace.kept = KeptWords(file, workspace.store.path, workspace)
    again = opened(qtbot, desk, "invitations", meeting.id)
    assert "Un mot de plus" not in again._body.toPlainText()
    again._guests.setCurrentRow(2)
    assert again._body.toPlainText().startswith("Un mot de plus. ")
    assert len(workspace.kept.all()) == 1
    monkeypatch.setattr("msp_desktop.ui.papers.send_dialog.messages.ask", lambda *_all: False)
    again.reject()
    assert workspace.kept.finish()
    assert not file.exists()


def test_a_message_read_and_not_changed_closes_without_a_question(
    qtbot: QtBot, desk: Desk, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msp_desktop.ui.papers.send_dialog.messages.ask", lambda *_all: pytest.fail("asked"))
    for key in ("agenda", "minutes", "invitations", "timeline"):
        box = opened(qtbot, desk, key, meeting.id)
        box.reject()
        assert not box.isVisible()


def test_a_guest_without_address_is_said_and_can_be_given_one(
    qtbot: QtBot, desk: Desk, uninvited: Meeting, mail_program: MailProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.papers.send_dialog.messages.tell", lambda _p, sentence: told.append(sentence))
    box = opened(qtbot, desk, "invitations", uninvited.id)
    place = next(row for row in range(box._guests.count()) if "sans adresse" in box._guests.item(row).text())
    box._guests.setCurrentRow(place)
    box._prepare.click()
    qtbot.keyClicks(box._to, "pas une adresse")
    box._prepare.click()
    assert told[0] == "Écrivez l’adresse de la personne qui doit le recevoir."
    assert "n’est pas une adresse électronique" in told[1]
    assert mail_program.calls(0) == []
    box._to.setText("enfin@exemple.fr")
    sent(qtbot, box)
    assert "to='enfin@exemple.fr'" in mail_program.calls(1)[0][1]


def test_without_a_mail_program_each_part_is_copied_by_a_button(
    qtbot: QtBot, desk: Desk, no_mail_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    for place in ("send_dialog", "copy_dialog"):
        monkeypatch.setattr(f"msp_desktop.ui.papers.{place}.show_in_folder", shown.append)
    box = opened(qtbot, desk, "timeline")
    copied: list[str] = []

    def copy_all(copier: CopyDialog) -> None:
        for one in copier.findChildren(QAbstractButton):
            if one.accessibleName().startswith("Copier"):
                one.click()
                copied.append(QGuiApplication.clipboard().text())
            elif one.accessibleName() == "Afficher le fichier":
                one.click()
        copier.accept()

    with dialog(CopyDialog, copy_all):
        box._prepare.click()
        qtbot.waitUntil(lambda: bool(sendings(desk)), timeout=10_000)
    assert copied == ["contact@federation-exemple.invalid", box._subject.text(), text_of(box._body)]
    assert shown == [produced(desk.workspace.reader)[0].path] * 2, "at once, and at the button"
    assert sendings(desk)[0].way is Way.WEBMAIL


def test_every_file_to_drag_is_named(
    qtbot: QtBot, desk: Desk, meeting: Meeting, no_mail_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("send_dialog", "copy_dialog"):
        monkeypatch.setattr(f"msp_desktop.ui.papers.{place}.show_in_folder", lambda _path: None)
    box = opened(qtbot, desk, "agenda", meeting.id)

    def look(copier: CopyDialog) -> None:
        copier.show()
        assert all(says(copier, path.name) for path in box._message.attachments)
        assert says(copier, "Fichiers à joindre")
        copier.reject()

    with dialog(CopyDialog, look):
        box._prepare.click()
        qtbot.waitUntil(lambda: box._job is None, timeout=10_000)
    assert len(box._message.attachments) == 2


def test_what_was_not_sent_is_not_noted(qtbot: QtBot, desk: Desk, no_mail_program: None) -> None:
    box = opened(qtbot, desk, "timeline")
    with dialog(CopyDialog, lambda copier: copier.reject()) as seen:
        box._prepare.click()
        qtbot.waitUntil(lambda: bool(seen) and box._job is None, timeout=10_000)
    assert sendings(desk) == []
    assert box._said.text() == "Le message n’a pas été envoyé."


@pytest.mark.posix("scripts that are programs")
def test_a_draft_is_opened_by_the_program_of_this_computer(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "programmes" / "xdg-mime"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho messagerie.desktop\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    drafts: list[Path] = []
    monkeypatch.setattr("msp_desktop.ui.papers.send_dialog.open_outside", drafts.append)
    box = opened(qtbot, desk, "timeline")
    sent(qtbot, box)
    qtbot.waitUntil(lambda: bool(drafts))
    assert drafts[0].parent == drafts_folder()
    message = BytesParser(policy=policy.default).parsebytes(drafts[0].read_bytes())
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert attached.get_content() == produced(desk.workspace.reader)[0].path.read_bytes()
    assert sendings(desk)[0].way is Way.DRAFT


def test_the_way_chosen_is_remembered_and_chosen_in_the_menu(
    qtbot: QtBot, window: MainWindow, desk: Desk, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "timeline")
    assert box._way.values == [Way.AUTO, Way.THUNDERBIRD, Way.WEBMAIL]
    box._way.setFocus()
    qtbot.keyClick(box._way, Qt.Key.Key_Down)
    assert box._way.value() is Way.THUNDERBIRD
    assert prefs.load()[0].mail_way is Way.THUNDERBIRD
    assert opened(qtbot, desk, "timeline")._way.value() is Way.THUNDERBIRD
    menu = window.actions_by_name["documents"].menu()
    papers.fill_menu(window, menu)  # type: ignore[arg-type]
    ways = next(action.menu() for action in menu.actions() if action.text() == "Messagerie à utiliser")  # type: ignore[union-attr]
    assert [action.text() for action in ways.actions() if action.isChecked()] == ["Thunderbird"]
    ways.actions()[0].trigger()
    assert prefs.load()[0].mail_way is Way.AUTO


def test_a_model_is_kept_in_the_dossier_and_given_back(qtbot: QtBot, desk: Desk, meeting: Meeting) -> None:
    box = opened(qtbot, desk, "agenda", meeting.id)
    given = box._subject.text()

    def change(model: ModelDialog) -> None:
        model.subject.setText("Rendez-vous du {date} à {commune}")
        model.done_button.click()

    with dialog(ModelDialog, change):
        box._model.click()
    assert box._subject.text() == "Rendez-vous du mardi\u00a012\u00a0mai 2026 à\u00a0Saint-Exemple"

    def back(model: ModelDialog) -> None:
        next(b for b in model.findChildren(QAbstractButton) if b.accessibleName().startswith("Revenir")).click()
        model.done_button.click()

    with dialog(ModelDialog, back):
        box._model.click()
    assert box._subject.text() == given
    assert desk.workspace.reader.all(Wording) == [], "the method's own words are not kept twice"


def test_a_model_is_not_left_without_a_question_nor_closed_where_the_disk_refuses_it(
    qtbot: QtBot, desk: Desk, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, sentence: str, *_answers: str) -> bool:
        asked.append(sentence)
        return True

    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", ask)
    untouched = ModelDialog(desk.workspace, "agenda")
    qtbot.addWidget(untouched)
    untouched.show()
    qtbot.keyClick(untouched, Qt.Key.Key_Escape)
    assert not untouched.isVisible()
    assert asked == []
    box = ModelDialog(desk.workspace, "agenda")
    qtbot.addWidget(box, before_close_func=lambda model: model.hide())
    box.show()
    qtbot.keyClicks(box.subject, " demain")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.isVisible()
    assert len(asked) == 1

    def refuse(*_args: object) -> None:
        raise UserError("Le disque est plein.")

    monkeypatch.setattr("msp_desktop.services.mail.keep_model", refuse)
    box.done_button.click()
    assert said == ["Le disque est plein."]
    assert box.isVisible()
    assert box.subject.text().endswith(" demain")


def test_a_document_gone_meanwhile_is_one_sentence(
    qtbot: QtBot, desk: Desk, mail_program: MailProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msp_desktop.papers.produce import produce

    made = produce(desk.workspace.store, "timeline", desk.folder, desk.context())
    box = SendDialog(desk, "timeline", desk.context(), given=made)
    qtbot.addWidget(box, before_close_func=forget)
    box.show()
    made.path.unlink()
    sent(qtbot, box)
    assert "n’est plus là" in box._said.text()
    assert mail_program.calls(0) == []
    assert sendings(desk) == []


def test_everything_is_reached_by_keyboard(
    qtbot: QtBot, desk: Desk, meeting: Meeting, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "agenda", meeting.id)
    box.activateWindow()
    box._to.setFocus()
    reached = set()
    for _step in range(12):
        focus = box.focusWidget()
        reached.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {box._to, box._bcc, box._subject, box._body, box._model, box._way, box._prepare, box._close} <= reached


def test_those_who_have_not_answered_are_reminded_by_message_or_to_be_called(
    window: MainWindow, desk: Desk, meeting: Meeting, mail_program: MailProgram, told: list[str], qtbot: QtBot
) -> None:
    silent = meeting_view(desk.workspace.reader, meeting.id).silent()
    written = [guest.person.email for guest in silent if guest.person.email]
    called = [guest.name for guest in silent if not guest.person.email]
    assert (len(written), len(called)) == (1, 1)
    window.go_to("meetings", meeting.id)

    def send(box: SendDialog) -> None:
        assert box._to.text() == OWN
        assert box._bcc.text() == written[0]
        assert box._subject.text().startswith("Rappel")
        assert "5\u00a0mai" in text_of(box._body), "the day to answer by"
        sent(qtbot, box)

    with dialog(SendDialog, send):
        window.current_page().findChild(Guests)._silent.click()  # type: ignore[union-attr]
    assert len(told) == 1
    assert called[0] in told[0]
    assert written[0] not in told[0]
    assert "ordre-du-jour" in mail_program.calls(1)[0][1]
    assert sendings(desk)[0].title == "Ordre du jour"


def test_the_menu_of_a_meeting_sends_its_invitations(window: MainWindow, meeting: Meeting) -> None:
    window.go_to("meetings", meeting.id)
    assert window.workspace is not None

    def look(box: SendDialog) -> None:
        assert box._guests.count() == len(written_to(box._workspace.reader, "invitations", meeting.id))
        first = box._workspace.reader.one(Person, box._letters[0].person_id or 0)
        assert box._to.text() == first.email

    with dialog(SendDialog, look):
        window.workspace.request_send.emit("invitations", meeting.id)


def test_a_paper_that_names_people_leaves_protected_where_that_is_ticked(
    qtbot: QtBot, desk: Desk, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "inventory-names")
    assert box._protect.isVisible()
    box._to.setText("federation@exemple.fr")
    box._protect._box.click()
    with dialog(PasswordDialog, lambda asked: asked.reject()):
        box._prepare.click()
    assert box._job is None
    assert not produced(desk.workspace.reader)
    words: list[str] = []

    def propose(asked: PasswordDialog) -> None:
        named(asked, QAbstractButton, "En proposer un").click()
        words.append(asked.password())
        asked.accept()

    with dialog(PasswordDialog, propose):
        sent(qtbot, box)
    ((_word, text),) = mail_program.calls(1)
    attached = re.search(r"attachment='file://([^']+)'", text)
    assert attached is not None
    assert PdfReader(attached[1]).is_encrypted
    assert PdfReader(attached[1], password=words[0]).pages[0].extract_text()
    assert words[0] not in text
    (sending,) = sendings(desk)
    assert sending.title.endswith("(copie protégée)")


def test_no_password_is_offered_where_nobody_but_the_addressee_is_named(
    qtbot: QtBot, desk: Desk, meeting: Meeting
) -> None:
    assert not opened(qtbot, desk, "agenda", meeting.id)._protect.isVisible()
    assert not opened(qtbot, desk, "invitations", meeting.id)._protect.isVisible()


def test_what_is_prepared_is_not_said_to_be_sent_and_one_is_not_all(
    window: MainWindow, qtbot: QtBot, desk: Desk, uninvited: Meeting, mail_program: MailProgram
) -> None:
    box = opened(qtbot, desk, "invitations", uninvited.id)
    sent(qtbot, box)
    assert "il part quand vous l’y envoyez" in box._said.text()
    whole = len(written_to(desk.workspace.reader, "invitations", uninvited.id))
    window.go_to("meetings", uninvited.id)
    page = window.current_page()
    assert page is not None
    assert says(page, "1 préparée par courriel, à dire envoyée")
    assert not says(page, "Invitations envoyées")
    box._on_left([0])
    assert says(page, f"1 invitation sur {whole} envoyée le 28\u00a0avril")
    assert not says(page, "Invitations envoyées")


def test_an_address_kept_that_is_none_is_shown_to_be_put_right(
    qtbot: QtBot, desk: Desk, uninvited: Meeting, mail_program: MailProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.papers.send_dialog.messages.tell", lambda _p, sentence: told.append(sentence))
    guests = written_to(desk.workspace.reader, "invitations", uninvited.id)
    wrong, two = guests[0].person, guests[1].person
    for person, email in ((wrong, "n.colin@ville-gueret"), (two, "Dr <a@hôpital-exemple.fr> / b@exemple.fr.")):
        update_person(desk.workspace.store, person.id, Change(Person, email=email))
    box = opened(qtbot, desk, "invitations", uninvited.id)
    assert "à corriger" in box._guests.item(0).text()
    assert box._guests.currentRow() == 1
    assert box._to.text() == "a@xn--hpital-exemple-0ob.fr, b@exemple.fr"
    box._guests.setCurrentRow(0)
    assert box._to.text() == "n.colin@ville-gueret"
    box._prepare.click()
    assert "n’est pas une adresse électronique" in told[0]
    assert mail_program.calls(0) == []
    box._to.setText("n.colin@ville-gueret.fr")
    sent(qtbot, box)
    assert "to='n.colin@ville-gueret.fr'" in mail_program.calls(1)[0][1]
    assert desk.workspace.reader.one(Person, wrong.id).email == "n.colin@ville-gueret.fr"
