"""The pages « Instances », « Appels » and « Évaluation »: an empty town begins, writes, undoes; each leads where it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import Axis
from msp_desktop.domain.calls import Call
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import ActivityYear, EvaluationQuestion
from msp_desktop.domain.instances import Instance, InstanceMember, ProposedSitting
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Category, Person
from msp_desktop.i18n import _
from msp_desktop.services import calls, evaluation, instances
from msp_desktop.services.activity_words import write_words
from msp_desktop.services.people import add_person
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project import calls_page, evaluation_page, instances_page
from msp_desktop.ui.tabs.project.call_panel import CallPanel
from msp_desktop.ui.tabs.project.calls_page import CallsPage
from msp_desktop.ui.tabs.project.evaluation_page import EvaluationPage
from msp_desktop.ui.tabs.project.instances_page import InstancesPage
from msp_desktop.ui.tabs.project.plan_year import PlanYear
from msp_desktop.ui.tabs.project.question_panel import QuestionPanel
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY
from tests.ui.find import button, named, says

P = TypeVar("P", bound=Page)
Shown = Callable[[Callable[[Workspace], Page]], Page]


@pytest.fixture
def workspace(store: Store) -> Iterator[Workspace]:
    made = Workspace(store, lambda: NOW)
    yield made
    made.flush()


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace) -> Shown:
    def shown(make: Callable[[Workspace], Page]) -> Page:
        page = make(workspace)
        workspace.changed.connect(page.refresh)
        for widget, wide in ((page, 900), (page.panel, 416)):
            assert widget is not None
            qtbot.addWidget(widget)
            widget.resize(wide, 620)
            widget.show()
        return page

    return shown


def table(page: QWidget, name: str) -> RecordTable:
    return named(page, RecordTable, name)


def texts(shown: RecordTable) -> list[list[str]]:
    return [[column.text(row) for column in shown.rows.columns] for row in shown.rows.rows()]


# --- instances ----------------------------------------------------------------------------------


def test_a_town_begins_with_four_instances_and_puts_its_year_in_the_calendar(
    show: Shown, store: Store, qtbot: QtBot
) -> None:
    page = show(instances_page.make)
    assert isinstance(page, InstancesPage)
    button(page, _("Begin with the four instances proposed")).click()
    assert len(table(page, _("Instances")).rows.rows()) == 4
    assert page.main is not None
    assert page.main.isEnabled()

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PlanYear)
        days = dialog.findChild(QListWidget)
        assert days is not None
        days.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, page, accept)
    page.main.click()  # type: ignore[attr-defined]
    proposed = len(store.reader.all(Meeting))
    assert 0 < proposed < 12
    assert len(table(page, _("Meetings of the year")).rows.rows()) == proposed
    store.undo()
    assert store.reader.all(Meeting) == []


def test_a_day_in_the_holidays_is_not_ticked(qtbot: QtBot) -> None:
    days = [
        ProposedSitting(1, "COPIL", date(2026, 12, 17)),
        ProposedSitting(2, "COTECH", date(2026, 12, 31), quiet=True),
    ]
    dialog = PlanYear(2026, days, lambda _chosen: True)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == days[:1]
    shown = dialog.findChild(QListWidget)
    assert shown is not None
    assert shown.item(1).text().endswith("2026, COTECH (pendant les vacances)")


def test_an_instance_is_chosen_written_and_its_meeting_opened(
    show: Shown, store: Store, qtbot: QtBot, workspace: Workspace
) -> None:
    page = show(instances_page.make)
    instances.propose_instances(store)
    second = store.reader.all(Instance, order="position")[1]
    page.show_target(second.id)
    assert page.target() == second.id
    field = named(page.panel, QLineEdit, _("Name of the instance"))  # type: ignore[type-var, arg-type]
    field.selectAll()
    qtbot.keyClicks(field, "COTECH du Val")
    workspace.flush()
    assert store.reader.one(Instance, second.id).name == "COTECH du Val"
    button(page, _("Add a meeting")).click()
    (meeting,) = store.reader.all(Meeting)
    assert meeting.instance_id == second.id
    table(page, _("Meetings of the year")).select(meeting.id)
    with qtbot.waitSignal(workspace.request_tab) as asked:
        button(page, _("Open in the meetings")).click()
    assert asked.args == ["meetings", meeting.id]


def test_the_months_give_way_where_the_page_is_narrow(show: Shown, store: Store) -> None:
    page = show(instances_page.make)
    instances.propose_instances(store)
    shown = table(page, _("Instances"))
    assert not shown.isColumnHidden(2)
    assert shown.isColumnHidden(1)
    page.resize(600, 600)
    assert shown.isColumnHidden(2)
    assert not shown.isColumnHidden(1)


def test_words_that_wait_lead_to_the_instance_they_are_of(show: Shown, store: Store) -> None:
    page = show(instances_page.make)
    instances.propose_instances(store)
    person = add_person(store, Person(category=Category.ARS, last_name="Alba"))
    instances.add_members(store, 1, [person.id])
    (member,) = store.reader.all(InstanceMember)
    assert page.place_of(DraftKey("InstanceMember", member.id, "capacity")) == 1
    assert page.place_of(DraftKey("Instance", 3, "name")) == 3
    assert page.place_of(DraftKey("dialog", 2, "ChooseMembers")) == ("members", 2)
    assert page.place_of(DraftKey("Call", 1, "subject")) is None


# --- calls --------------------------------------------------------------------------------------


def test_a_call_is_shown_with_what_is_left_and_its_reminder(
    show: Shown, store: Store, workspace: Workspace, qtbot: QtBot
) -> None:
    page = show(calls_page.make)
    assert isinstance(page, CallsPage)
    assert says(page, _("No call watched yet"))
    made = calls.add_call(store, "Prévention")
    calls.update_call(store, made.id, Change(Call, closes_on=date(2026, 6, 12), asked=12_000), TODAY)
    (row,) = texts(table(page, _("Calls")))
    assert row[1] == "dans 45 jours"
    assert says(page, "12\u202f000\u00a0€")
    assert isinstance(page.panel, CallPanel)
    assert says(page.panel, "vendredi\u00a022\u00a0mai")
    page.show_target(made.id)
    qtbot.keyClicks(named(page.panel, QLineEdit, _("Funder")), "ARS")
    workspace.flush()
    assert store.reader.one(Call, made.id).funder == "ARS"
    table(page, _("Calls")).request_delete.emit([made.id])
    assert store.reader.all(Call) == []
    store.undo()
    assert len(texts(table(page, _("Calls")))) == 1


def test_a_funder_of_the_list_gives_its_call_a_name_and_a_place_to_look(show: Shown, store: Store) -> None:
    page = show(calls_page.make)
    funders = table(page, _("Funders who call regularly"))
    funders.select("cfppa")
    assert says(page, "L. 233-1") or says(page, "L.\u00a0233-1")

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.accept()  # type: ignore[attr-defined]

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, page, accept)
    button(page, _("Watch a call of this funder")).click()
    (made,) = store.reader.all(Call)
    assert made.kit_code == "cfppa"
    assert made.where


def test_a_federation_s_file_takes_the_place_of_the_list_and_a_wrong_one_is_told(
    show: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(calls_page.make)
    assert isinstance(page, CallsPage)
    path = tmp_path / "liste.toml"
    path.write_text(
        'title = "Notre région"\nstated_on = 2026-05-01\n[[funders]]\ncode = "x"\nname = "Fondation du Val"\ncall = "grant"\n'
        'subject = "Aidants"\nperiod = "au printemps"\nwhere = "son site"\n', encoding="utf-8",
    )  # fmt: skip
    page.take_file(path)
    assert [row[0] for row in texts(table(page, _("Funders who call regularly")))] == ["Fondation du Val"]
    assert says(page, "Notre région")
    assert _("Go back to the application's list") in [entry.text() for entry in page.menu().actions()]


# --- evaluation -----------------------------------------------------------------------------------


def test_a_question_is_answered_and_its_priority_becomes_an_axis(
    show: Shown, store: Store, workspace: Workspace, qtbot: QtBot
) -> None:
    page = show(evaluation_page.make)
    assert isinstance(page, EvaluationPage)
    button(page, _("Begin with the questions proposed")).click()
    first = store.reader.all(EvaluationQuestion, order="position")[0]
    page.show_target(first.id)
    assert isinstance(page.panel, QuestionPanel)
    named(page.panel, NoteField, _("Result")).setPlainText("Six sur huit")
    named(page.panel, NoteField, _("New priority")).setPlainText("Aller vers les aidants")
    workspace.flush()
    assert store.reader.one(EvaluationQuestion, first.id).result_on == TODAY
    with qtbot.waitSignal(workspace.request_tab) as asked:
        button(page.panel, _("Make it a priority axis of the plan")).click()
    assert asked.args == ["project", ("sheets", None)]
    assert [axis.title for axis in store.reader.all(Axis)] == ["Aller vers les aidants"]


def test_questions_move_with_the_keyboard(show: Shown, store: Store, qtbot: QtBot) -> None:
    page = show(evaluation_page.make)
    evaluation.propose_questions(store)
    shown = table(page, _("Questions of the evaluation"))
    first, second = (row.id for row in shown.rows.rows()[:2])
    shown.select(first)
    qtbot.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in shown.rows.rows()[:2]] == [second, first]


def test_the_words_of_a_year_s_report_are_written_and_shown(
    show: Shown, store: Store, workspace: Workspace, qtbot: QtBot
) -> None:
    page = show(evaluation_page.make)
    named(page, NoteField, _("Words that open the report")).setPlainText("Une année de premiers pas")
    workspace.flush()
    assert [(row.year, row.opening) for row in store.reader.all(ActivityYear)] == [(2026, "Une année de premiers pas")]
    write_words(store, 2025, Change(ActivityYear, opening="Avant"))
    page.show_target(("year", 2025))
    assert named(page, NoteField, _("Words that open the report")).toPlainText() == "Avant"
    with qtbot.waitSignal(workspace.request_scoped) as asked:
        button(page, _("Make the report")).click()
    assert asked.args is not None
    assert (asked.args[0], asked.args[1].since) == ("activity-report", date(2025, 1, 1))
