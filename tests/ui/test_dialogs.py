"""Every dialog opens, in both languages, and what is typed in it is stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.actions import MeetingPlace
from msp_desktop.domain.change import Change
from msp_desktop.domain.mail import Message, Way
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState, NextStep
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person
from msp_desktop.services import people
from msp_desktop.services.federations import own_federation
from msp_desktop.services.meetings import meeting_lines
from msp_desktop.ui.dialogs.about import About
from msp_desktop.ui.dialogs.ask_date import AskDate
from msp_desktop.ui.dialogs.choose_people import ChoosePeople, guests_of
from msp_desktop.ui.dialogs.commune_form import CommuneForm
from msp_desktop.ui.dialogs.day_zero import DayZero
from msp_desktop.ui.dialogs.help import PAGES, Help
from msp_desktop.ui.dialogs.live_meeting import LiveMeeting
from msp_desktop.ui.dialogs.new_action import NewAction
from msp_desktop.ui.dialogs.new_dossier import NewDossier
from msp_desktop.ui.dialogs.person_card import PersonCard
from msp_desktop.ui.dialogs.small_forms.helps import Helps
from msp_desktop.ui.dialogs.small_forms.meeting_place import MeetingPlaceForm
from msp_desktop.ui.dialogs.small_forms.objectives import Objectives
from msp_desktop.ui.dialogs.small_forms.partners import Partners
from msp_desktop.ui.papers.copy_dialog import CopyDialog
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.model_dialog import ModelDialog
from msp_desktop.ui.papers.print_dialog import PrintDialog
from msp_desktop.ui.papers.produced_dialog import ProducedDialog
from msp_desktop.ui.papers.send_dialog import SendDialog
from msp_desktop.ui.shell.message_box import MessageBox
from msp_desktop.ui.tabs.inventory.import_dialog import ImportDialog
from msp_desktop.ui.tabs.inventory.import_report import ReportDialog
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample
from tests.services.tables import table
from tests.ui import modal
from tests.ui.find import button

LISTE = table(["Nom", "Métier", "Âge"], ["Petit", "infirmière", "vieux"], ["", "médecin", ""])


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    store = open_sample(tmp_path)
    yield Workspace(store, lambda: NOW)
    close_dossier(store)


def named(parent: QWidget, kind: type[Any], name: str) -> Any:
    return next(widget for widget in parent.findChildren(kind) if widget.accessibleName() == name)


def every_dialog(workspace: Workspace) -> list[QDialog]:
    first = meeting_lines(workspace.reader)[0].id
    return [
        About(),
        Helps(workspace, None),  # type: ignore[arg-type]
        MeetingPlaceForm(workspace, None),  # type: ignore[arg-type]
        Objectives(workspace, None),  # type: ignore[arg-type]
        Partners(workspace, None),  # type: ignore[arg-type]
        AskDate("Titre", "Jour", "Pourquoi", workspace.today, lambda _day: True),
        ChoosePeople(workspace, guests_of(workspace, first)),
        CommuneForm(workspace),
        DayZero(workspace),
        LiveMeeting(workspace, first),
        NewAction(workspace, TODAY),
        NewDossier(TODAY),
        PersonCard(workspace, workspace.reader.all(Person)[0].id),
        *(Help(page) for page in (*PAGES, "glossary", "start")),
        ImportDialog(workspace, "professionals", "Importer", lambda: LISTE, "liste.csv"),
        ReportDialog("Deux lignes\nà garder"),
        *paper_dialogs(workspace, first),
    ]


def paper_dialogs(workspace: Workspace, meeting_id: int) -> list[QDialog]:
    folder = workspace.store.path.parent
    desk = Desk(workspace, folder, lambda: Way.AUTO, lambda _way: None)
    context = desk.context(meeting_id)
    message = Message(("mairie@exemple.fr",), "Objet", "Bonjour", (folder / "un.pdf",), ("a@exemple.fr",))
    return [
        *(PrintDialog(desk, (key,), context) for key in ("agenda", "inventory", "referent", "timeline")),
        *(SendDialog(desk, key, context) for key in ("invitations", "minutes", "timeline")),
        ModelDialog(workspace, "agenda"),
        CopyDialog(message, ("Une phrase.",)),
        ProducedDialog(desk),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_dialog_opens_and_closes(qtbot: QtBot, workspace: Workspace, language: str) -> None:
    i18n.install(language)
    for dialog in every_dialog(workspace):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.windowTitle()
        assert not dialog.grab().isNull()
        dialog.close()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_dialog_has_room_on_a_small_screen_whatever_the_text_size(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 1366, 728))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", percent)
    for dialog in every_dialog(workspace):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.width() <= 1366, type(dialog).__name__
        assert dialog.height() <= 728 - 32, type(dialog).__name__  # the title bar's height
        dialog.close()


def test_the_meeting_place_writes_itself_even_on_escape(qtbot: QtBot, workspace: Workspace) -> None:
    form = MeetingPlaceForm(workspace, None)  # type: ignore[arg-type]
    qtbot.addWidget(form)
    form.show()
    line = next(line for line in form.findChildren(LineField) if line.accessibleName() == "Qui a la clé")
    qtbot.keyClicks(line, "Mme Lavergne")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert workspace.reader.one(MeetingPlace, 1).key_holder == "Mme Lavergne"


def test_an_objective_is_added(qtbot: QtBot, workspace: Workspace) -> None:
    objectives = Objectives(workspace, None)  # type: ignore[arg-type]
    qtbot.addWidget(objectives)
    line = named(objectives, QLineEdit, i18n._("A new objective"))
    qtbot.keyClicks(line, "Une permanence par mois")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.reader.all(Objective, order="position")[-1].title == "Une permanence par mois"


def test_what_is_said_during_the_meeting_becomes_its_minutes(qtbot: QtBot, workspace: Workspace) -> None:
    meeting = meeting_lines(workspace.reader)[0]
    view = LiveMeeting(workspace, meeting.id)
    qtbot.addWidget(view)
    view.show()
    qtbot.keyClicks(named(view, QPlainTextEdit, i18n._("What is said on this point")), "Tous sont venus")
    view._go(1)
    qtbot.keyClicks(view._next_step, "Se revoir en juin")
    with modal.dialog(MessageBox, lambda box: button(box, i18n._("Yes, it was held")).click()):
        view._on_end()  # asked: its day is still to come
    items = workspace.reader.all(AgendaItem, order="position", meeting_id=meeting.id)
    assert items[0].discussion == "Tous sont venus"
    assert workspace.reader.one(Meeting, meeting.id).state is MeetingState.HELD
    assert [step.text for step in workspace.reader.all(NextStep, meeting_id=meeting.id)] == ["Se revoir en juin"]


def test_the_commune_s_form_writes_its_federation(qtbot: QtBot, workspace: Workspace) -> None:
    form = CommuneForm(workspace)
    qtbot.addWidget(form)
    form.show()
    line = named(form, QLineEdit, i18n._("Your contact there"))
    line.clear()
    qtbot.keyClicks(line, "Anne Martin")
    form.close()
    assert own_federation(workspace.reader).contact == "Anne Martin"


def test_what_a_form_has_written_is_not_written_again(qtbot: QtBot, workspace: Workspace) -> None:
    """Hidden, it would go on writing into a dossier closed since."""
    person = people.add_person(workspace.store, Person(last_name="Durand"))
    forms: list[QDialog] = [
        CommuneForm(workspace),
        PersonCard(workspace, person.id),
        MeetingPlaceForm(workspace, None),  # type: ignore[arg-type]
    ]
    for form in forms:
        qtbot.addWidget(form)
        form.show()
        line = form.findChildren(LineField)[0]
        line.setFocus()
        qtbot.keyClicks(line, "mot")
        line.flush()
        assert not line.waiting()
        changes: list[object] = []
        workspace.changed.connect(changes.append)
        form.done(0)
        assert changes == []


def test_a_dialog_closed_is_gone(qtbot: QtBot, workspace: Workspace) -> None:
    form = CommuneForm(workspace)
    gone: list[bool] = []
    form.destroyed.connect(lambda: gone.append(True))
    with modal.dialog(CommuneForm, lambda box: box.accept()):
        run(form)
    qtbot.waitUntil(lambda: bool(gone))


def test_what_is_typed_of_something_deleted_goes_with_it(qtbot: QtBot, workspace: Workspace) -> None:
    refused: list[str] = []
    workspace.refused.connect(refused.append)
    assert workspace.attempt(people.update_person, 12345, Change(Person, last_name="Durand")) is None
    assert refused == []
