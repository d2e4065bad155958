"""Search as the secretary uses it: Ctrl+F, some letters, arrow down, Enter; Escape goes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.roles import Role
from msp_desktop.services import communication, roles
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.search.page import MOST_OF_KIND, SearchPage
from msp_desktop.ui.search.result_list import ResultList
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the sample dossier."""
    opened = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(opened)
    opened.resize(1366, 697)
    opened.show_store(open_sample(tmp_path))
    opened.show()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    yield opened
    opened.close_dossier()


def focused() -> QWidget:
    """Return the widget with the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def search(window: MainWindow, qtbot: QtBot, words: str) -> SearchPage:
    """Press Ctrl+F, type words, and wait until the dossier is read."""
    qtbot.keyClick(window, KEY.Key_F, CONTROL)
    assert focused() is window.tab_bar.field
    qtbot.keyClicks(window.tab_bar.field, words)
    page = window.current_page()
    assert isinstance(page, SearchPage)
    qtbot.waitUntil(lambda: "cours" not in " ".join(texts(page)))
    return page


def texts(page: QWidget) -> list[str]:
    """Return the words of the labels in view."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def rows(page: SearchPage) -> list[str]:
    """Return the words of the results."""
    found = (page.list.rows.place(number) for number in page.list.rows.numbers())
    shown = (page.list.rows.row_of(place) for place in found if place is not None)
    return [row.words for row in shown if row is not None]


def test_a_word_is_found_and_arrow_and_enter_arrive_in_its_very_field(window: MainWindow, qtbot: QtBot) -> None:
    """No tab is marked meanwhile; the match is chosen in the field."""
    page = search(window, qtbot, "valbourg")
    assert "5 résultats pour «\u00a0valbourg\u00a0»" in texts(page)
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Down)
    assert isinstance(focused(), ResultList)
    qtbot.keyClick(focused(), KEY.Key_Return)
    field = focused()
    assert window.current_key() == "inventory"
    assert window.current_page() is not page
    assert isinstance(field, QLineEdit)
    assert (field.accessibleName(), field.selectedText()) == ("Commune", "Valbourg")


def test_enter_in_the_field_goes_to_the_first_result(window: MainWindow, qtbot: QtBot) -> None:
    """A long text is shown at the match."""
    assert window.workspace is not None
    meeting = window.workspace.reader.all(Meeting)[0]
    window.workspace.flush()
    with window.workspace.store.write("Notes") as tx:
        tx.update(meeting.id, Change(Meeting, mayor_notes="Une ligne.\n" * 60 + "Penser à Zanzibar 👩‍⚕️ Zut."))
    search(window, qtbot, "zanzibar")
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Return)
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    assert field.textCursor().selectedText() == "Zanzibar"


def test_escape_goes_back_to_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    """The same tab, the same field, the same choice."""
    window.go_to("meetings", 1)
    before = next(field for field in window.current_page().findChildren(QLineEdit) if field.accessibleName() == "Titre")
    before.setFocus()
    search(window, qtbot, "mairie")
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Escape)
    assert window.current_key() == "meetings"
    assert focused() is before
    page = search(window, qtbot, "mairie")
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Down)
    qtbot.keyClick(focused(), KEY.Key_Escape)
    assert window.current_page() is not page
    assert focused() is before


def test_ctrl_f_shows_again_what_was_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    """After a result was opened, the others are one key away, and the words are ready to be typed over."""
    search(window, qtbot, "valbourg")
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Return)
    qtbot.keyClick(window, KEY.Key_F, CONTROL)
    assert isinstance(window.current_page(), SearchPage)
    assert window.tab_bar.field.selectedText() == "valbourg"


def test_nothing_found_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    """One sentence; Enter and the arrow go nowhere."""
    page = search(window, qtbot, "xyzzy")
    assert any("Rien pour «\u00a0xyzzy\u00a0». Essayez un mot plus court." in words for words in texts(page))
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Down)
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Return)
    assert window.current_page() is page


def test_what_is_being_typed_is_found(window: MainWindow, qtbot: QtBot) -> None:
    """Words not yet on the disk are written before one searches."""
    window.go_to("meetings", 1)
    field = next(f for f in window.current_page().findChildren(QLineEdit) if f.accessibleName() == "Lieu")
    field.setFocus()
    qtbot.keyClicks(field, " Zanzibar")
    page = search(window, qtbot, "zanzibar")
    assert len(rows(page)) == 1


def test_results_follow_what_changes(window: MainWindow, qtbot: QtBot) -> None:
    """Undo, or a change made elsewhere, is in the list at once; the row chosen stays chosen."""
    assert window.workspace is not None
    store = window.workspace.store
    page = search(window, qtbot, "zanzibar")
    assert rows(page) == []
    with store.write("Échange") as tx:
        talk = tx.insert(Exchange(held_on=date(2026, 4, 20), subject="Zanzibar"))
    qtbot.waitUntil(lambda: rows(page) == ["20\u00a0avril\u00a0: Zanzibar"])
    with store.write("Échange") as tx:
        tx.update(talk.id, Change(Exchange, subject="Zanzibar et retour"))
    qtbot.waitUntil(lambda: rows(page) == ["20\u00a0avril\u00a0: Zanzibar et retour"])
    window.workspace.undo()
    window.workspace.undo()
    qtbot.waitUntil(lambda: rows(page) == [])


def test_a_kind_shows_all_of_its_results(window: MainWindow, qtbot: QtBot) -> None:
    """Among all, a kind shows its first hundred; alone, many more; the counts are whole in both."""
    assert window.workspace is not None
    with window.workspace.store.write("Annuaire") as tx:
        for number in range(250):
            tx.insert(Person(last_name=f"Zanzibar {number}"))
    page = search(window, qtbot, "zanzibar")
    assert len(rows(page)) == MOST_OF_KIND
    assert "250 résultats pour «\u00a0zanzibar\u00a0»" in texts(page)
    kinds = next(view for view in page.findChildren(QWidget) if view.accessibleName() == "Genres de résultats")
    kinds.setFocus()
    qtbot.keyClick(kinds, KEY.Key_Down)
    assert len(rows(page)) == 250


def test_another_dossier_is_another_search(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing of the dossier closed is found in the next, and the field is empty."""
    assert window.workspace is not None
    with window.workspace.store.write("Échange") as tx:
        tx.insert(Exchange(held_on=date(2026, 4, 20), subject="Zanzibar"))
    assert len(rows(search(window, qtbot, "zanzibar"))) == 1
    window.show_store(open_sample(tmp_path / "autre"))
    assert window.tab_bar.field.text() == ""
    assert rows(search(window, qtbot, "zanzibar")) == []


def test_in_a_narrow_window_the_field_stands_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    """Ctrl+F still finds a field to type in; back on a tab it is an icon again."""
    window.set_theme("light", 175)
    window.resize(960, 600)
    assert not window.tab_bar.field.isVisible()
    qtbot.keyClick(window, KEY.Key_F, CONTROL)
    field = window.tab_bar.field
    assert field.isVisible()
    assert focused() is field
    assert window.current_page().isAncestorOf(field)
    qtbot.keyClicks(field, "valbourg")
    assert focused() is field
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not field.isVisible()
    assert not isinstance(window.current_page(), SearchPage)
    window.set_theme("light", 100)


def test_the_text_size_may_change_while_one_searches(window: MainWindow, qtbot: QtBot) -> None:
    """Everything is laid out anew, and search works again."""
    search(window, qtbot, "valbourg")
    window.set_theme("dark", 150)
    assert not isinstance(window.current_page(), SearchPage)
    qtbot.keyClick(window, KEY.Key_F, CONTROL)
    assert isinstance(window.current_page(), SearchPage)
    window.set_theme("light", 100)


def test_a_click_on_a_tab_leaves_the_page(window: MainWindow, qtbot: QtBot) -> None:
    """Even on the tab one came from."""
    search(window, qtbot, "valbourg")
    window.show_tab_at(0)
    assert window.current_key() == "timeline"
    assert not isinstance(window.current_page(), SearchPage)
    assert focused().mapTo(window, QPoint(0, 0)).y() > window.tab_bar.y()


@pytest.mark.parametrize(
    ("write", "shown"),
    [
        (lambda s: communication.keep_text(s, "site", "Notre zebulon"), ("communication", "site")),
        (lambda s: communication.update_communication(s, 1, Change(Communication, text="Le zebulon"), TODAY), ("communication", 1)),
        (lambda s: roles.update_role(s, 2, Change(Role, note="Un zebulon")), ("roles", 2)),
    ],
    ids=["a text for residents", "a message's text", "a role's note"],
)  # fmt: skip
def test_a_text_of_the_people_s_tab_is_arrived_at(
    window: MainWindow, qtbot: QtBot, write: Callable[[Store], object], shown: object
) -> None:
    """The keyboard is in the very text."""
    assert window.workspace is not None
    store = window.workspace.store
    roles.propose_roles(store)
    write(store)
    search(window, qtbot, "zebulon")
    qtbot.keyClick(window.tab_bar.field, KEY.Key_Return)

    def arrived() -> None:
        field = focused()
        assert isinstance(field, QPlainTextEdit)
        assert "zebulon" in field.toPlainText()

    qtbot.waitUntil(arrived)
    tab = window.current_tab()
    assert tab is not None
    assert tab.target() == shown
