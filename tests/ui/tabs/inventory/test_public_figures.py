"""The public figures stand beside the finding they support, and nowhere else."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.public_figures import PublicFigures
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from tests.ui.find import says


def opened(window: MainWindow) -> tuple[InventoryTab, PublicFigures]:
    window.go_to("inventory")
    tab = window.findChild(InventoryTab)
    assert isinstance(tab, InventoryTab)
    public = tab.findChild(PublicFigures)
    assert isinstance(public, PublicFigures)
    return tab, public


def test_the_figures_of_the_finding_chosen_are_shown_with_their_source(qtbot: QtBot, window: MainWindow) -> None:
    tab, public = opened(window)
    grid = tab.grid.grid
    for finding in grid.findings():
        grid.choose(finding.id)
        expected = {"combien": "2,31", "metiers": "131,6", "departs": "1,48", "difficultes": "8", "publics": "16"}
        words = expected.get(finding.code or "")
        assert public.isVisible() == (words is not None)
        if words:
            assert public.height() > 40
            assert says(public, words)
            assert says(public, "chiffre inventé pour l’exemple")


def test_beside_a_register_there_is_none(qtbot: QtBot, window: MainWindow) -> None:
    tab, public = opened(window)
    tab.grid.grid.choose(tab.grid.grid.findings()[0].id)
    assert public.isVisible()
    tab.show_target("offers")
    assert not public.isVisible()
