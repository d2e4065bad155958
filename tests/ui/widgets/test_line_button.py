"""The small button inside a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.pick_field import PickField
from tests.conftest import TODAY


@pytest.fixture(params=[100, 150, 200])
def percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    apply_theme(qapp, "light", request.param)
    yield request.param
    apply_theme(qapp, "light", 100)


def pick_field(name: str) -> PickField:
    return PickField(name, [(1, "un"), (2, "deux")], int, str, "un nombre")


def dark_width(line: QLineEdit) -> int:
    """Return how many columns of the line's end have something drawn in them, inside its frame."""
    picture = line.grab().toImage()
    ground = picture.pixelColor(line.width() // 2, line.height() // 2)
    middle = range(line.height() // 4, 3 * line.height() // 4)
    columns = range(line.width() // 2, line.width() - 6)
    return sum(any(picture.pixelColor(x, y) != ground for y in middle) for x in columns)


@pytest.mark.parametrize("make", [lambda name: DateField(name, lambda: TODAY), pick_field])
def test_its_glyph_grows_with_the_text(qtbot: QtBot, percent: int, make: Callable[[str], QLineEdit]) -> None:
    line = make("Un champ")
    qtbot.addWidget(line)
    line.show()
    qtbot.waitExposed(line)
    (button,) = line.findChildren(QToolButton)
    assert button.iconSize().width() == round(16 * percent / 100)
    assert line.rect().contains(button.geometry())
    assert line.textMargins().right() >= button.iconSize().width()
    # What is painted, not only asked for: a calendar or an arrow fills at least a third of its square.
    assert button.iconSize().width() // 3 <= dark_width(line) <= button.iconSize().width() + 2


def test_it_opens_the_calendar_and_never_takes_the_keyboard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    class Menu(QMenu):
        def exec(self, *where: object) -> None:  # type: ignore[override]
            opened.append(where)

    monkeypatch.setattr("msp_desktop.ui.widgets.parsed_field.QMenu", Menu)
    line = DateField("Date", lambda: TODAY)
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    (button,) = line.findChildren(QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert len(opened) == 2
    assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert button.accessibleName() or button.text()
