"""The tabs and the field of search beside them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from msp_desktop.domain.tabs import TABS
from msp_desktop.i18n import _
from msp_desktop.ui.shell.tab_bar import TabBar
from msp_desktop.ui.theme import apply_theme
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


@pytest.mark.parametrize(("percent", "width"), [(100, 1366), (100, 1024), (150, 1024), (200, 1366), (200, 1024)])
def test_every_tab_is_in_view_whatever_the_letters(qtbot: QtBot, percent: int, width: int) -> None:
    """Without room for icons and words they keep the words, then the icons: none is behind an arrow."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", percent)
    bar = TabBar()
    qtbot.addWidget(bar)
    bar.resize(width, 41)
    bar.show()
    tabs = bar.findChild(QTabBar)
    assert tabs is not None
    for index in range(tabs.count()):
        bar.go(index)
        assert tabs.tabText(index) == _(TABS[index].title)
        rooms = [tabs.tabRect(place) for place in range(tabs.count())]
        assert (rooms[0].left() >= 0, rooms[-1].right() < tabs.width()) == (True, True)
        assert all(tabs.tabText(place) or not tabs.tabIcon(place).isNull() for place in range(tabs.count()))
    assert [tabs.tabToolTip(place) for place in range(tabs.count())] == [_(tab.title) for tab in TABS]
