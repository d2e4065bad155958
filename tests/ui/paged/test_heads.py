"""The heads of pages: joined buttons where they have room, a list where not, never both."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.paged.heads import HeadLine
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.segments import Segments
from tools.scene import settle


@pytest.mark.parametrize("width", [700, 1366, 2560])
def test_a_page_of_a_part_opened_at_once_has_its_buttons_or_its_list(
    window: MainWindow, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 697)
    settle(window)
    window.go_to("project", ("post", None))
    settle(window, 300)
    lines = [one for one in window.findChildren(HeadLine) if one.isVisible()]
    assert lines
    for line in lines:
        shown = [one for kind in (Segments, ChoiceField) for one in line.findChildren(kind) if one.isVisible()]
        assert len(shown) == 1, line.width()
