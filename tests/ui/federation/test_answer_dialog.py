"""An answer is composed by the keyboard alone, saved or written as a message, and taken by the commune it is for."""

from __future__ import annotations

from datetime import date, datetime, time
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import decoded_reply
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.carried.reply import NAME, AgendaNote, DateProposed, EntryCorrected
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.mail import Way
from msp_desktop.domain.replies import LineState
from msp_desktop.exchange.carried.farm import carried_in
from msp_desktop.i18n import _
from msp_desktop.paths import drafts_folder
from msp_desktop.services.meetings import add_meeting
from msp_desktop.services.preferences import Preferences
from msp_desktop.services.replies import accept_reply, plan_reply
from msp_desktop.services.sending import commune_data
from msp_desktop.ui.federation import answer_dialog
from msp_desktop.ui.federation.answer_dialog import AnswerDialog
from msp_desktop.ui.federation.answer_line import LineDialog, actions_there, items_to_come
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import messages
from msp_desktop.ui.shell.federation import show
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.email_field import EmailField
from msp_desktop.ui.widgets.note_field import TextArea
from tests.conftest import NOW, TODAY
from tests.ui import modal
from tests.ui.find import button, named, says
from tools.answers import each_kind_about
from tools.made_up import one_made_up
from tools.made_up_hub import MadeUpHub
from tools.scene import PATIENCE, settle

TAB, DOWN, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def data(store: Store) -> CommuneData:
    with store.write("Commune") as transaction:
        transaction.update(1, Change(Commune, insee="23096"))
    add_meeting(store, "federation")
    return commune_data(store.reader, TODAY, datetime(2026, 4, 28, 9), Leaves())


def dialog_on(qtbot: QtBot, data: CommuneData, **more: Any) -> AnswerDialog:
    dialog = AnswerDialog(data, lambda: NOW, **more)
    qtbot.addWidget(dialog, before_close_func=lambda one: one.show_lines(()))  # it would ask what becomes of its lines
    dialog.show()
    return dialog


def type_keys(dialog: QWidget, *pressed: str | Qt.Key) -> None:
    """Type where the keyboard is: words, or a key."""
    for one in pressed:
        target = dialog.focusWidget() or dialog
        if isinstance(one, Qt.Key):
            QTest.keyClick(target, one)
        else:
            QTest.keyClicks(target, one)


def add(qtbot: QtBot, dialog: AnswerDialog, place: int, *pressed: str | Qt.Key) -> None:
    """Add the line at a place of the menu, by the keyboard alone: the last key presses the main button."""
    before = len(dialog.lines())
    more = next(one for one in dialog.findChildren(QtWidgets.QPushButton) if one.text().strip() == _("Add a line"))
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    qtbot.waitUntil(more.menu().isVisible, timeout=int(PATIENCE * 1000))
    for _time in range(place + 1):
        QTest.keyClick(more.menu(), DOWN)
    with modal.dialog(LineDialog, lambda asked: type_keys(asked, *pressed)):
        QTest.keyClick(more.menu(), ENTER)
    assert len(dialog.lines()) == before + 1


def composed(qtbot: QtBot, dialog: AnswerDialog) -> None:
    add(qtbot, dialog, 0, TAB, "12/5", TAB, "18h", TAB, "Mairie", ENTER)
    add(qtbot, dialog, 1, DOWN, TAB, "Rappelez-nous <b>avant</b> mai.", TAB, TAB, ENTER)
    add(qtbot, dialog, 2, TAB, "Dix minutes.", TAB, TAB, ENTER)
    add(qtbot, dialog, 3, "Envoyer le tableau", TAB, "20/5", ENTER)
    add(qtbot, dialog, 4, DOWN, TAB, TAB, "05 99 00 12 34", ENTER)
    add(qtbot, dialog, 5, "Équipes", TAB, "ARS", TAB, "31/7", ENTER)


def test_a_whole_answer_by_keys_is_read_back_and_accepted(
    qtbot: QtBot, store: Store, data: CommuneData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    dialog = dialog_on(qtbot, data, signed="Claire Roux", keep_signed=kept.append)
    assert not button(dialog, _("Write the message")).isEnabled()
    composed(qtbot, dialog)
    monkeypatch.setattr(QtWidgets.QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    QTest.keyClick(button(dialog, _("Save…")), Qt.Key.Key_Space)
    (file,), (page,) = tmp_path.glob("*.reponse100"), tmp_path.glob("*.pdf")
    assert says(dialog, file.name)
    reply = decoded_reply(file.read_bytes())
    assert decoded_reply(carried_in(page, NAME, now=NOW)) == reply
    assert (reply.signed, kept) == ("Claire Roux", ["Claire Roux"])
    first, _advice, note, _step, entry, _call = reply.lines
    assert isinstance(first, DateProposed)
    assert (first.meeting, first.day, first.starts_at) == (data.meetings[0].uid, date(2026, 5, 12), time(18))
    assert isinstance(note, AgendaNote)
    assert (note.meeting, note.title) == (data.meetings[0].uid, data.meetings[0].agenda[0])
    assert isinstance(entry, EntryCorrected)
    review = plan_reply(store.reader, reply, TODAY)
    assert [line.state for line in review.lines] == [LineState.OFFERED] * 6
    accept_reply(store, review, [line.key for line in review.lines], TODAY)
    assert plan_reply(store.reader, reply, TODAY).offered == 0
    dialog.reject()
    assert not dialog.isVisible(), "what is saved may be left"


def test_the_message_brings_both_files_and_needs_no_address(
    qtbot: QtBot, data: CommuneData, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(answer_dialog, "open_outside", opened.append)
    dialog = dialog_on(qtbot, data, way=Way.DRAFT)
    dialog.show_lines(each_kind_about(data))
    QTest.keyClick(button(dialog, _("Write the message")), ENTER)
    qtbot.waitUntil(lambda: bool(opened) and says(dialog, "messagerie"), timeout=int(PATIENCE * 1000))
    assert opened[0].parent == drafts_folder()
    message = message_from_bytes(opened[0].read_bytes())
    assert message["To"] is None
    parts = {str(part.get_filename()): part.get_payload(decode=True) for part in message.walk() if part.get_filename()}
    assert sorted(Path(name).suffix for name in parts) == [".pdf", ".reponse100"]
    content = next(held for name, held in parts.items() if name.endswith("100"))
    assert isinstance(content, bytes)
    assert decoded_reply(content).lines == each_kind_about(data)


def test_a_line_is_changed_and_taken_off_by_keys_and_leaving_asks(
    qtbot: QtBot, data: CommuneData, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(*words: object) -> bool:
        asked.append(words)
        return True

    monkeypatch.setattr(messages, "ask", ask)
    dialog = dialog_on(qtbot, data)
    lines = each_kind_about(data)
    dialog.show_lines(lines)
    dialog.list.setFocus()
    for place, line in enumerate(lines):  # each kind is shown as it was, and comes back the same
        dialog.list.select(line.key)
        with modal.dialog(LineDialog, lambda shown: shown.accept()):
            QTest.keyClick(dialog.list, ENTER)
        assert dialog.lines()[place] == line
    dialog.list.select(lines[1].key)

    def reword(shown: LineDialog) -> None:
        named(shown, TextArea, _("Words")).setPlainText("Écrivez-nous.")
        shown.accept()

    with modal.dialog(LineDialog, reword):
        QTest.keyClick(dialog.list, ENTER)
    assert dialog.lines()[1] == replace(lines[1], words="Écrivez-nous.")
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [line.key for line in dialog.lines()] == [line.key for line in (lines[0], *lines[2:])]
    dialog.reject()
    assert (len(asked), dialog.isVisible()) == (1, True), "words typed are not lost without a question"


def test_what_is_chosen_comes_from_what_the_commune_sent(qtbot: QtBot) -> None:
    data = one_made_up(0, TODAY)
    assert [place for (_uid, place, _title), _words in items_to_come(data)] == [1, 2, 3]
    codes = [code for code, _words in actions_there(data)]
    assert codes[0] is None
    assert len(codes) == len(set(codes))
    dialog = LineDialog(AgendaNote, data, lambda: TODAY)
    qtbot.addWidget(dialog)
    kept = next(value for value, _words in items_to_come(data) if value[1] == 2)
    named(dialog, ChoiceField, _("Item of the agenda")).show_typed(kept)
    named(dialog, TextArea, _("Words")).setPlainText("Lequel ?")
    dialog.accept()
    assert (dialog.outcome.position, dialog.outcome.title) == (2, ""), "words kept back are no title to find it by"
    without = AnswerDialog(replace(data, meetings=()), lambda: NOW)
    qtbot.addWidget(without)
    shown = [entry.isEnabled() for entry in button(without, _("Add a line")).menu().actions()]  # type: ignore[attr-defined]
    assert shown == [True, True, False, True, True, True]


def test_an_entry_is_given_no_address_that_is_none(qtbot: QtBot, data: CommuneData) -> None:
    dialog = LineDialog(EntryCorrected, data, lambda: TODAY)
    qtbot.addWidget(dialog)
    email = named(dialog, EmailField, _("E-mail"))
    email.setText("accueil")
    dialog.accept()
    assert dialog.outcome is None
    email.setText("accueil@federation.example")
    dialog.accept()
    assert dialog.outcome.email == "accueil@federation.example"


def test_the_window_answers_the_commune_chosen_and_remembers_who_signs(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(lambda: NOW, Preferences(signed="Claire Roux"))
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    page = show(window, MadeUpHub(5, NOW.date()))
    settle(window)
    seen: list[str] = []
    write = next(one for one in page.findChildren(QtWidgets.QPushButton) if one.text().strip() == _("Write"))
    assert write.isVisible()
    with modal.dialog(
        AnswerDialog, lambda dialog: seen.append(named(dialog, QtWidgets.QLineEdit, _("Signed by")).text())
    ):
        QTest.keyClick(write, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: bool(seen), timeout=int(PATIENCE * 1000))
    assert seen == ["Claire Roux"]
