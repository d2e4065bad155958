"""Writing to somebody without a document: proposed, kept, prepared, noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.directory import Touching
from msp_desktop.domain.mail import Sending, Way
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services.people import update_person
from msp_desktop.services.person_touches import person_view
from msp_desktop.ui.papers.copy_dialog import CopyDialog
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.write_dialog import WriteDialog
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY
from tests.ui.find import button, named
from tests.ui.papers.conftest import MailProgram


@pytest.fixture
def desk(qtbot: QtBot, sample: Store, tmp_path: Path) -> Desk:
    return Desk(Workspace(sample, lambda: NOW), tmp_path, lambda: Way.AUTO, lambda _way: None)


def fontanel(desk: Desk) -> Person:
    found = desk.workspace.reader.find(Person, last_name="Fontanel")
    assert found is not None
    return found


def shown(qtbot: QtBot, desk: Desk) -> WriteDialog:
    dialog = WriteDialog(desk, fontanel(desk).id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_address_the_greeting_and_who_signs_are_proposed(qtbot: QtBot, desk: Desk) -> None:
    dialog = shown(qtbot, desk)
    assert named(dialog, QLineEdit, _("To")).text() == "l.fontanel@cabinet-exemple.invalid"
    assert named(dialog, QLineEdit, _("Subject")).text() == "Projet de santé de Saint-Exemple"
    body = named(dialog, QPlainTextEdit, _("Message")).toPlainText()
    assert body.startswith("Docteur,")
    assert "Nadia Roche" in body
    assert "{" not in body
    dialog.close()


def noted(desk: Desk) -> list[str]:
    """Return what the card of the doctor says was sent her."""
    found = person_view(desk.workspace.reader, fontanel(desk).id, TODAY).touches
    return [one.words for one in found if one.kind is Touching.SENDINGS]


def test_the_message_is_handed_over_and_noted(qtbot: QtBot, desk: Desk, mail_program: MailProgram) -> None:
    dialog = shown(qtbot, desk)
    named(dialog, QPlainTextEdit, _("Message")).setPlainText("Docteur,\n\nÀ mardi.")
    button(dialog, _("Prepare the message")).click()
    qtbot.waitUntil(lambda: bool(desk.workspace.reader.all(Sending)))
    ((_compose, words),) = mail_program.calls(1)
    assert "to='l.fontanel@cabinet-exemple.invalid'" in words
    assert "attachment" not in words
    body = Path(words.partition("message='")[2].partition("'")[0])
    assert body.read_text(encoding="utf-8") == "Docteur,\n\nÀ mardi."
    assert noted(desk) == ["projet de santé de Saint-Exemple, message préparé le 28\u00a0avril"]
    dialog.close()
    assert not dialog.isVisible()


def test_without_a_mail_program_each_part_is_copied(
    qtbot: QtBot, desk: Desk, no_mail_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[CopyDialog] = []

    def run(dialog: CopyDialog) -> bool:
        copied.append(dialog)
        return True

    monkeypatch.setattr("msp_desktop.ui.papers.write_dialog.run", run)
    dialog = shown(qtbot, desk)
    button(dialog, _("Prepare the message")).click()
    qtbot.waitUntil(lambda: bool(copied))
    qtbot.waitUntil(lambda: bool(desk.workspace.reader.all(Sending)))
    assert not any("Fichier" in label.text() for label in copied[0].findChildren(QLabel)), "there is no file to attach"
    dialog.close()


def test_no_address_or_a_wrong_one_is_said(qtbot: QtBot, desk: Desk, said: list[str]) -> None:
    update_person(desk.workspace.store, fontanel(desk).id, Change(Person, email=""))
    dialog = shown(qtbot, desk)
    button(dialog, _("Prepare the message")).click()
    named(dialog, QLineEdit, _("To")).setText("fontanel@")
    button(dialog, _("Prepare the message")).click()
    assert "Écrivez l’adresse" in said[0]
    assert "fontanel@" in said[1]
    assert desk.workspace.reader.all(Sending) == []
    named(dialog, QLineEdit, _("To")).clear()
    dialog.close()


def test_what_is_typed_is_kept_until_it_is_sent(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = shown(qtbot, desk)
    named(dialog, QPlainTextEdit, _("Message")).setPlainText("Docteur,\n\nCommencé.")
    desk.workspace.kept.finish()
    again = Desk(Workspace(desk.workspace.store, lambda: NOW), desk.folder, desk.mail_way, desk.keep_mail_way)
    assert "Commencé." in named(shown(qtbot, again), QPlainTextEdit, _("Message")).toPlainText()
    asked: list[str] = []

    def ask(_parent: object, sentence: str, *_answers: str) -> bool:
        asked.append(sentence)
        return len(asked) == 1

    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", ask)
    dialog.close()
    assert dialog.isVisible(), "one goes on with it"
    dialog.close()
    assert not dialog.isVisible()
