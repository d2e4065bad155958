"""A small act changes the panels where they stand: no widget goes, none is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionStep
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Finding, HealthProfessional
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, Preparation, Reply
from msp_desktop.domain.missions import Mission
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.services import inventory, meetings, missions, referent, timeline
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.theme.theme import apply_theme
from tests.conftest import TODAY

ACTS: dict[str, Callable[[Store], object]] = {
    "tick a mission": lambda store: missions.keep_mission(
        store, store.reader.all(Mission)[0].id, not store.reader.all(Mission)[0].kept
    ),
    "reword a mission": lambda store: missions.reword_mission(store, store.reader.all(Mission)[0].id, "Veiller"),
    "move a mission": lambda store: missions.move_mission(store, store.reader.all(Mission)[0].id, 1),
    "hours of the référent": lambda store: referent.update_term(store, Change(Referent, hours_per_month=7.0)),
    "a professional": lambda store: inventory.update_professional(
        store, store.reader.all(HealthProfessional)[0].id, Change(Person, phone="0555000000")
    ),
    "a finding": lambda store: inventory.write_finding(store, store.reader.all(Finding)[0].id, "Six.", TODAY),
    "the answer of a guest": lambda store: meetings.set_reply(store, store.reader.all(Attendance)[0].id, Reply.EXCUSED),
    "the minutes of a point": lambda store: meetings.update_item(
        store, store.reader.all(AgendaItem)[0].id, Change(AgendaItem, discussion="Dit.")
    ),
    "the place of a meeting": lambda store: meetings.update_meeting(
        store, store.reader.all(Meeting)[0].id, Change(Meeting, place="Mairie")
    ),
    "a point moved": lambda store: meetings.move_item(store, store.reader.all(AgendaItem)[0].id, 1),
    "something prepared": lambda store: meetings.tick_preparation(
        store, store.reader.all(Preparation)[0].id, not store.reader.all(Preparation)[0].done
    ),
    "a thing to do": lambda store: timeline.tick_step(
        store, store.reader.all(ActionStep)[0].id, not store.reader.all(ActionStep)[0].done
    ),
}


def widgets(window: MainWindow) -> dict[QWidget, str]:
    """Return every widget of the tabs, each shown once, so that it has been read again."""
    for key in TAB_KEYS:
        window.go_to(key)
    return {
        widget: widget.accessibleName()
        for page in window._pages.made().values()
        for widget in page.findChildren(QWidget)
    }


@pytest.mark.parametrize("name", ACTS)
def test_a_small_act_makes_no_widget_anew(window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    before = widgets(window)
    step = store.history.undo_label()
    ACTS[name](store)
    assert store.history.undo_label() != step
    after = widgets(window)
    window.workspace.undo()
    taken_back = widgets(window)
    assert all(isValid(widget) for widget in before)
    for now in (after, taken_back):
        assert [now[widget] for widget in now.keys() - before.keys()] == []
        assert [before[widget] for widget in before.keys() - now.keys()] == []


@pytest.fixture
def plain_again() -> Iterator[None]:
    """Give the tests that follow their usual letters back; the window of this one is closed by then."""
    yield
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 100)


@pytest.mark.usefixtures("plain_again")
@pytest.mark.parametrize("name", TAB_KEYS)
def test_another_theme_or_text_size_shows_the_same_again(window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    reader = window.workspace.reader
    targets = {
        "timeline": reader.all(Action)[3].id,
        "meetings": reader.all(Meeting)[-1].id,
        "inventory": reader.all(HealthProfessional)[2].id,
        "actors": ("directory", reader.all(HealthProfessional)[2].person_id),
        "project": ("road", 1),
    }
    window.go_to(name, targets.get(name))
    window.set_theme("dark", 120)
    page = window._pages.made()[name]
    assert page.target() == targets.get(name)
    focused = window.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)


@pytest.mark.usefixtures("plain_again")
def test_the_register_shown_is_shown_again_in_another_text_size(window: MainWindow) -> None:
    window.go_to("inventory", "needs")
    window.set_theme("light", 120)
    assert window._pages.made()["inventory"].target() == "needs"
