"""Tabs made of pages: the heads above them, in one line or two, and the panel at the right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.services.people import add_person
from msp_desktop.ui.paged.entries import PageEntry, Pages
from msp_desktop.ui.paged.heads import HeadLine
from msp_desktop.ui.paged.tab import PagedTab
from msp_desktop.ui.tabs.actors.pages import PAGES
from msp_desktop.ui.tabs.actors.tab import make
from msp_desktop.ui.tabs.project.pages import PAGES as PROJECT
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import button


def shown(qtbot: QtBot, tab: PagedTab, workspace: Workspace) -> PagedTab:
    workspace.changed.connect(tab.refresh)
    qtbot.addWidget(tab)
    tab.resize(1366, 560)
    tab.show()
    return tab


@pytest.fixture
def tab(qtbot: QtBot, sample: Store) -> PagedTab:
    workspace = Workspace(sample, lambda: NOW)
    made = make(workspace)
    assert isinstance(made, PagedTab)
    return shown(qtbot, made, workspace)


def heads(tab: PagedTab) -> list[str]:
    QApplication.processEvents()
    lines = [line for line in tab.findChildren(HeadLine) if line.isVisible()]
    return [button.text() for line in lines for button in line.findChildren(QPushButton) if button.isVisible()]


def head(tab: PagedTab, words: str) -> QPushButton:
    QApplication.processEvents()
    buttons = [button for line in tab.findChildren(HeadLine) for button in line.findChildren(QPushButton)]
    return next(button for button in buttons if button.isVisible() and button.text().startswith(words))


def test_the_head_of_a_page_leads_to_it(qtbot: QtBot, tab: PagedTab) -> None:
    for key, words in zip(PAGES.names(), ("Annuaire", "Journal", "Rôles", "Communication"), strict=True):
        qtbot.mouseClick(head(tab, words), Qt.MouseButton.LeftButton)
        assert tab.target()[0] == key


def test_a_head_counts_what_its_page_holds(tab: PagedTab, sample: Store) -> None:
    before = len(sample.reader.all(Person))
    assert head(tab, "Annuaire").text() == f"Annuaire {before}"
    add_person(sample, Person(last_name="Vernet"))
    assert head(tab, "Annuaire").text() == f"Annuaire {before + 1}"


def test_a_page_is_shown_by_its_key_alone_or_with_what_it_shows(tab: PagedTab) -> None:
    tab.show_target("roles")
    assert tab.target()[0] == "roles"
    tab.show_target(("journal", None))
    assert tab.target()[0] == "journal"


def grouped(qtbot: QtBot, sample: Store) -> PagedTab:
    """Return a tab of two groups: two pages whatever there is, and one only once Mme Vernet is known."""
    pages = Pages(
        "msp_desktop.ui.tabs.actors",
        (
            PageEntry("directory", "Directory", group="Communication"),
            PageEntry("journal", "Journal", group="Communication"),
            PageEntry("roles", "Roles", shown=lambda reader: reader.find(Person, last_name="Vernet") is not None),
        ),
    )
    workspace = Workspace(sample, lambda: NOW)
    return shown(qtbot, PagedTab(workspace, "Essai", pages), workspace)


def test_a_group_of_several_pages_has_a_second_line_and_comes_back_to_the_page_last_seen(
    qtbot: QtBot, sample: Store
) -> None:
    add_person(sample, Person(last_name="Vernet"))
    tab = grouped(qtbot, sample)
    assert heads(tab)[:4] == ["Communication", "Rôles", "Annuaire", "Journal"]
    qtbot.mouseClick(head(tab, "Journal"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(head(tab, "Rôles"), Qt.MouseButton.LeftButton)
    assert (tab.target()[0], heads(tab)[:3]) == ("roles", ["Communication", "Rôles"])
    qtbot.mouseClick(head(tab, "Communication"), Qt.MouseButton.LeftButton)
    assert tab.target()[0] == "journal"


def test_a_page_comes_and_goes_with_what_shows_it_but_stays_under_who_is_on_it(qtbot: QtBot, sample: Store) -> None:
    tab = grouped(qtbot, sample)
    assert "Rôles" not in heads(tab)
    tab.show_target("roles")
    assert "Rôles" in heads(tab)
    tab.show_target("directory")
    assert "Rôles" not in heads(tab)
    add_person(sample, Person(last_name="Vernet"))
    assert "Rôles" in heads(tab)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_panel_of_the_window_takes_the_place_of_the_tab_s_own_and_leaves_no_empty_room(
    qtbot: QtBot, sample: Store, percent: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", percent)
    made = make(Workspace(sample, lambda: NOW))
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
    assert not side.isVisible()
    QApplication.processEvents()  # a splitter shares its room out in a turn of its own
    assert page.size() == splitter.size()
    made.give_way(False)
    assert side.isVisible()


def after_tab(qtbot: QtBot, times: int = 1) -> QWidget | None:
    for _time in range(times):
        now = QApplication.focusWidget()
        assert now is not None
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def test_tab_goes_from_a_head_that_has_just_come_to_the_page_it_leads_to(qtbot: QtBot, sample: Store) -> None:
    tab = grouped(qtbot, sample)
    window = QWidget()
    qtbot.addWidget(window)
    above, box = QPushButton("above"), QVBoxLayout(window)
    box.addWidget(above)
    box.addWidget(tab)
    window.show()
    qtbot.waitActive(window)
    for words in ("Rôles", "Communication"):
        if words == "Rôles":
            add_person(sample, Person(last_name="Vernet"))
        qtbot.mouseClick(head(tab, words), Qt.MouseButton.LeftButton)
        head(tab, words).setFocus()
        seen = [after_tab(qtbot) for _time in range(6)]
        assert above not in seen
        second = [one for one in seen if isinstance(one, QPushButton) and one.text().startswith("Annuaire")]
        assert len(second) == (words == "Communication")


def test_the_keyboard_goes_on_in_what_the_button_of_an_empty_page_began(qtbot: QtBot, workspace: Workspace) -> None:
    tab = shown(qtbot, PagedTab(workspace, "Essai", PROJECT), workspace)
    for key, words in (
        ("road", "Commencer par les étapes proposées"),
        ("questionnaire", "Commencer par les questions proposées"),
        ("evaluation", "Commencer par les questions proposées"),
        ("instances", "Commencer par les quatre instances proposées"),
    ):
        tab.show_target(key)
        tab.activateWindow()
        qtbot.waitActive(tab)
        begin = button(tab._page(key), words)
        begin.setFocus()
        qtbot.keyClick(begin, Qt.Key.Key_Space)
        table = tab.focusWidget()  # the window may not be active: it has just grown
        assert isinstance(table, QAbstractItemView), key
        assert table.currentIndex().isValid(), key
        tab.activateWindow()
        table.setFocus()
        workspace.undo()
        assert tab.focusWidget() is begin, key


def test_heads_without_room_are_a_list_and_come_back_with_it(qtbot: QtBot) -> None:
    line = HeadLine("Pages")
    qtbot.addWidget(line)
    line.show_heads({"a": "Fiches action 8", "b": "Instances 4", "c": "Évaluation"}, "b")
    line.resize(600, 40)
    line.show()
    first = next(button for button in line.findChildren(QPushButton) if button.text() == "Fiches action 8")
    (choice,) = line.findChildren(ChoiceField)
    assert (first.isVisible(), choice.isVisible()) == (True, False)
    line.resize(200, 40)
    assert (first.isVisible(), choice.isVisible(), choice.currentText()) == (False, True, "Instances 4")
    with qtbot.waitSignal(line.chosen) as heard:
        choice.setFocus()
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert heard.args == ["c"]
    line.resize(600, 40)
    assert (first.isVisible(), choice.isVisible()) == (True, False)
