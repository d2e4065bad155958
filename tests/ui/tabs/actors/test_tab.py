"""The tab « Acteurs et suivi »: its pages and the heads above them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.services.people import add_person
from msp_desktop.ui.tabs.actors.pages import PAGE_KEYS
from msp_desktop.ui.tabs.actors.tab import ActorsTab
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW


@pytest.fixture
def tab(qtbot: QtBot, sample: Store) -> ActorsTab:
    workspace = Workspace(sample, lambda: NOW)
    made = ActorsTab(workspace)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366, 560)
    made.show()
    return made


def head(tab: ActorsTab, words: str) -> QPushButton:
    return next(button for button in tab.findChildren(QPushButton) if button.text().startswith(words))


def test_the_head_of_a_page_leads_to_it(qtbot: QtBot, tab: ActorsTab) -> None:
    for key, words in zip(PAGE_KEYS, ("Annuaire", "Journal", "Rôles", "Communication"), strict=True):
        qtbot.mouseClick(head(tab, words), Qt.MouseButton.LeftButton)
        assert tab.target()[0] == key


def test_the_head_of_the_directory_counts_who_is_in_it(tab: ActorsTab, sample: Store) -> None:
    before = len(sample.reader.all(Person))
    assert head(tab, "Annuaire").text() == f"Annuaire {before}"
    add_person(sample, Person(last_name="Vernet"))
    assert head(tab, "Annuaire").text() == f"Annuaire {before + 1}"


def test_a_page_is_shown_by_its_key_alone_or_with_what_it_shows(tab: ActorsTab) -> None:
    tab.show_target("roles")
    assert tab.target()[0] == "roles"
    tab.show_target(("journal", None))
    assert tab.target()[0] == "journal"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_panel_of_the_window_takes_the_place_of_the_tab_s_own_and_leaves_no_empty_room(
    qtbot: QtBot, sample: Store, percent: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        apply_theme(app, "light", percent)
        made = ActorsTab(Workspace(sample, lambda: NOW))
        qtbot.addWidget(made)
        made.resize(1366, 560)
        made.show()
        splitter = made.findChild(QSplitter)
        assert splitter is not None
        page, side = splitter.widget(0), splitter.widget(1)
        assert page is not None
        assert side is not None
        assert side.isVisible()
        made.give_way(True)
        app.processEvents()  # a splitter shares its room out in a turn of its own
        assert not side.isVisible()
        assert (page.width(), page.height()) == (splitter.width(), splitter.height())
        made.give_way(False)
        assert side.isVisible()
    finally:
        apply_theme(app, "light", 100)
