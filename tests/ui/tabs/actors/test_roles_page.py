"""The page « Rôles »: filled by keyboard, with rows and columns that come, go, move, and come back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.roles import RoleParty, RoleShare, Share
from msp_desktop.i18n import _
from msp_desktop.services import roles
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.actors import roles_page
from msp_desktop.ui.tabs.actors.role_grid import RoleGrid
from msp_desktop.ui.tabs.actors.roles_page import RolesPage, make
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> RolesPage:
    workspace = Workspace(store, lambda: NOW)
    made = make(workspace)
    assert isinstance(made, RolesPage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    made.resize(900, 560)
    made.show()
    made.panel.show()
    return made


@pytest.fixture
def filled(page: RolesPage, store: Store) -> RolesPage:
    roles.propose_roles(store)
    return page


def grid(page: RolesPage) -> RoleGrid:
    return page.findChild(RoleGrid)  # type: ignore[return-value]


def share(store: Store, role: int, party: int) -> Share:
    found = store.reader.find(RoleShare, role_id=role, party_id=party)
    return found.share if found else Share.NONE


def act(page: RolesPage, words: str) -> None:
    assert page.panel is not None
    next(button for button in page.panel.findChildren(QPushButton) if button.text().endswith(words)).click()


def test_the_empty_page_begins_with_the_responsibilities_proposed(page: RolesPage, store: Store) -> None:
    page._empty.button.click()
    assert len(roles.role_table(store.reader).rows) == 7
    assert grid(page).isVisible()
    store.undo()
    assert page._empty.isVisible()


@pytest.mark.parametrize(
    ("key", "expected"), [(KEY.Key_M, Share.LEADS), (KEY.Key_P, Share.TAKES_PART), (KEY.Key_A, Share.INFORMED)]
)
def test_a_letter_says_what_a_party_does_and_del_clears(
    qtbot: QtBot, filled: RolesPage, store: Store, key: Qt.Key, expected: Share
) -> None:
    grid(filled).choose(2, 3)
    qtbot.keyClick(grid(filled), key)
    assert share(store, 2, 3) is expected
    qtbot.keyClick(grid(filled), KEY.Key_Delete)
    assert share(store, 2, 3) is Share.NONE
    store.undo()
    assert share(store, 2, 3) is expected
    assert grid(filled).chosen() == (2, 3)


def test_a_whole_column_is_filled_with_letters_and_enter_alone(qtbot: QtBot, filled: RolesPage, store: Store) -> None:
    grid(filled).choose(1, 1)
    for letter in "MPAMPAM":
        qtbot.keyClick(grid(filled), letter)
        qtbot.keyClick(grid(filled), KEY.Key_Return)
    shares = [row.cells[0].share.value for row in roles.role_table(store.reader).rows]
    assert shares == ["leads", "takes_part", "informed", "leads", "takes_part", "informed", "leads"]
    assert grid(filled).chosen() == (7, 1)


def test_arrows_go_from_cell_to_cell(qtbot: QtBot, filled: RolesPage) -> None:
    grid(filled).choose(1)
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Left):
        qtbot.keyClick(grid(filled), key)
    assert grid(filled).chosen() == (2, 1)


def test_the_keyboard_comes_into_a_cell_where_letters_are_words(qtbot: QtBot, page: RolesPage, store: Store) -> None:
    page.activateWindow()
    page._empty.button.click()
    page.focus_main()
    qtbot.waitUntil(grid(page).hasFocus)
    role, party = grid(page).chosen()
    assert party is not None
    qtbot.keyClick(grid(page), "M")
    assert role is not None
    assert share(store, role, party) is Share.LEADS


def test_a_letter_never_takes_the_place_of_a_responsibility(qtbot: QtBot, filled: RolesPage, store: Store) -> None:
    before = [row.responsibility for row in roles.role_table(store.reader).rows]
    grid(filled).choose(2, None)
    qtbot.keyClicks(grid(filled), "m")
    qtbot.keyClick(grid(filled), KEY.Key_Right)
    assert not grid(filled).findChildren(QLineEdit)
    assert [row.responsibility for row in roles.role_table(store.reader).rows] == before


def test_another_letter_does_nothing(qtbot: QtBot, filled: RolesPage, store: Store) -> None:
    grid(filled).choose(1, 1)
    qtbot.keyClick(grid(filled), "I")
    assert grid(filled).chosen() == (1, 1)
    assert store.reader.all(RoleShare) == []


def test_a_responsibility_is_reworded_in_its_place(qtbot: QtBot, filled: RolesPage, store: Store) -> None:
    grid(filled).choose(2)
    qtbot.keyClick(grid(filled), KEY.Key_F2)
    line = grid(filled).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Mener le tour de table, M P A")
    qtbot.keyClick(line, KEY.Key_Return)
    qtbot.waitUntil(lambda: roles.role(store.reader, 2).responsibility == "Mener le tour de table, M P A")


def test_lines_move_and_go_and_come_back_where_they_were(qtbot: QtBot, filled: RolesPage, store: Store) -> None:
    words = [row.responsibility for row in roles.role_table(store.reader).rows]
    grid(filled).choose(3)
    qtbot.keyClick(grid(filled), KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in roles.role_table(store.reader).rows][:3] == [1, 3, 2]
    assert grid(filled).chosen() == (3, None)
    qtbot.keyClick(grid(filled), KEY.Key_Delete)
    assert len(roles.role_table(store.reader).rows) == 6
    assert grid(filled).chosen() == (2, None)
    store.undo()
    assert grid(filled).chosen() == (3, None)
    store.undo()
    assert [row.responsibility for row in roles.role_table(store.reader).rows] == words


def test_a_column_moves_is_taken_out_and_comes_back(filled: RolesPage, store: Store) -> None:
    grid(filled).choose(1, 2)
    act(filled, _("To the right"))
    assert [party.id for party in roles.role_table(store.reader).parties] == [1, 3, 2, 4]
    act(filled, _("Take the column out"))
    assert grid(filled).chosen() == (1, 4)
    store.undo()
    assert grid(filled).chosen() == (1, 2)


def test_a_line_and_a_column_are_added_by_their_words(
    filled: RolesPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(words: str) -> None:
        def run(dialog: QDialog, _workspace: object = None) -> bool:
            dialog.findChild(QPlainTextEdit).setPlainText(words)  # type: ignore[union-attr]
            dialog.accept()
            return dialog.result() == QDialog.DialogCode.Accepted

        monkeypatch.setattr(roles_page, "run", run)

    answer("Accueillir les stagiaires")
    filled.main.click()  # type: ignore[attr-defined]
    assert grid(filled).chosen() == (8, None)
    answer("CCAS")
    next(button for button in filled.findChildren(QPushButton) if button.text().endswith(_("Add a column"))).click()
    assert grid(filled).chosen() == (8, 5)
    answer("CCAS et CIAS")
    act(filled, _("Rename the column"))
    assert store.reader.one(RoleParty, 5).name == "CCAS et CIAS"


def test_the_panel_says_who_and_what_and_what_the_table_says(qtbot: QtBot, filled: RolesPage, store: Store) -> None:
    grid(filled).choose(1, 1)
    assert filled.panel is not None
    next(b for b in filled.panel.findChildren(QPushButton) if b.text() == "mène").click()
    assert share(store, 1, 1) is Share.LEADS
    roles.set_who(store, 1, 1, "Mme Roche")
    index = grid(filled).currentIndex()
    assert (
        index.data(Qt.ItemDataRole.AccessibleTextRole)
        == f"{grid(filled).model().index(index.row(), 0).data()}\u00a0: mène, Mme Roche"
    )
    texts = " ".join(label.text() for label in filled.panel.findChildren(roles_page.Label))
    assert "La commune mène 1 responsabilité sur 7." in texts
    assert "6 lignes n’ont personne qui mène" in texts


def test_a_refresh_keeps_the_keyboard_and_the_place(qtbot: QtBot, filled: RolesPage, store: Store) -> None:
    for number in range(40):
        roles.add_role(store, f"Ligne {number}")
    grid(filled).choose(30, 2)
    before = grid(filled).verticalScrollBar().value()
    assert before
    roles.add_role(store, "Une de plus")
    roles.set_share(store, 1, 1, Share.LEADS)
    assert grid(filled).chosen() == (30, 2)
    assert grid(filled).verticalScrollBar().value() == before


def test_a_target_is_a_line_or_a_cell(filled: RolesPage) -> None:
    filled.show_target(4)
    assert filled.target() == 4
    filled.show_target((4, 2))
    assert filled.target() == (4, 2)
    filled.show_target((99, 2))
    assert filled.target() == (4, 2)
    assert filled.paper() == ("roles", None)


def test_what_the_page_can_do_is_in_its_menu_with_its_keys(filled: RolesPage, store: Store) -> None:
    grid(filled).choose(1, 1)
    menu = filled.menu()
    words = [entry.text() for entry in menu.actions()]
    assert "mène\tM" in words
    next(entry for entry in menu.actions() if entry.text().startswith("participe")).trigger()
    assert share(store, 1, 1) is Share.TAKES_PART
    grid(filled).choose(1)
    assert _("Take the column out") not in [entry.text() for entry in filled.menu().actions()]


def test_what_is_found_or_waits_leads_to_its_cell(filled: RolesPage, store: Store) -> None:
    roles.set_who(store, 3, 2, "Dr Fontaine")
    share_id = store.reader.all(RoleShare)[0].id
    assert filled.place_of(DraftKey("RoleShare", share_id, "who")) == (3, 2)
    assert filled.place_of(DraftKey("RoleShare", (3, 2), "who")) == (3, 2)
    assert filled.place_of(DraftKey("RoleParty", 4, "name")) == (1, 4)
    assert filled.place_of(DraftKey("Role", 5, "note")) == 5
    assert filled.place_of(DraftKey("RoleShare", 99, "who")) is None
    assert filled.place_of(DraftKey("Action", 5, "notes")) is None
