"""A chip of the header: in words, in letters where there is no room, and filled while its panel is open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.ui.shell.chip import INKS, Chip, ChipWords
from msp_desktop.ui.shell.header import HeaderLine
from msp_desktop.ui.theme import apply_theme
from tests.ui.find import button
from tests.ui.shell.test_header import header

WORDS = ChipWords("2 relances & <plus>", "2", "clock", "dont 1 en retard")


@pytest.fixture
def chip(qtbot: QtBot) -> Chip:
    made = Chip()
    qtbot.addWidget(made)
    return made


def test_it_is_there_only_where_it_has_something_to_say(chip: Chip) -> None:
    assert not chip.isVisible()
    chip.show_words(WORDS)
    assert chip.isVisible()
    assert (chip.text().strip(), chip.accessibleName()) == ("2 relances && <plus>", "2 relances & <plus>")
    assert chip.accessibleDescription() == "dont 1 en retard"
    chip.show_words(None)
    assert not chip.isVisible()


def test_in_large_letters_it_says_its_number(chip: Chip, qapp: QApplication) -> None:
    chip.show_words(WORDS)
    apply_theme(qapp, "light", 150)
    assert (chip.text().strip(), chip.accessibleName()) == ("2", "2 relances & <plus>")
    apply_theme(qapp, "light", 100)
    assert chip.text().strip() == "2 relances && <plus>"


@pytest.mark.parametrize("kind", INKS)
@pytest.mark.parametrize("on", [True, False])
def test_each_kind_has_its_look(chip: Chip, kind: str, on: bool) -> None:
    chip.show_words(ChipWords("1", "1", "clock", kind=kind, on=on))
    assert (chip.property("chip"), chip.property("on")) == (kind, on)
    assert not chip.icon().isNull()


def test_chips_say_their_number_alone_where_the_window_is_narrow(qtbot: QtBot) -> None:
    line = HeaderLine()
    qtbot.addWidget(line)
    line.show_header(header(), None)
    line.show_chip("vigilances", ChipWords("5 points de vigilance", "5", "warning", kind="late"))
    line.show()
    chip = button(line, "5 points de vigilance")
    line.resize(1366, 44)
    assert chip.text().strip() == "5 points de vigilance"
    line.resize(420, 44)
    assert chip.text().strip() == "5"
    assert chip.accessibleName() == "5 points de vigilance"
    line.resize(1366, 44)
    assert chip.text().strip() == "5 points de vigilance"
