"""A new dossier in four steps: only the commune is needed, the rest may wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.domain.commune import Round
from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.new_dossier import NewDossier
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.kept_words import KeptWords
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.conftest import TODAY
from tests.ui.find import button, named, picture_of, says

Show = Callable[[NewDossier], NewDossier]
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _leave(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question would hold the test: what is typed is given up, unless a test asks otherwise."""
    monkeypatch.setattr("msp_desktop.ui.dialogs.new_dossier.leave_all_the_same", lambda _box: True)


@pytest.fixture
def box(shown: Show) -> NewDossier:
    return shown(NewDossier(TODAY))


def search(box: NewDossier, words: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(named(box, QLineEdit, _("Name or postcode")), words)


def onward(box: NewDossier) -> MainButton:
    """Return the button to the next step, whatever it says."""
    return box.findChildren(MainButton)[0]


def go_on(box: NewDossier, times: int = 1) -> None:
    for _step in range(times):
        onward(box).click()


def test_nothing_can_be_made_before_a_commune_is_chosen(box: NewDossier, qtbot: QtBot) -> None:
    assert not onward(box).isEnabled()
    assert onward(box).toolTip()
    search(box, "zzzz", qtbot)
    assert not onward(box).isEnabled()
    assert says(box, "0 commune")


@pytest.mark.parametrize("words", ["gueret", "GUERET", "gueret 23"])
def test_a_commune_is_found_as_people_type_it(box: NewDossier, qtbot: QtBot, words: str) -> None:
    search(box, words, qtbot)
    assert onward(box).isEnabled()
    assert (box.commune().name, box.commune().insee) == ("Guéret", "23096")


def test_what_is_known_of_the_commune_is_shown(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    shown = "\n".join(label.text() for label in box.findChildren(QLabel))
    for words in ("23096", "Nouvelle-Aquitaine", "AVECsanté Nouvelle-Aquitaine, 06\u00a086\u00a017\u00a017\u00a043"):
        assert words in shown


def test_a_search_emptied_takes_the_commune_back(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    named(box, QLineEdit, _("Name or postcode")).clear()
    assert not onward(box).isEnabled()


def test_the_dossier_can_be_made_right_after_the_commune(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    go_on(box)
    button(box, _("Create now")).click()
    assert box.result() == NewDossier.DialogCode.Accepted
    made = box.commune()
    assert (made.elected_round, made.mandate_start, made.day_zero) == (
        Round.FIRST,
        date(2026, 3, 22),
        date(2026, 3, 22),
    )
    assert made.mayor_last_name == ""


def test_four_steps_lead_to_a_whole_commune(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    go_on(box)
    for name, words in ((_("Civility"), "Mme"), (_("First name"), "Claude"), (_("Name"), " Faure ")):
        qtbot.keyClicks(named(box, QLineEdit, name), words)
    go_on(box)
    button(box, _("at the second round")).click()
    go_on(box)
    qtbot.keyClicks(named(box, QPlainTextEdit, _("Address of the town hall")), "1, place Bonnyaud")
    qtbot.keyClicks(named(box, QLineEdit, _("E-mail")), "mairie@gueret.example")
    go_on(box)
    assert box.result() == NewDossier.DialogCode.Accepted
    made = box.commune()
    assert (made.mayor_civility, made.mayor_first_name, made.mayor_last_name) == ("Mme", "Claude", "Faure")
    assert (made.elected_round, made.mandate_start) == (Round.SECOND, date(2026, 3, 29))
    assert (made.address, made.email) == ("1, place Bonnyaud", "mairie@gueret.example")


def test_one_goes_back_and_finds_what_one_typed(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    go_on(box)
    qtbot.keyClicks(named(box, QLineEdit, _("Name")), "Faure")
    button(box, _("Back")).click()
    go_on(box)
    assert named(box, QLineEdit, _("Name")).text() == "Faure"


def test_a_day_that_is_none_holds_one_at_its_step(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    go_on(box, 2)
    start = named(box, QLineEdit, _("Council installed on"))
    start.clear()
    qtbot.keyClicks(start, "31/02/2026")
    go_on(box)
    assert start.isVisible()
    start.clear()
    qtbot.keyClicks(start, "27/3/2026")
    go_on(box)
    assert not start.isVisible()
    assert box.commune().mandate_start == date(2026, 3, 27)


@pytest.mark.parametrize(
    ("today", "zero"), [(date(2026, 6, 30), date(2026, 3, 22)), (date(2026, 7, 1), date(2026, 7, 1))]
)
def test_beyond_the_hundredth_day_starting_today_is_proposed(
    shown: Show, qtbot: QtBot, today: date, zero: date
) -> None:
    box = shown(NewDossier(today))
    search(box, "gueret", qtbot)
    assert box.commune().day_zero == zero
    assert box.commune().mandate_start == date(2026, 3, 22)


def test_a_picture_is_chosen_or_refused_in_words(
    box: NewDossier, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search(box, "gueret", qtbot)
    go_on(box, 3)
    picture = tmp_path / "blason.png"
    content = picture_of(picture)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(picture), ""))
    button(box, _("Choose a picture…")).click()
    assert box.arms() == (content, "image/png")
    picture.write_bytes(b"GIF89a")
    button(box, _("Choose a picture…")).click()
    assert box.arms() is None
    assert says(box, "PNG")


def test_words_typed_are_not_thrown_away_without_a_question(
    box: NewDossier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr("msp_desktop.ui.dialogs.new_dossier.leave_all_the_same", lambda _box: answers.pop(0))
    search(box, "gueret", qtbot)
    button(box, _("Cancel")).click()
    assert box.isVisible()
    button(box, _("Cancel")).click()
    assert not box.isVisible()


def test_nothing_typed_is_left_without_a_question(
    box: NewDossier, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("msp_desktop.ui.dialogs.new_dossier.leave_all_the_same", lambda _box: pytest.fail("asked"))
    qtbot.keyClick(box, KEY.Key_Escape)
    assert not box.isVisible()


def test_what_is_typed_for_a_dossier_that_was_not_made_is_shown_again(
    shown: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    key, file = DraftKey("new", None, ""), tmp_path / "mots.json"
    kept = KeptWords(file, tmp_path)
    box = shown(NewDossier(TODAY, keep=(kept, key)))
    search(box, "chambon", qtbot)
    communes = named(box, RecordTable, _("Communes found"))
    chosen = communes.rows.row_at(3).id
    communes.select(chosen)
    go_on(box)
    qtbot.keyClicks(named(box, QLineEdit, _("Name")), "Duval")
    button(box, f"{_('Elected')}\u00a0: {_('at the second round')}").click()
    named(box, QPlainTextEdit, _("Address of the town hall")).setPlainText("1, place\ndu Marché")
    assert kept.finish()

    later = KeptWords(file, tmp_path)
    again = shown(NewDossier(TODAY, keep=(later, key)))
    commune = again.commune()
    assert (commune.insee, commune.mayor_last_name, commune.address) == (chosen, "Duval", "1, place\ndu Marché")
    assert commune.elected_round == Round.SECOND
    assert later.all(), "until a dossier is made of it"
    again.forget_words()
    assert later.finish()
    assert not file.exists()


def test_escape_keeps_what_is_typed_and_it_may_be_begun_afresh(
    shown: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msp_desktop.ui.dialogs.new_dossier.leave_all_the_same", lambda _box: pytest.fail("asked"))
    key, file, picture = DraftKey("new", None, ""), tmp_path / "mots.json", tmp_path / "blason.png"
    kept = KeptWords(file, tmp_path)
    box = shown(NewDossier(TODAY, keep=(kept, key)))
    search(box, "gueret", qtbot)
    go_on(box, 3)
    content = picture_of(picture)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(picture), ""))
    button(box, _("Choose a picture…")).click()
    qtbot.keyClicks(named(box, QLineEdit, _("Telephone")), "05")
    qtbot.keyClick(box, KEY.Key_Escape)
    assert not box.isVisible()
    assert kept.finish()

    later = KeptWords(file, tmp_path)
    again = shown(NewDossier(TODAY, keep=(later, key)))
    assert named(again, QLineEdit, _("Telephone")).isVisible(), "at the step where one was"
    assert again.arms() == (content, "image/png")
    assert says(again, _("What you had typed last time is here again."))
    words = next(
        one for one in again.findChildren(QLabel) if one.text() == _("What you had typed last time is here again.")
    )
    afresh = button(again, _("Start afresh"))
    assert words.width() > afresh.width(), "the room is for the sentence"
    assert words.x() >= 10, "which does not touch the edge"
    afresh.click()
    assert not says(again, _("What you had typed last time is here again."))
    assert [line.text() for line in again.findChildren(QLineEdit) if line.text()] == ["22 mars 2026"]
    assert again.arms() is None
    assert not onward(again).isEnabled()
    again.reject()
    assert later.finish()
    assert not file.exists()


@pytest.mark.parametrize("words", ["sainte colombe", "aubusson", "grand bourg", "23000", "evaux"])
def test_nobody_is_given_a_commune_where_several_may_be_meant(box: NewDossier, qtbot: QtBot, words: str) -> None:
    search(box, words, qtbot)
    communes = named(box, RecordTable, _("Communes found"))
    assert not onward(box).isEnabled()
    assert communes.selected_ids() == []
    assert says(box, _("Choose yours in the list."))
    field = named(box, QLineEdit, _("Name or postcode"))
    for _time in range(2):
        qtbot.keyClick(field, KEY.Key_Return)
    assert communes.hasFocus()
    assert not onward(box).isEnabled()
    qtbot.keyClick(communes, KEY.Key_Down)
    assert communes.selected_ids() == [communes.rows.row_at(0).id]
    assert onward(box).isEnabled()
    qtbot.keyClick(communes, KEY.Key_Return)
    assert not communes.isVisible()


def test_one_chosen_among_several_stays_while_the_name_is_completed(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "sainte colombe", qtbot)
    communes = named(box, RecordTable, _("Communes found"))
    lot = next(
        communes.rows.row_at(at).id
        for at in range(communes.rows.rowCount())
        if "46120" in communes.rows.row_at(at).entry.postcodes
    )
    communes.select(lot)
    search(box, " 4", qtbot)
    assert communes.selected_ids() == [lot]
    assert box.commune().insee == lot
    shown_row = communes.visualRect(communes.currentIndex())
    assert communes.viewport().rect().contains(shown_row)


def test_an_address_that_is_none_holds_one_at_its_step(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    go_on(box, 3)
    line = named(box, QLineEdit, _("E-mail"))
    qtbot.keyClicks(line, "mairie@gueret")
    go_on(box)
    assert box.result() != NewDossier.DialogCode.Accepted
    assert line.isVisible()
    assert "n’est pas une adresse électronique" in line.toolTip()
    button(box, _("Back")).click()
    button(box, _("Create now")).click()
    assert box.result() != NewDossier.DialogCode.Accepted
    assert line.isVisible()
    qtbot.keyClicks(line, ".fr")
    go_on(box)
    assert box.result() == NewDossier.DialogCode.Accepted
    assert box.commune().email == "mairie@gueret.fr"


def test_the_box_does_not_grow_from_one_step_to_the_next(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    widths = [box.width()]
    for _step in range(3):
        go_on(box)
        qtbot.wait(20)
        widths.append(box.width())
    assert set(widths) == {widths[0]}


def test_every_button_is_read_whole_at_each_step(box: NewDossier, qtbot: QtBot) -> None:
    search(box, "gueret", qtbot)
    for step in range(4):
        qtbot.wait(20)
        shown = [one for one in box.findChildren(QPushButton) if one.isVisible()]
        assert [one.text() for one in shown if one.width() < one.sizeHint().width()] == []
        if step < 3:
            go_on(box)


def test_large_letters_leave_the_buttons_on_the_screen(shown: Show, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 200)
    box = shown(NewDossier(TODAY))
    search(box, "gueret", qtbot)
    qtbot.wait(50)
    assert box.height() <= box.screen().availableGeometry().height()
    assert onward(box).geometry().bottom() < box.height()
