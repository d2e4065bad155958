"""The room the page of a meeting takes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.meetings.tab import MeetingsTab


@pytest.mark.parametrize("width", [1024, 1366, 2560])
def test_no_empty_page_stands_under_the_last_thing_of_a_meeting(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 697)
    window.go_to("meetings")
    page = window.current_page()
    assert isinstance(page, MeetingsTab)
    qtbot.wait(200)
    content = page._area.widget()
    below = content.height() - page._minutes.geometry().bottom()
    assert content.height() > page._area.viewport().height()
    assert below <= 40
