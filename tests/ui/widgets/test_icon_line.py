"""An icon and words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.icon_line import IconLine


def test_the_words_stand_with_or_without_an_icon(qtbot: QtBot) -> None:
    line = IconLine()
    qtbot.addWidget(line)
    line.show()
    line.show_words("late", "late", "12 de trop")
    assert line.words() == "12 de trop"
    assert line._icon.isVisible()
    assert not line._icon.pixmap().isNull()
    line.show_words("", "ink2", "il en reste 3")
    assert line.words() == "il en reste 3"
    assert not line._icon.isVisible()
