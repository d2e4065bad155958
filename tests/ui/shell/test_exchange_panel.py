"""Noting an exchange: a draft from its first words, finished, thrown away and brought back; nothing is ever lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.people import Category, Person
from msp_desktop.i18n import _
from msp_desktop.services import journal
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.exchange_panel import ExchangePanel
from msp_desktop.ui.widgets.who_field import WhoField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, named, says
from tests.ui.widgets.who import press, proposals

KEY = Qt.Key


def shown_in(window: MainWindow) -> ExchangePanel:
    """Return the panel of exchanges, which is open."""
    assert window.panel_open() == "exchange"
    return window.findChildren(ExchangePanel)[-1]


@pytest.fixture
def roux(store: object, workspace: Workspace) -> Person:
    with workspace.store.write("Annuaire") as tx:
        return tx.insert(Person(civility="Mme", last_name="Roux", category=Category.FEDERATION))


@pytest.fixture
def panel(workspace: Workspace, roux: Person, qtbot: QtBot) -> ExchangePanel:
    made = ExchangePanel(workspace)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(416, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def typed(panel: ExchangePanel, workspace: Workspace, qtbot: QtBot) -> Callable[[str, str], None]:
    def write(name: str, words: str) -> None:
        kinds: tuple[type[QWidget], ...] = (QLineEdit, QPlainTextEdit)
        field = next(w for kind in kinds for w in panel.findChildren(kind) if w.accessibleName() == _(name))
        field.setFocus()
        qtbot.keyClicks(field, words)
        workspace.flush()

    return write


def rows(workspace: Workspace) -> list[Exchange]:
    return workspace.reader.all(Exchange)


def test_opened_and_closed_it_notes_nothing(panel: ExchangePanel, workspace: Workspace) -> None:
    panel.begin(Begin(person_ids=(1,)))
    workspace.flush()
    panel.begin(Begin())
    assert rows(workspace) == []
    assert panel.is_blank()


@pytest.mark.parametrize("name", ["Subject", "What was said", "With whom", "And next", "By when", "Who"])
def test_from_the_first_words_anywhere_it_is_a_draft(
    panel: ExchangePanel, workspace: Workspace, typed: Callable[[str, str], None], name: str
) -> None:
    typed(name, "5 mai" if name == "By when" else "x")
    (row,) = rows(workspace)
    assert (row.draft, row.held_on, panel.exchange_id()) == (True, TODAY, row.id)


def test_what_was_in_view_is_there_already(
    panel: ExchangePanel, workspace: Workspace, roux: Person, typed: Callable[[str, str], None]
) -> None:
    action = workspace.reader.all(Action, kit_code="contact-federation")[0]
    panel.begin(Begin(person_ids=(roux.id,), action_id=action.id))
    typed("Subject", "Appel")
    (entry,) = journal.entries(workspace.reader)
    assert (entry.person_ids, entry.exchange.action_id) == ((roux.id,), action.id)
    assert entry.exchange.category is Category.FEDERATION


def test_finished_it_makes_room_for_the_next(
    panel: ExchangePanel, workspace: Workspace, typed: Callable[[str, str], None]
) -> None:
    typed("With whom", "Mme Roux")
    typed("Subject", "Appel")
    button(panel, _("Finish")).click()
    (row,) = rows(workspace)
    assert not row.draft
    assert panel.is_blank()
    assert named(panel, QLineEdit, _("Subject")).text() == ""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == _("With whom")
    typed("Subject", "Second")
    assert [row.subject for row in rows(workspace)] == ["Appel", "Second"]


def test_thrown_away_it_comes_back_with_undo(
    panel: ExchangePanel, workspace: Workspace, typed: Callable[[str, str], None]
) -> None:
    typed("Subject", "Appel")
    (before,) = rows(workspace)
    button(panel, _("Throw away")).click()
    assert rows(workspace) == []
    assert named(panel, QLineEdit, _("Subject")).text() == ""
    workspace.undo()
    assert rows(workspace) == [before]
    assert (panel.exchange_id(), named(panel, QLineEdit, _("Subject")).text()) == (before.id, "Appel")


def test_undoing_its_first_words_leaves_an_empty_form(
    panel: ExchangePanel, workspace: Workspace, typed: Callable[[str, str], None]
) -> None:
    typed("Subject", "Appel")
    workspace.undo()
    assert rows(workspace) == []
    assert named(panel, QLineEdit, _("Subject")).text() == ""
    workspace.redo()
    assert [row.subject for row in rows(workspace)] == ["Appel"]
    assert named(panel, QLineEdit, _("Subject")).text() == "Appel"


def test_another_begun_in_the_middle_of_a_word_loses_nothing(
    panel: ExchangePanel, workspace: Workspace, qtbot: QtBot
) -> None:
    subject = named(panel, QLineEdit, _("Subject"))
    subject.setFocus()
    qtbot.keyClicks(subject, "Appel")
    panel.begin(Begin())
    assert [row.subject for row in rows(workspace)] == ["Appel"]
    assert subject.text() == ""
    qtbot.keyClicks(subject, "Second")
    panel.show_exchange(rows(workspace)[0].id)
    assert [row.subject for row in rows(workspace)] == ["Appel", "Second"]
    assert subject.text() == "Appel"


def test_what_it_answers_is_offered_and_done_when_it_is_finished(
    panel: ExchangePanel, workspace: Workspace, roux: Person, typed: Callable[[str, str], None]
) -> None:
    owed = Exchange(held_on=TODAY, with_whom="Mme Roux", next_step="rappeler", next_step_on=TODAY)
    asked = journal.note_exchange(workspace.store, owed)
    box = panel.findChild(QCheckBox)
    assert box is not None
    assert not box.isVisible()
    panel.begin(Begin(person_ids=(roux.id,)))
    assert box.isVisible()
    assert says(panel, "rappeler")
    box.click()
    assert panel.exchange_id() is not None, "ticked, it is in the journal"
    typed("Subject", "Rappel")
    assert [one.id for one in journal.follow_ups(workspace.reader, TODAY)] == [asked.id]
    button(panel, _("Finish")).click()
    assert journal.follow_ups(workspace.reader, TODAY) == []


def test_a_finished_one_says_when_its_next_step_was_done(
    panel: ExchangePanel, workspace: Workspace, typed: Callable[[str, str], None]
) -> None:
    noted = journal.note_exchange(workspace.store, Exchange(held_on=TODAY, subject="a", next_step="b"))
    panel.show_exchange(noted.id)
    typed("Done on", "27 avril")
    done = workspace.reader.one(Exchange, noted.id).next_step_done_on
    assert done is not None
    assert done.day == 27
    assert not button(panel, _("Finish")).isVisible()


def test_a_wrong_date_loses_nothing_and_is_shown_again(window: MainWindow, qtbot: QtBot) -> None:
    window.note_exchange()
    panel = shown_in(window)
    assert panel is not None
    day = named(panel, QLineEdit, _("By when"))
    day.setFocus()
    qtbot.keyClicks(day, "31/02/2026")
    qtbot.keyClick(day, KEY.Key_Escape)
    assert window.panel_open() is None
    window.show_unsaved()
    assert window.panel_open() == "exchange"
    assert day.text() == "31/02/2026"
    assert day.hasFocus()


def test_ctrl_j_notes_from_any_tab_about_what_is_in_view(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.go_to("timeline", 2)
    before = {row.id for row in rows(workspace)}
    qtbot.keyClick(window, KEY.Key_J, Qt.KeyboardModifier.ControlModifier)
    panel = shown_in(window)
    assert isinstance(panel, ExchangePanel)
    subject = named(panel, QLineEdit, _("Subject"))
    qtbot.keyClicks(subject, "Appel")
    qtbot.keyClick(subject, KEY.Key_Escape)
    assert window.panel_open() is None
    (added,) = [row for row in rows(workspace) if row.id not in before]
    assert (added.subject, added.action_id, added.draft) == ("Appel", 2, True)
    assert says(window, "Appel")
    for tab in ("meetings", "actors", "referent", "inventory"):
        window.go_to(tab)
        qtbot.keyClick(window, KEY.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert window.panel_open() == "exchange"
    window.close_dossier()


def test_escape_closes_the_list_of_names_before_the_panel(window: MainWindow, qtbot: QtBot) -> None:
    window.note_exchange()
    panel = shown_in(window)
    assert panel is not None
    line = named(panel, WhoField, _("With whom"))
    qtbot.keyClicks(line, "fed")
    assert proposals(line)
    press(qtbot, line, KEY.Key_Escape)
    assert not proposals(line)
    assert window.panel_open() == "exchange"
    press(qtbot, line, KEY.Key_Escape)
    assert window.panel_open() is None


def test_another_tab_and_larger_letters_leave_it_open(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.note_exchange()
    panel = shown_in(window)
    assert panel is not None
    qtbot.keyClicks(named(panel, QLineEdit, _("Subject")), "Appel")
    window.go_to("meetings")
    assert window.panel_open() == "exchange"
    assert "Appel" in [row.subject for row in rows(workspace)]
    window.set_theme("light", 125)
    again = shown_in(window)
    assert isinstance(again, ExchangePanel)
    assert again is not panel
    assert named(again, QLineEdit, _("Subject")).text() == "Appel"
    window.set_theme("light", 100)
