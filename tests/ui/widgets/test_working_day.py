"""A day on which nobody works is not refused: the working day before it is one click away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.working_day import WorkingDay

TODAY = date(2026, 4, 1)


def made(qtbot: QtBot, department: str) -> tuple[QWidget, DateField, WorkingDay]:
    line = DateField("Prévue le", lambda: TODAY)
    link = WorkingDay(line, lambda: TODAY, lambda: department)
    whole = QWidget()
    whole.setLayout(column(line, link))
    qtbot.addWidget(whole)
    whole.show()
    return whole, line, link


@pytest.mark.parametrize(
    ("day", "department", "instead"),
    [
        (date(2026, 4, 26), "23", date(2026, 4, 24)),  # a Sunday
        (date(2026, 4, 6), "23", date(2026, 4, 3)),  # Easter Monday
        (date(2026, 12, 25), "57", date(2026, 12, 24)),
        (date(2026, 5, 27), "971", date(2026, 5, 26)),  # abolition of slavery, in Guadeloupe alone
        (date(2026, 5, 27), "23", None),
        (date(2026, 4, 24), "23", None),
        (date(2026, 3, 29), "23", None),  # past
    ],
)
def test_the_working_day_before_is_proposed(qtbot: QtBot, day: date, department: str, instead: date | None) -> None:
    whole, line, link = made(qtbot, department)
    line.show_typed(day)
    assert link.isVisible() == (instead is not None)
    written: list[date] = []
    line.request_value.connect(written.append)
    if instead is not None:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert written == [instead]
        assert line.value == instead
        assert not link.isVisible()
        assert whole.focusWidget() is line, "the keyboard is not lost with the link"


def test_a_day_already_past_is_not_proposed(qtbot: QtBot) -> None:
    line = DateField("Prévue le", lambda: date(2026, 4, 26))
    link = WorkingDay(line, lambda: date(2026, 4, 26), lambda: "23")
    qtbot.addWidget(line)
    qtbot.addWidget(link)
    line.show_typed(date(2026, 4, 26))
    link.click()
    assert line.value == date(2026, 4, 27)


def test_what_is_typed_is_answered_as_it_is_typed(qtbot: QtBot) -> None:
    _whole, line, link = made(qtbot, "23")
    line.setFocus()
    qtbot.keyClicks(line, "26/4/2026")
    assert link.isVisible()
    line.clear()
    qtbot.keyClicks(line, "31/02/2026")
    assert not link.isVisible()
    line.clear()
    assert not link.isVisible()
