"""The real window, driven as the secretary drives it: keyboard first."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.services.preferences import Preferences
from msp_desktop.services.produced import produced
from msp_desktop.ui.dialogs.new_dossier import NewDossier
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers.print_dialog import PrintDialog
from msp_desktop.ui.shell import actions, papers
from msp_desktop.ui.theme import apply_theme
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample
from tests.ui.find import button, says
from tests.ui.modal import dialog

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the sample dossier."""
    opened = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(opened)
    opened.resize(1366, 697)
    opened.show_store(open_sample(tmp_path))
    opened.show()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    yield opened
    opened.close_dossier()


def first_action(window: MainWindow) -> Action:
    assert window.workspace is not None
    return window.workspace.reader.find(Action, kit_code="etat-des-lieux")  # type: ignore[return-value]


def notes_field(window: MainWindow) -> QPlainTextEdit:
    window.go_to("timeline", first_action(window).id)
    fields = window.current_page().findChildren(QPlainTextEdit)
    return next(field for field in fields if field.accessibleName() == i18n._("Notes on this action"))


def test_what_is_typed_is_written_one_second_after_the_last_key(window: MainWindow, qtbot: QtBot) -> None:
    field = notes_field(window)
    field.setFocus()
    qtbot.keyClicks(field, "Appeler demain")
    assert first_action(window).notes == ""
    qtbot.waitUntil(lambda: first_action(window).notes == "Appeler demain", timeout=3000)


def test_one_ctrl_z_works_inside_a_field_too(window: MainWindow, qtbot: QtBot) -> None:
    field = notes_field(window)
    field.setFocus()
    qtbot.keyClicks(field, "Un mot")
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert first_action(window).notes == ""
    assert field.toPlainText() == ""
    qtbot.keyClick(field, KEY.Key_Y, CONTROL)
    assert first_action(window).notes == "Un mot"
    assert field.toPlainText() == "Un mot"


def test_leaving_a_tab_writes_at_once(window: MainWindow, qtbot: QtBot) -> None:
    field = notes_field(window)
    field.setFocus()
    qtbot.keyClicks(field, "Garde")
    window.show_tab_at(1)
    assert first_action(window).notes == "Garde"


def test_ctrl_s_answers_that_everything_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    field = notes_field(window)
    field.setFocus()
    qtbot.keyClicks(field, "Ecrit")
    actions.say_saved(window)
    assert first_action(window).notes == "Ecrit"
    assert "14\u00a0h\u00a032" in window._status._said.text()


def test_space_ticks_an_action_in_the_list_and_undo_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.current_page()
    tab.show_target(first_action(window).id)
    qtbot.keyClick(tab._list, KEY.Key_Space)
    assert first_action(window).state is ActionState.DONE
    assert first_action(window).done_on == TODAY
    actions.undo(window)
    assert first_action(window).state is ActionState.DOING


def test_undo_to_the_beginning_through_the_window_gives_the_same_file(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    raw = window.workspace.store.connection
    before = "\n".join(raw.iterdump())
    field = notes_field(window)
    field.setFocus()
    qtbot.keyClicks(field, "Un")
    window.go_to("meetings")
    window.current_page()._on_add("premiere-rencontre")
    window.go_to("referent")
    window.current_page()._kinds.button(0).click()
    after = "\n".join(raw.iterdump())
    while window.workspace.store.history.undo_label():
        window.workspace.undo()
    assert "\n".join(raw.iterdump()) == before
    while window.workspace.store.history.redo_label():
        window.workspace.redo()
    assert "\n".join(raw.iterdump()) == after


def test_from_an_empty_dossier_to_the_printed_agenda_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    """Wizard, first meeting, a date typed, a length changed, Ctrl+P."""
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    wizard = NewDossier(TODAY, window)
    wizard.show()
    qtbot.keyClicks(wizard._find.line, "gueret 23")
    qtbot.keyClick(wizard._find.line, KEY.Key_Return)
    for _step in range(3):
        wizard._go_on()
    assert wizard.result() == NewDossier.DialogCode.Accepted
    commune = wizard.commune()
    assert (commune.insee, commune.region_code) == ("23096", "75")
    from msp_desktop.services.dossiers import new_dossier

    window.show_store(new_dossier(tmp_path / "gueret.msp100", commune))
    window.show()
    window.show_tab_at(3)
    tab = window.current_page()
    qtbot.keyClick(tab._empty.button, KEY.Key_Space)
    assert window.workspace is not None
    meeting = window.workspace.reader.all(Meeting)[0]
    day = tab._head_form.editor("held_on")
    assert window.focusWidget() is day
    qtbot.keyClicks(day, "31/02/2026")
    qtbot.keyClick(day, KEY.Key_Return)
    assert day.property("wrong")
    assert window.workspace.reader.one(Meeting, meeting.id).held_on is None
    day.clear()
    qtbot.keyClicks(day, "12/5/26")
    qtbot.keyClick(day, KEY.Key_Return)
    assert window.workspace.reader.one(Meeting, meeting.id).held_on == date(2026, 5, 12)
    with dialog(PrintDialog, lambda box: box._keep.click()):
        papers.print_tab(window)
    (made,) = produced(window.workspace.reader)
    assert made.path.name == "2026-05-12_ordre-du-jour_gueret.pdf"
    text = PdfReader(made.path).pages[0].extract_text()
    assert "12" in text
    assert "Tour de table" in text
    window.close_dossier()


def test_an_agenda_point_of_zero_minutes_is_refused_in_a_sentence(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.shell.messages.tell", lambda _parent, sentence: said.append(sentence))
    window.go_to("meetings")
    assert window.workspace is not None
    item = window.workspace.reader.all(AgendaItem)[0]
    table = window.current_page()._agenda
    view = table.rows.row_at(0)
    table._write_minutes(view, "0")
    assert len(said) == 1
    assert window.workspace.reader.one(AgendaItem, item.id) == item


@pytest.mark.parametrize(
    ("language", "theme_name", "percent"), [("fr", "light", 100), ("en", "dark", 150), ("fr", "dark", 200)]
)
def test_every_tab_opens_in_both_languages_light_and_dark_and_in_large_text(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, theme_name: str, percent: int
) -> None:
    i18n.install(language)
    apply_theme(qapp, theme_name, percent)
    window = MainWindow(lambda: NOW, replace(Preferences(), theme=theme_name, text_percent=percent))
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show_store(open_sample(tmp_path))
    window.show()
    for name in TAB_KEYS:
        window.go_to(name)
        assert not window.grab().isNull()
    assert window.minimumSizeHint().width() <= 1366, (language, percent, window.minimumSizeHint())
    window.close_dossier()


def test_every_control_of_every_tab_has_a_name_for_those_who_do_not_see_it(window: MainWindow) -> None:
    nameless = []
    for name in TAB_KEYS:
        window.go_to(name)
        for widget in window.current_page().findChildren(QWidget):
            inner = (
                isinstance(widget.parent(), QComboBox)
                or isinstance(widget, QHeaderView)
                or widget.objectName().startswith("qt_")
            )
            if inner or not isinstance(
                widget, (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
            ):
                continue
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or words) and widget.isVisibleTo(window):
                nameless.append(f"{name}: {type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_the_start_page_opens_without_any_dossier_and_its_buttons_have_names(qtbot: QtBot) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    names = {button.accessibleName() for button in window.current_page().findChildren(QAbstractButton)}
    assert {i18n._("New dossier"), i18n._("Open a file…"), i18n._("Sample commune"), i18n._("Restore a copy")} <= names


def test_a_damaged_dossier_leaves_a_page_that_says_so_and_what_can_be_done(qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "abime.msp100"
    bad.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    assert not window.open_dossier(bad)
    assert window.workspace is None
    page = window.current_page()
    assert says(page, "Ce dossier est abîmé.")
    qtbot.waitUntil(lambda: button(window.current_page(), i18n._("Recover what can be read")).isEnabled())


def test_a_read_only_dossier_says_so_and_keeps_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.shell.messages.tell", lambda _parent, sentence: said.append(sentence))
    assert window.workspace is not None
    window.workspace.store.read_only = True
    field = notes_field(window)
    field.setPlainText("perdu ?")
    window.flush()
    window.workspace.store.read_only = False
    assert said
    assert first_action(window).notes == ""
    assert field.toPlainText() == "perdu ?", "what was typed stays on screen"


def test_menus_name_what_they_would_undo(window: MainWindow, qtbot: QtBot) -> None:
    field = notes_field(window)
    field.setFocus()
    qtbot.keyClicks(field, "x")
    window.flush()
    undo = window.actions_by_name["undo"]
    assert isinstance(undo, QAction)
    assert "État des lieux" in undo.text()


def test_a_name_that_looks_like_markup_is_shown_as_typed(window: MainWindow) -> None:
    assert window.workspace is not None
    hostile = '<b>x</b> & <img src="file:///etc/passwd">'
    with window.workspace.store.write("essai") as tx:
        tx.update(1, Change(Commune, name=hostile))
        tx.update(first_action(window).id, Change(Action, title=hostile))
        person = tx.insert(Person(last_name=hostile))
        tx.insert(Attendance(meeting_id=tx.all(Meeting)[0].id, person_id=person.id, position=99))
    window.go_to("timeline", first_action(window).id)
    assert window.current_page()._detail._heading.text() == hostile
    assert window.windowTitle().startswith(hostile)
    window.go_to("meetings")
    assert not window.grab().isNull()


def test_a_kill_in_the_middle_of_typing_loses_two_seconds_of_keys_at_most(tmp_path: Path) -> None:
    """A real process types, is killed, and the file opens with what was written a second after the last key."""
    script = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from msp_desktop.ui.start import make_application
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.services.preferences import Preferences
from PySide6.QtWidgets import QPlainTextEdit
app = make_application(["x"], Preferences())
window = MainWindow(lambda: datetime(2026, 4, 28, 14, 32), Preferences())
window.open_dossier(Path(sys.argv[1]))
window.show()
window.go_to("timeline", 1)
field = next(f for f in window.current_page().findChildren(QPlainTextEdit))
field.setFocus()
QTest.keyClicks(field, "garde")
QTimer.singleShot(1600, lambda: (QTest.keyClicks(field, " puis perdu"), print("tapé", flush=True)))
app.exec()
"""
    store = open_sample(tmp_path)
    path = store.path
    close_dossier(store)
    child = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, encoding="utf-8")
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "tapé"
    time.sleep(0.1)
    child.kill()
    child.wait()
    child.stdout.close()
    store = open_dossier(path)
    notes = [action.notes for action in store.reader.all(Action) if action.notes]
    close_dossier(store)
    assert notes == ["garde"]


def test_a_thing_to_do_is_reworded_and_the_method_s_list_brought_back(window: MainWindow, qtbot: QtBot) -> None:
    from msp_desktop.services import timeline
    from msp_desktop.ui.dialogs.ask_words import AskWords

    assert window.workspace is not None
    action = first_action(window)
    window.go_to("timeline", action.id)
    before = [step.text for step in timeline.steps(window.workspace.reader, action.id)]
    buttons = window.current_page()._detail.findChildren(QAbstractButton)

    def reword(box: AskWords) -> None:
        field = box.findChildren(QPlainTextEdit)[0]
        qtbot.keyClicks(field, "Appeler chacun")
        qtbot.keyClick(field, KEY.Key_Return)

    with dialog(AskWords, reword):
        next(b for b in buttons if b.accessibleName() == f"Modifier\u00a0: {before[0]}").click()
    assert timeline.steps(window.workspace.reader, action.id)[0].text == "Appeler chacun"
    buttons = window.current_page()._detail.findChildren(QAbstractButton)
    next(b for b in buttons if b.accessibleName() == i18n._("Bring the method's list back")).click()
    assert [step.text for step in timeline.steps(window.workspace.reader, action.id)] == before


def test_whoever_leaves_a_commune_has_the_keyboard_on_the_dossiers(window: MainWindow) -> None:
    button(window, i18n._("Change commune…")).setFocus()
    window.change_commune()
    focused = window.focusWidget()
    assert isinstance(focused, QAbstractItemView)
    assert focused.currentIndex().isValid()  # Enter opens it, as the page says
