"""The pages of help as they are shown: French typography, whatever spaces they were typed with."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QListView, QTextBrowser
from pytestqt.qtbot import QtBot

from msp_desktop.ui.dialogs.help import PAGES, Help
from tests.ui.find import named


@pytest.mark.parametrize("page", PAGES)
def test_no_line_of_a_page_can_begin_with_a_colon_or_end_with_an_opening_quote(page: str, qtbot: QtBot) -> None:
    shown = Help(page)
    qtbot.addWidget(shown)
    words = shown.findChild(QTextBrowser).document().toRawText()
    assert len(words) > 200
    assert re.findall(r".{0,20} [:;!?»]|« .{0,20}", words) == []


def test_each_page_is_one_key_away_and_its_titles_have_the_sizes_of_the_window(qtbot: QtBot) -> None:
    shown = Help("timeline")
    qtbot.addWidget(shown)
    shown.resize(1000, 640)
    shown.show()
    pages = named(shown, QListView, "Pages de l’aide")
    text = shown.findChild(QTextBrowser)
    assert pages.currentIndex().row() == 2
    assert text.toPlainText().startswith("100 jours")
    sizes = {
        block.blockFormat().headingLevel(): block.begin().fragment().charFormat().font().pointSizeF()
        for block in _blocks(text.document())
    }
    assert sizes[1] > sizes[2]
    for row in range(pages.model().rowCount()):
        pages.setCurrentIndex(pages.model().index(row, 0))
        assert len(text.toPlainText()) > 200
        assert text.verticalScrollBar().value() == 0
    assert text.toPlainText().startswith("Glossaire")


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
