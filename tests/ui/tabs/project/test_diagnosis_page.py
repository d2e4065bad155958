"""The page « Diagnostic »: its calendar ticked, its sources, what is noticed made a need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisStep, WatchNote
from msp_desktop.domain.inventory import Need
from msp_desktop.i18n import _
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.services import diagnosis as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.diagnosis_page import DiagnosisPage, make
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[DiagnosisPage]:
    made = make(workspace)
    assert isinstance(made, DiagnosisPage)
    host = QWidget()
    assert made.main is not None
    assert made.tools is not None
    assert made.panel is not None
    host.setLayout(column(made.main, made.tools, made, made.panel))
    qtbot.addWidget(host)
    workspace.changed.connect(made.refresh)
    host.resize(900, 1200)
    host.show()
    yield made
    host.hide()


def test_it_begins_with_one_press_and_a_step_is_ticked(page: DiagnosisPage, workspace: Workspace) -> None:
    button(page.window(), _("Begin the diagnosis")).click()
    table = named(page, RecordTable, _("Calendar of the diagnosis"))
    assert len(table.rows.rows()) == len(kit_diagnosis().steps)
    button(page, _("Done today")).click()
    first = table.rows.rows()[0]
    assert workspace.reader.one(DiagnosisStep, first.id).done_on == workspace.today()
    assert button(page, _("Not done after all")).isVisible()
    workspace.store.undo()
    assert workspace.reader.one(DiagnosisStep, first.id).done_on is None


def test_what_is_noticed_is_made_a_need(page: DiagnosisPage, workspace: Workspace, qtbot: QtBot) -> None:
    line = named(page, AddLine, _("Something noticed"))
    qtbot.keyClicks(line, "Une attente")
    qtbot.keyClick(line, KEY.Key_Return)
    assert [note.title for note in workspace.reader.all(WatchNote)] == ["Une attente"]
    button(page, _("Make a need of it")).click()
    assert [need.title for need in workspace.reader.all(Need)] == ["Une attente"]
    with qtbot.waitSignal(workspace.request_tab) as shown:
        button(page, _("See the need")).click()
    assert shown.args[0] == "inventory"
    assert len(workspace.reader.all(Need)) == 1


def test_the_terms_are_written_beside_the_tables_and_print(
    page: DiagnosisPage, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.keyClicks(named(page.window(), LineField, _("Territory")), "onze communes")
    workspace.flush()
    assert workspace.reader.one(Diagnosis, 1).territory == "onze communes"
    with qtbot.waitSignal(workspace.request_papers) as asked:
        button(page.window(), _("Print the terms")).click()
    assert asked.args[0] == ("diagnosis-terms",)


def test_the_page_says_which_words_are_its_own(page: DiagnosisPage, workspace: Workspace) -> None:
    step = service.add_step(workspace.store, "Réunir")
    note = service.add_watch(workspace.store, "Une attente", workspace.today())
    assert page.place_of(DraftKey("DiagnosisStep", step.id, "title")) == ("DiagnosisStep", step.id)
    assert page.place_of(DraftKey("WatchNote", note.id, "title")) == ("WatchNote", note.id)
    assert page.place_of(DraftKey("Diagnosis", 1, "aims")) is True
    assert page.place_of(DraftKey("Exchange", 1, "said")) is None
    page.show_target(("DiagnosisStep", step.id))
    assert named(page, RecordTable, _("Calendar of the diagnosis")).chosen_id() == step.id
