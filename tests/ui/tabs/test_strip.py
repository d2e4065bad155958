"""The strip on the screen: which actions it shows over which days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from msp_desktop.domain.schedule import ActionView
from msp_desktop.ui.tabs.timeline.strip import FORTNIGHT, HUNDRED, MANDATE, Strip
from tests.domain.build import DAY_ZERO, action_view, timeline


def shown(strip: Strip) -> list[int]:
    """Return the actions that arrows go through."""
    found: list[int] = []
    strip.chosen.connect(found.append)
    for _ in range(40):
        strip.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier))
        strip.select(found[-1]) if found else None
    return sorted(set(found))


def on_day(id: int, day: date, **values: object) -> ActionView:
    return action_view(id, start=day, planned=day, **values)


@pytest.mark.parametrize(("span", "ids"), [(FORTNIGHT, [2]), (HUNDRED, [2, 3]), (MANDATE, [1, 2, 3, 4])])
def test_once_the_hundred_days_are_over_what_is_planned_again_is_in_view(
    qtbot: QtBot, span: str, ids: list[int]
) -> None:
    today = DAY_ZERO + timedelta(120)
    actions = [
        on_day(1, DAY_ZERO + timedelta(5)),
        on_day(2, today + timedelta(7)),
        on_day(3, today + timedelta(60)),
        on_day(4, today + timedelta(900), phase=4),
    ]
    strip = Strip()
    qtbot.addWidget(strip)
    strip.resize(900, 200)
    strip.show_timeline(timeline(today, *actions))
    strip.show_span(span)
    assert shown(strip) == ids
