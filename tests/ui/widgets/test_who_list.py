"""The list under a line of names: what is highlighted is what Enter takes, nothing where nothing is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.who_list import WhoList


@pytest.fixture
def proposed(qtbot: QtBot) -> WhoList:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    qtbot.waitExposed(line)
    return WhoList(line)


def test_what_is_highlighted_is_said_and_taken(proposed: WhoList) -> None:
    said: list[str] = []
    taken: list[str] = []
    proposed.spoken.connect(said.append)
    proposed.taken.connect(taken.append)
    proposed.propose(["Anne Roche", "Jean Durand"], "", first=True)
    assert (said, proposed.take_chosen(), taken) == (["Anne Roche"], True, ["Anne Roche"])
    assert not proposed.shown()


def test_nothing_is_taken_where_nothing_is_highlighted(proposed: WhoList) -> None:
    proposed.propose(["Anne Roche"], "Jeanne", first=False)
    assert (proposed.shown(), proposed.take_chosen()) == (True, False)


def test_the_last_row_asks_for_somebody_new(proposed: WhoList) -> None:
    new: list[str] = []
    proposed.wanted_new.connect(new.append)
    proposed.propose([], "Jeanne Martin", first=True)
    assert proposed.take_chosen()
    assert new == ["Jeanne Martin"]


def test_a_list_with_nothing_in_it_is_no_list(proposed: WhoList) -> None:
    proposed.propose(["Anne Roche"], "", first=True)
    proposed.propose([], "", first=True)
    assert (proposed.shown(), proposed.take_chosen()) == (False, False)
