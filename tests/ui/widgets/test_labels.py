"""Labels, and the chips among them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.labels import Label


@pytest.mark.parametrize("kind", ["done", "late", "plain"])
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_a_chip_is_round_at_its_ends(qapp: QApplication, qtbot: QtBot, percent: int, kind: str) -> None:
    """Qt draws no corner round whose radius is more than half the height."""
    apply_theme(qapp, "light", percent)
    page = QWidget()
    qtbot.addWidget(page)
    chip = Label("fiche complète", chip=kind)
    QVBoxLayout(page).addWidget(chip)
    page.show()
    qtbot.waitExposed(page)
    picture = page.grab().toImage()
    spot = chip.geometry()
    assert picture.pixelColor(spot.topLeft()) == picture.pixelColor(1, 1)
    assert picture.pixelColor(spot.center().x(), spot.top() + 1) != picture.pixelColor(1, 1)
