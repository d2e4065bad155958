"""The journal on the screen: found by words, period and person; what is chosen is what the panel shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.exchanges import Exchange
from msp_desktop.i18n import _
from msp_desktop.services import journal
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.exchange_panel import ExchangePanel
from msp_desktop.ui.tabs.actors.journal_page import JournalPage
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, named, says


def shown_in(window: MainWindow) -> ExchangePanel:
    """Return the panel of exchanges, which is open."""
    assert window.panel_open() == "exchange"
    return window.findChildren(ExchangePanel)[-1]


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> JournalPage:
    for day, whom, subject in ((40, "Mme Roux", "Château"), (9, "M. Petit", "La salle"), (1, "Mme Roux", "La visite")):
        given = Exchange(held_on=TODAY - timedelta(day), with_whom=whom, subject=subject)
        journal.note_exchange(workspace.store, given)
    made = JournalPage(workspace)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(950, 540)
    made.show()
    return made


def subjects(page: JournalPage) -> list[str]:
    return [entry.exchange.subject for entry in named(page, RecordTable, _("The exchanges")).rows.rows()]


def test_the_latest_comes_first(page: JournalPage, workspace: Workspace) -> None:
    assert subjects(page) == ["La visite", "La salle", "Château"]
    journal.begin_exchange(workspace.store, Exchange(held_on=TODAY, subject="Appel"))
    assert subjects(page)[0] == "Appel"
    assert says(page, "3, et 1 brouillon")


def test_words_and_period_keep_what_is_asked(page: JournalPage, qtbot: QtBot) -> None:
    line = named(page, QLineEdit, _("Filter the exchanges"))
    qtbot.keyClicks(line, "roux chateau")
    assert subjects(page) == ["Château"]
    line.clear()
    period = named(page, ChoiceField, _("Period"))
    period.setCurrentIndex(2)
    period.activated.emit(2)
    assert subjects(page) == ["La visite", "La salle"]
    qtbot.keyClicks(line, "xyz")
    assert subjects(page) == []
    assert says(page, _("No exchange is like that: ask for less."))


def test_an_empty_journal_says_what_it_is_for(workspace: Workspace, qtbot: QtBot) -> None:
    page = JournalPage(workspace)
    qtbot.addWidget(page)
    page.show()
    assert says(page, _("Whom did you call, and what was said?"))
    with qtbot.waitSignal(workspace.request_exchange):
        button(page, _("Note an exchange")).click()


def test_what_is_chosen_is_what_the_panel_shows(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.go_to("actors", ("journal", None))
    table = named(window, RecordTable, _("The exchanges"))
    first, second = (table.rows.rows()[place].id for place in (0, 1))
    table.setFocus()
    table.select(second)
    assert window.panel_open() is None, "arrows alone open nothing"
    qtbot.keyClick(table, Qt.Key.Key_Return)
    panel = shown_in(window)
    assert isinstance(panel, ExchangePanel)
    assert panel.exchange_id() == second
    assert table.hasFocus()
    table.select(first)
    assert panel.exchange_id() == first
    subject = named(panel, QLineEdit, _("Subject"))
    subject.setFocus()
    subject.selectAll()
    qtbot.keyClicks(subject, "Autrement")
    qtbot.keyClick(subject, Qt.Key.Key_Escape)
    assert workspace.reader.one(Exchange, first).subject == "Autrement"
    assert table.hasFocus()
    assert table.width() > 1200, "the panel's room is given back"


def test_a_draft_is_a_row_from_its_first_words_and_the_one_chosen(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.go_to("actors", ("journal", None))
    table = named(window, RecordTable, _("The exchanges"))
    before = len(table.rows.rows())
    window.note_exchange()
    panel = shown_in(window)
    assert panel is not None
    qtbot.keyClicks(named(panel, QLineEdit, _("Subject")), "Appel")
    workspace.flush()
    assert len(table.rows.rows()) == before + 1
    assert table.current_row().exchange.subject == "Appel"
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert len(table.rows.rows()) == before
    workspace.undo()
    assert len(table.rows.rows()) == before + 1


def test_an_exchange_asked_for_from_elsewhere_is_shown_whatever_is_filtered(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.go_to("actors", ("journal", None))
    named(window, QLineEdit, _("Filter the exchanges")).setText("xyz")
    old = journal.note_exchange(workspace.store, Exchange(held_on=date(2025, 1, 2), subject="Ancien"))
    window.go_to("actors", ("journal", old.id))
    table = named(window, RecordTable, _("The exchanges"))
    assert table.chosen_id() == old.id
    panel = shown_in(window)
    assert isinstance(panel, ExchangePanel)
    assert panel.exchange_id() == old.id
