"""Unsaved words: written soon, held for their own record, never said to be saved before they are."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.domain.actions import Action
from msp_desktop.domain.meetings import AgendaItem
from msp_desktop.errors import UserError
from msp_desktop.services.meetings import meeting_lines
from msp_desktop.ui.drafts import DraftKey, Drafts, NotUnderstood, State
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import actions

KEY = DraftKey("Action", 1, "notes")


@pytest.fixture
def drafts(qtbot: QtBot) -> Drafts:
    return Drafts()


def refusing(words: object) -> None:
    raise UserError("Le disque est plein.")


def type_steadily(qtbot: QtBot, field: Any, every: int, until: Callable[[], bool], most: float = 6) -> float:
    """Press a key at this pace, in milliseconds, and return how many seconds it took."""
    begun = time.monotonic()
    while not until() and time.monotonic() - begun < most:
        qtbot.keyClick(field, Qt.Key.Key_A)
        qtbot.wait(every)
    return time.monotonic() - begun


def field_named(window: MainWindow, name: str) -> Any:
    page = window.current_page()
    found = [w for kind in (QLineEdit, QPlainTextEdit) for w in page.findChildren(kind) if w.accessibleName() == name]
    return found[0]


def items(window: MainWindow) -> list[AgendaItem]:
    assert window.workspace is not None
    reader = window.workspace.reader
    return reader.all(AgendaItem, order="position", meeting_id=meeting_lines(reader)[0].id)


def test_words_are_written_once_the_keys_stop(qtbot: QtBot, drafts: Drafts) -> None:
    written: list[str] = []
    drafts.hold(KEY, "un", written.append, "Notes")
    drafts.hold(KEY, "un mot", written.append, "Notes")
    assert written == []
    assert drafts.state() is State.TYPING
    qtbot.waitUntil(lambda: written == ["un mot"], timeout=1800)
    assert not drafts.waiting()


def test_what_the_disk_refuses_waits_and_is_said_once(qtbot: QtBot, drafts: Drafts) -> None:
    said: list[str] = []
    drafts.refused.connect(said.append)
    drafts.hold(KEY, "un", refusing, "Notes")
    assert not drafts.flush()
    assert not drafts.flush()
    drafts.hold(KEY, "un mot", refusing, "Notes")
    assert not drafts.flush()
    assert said == ["Le disque est plein."]
    assert drafts.state() is State.REFUSED
    assert drafts.labels() == ["Notes"]
    written: list[str] = []
    drafts.hold(KEY, "un mot", written.append, "Notes")
    assert drafts.flush()
    assert written == ["un mot"]


def test_half_a_date_is_not_marked_while_somebody_types_on(qtbot: QtBot, drafts: Drafts) -> None:
    marked: list[object] = []
    drafts.marked.connect(marked.append)

    def read(_words: str) -> None:
        raise NotUnderstood("Écrivez 12/05/2026.")

    for _key in range(14):
        drafts.hold(KEY, "12/", read, "Date")
        qtbot.wait(200)
    assert marked == []
    qtbot.waitUntil(lambda: marked == [KEY], timeout=2000)
    assert drafts.state() is State.NOT_UNDERSTOOD


def test_nothing_is_written_into_a_dossier_closed_since(qtbot: QtBot, drafts: Drafts) -> None:
    written: list[str] = []
    drafts.hold(KEY, "un", written.append, "Notes")
    drafts.close()
    drafts.hold(KEY, "un mot", written.append, "Notes")
    assert drafts.flush()
    assert written == []


def test_a_steady_typist_has_words_on_the_disk_within_two_seconds(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")
    note = field_named(window, i18n._("What it is about, printed on the agenda"))
    before = items(window)[0].content
    note.setFocus()
    took = type_steadily(qtbot, note, 150, lambda: items(window)[0].content != before)
    assert items(window)[0].content != before
    assert took < 3


def test_typing_without_a_stop_stays_one_step_of_the_history(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")
    assert window.workspace is not None
    steps = window.workspace.store.history._done
    note = field_named(window, i18n._("What it is about, printed on the agenda"))
    before, writes = items(window)[0].content, len(steps)
    note.setFocus()
    type_steadily(qtbot, note, 200, lambda: False, most=5)
    qtbot.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert items(window)[0].content == before
    assert len(steps) == writes


def test_the_corner_does_not_say_saved_while_words_wait(window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    window.go_to("meetings")
    note = field_named(window, i18n._("What it is about, printed on the agenda"))
    saved = i18n._("Everything is saved ({time})").partition("(")[0]
    corner = lambda: [w.text() for w in window._status.findChildren(QLabel)][-1]  # noqa: E731
    assert corner().startswith(saved)
    note.setFocus()
    qtbot.keyClicks(note, "mot")
    assert not corner().startswith(saved)
    qtbot.waitUntil(lambda: corner().startswith(saved), timeout=3000)


def test_words_the_disk_refused_stay_those_of_their_record(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    window.go_to("meetings")
    assert window.workspace is not None
    first, second = items(window)[:2]
    tab = window.current_page()
    label = i18n._("The mayor's note on this point, never printed for the guests")
    form_note = next(w for w in tab._item_form.findChildren(QPlainTextEdit) if w.accessibleName() == label)
    form_note.setFocus()
    window.workspace.store.read_only = True  # what a full disk does: each write is refused with a sentence
    qtbot.keyClicks(form_note, "a ne pas perdre")
    tab._choose_item(second.id)
    assert form_note.toPlainText() == second.mayor_note
    assert window.workspace.drafts.waiting()
    window.workspace.undo()
    actions.say_saved(window)
    assert window._status._said.text() != i18n._("Everything is saved ({time})").format(time="14 h 32")
    window.workspace.store.read_only = False
    tab._choose_item(first.id)
    assert form_note.toPlainText() == "a ne pas perdre" + first.mayor_note
    window.flush()
    assert [item.mayor_note for item in items(window)[:2]] == ["a ne pas perdre" + first.mayor_note, second.mayor_note]
    assert not window.workspace.drafts.waiting()


def test_closing_asks_before_it_loses_what_cannot_be_saved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    asked: list[str] = []

    def choose(_parent: object, sentence: str, *answers: str) -> int:
        asked.append(sentence)
        assert window.workspace is not None
        window.workspace.store.read_only = False  # room was made meanwhile
        return answers.index(i18n._("Try again"))

    monkeypatch.setattr("msp_desktop.ui.shell.messages.choose", choose)
    window.go_to("meetings")
    assert window.workspace is not None
    store = window.workspace.store
    label = i18n._("What it is about, printed on the agenda")
    note = field_named(window, label)
    note.setFocus()
    store.read_only = True
    qtbot.keyClicks(note, "garde")
    path = store.path
    window.close_dossier()
    assert len(asked) == 1
    assert label in asked[0]
    assert window.open_dossier(path)
    assert items(window)[0].content.startswith("garde")


def test_nothing_typed_nothing_written(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")
    assert window.workspace is not None
    for note in window.current_page().findChildren(QPlainTextEdit):
        note.setFocus()
    window.flush()
    assert window.workspace.store.history.undo_label() is None
    assert window.workspace.reader.all(Action)
