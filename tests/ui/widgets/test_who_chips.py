"""A line of « Qui »: people as chips, other words as typed, with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.who_field import WhoField
from msp_desktop.ui.widgets.who_names import Names
from tests.ui.widgets.who import NAMES, press, proposals, split

KEY = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> WhoField:
    shown = WhoField("Qui", Names(lambda: NAMES, split, lambda words, _parent: None))
    other = QWidget()
    qtbot.addWidget(other)
    shown.setParent(other)
    shown.resize(400, 30)
    other.resize(500, 200)
    other.show()
    qtbot.waitExposed(other)
    other.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    shown.holder = other  # type: ignore[attr-defined] # kept with it
    return shown


@pytest.mark.parametrize(
    ("typed", "first"),
    [("nad", "Mme Nadia Roche"), ("lea", "Dr Léa Fontanel"), ("FÔNT", "Dr Léa Fontanel"), ("val", "CPTS du Val")],
)
def test_letters_propose_people_and_bodies_and_enter_takes_the_first(
    field: WhoField, qtbot: QtBot, typed: str, first: str
) -> None:
    qtbot.keyClicks(field, typed)
    assert proposals(field)[0] == first
    press(qtbot, field, KEY.Key_Return)
    assert (field.chips(), field.text()) == ((first,), first)
    assert proposals(field) == []


def test_several_people_and_words_for_whoever_is_in_no_directory(field: WhoField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "nadia roche,le voisin, font")
    press(qtbot, field, KEY.Key_Return)
    assert field.chips() == ("Mme Nadia Roche", "Dr Léa Fontanel")
    assert field.text() == "Mme Nadia Roche, Dr Léa Fontanel, le voisin, "
    field.flush()
    assert field.property("wrong") is None


def test_backspace_takes_the_last_chip_away_and_no_letter_with_it(field: WhoField, qtbot: QtBot) -> None:
    field.show_value("Mme Nadia Roche, CPTS du Val")
    qtbot.keyClicks(field, "a")
    press(qtbot, field, KEY.Key_Backspace)
    assert field.chips() == ("Mme Nadia Roche", "CPTS du Val")
    press(qtbot, field, KEY.Key_Backspace)
    assert field.chips() == ("Mme Nadia Roche",)
    press(qtbot, field, KEY.Key_Backspace, KEY.Key_Backspace)
    assert (field.chips(), field.text()) == ((), "")


def test_words_typed_stay_words_where_escape_closed_the_list(field: WhoField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "nad")
    press(qtbot, field, KEY.Key_Escape)
    assert proposals(field) == []
    press(qtbot, field, KEY.Key_Return)
    assert (field.chips(), field.text()) == ((), "nad")


def test_leaving_writes_what_was_typed_and_not_what_it_could_become(field: WhoField, qtbot: QtBot) -> None:
    written: list[str] = []
    field.request_write.connect(written.append)
    qtbot.keyClicks(field, "Nad")
    field.flush()
    assert written == ["Nad"]


def test_a_whole_name_is_a_chip_once_one_has_left(field: WhoField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "nadia roche")
    press(qtbot, field, KEY.Key_Escape)
    assert field.chips() == ()
    field.clearFocus()
    qtbot.waitUntil(lambda: field.chips() == ("Mme Nadia Roche",))


def test_somebody_already_there_is_not_proposed_again(field: WhoField, qtbot: QtBot) -> None:
    field.show_value("Mme Nadia Roche")
    qtbot.keyClicks(field, "roche")
    assert "Mme Nadia Roche" not in proposals(field)


def test_alt_and_down_shows_everybody(field: WhoField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert proposals(field) == NAMES


def test_the_cross_of_a_chip_takes_it_away(field: WhoField, qtbot: QtBot) -> None:
    field.show_value("Mme Nadia Roche, CPTS du Val")
    field.resize(600, 30)
    box = field.places.boxes[0]
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 8, box.center().y()))
    assert field.chips() == ("CPTS du Val",)


def test_many_names_in_a_narrow_field_are_rows_of_chips_none_cut_at_the_side(field: WhoField) -> None:
    field.show_value(", ".join(NAMES))
    field.resize(170, 30)
    assert field.sizeHint().height() > 60
    assert all(box.right() < 170 for box in field.places.boxes)
    field.show_value("")
    assert field.sizeHint().height() <= 32


def test_whoever_does_not_see_the_chips_hears_them(field: WhoField) -> None:
    field.show_value("Mme Nadia Roche, CPTS du Val")
    assert "Mme Nadia Roche, CPTS du Val" in field.accessibleDescription()
    field.show_value("")
    assert field.accessibleDescription() == ""


def test_a_field_nobody_may_type_in_keeps_its_chips(field: WhoField, qtbot: QtBot) -> None:
    field.show_value("Mme Nadia Roche")
    field.setReadOnly(True)
    press(qtbot, field, KEY.Key_Backspace)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (field.text(), proposals(field)) == ("Mme Nadia Roche", [])


def test_somebody_new_is_added_where_one_types(qtbot: QtBot) -> None:
    asked: list[str] = []

    def add(words: str, _parent: QWidget) -> str:
        asked.append(words)
        return "CPTS du Val"

    field = WhoField("Qui", Names(lambda: NAMES, split, add))
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.setFocus()
    qtbot.keyClicks(field, "Mme Nadia Roche, Jeanne Martin")
    assert "Jeanne Martin" in proposals(field)[-1]
    press(qtbot, field, KEY.Key_Down, KEY.Key_Return)
    qtbot.waitUntil(lambda: field.chips() == ("Mme Nadia Roche", "CPTS du Val"))
    assert asked == ["Jeanne Martin"]
    assert field.text() == "Mme Nadia Roche, CPTS du Val"
