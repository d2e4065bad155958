"""Dialogs that ask: what they do is done while they are open, and what is typed in them outlives the program."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action
from msp_desktop.i18n import _
from msp_desktop.services import kept_words
from msp_desktop.services.meetings import add_meeting
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.dialogs.choose_people import ChoosePeople, guests_of
from msp_desktop.ui.dialogs.day_zero import DayZero
from msp_desktop.ui.dialogs.new_action import NewAction
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.kept_words import KeptWords
from msp_desktop.ui.papers.model_dialog import ModelDialog
from msp_desktop.ui.papers.password_dialog import PasswordDialog
from msp_desktop.ui.tabs.inventory.small_dialogs import NewProfessionalDialog
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import named


def new_action(workspace: Workspace) -> Asking:
    box = NewAction(workspace, TODAY)
    named(box, QLineEdit, _("Title of the action")).setText("Visiter le gymnase")
    return box


def new_professional(workspace: Workspace) -> Asking:
    box = NewProfessionalDialog(workspace)
    box.last_name.setText("Roche")
    box.profession.setCurrentIndex(0)
    return box


def day_zero(workspace: Workspace) -> Asking:
    return DayZero(workspace)


def model(workspace: Workspace) -> Asking:
    box = ModelDialog(workspace, "invitations")
    box.subject.setText("Notre objet")
    return box


MAKERS: list[Callable[[Workspace], Asking]] = [new_action, new_professional, day_zero, model]


def test_no_dialog_can_do_its_work_once_closed() -> None:
    """What it does is asked for where it is made: there is nothing to forget."""
    assert inspect.signature(Asking.__init__).parameters["act"].default is inspect.Parameter.empty


@pytest.mark.parametrize("make", MAKERS)
def test_a_refusing_disk_leaves_the_dialog_open_with_its_words(
    workspace: Workspace, qtbot: QtBot, make: Callable[[Workspace], Asking]
) -> None:
    said: list[str] = []
    workspace.refused.connect(said.append)
    workspace.said.connect(lambda sentence, _undo: said.append(sentence))
    box = make(workspace)
    qtbot.addWidget(box)
    box.show()
    typed = [line.text() for line in box.findChildren(QLineEdit)]
    workspace.store.read_only = True
    box.accept()
    assert box.isVisible()
    assert said
    assert [line.text() for line in box.findChildren(QLineEdit)] == typed
    workspace.store.read_only = False
    box.accept()
    assert not box.isVisible()


def test_words_begun_in_a_dialog_come_back_when_it_opens_again(workspace: Workspace, qtbot: QtBot) -> None:
    box = new_action(workspace)
    qtbot.addWidget(box)
    assert workspace.kept.finish()
    file = kept_words.file_for("", workspace.store.path)
    found = list((file.parent).glob("*.json"))
    assert len(found) == 1
    # The program is killed here; the next one reads the file.
    workspace.kept = KeptWords(found[0], workspace.store.path, workspace)
    again = NewAction(workspace, TODAY)
    qtbot.addWidget(again)
    assert again.title() == "Visiter le gymnase"
    again.accept()
    assert workspace.reader.find(Action, title="Visiter le gymnase") is not None
    assert workspace.kept.finish()
    assert not found[0].exists()


def test_words_given_up_are_kept_no_longer(workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msp_desktop.ui.shell.messages.choose", lambda *_args, **_more: 1)
    box = new_action(workspace)
    qtbot.addWidget(box)
    assert len(workspace.kept.all()) == 1
    box.reject()
    assert workspace.kept.all() == []


def test_a_dialog_left_as_it_was_keeps_nothing(workspace: Workspace, qtbot: QtBot) -> None:
    box = AskWords(
        "Une question",
        "La vôtre",
        "",
        "Ajouter",
        lambda _words: True,
        keep=(workspace.kept, DraftKey("dialog", 1, "q")),
    )
    qtbot.addWidget(box)
    field = named(box, type(box._field), "La vôtre")
    field.setPlainText("Qui")
    assert len(workspace.kept.all()) == 1
    field.setPlainText("")
    assert workspace.kept.all() == []


def test_a_password_is_kept_nowhere(workspace: Workspace, qtbot: QtBot) -> None:
    box = PasswordDialog()
    qtbot.addWidget(box)
    for line in box.findChildren(QLineEdit):
        line.setText("un secret bien long")
    assert workspace.kept.all() == []


@pytest.mark.parametrize("percent", [100, 200])
def test_large_letters_on_a_small_screen_leave_the_fields_to_scroll_and_the_buttons_in_sight(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 1024, 640))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", percent)
    box = PasswordDialog()
    qtbot.addWidget(box)
    box.show()
    assert box.height() <= 600
    assert box.width() <= 1024 - 16
    assert box.rect().contains(box.done_button.geometry())
    first = box.findChildren(QLineEdit)[0]
    assert first.isVisible()
    assert first.height() >= first.minimumSizeHint().height()
    assert box.focusWidget() is first
    panes = [pane for pane in box.findChildren(QScrollArea) if pane.verticalScrollBar().maximum() > 0]
    assert bool(panes) == (percent == 200)


def test_a_dialog_that_scrolls_keeps_the_width_it_was_given(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 1366, 560))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 200)
    meeting = add_meeting(workspace.store, "equipe")
    box = ChoosePeople(workspace, guests_of(workspace, meeting.id))
    qtbot.addWidget(box)
    given = box.width()
    box.show()
    assert box.width() == given >= 1000  # its people took seven lines each
