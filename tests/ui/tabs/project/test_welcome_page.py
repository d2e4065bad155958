"""The page « Accueillir »: begun with the list proposed, entries added by kind, lines ticked in the table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.welcome import WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services import welcome as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.welcome_page import WelcomePage, make
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY
from tests.ui.find import button


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> Iterator[WelcomePage]:
    workspace = Workspace(store, lambda: NOW)
    made = make(workspace)
    assert isinstance(made, WelcomePage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    made.resize(900, 560)
    made.show()
    made.panel.show()
    yield made
    workspace.flush()


def table(page: WelcomePage, name: str) -> RecordTable:
    return next(one for one in page.findChildren(RecordTable) if one.accessibleName() == name)


def panel_words(page: WelcomePage) -> str:
    assert page.panel is not None
    return "\n".join(label.text() for label in page.panel.findChildren(Label) if label.isVisible())


def test_an_empty_page_begins_with_the_list_proposed_in_one_step(page: WelcomePage, store: Store) -> None:
    (empty,) = page.findChildren(EmptyPage)
    empty.button.click()
    assert len(table(page, "Liste à cocher").rows.rows()) == len(kit_welcome().steps)
    store.undo()
    assert empty.isVisible()


def test_each_kind_may_be_added_and_is_shown_in_the_panel(page: WelcomePage, store: Store) -> None:
    for kind in kit_welcome().kinds:
        menu = page.menu()
        next(entry for entry in menu.actions() if entry.text() == kind.title).trigger()
        assert kind.hint in panel_words(page)
    assert [row.kind for row in store.reader.all(WelcomeEntry)] == [kind.code for kind in kit_welcome().kinds]


def test_what_is_typed_in_the_panel_is_written(page: WelcomePage, store: Store, qtbot: QtBot) -> None:
    made = service.add_entry(store, WelcomeKind.HOUSING)
    page.show_target(("entry", made.id))
    assert page.panel is not None
    title = next(one for one in page.panel.findChildren(LineField) if one.accessibleName() == "Quoi")
    qtbot.keyClicks(title, "Studio")
    page.refresh(frozenset())
    assert title.text() == "Studio"
    qtbot.waitUntil(lambda: store.reader.one(WelcomeEntry, made.id).title == "Studio", timeout=3000)


def test_a_line_is_ticked_in_its_cell_and_counted(page: WelcomePage, store: Store) -> None:
    service.propose_steps(store)
    steps = table(page, "Liste à cocher")
    state = steps.rows.columns[0]
    assert state.write is not None
    state.write(steps.rows.rows()[0], "done")
    assert store.reader.one(WelcomeStep, 1).done_on == TODAY
    assert any("1 sur 12" in label.text() for label in page.findChildren(Label))
    again = button(page, "Recommencer pour une autre arrivée")
    assert again.isVisible()
    again.click()
    assert store.reader.one(WelcomeStep, 1).done_on is None


def test_choosing_in_one_table_shows_it_and_leaves_the_other_alone(page: WelcomePage, store: Store) -> None:
    made = service.add_entry(store, WelcomeKind.GUIDE)
    service.update_entry(store, made.id, Change(WelcomeEntry, title="Le marché"))
    service.propose_steps(store)
    page.show_target(("step", 3))
    assert service.step_words(store.reader.one(WelcomeStep, 3)) in panel_words(page)
    assert page.target() == ("step", 3)
    page.show_target(("entry", made.id))
    assert page.target() == ("entry", made.id)
    service.delete_entries(store, [made.id])
    assert page.target() is None


def test_words_that_wait_are_found_again(page: WelcomePage) -> None:
    assert page.place_of(DraftKey("WelcomeEntry", 4, "title")) == ("entry", 4)
    assert page.place_of(DraftKey("WelcomeStep", 4, "title")) == ("step", 4)
    assert page.place_of(DraftKey("dialog", 0, "welcome-step")) == "welcome-step"
    assert page.place_of(DraftKey("Person", 4, "notes")) is None
