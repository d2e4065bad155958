"""The action chosen: refreshed in place, always the one the list shows, driven by the keyboard."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.domain.actions import Action, ActionStep
from msp_desktop.services import timeline as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.timeline.action_list import ActionList
from tests.conftest import TODAY
from tests.ui.modal import dialog

KEY = Qt.Key


def choose(window: MainWindow, code: str) -> Action:
    assert window.workspace is not None
    action = window.workspace.reader.find(Action, kit_code=code)
    assert action is not None
    window.go_to("timeline", action.id)
    return action


def named(window: MainWindow, kind: type[Any], name: str) -> Any:
    return next(w for w in window.current_page().findChildren(kind) if w.accessibleName() == name)


def actions_list(window: MainWindow) -> ActionList:
    return window.current_page().findChildren(ActionList)[0]


def steps(window: MainWindow, action: Action) -> list[ActionStep]:
    assert window.workspace is not None
    return window.workspace.reader.all(ActionStep, order="position", action_id=action.id)


def pane(window: MainWindow) -> QScrollArea:
    return named(window, QScrollArea, i18n._("The chosen action"))  # type: ignore[no-any-return]


def test_two_things_to_do_are_added_in_a_row(window: MainWindow, qtbot: QtBot) -> None:
    action = choose(window, "etat-des-lieux")
    before = len(steps(window, action))
    line = named(window, QLineEdit, i18n._("Add something to do"))
    line.setFocus()
    for words in ("Appeler la MSA", "Revoir la carte"):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, words)
        qtbot.keyClick(focused, KEY.Key_Return)
    assert [step.text for step in steps(window, action)[before:]] == ["Appeler la MSA", "Revoir la carte"]
    assert QApplication.activeModalWidget() is None
    assert QApplication.focusWidget() is line


def test_words_left_in_the_line_of_new_things_go_to_the_action_they_were_typed_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    action = choose(window, "etat-des-lieux")
    line = named(window, QLineEdit, i18n._("Add something to do"))
    line.setFocus()
    qtbot.keyClicks(line, "Appeler la MSA")
    other = choose(window, "contact-federation")
    assert steps(window, action)[-1].text == "Appeler la MSA"
    assert steps(window, other)[-1].text != "Appeler la MSA"
    assert line.text() == ""


def test_a_refresh_keeps_the_keyboard_the_scroll_and_the_widgets(window: MainWindow, qtbot: QtBot) -> None:
    action = choose(window, "etat-des-lieux")
    box = next(w for w in pane(window).findChildren(QCheckBox) if w.accessibleName() == steps(window, action)[-1].text)
    bar = pane(window).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    box.setFocus()
    before = bar.value()
    was = box.isChecked()
    qtbot.keyClick(box, KEY.Key_Space)
    assert steps(window, action)[-1].done is not was
    qtbot.wait(50)
    assert QApplication.focusWidget() is box
    assert bar.value() == before
    assert box.isVisible()


def test_arrows_in_the_list_stay_in_the_list_and_show_each_action_from_its_top(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, "etat-des-lieux")
    note = named(window, QPlainTextEdit, i18n._("Notes on this action"))
    note.setFocus()
    bar = pane(window).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    shown = actions_list(window)
    shown.setFocus()
    for _step in range(3):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
        assert QApplication.focusWidget() is shown
        assert bar.value() == 0
        assert window.current_page()._detail._action.id == shown.current_key()


def test_after_a_deletion_the_neighbour_is_chosen_and_shown_and_undo_brings_the_action_back_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    own = window.workspace.attempt(service.add_action, "Visiter le local", TODAY)
    assert own is not None
    window.go_to("timeline", own.id)
    button = named(window, QAbstractButton, i18n._("Delete this action"))
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Space)
    shown = actions_list(window)
    assert window.workspace.reader.find(Action, id=own.id) is None
    assert QApplication.focusWidget() is shown
    assert shown.current_key() is not None
    assert window.current_page()._detail._action.id == shown.current_key()
    window.workspace.undo()
    assert shown.current_key() == own.id
    assert window.current_page()._detail._action.id == own.id


def test_words_of_a_thing_to_do_are_seen_whole_and_escape_asks_before_losing_them(
    window: MainWindow, qtbot: QtBot, monkeypatch: Any
) -> None:
    action = choose(window, "etat-des-lieux")
    first = steps(window, action)[0]
    asked: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", lambda _p, words, *_a: bool(asked.append(words)) or True)

    def reword(box: AskWords) -> None:
        field = box.findChildren(QPlainTextEdit)[0]
        qtbot.waitUntil(field.hasFocus)
        assert field.toPlainText() == first.text
        assert box.width() >= 400
        qtbot.keyClicks(field, "Appeler chacun")
        qtbot.keyClick(field, KEY.Key_Escape)
        assert box.isVisible()
        assert asked
        qtbot.keyClick(field, KEY.Key_Return)

    with dialog(AskWords, reword):
        named(window, QAbstractButton, i18n._("Change: {text}").format(text=first.text)).click()
    assert steps(window, action)[0].text == "Appeler chacun"


def test_tab_goes_through_the_panel_as_one_reads(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "etat-des-lieux")
    window.current_page()._detail.focus_first()
    heights = []
    for _step in range(12):
        widget = QApplication.focusWidget()
        assert isinstance(widget, QWidget)
        if not pane(window).isAncestorOf(widget):
            break
        heights.append(widget.mapTo(pane(window).widget(), widget.rect().topLeft()).y())
        qtbot.keyClick(widget, KEY.Key_Tab)
    assert len(heights) > 8
    assert all(after >= before - 12 for before, after in pairwise(heights)), heights


def test_the_title_is_renamed_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    action = choose(window, "etat-des-lieux")
    assert window.workspace is not None
    named(window, QAbstractButton, i18n._("Rename")).click()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Notre bilan")
    qtbot.keyClick(field, KEY.Key_Return)
    assert window.workspace.reader.one(Action, action.id).title == "Notre bilan"
    assert not field.isVisible()


def test_who_does_it_is_shown_as_the_list_shows_it(window: MainWindow) -> None:
    assert window.workspace is not None
    action = choose(window, "etat-des-lieux")
    view = service.timeline(window.workspace.reader, TODAY).action(action.id)
    assert view is not None
    assert view.assignee == "Mme Nadia Roche"
    assert named(window, QLineEdit, i18n._("Who")).text() == view.assignee
    assert named(window, QPlainTextEdit, i18n._("Notes on this action")).toPlainText() == action.notes


def test_after_the_team_first_the_row_clicked_again_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    action = choose(window, "etat-des-lieux")
    shown = actions_list(window)
    named(window, QAbstractButton, i18n._("The team first")).click()
    assert not shown.selectionModel().hasSelection()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.currentIndex()).center())
    assert shown.selectionModel().hasSelection()
    assert window.current_page()._detail._action.id == shown.current_key() == action.id


def test_nothing_is_chosen_while_the_team_comes_first_whatever_changes(window: MainWindow) -> None:
    action = choose(window, "etat-des-lieux")
    named(window, QAbstractButton, i18n._("The team first")).click()
    assert window.workspace is not None
    service.tick_step(window.workspace.store, steps(window, action)[0].id, not steps(window, action)[0].done)
    assert not actions_list(window).selectionModel().hasSelection()
