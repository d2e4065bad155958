"""How often the window reads the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.services import people, timeline
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the sample dossier, every tab opened once."""
    opened = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(opened)
    opened.show_store(open_sample(tmp_path))
    opened.show()
    for name in (*TAB_KEYS, "timeline"):
        opened.go_to(name)
    yield opened
    opened.close_dossier()


def read_after_the_commit(store: Store) -> list[str]:
    """Return the list to which every question that follows the last commit is added."""
    asked: list[str] = []

    def note(sql: str) -> None:
        if sql == "COMMIT":
            asked.clear()
        elif sql.startswith("SELECT"):
            asked.append(sql)

    store.connection.set_trace_callback(note)
    return asked


def edits(store: Store) -> Iterator[None]:
    """Make one edit of each kind, one after the other."""
    action, person = store.reader.all(Action)[5].id, store.reader.all(Person)[0].id
    yield timeline.update_action(store, action, Change(Action, notes="Un mot"))
    yield timeline.set_state(store, action, ActionState.DONE, TODAY)
    yield people.update_person(store, person, Change(Person, phone="0555000000"))
    yield timeline.move_day_zero(store, store.reader.one(Commune, 1).day_zero + timedelta(1))


def test_one_edit_with_every_tab_open_runs_each_question_once(window: MainWindow) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    asked = read_after_the_commit(store)
    for _edit in edits(store):
        for name in (*TAB_KEYS, "timeline"):
            window.go_to(name)
        assert asked
        assert sorted(set(asked)) == sorted(asked)


def test_a_tab_gone_back_to_asks_nothing_where_nothing_has_changed(window: MainWindow) -> None:
    assert window.workspace is not None
    asked = read_after_the_commit(window.workspace.store)
    for name in (*TAB_KEYS, "timeline"):
        window.go_to(name)
    assert asked == []


def test_a_tab_that_was_hidden_shows_what_changed_meanwhile(window: MainWindow) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    window.go_to("timeline")
    person = next(row.person_id for row in store.reader.all(Referent) if row.until is None)
    people.update_person(store, person, Change(Person, last_name="Zwickel"))
    people.update_person(store, person, Change(Person, phone="0555123456"))
    window.go_to("referent")
    shown = [line.text() for line in window.current_page().findChildren(QLineEdit)]
    assert "Zwickel" in shown
