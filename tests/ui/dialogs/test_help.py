"""The pages of help as they are shown: French typography, whatever spaces they were typed with."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from msp_desktop.ui.dialogs.help import PAGES, Help


@pytest.mark.parametrize("page", PAGES)
def test_no_line_of_a_page_can_begin_with_a_colon_or_end_with_an_opening_quote(page: str, qtbot: QtBot) -> None:
    shown = Help(page)
    qtbot.addWidget(shown)
    words = shown.findChild(QTextBrowser).document().toRawText()
    assert len(words) > 200
    assert re.findall(r".{0,20} [:;!?»]|« .{0,20}", words) == []
