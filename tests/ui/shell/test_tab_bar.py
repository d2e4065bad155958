"""The tabs and the field of search beside them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.ui.shell.tab_bar import TabBar
from msp_desktop.ui.widgets.buttons import LinkButton


def test_the_field_is_an_icon_where_there_is_no_room(qtbot: QtBot) -> None:
    """Every tab keeps its word: the field gives way."""
    bar = TabBar()
    qtbot.addWidget(bar)
    bar.resize(1366, 41)
    bar.show()
    assert bar.field.isVisible()
    bar.resize(700, 41)
    assert not bar.field.isVisible()
    with qtbot.waitSignal(bar.request_search):
        next(button for button in bar.findChildren(LinkButton) if button.isVisible()).click()
    bar.resize(1366, 41)
    assert bar.field.isVisible()


def test_the_tab_one_came_from_is_reached_by_its_own_key(qtbot: QtBot) -> None:
    """Where no tab is marked, a click on the one shown last goes there."""
    bar = TabBar()
    qtbot.addWidget(bar)
    told: list[str] = []
    bar.chosen.connect(told.append)
    bar.go(0)
    assert told == []
    bar.mark(False)
    bar.go(0)
    assert told == ["timeline"]
    bar.mark(False)
    bar.go(2)
    assert told == ["timeline", "inventory"]
