"""A dossier that can only be read: seen at once, said once, nothing to type in, papers all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.engine import connect
from msp_desktop.db.store import Store
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import produce
from msp_desktop.services.preferences import Preferences
from msp_desktop.services.timeline import add_step
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.tick_field import TickField
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample
from tests.ui.find import button, named, says

WHY = "Ce disque est protégé."
#: What may be typed in all the same: it changes nothing in the dossier.
SEARCHES = {"Filtrer", "Nom, métier, commune…"}


@pytest.fixture
def locked(qtbot: QtBot, tmp_path: Path, said: list[str]) -> Iterator[MainWindow]:
    """The window on a file of the sample that SQLite only reads."""
    store = open_sample(tmp_path)
    close_dossier(store)
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show_store(Store(store.path, connect(store.path, read_only=True), read_only_because=WHY))
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(100)
    yield window
    window.close_dossier()


def test_one_band_says_why_and_brings_it_home(locked: MainWindow, tmp_path: Path) -> None:
    assert locked.workspace is not None
    first = locked.workspace.store.path
    before = first.read_bytes()
    assert says(locked.banner, WHY)
    assert says(locked, _("read only"))
    button(locked.banner, _("Copy it to this computer to change it")).click()
    assert locked.workspace is not None
    assert not locked.workspace.read_only
    assert locked.workspace.store.path != first
    assert first.read_bytes() == before
    assert not locked.banner.isVisible()
    locked.go_to("timeline", 2)
    assert named(locked.current_page(), QLineEdit, _("Add something to do")).isEnabled()


@pytest.mark.parametrize("tab", TAB_KEYS)
def test_nothing_can_be_typed_or_ticked(locked: MainWindow, qtbot: QtBot, said: list[str], tab: str) -> None:
    locked.go_to(tab, 2 if tab == "timeline" else "professionals" if tab == "inventory" else None)
    qtbot.wait(100)
    page = locked.current_page()
    fields = [
        (field.accessibleName(), field)
        for kind in (QLineEdit, QPlainTextEdit)
        for field in page.findChildren(kind)
        if field.isVisibleTo(page) and field.isEnabled() and not field.isReadOnly()
    ]
    assert [name for name, _field in fields if name not in SEARCHES] == []
    boxes = [box for box in page.findChildren(QAbstractButton) if box.isCheckable() and isinstance(box, TickField)]
    assert not [box for box in boxes if box.isEnabled()]
    for view in page.findChildren(QAbstractItemView):
        if view.isVisibleTo(page) and view.model() is not None and view.model().rowCount():
            view.setFocus()
            view.setCurrentIndex(view.model().index(0, 1 if view.model().columnCount() > 1 else 0))
            qtbot.keyClicks(view, "a")
            qtbot.keyClick(view, Qt.Key.Key_Delete)
            qtbot.keyClick(view, Qt.Key.Key_Space)
            qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activeModalWidget() is None
    assert said == [], "no box for each key"
    assert locked.workspace is not None
    assert not locked.workspace.drafts.waiting()


def test_what_writes_is_out_of_use_and_says_why(locked: MainWindow) -> None:
    words = {
        "timeline": [_("Add an action"), _("Rename"), _("Delete")],
        "referent": [_("Another référent from a day on…"), _("Add a row")],
        "meetings": [_("Add guests"), _("During the meeting")],
        "inventory": [_("Write the finding"), _("Add a question"), _("Delete the rows chosen")],
    }
    for tab, names in words.items():
        locked.go_to(tab)
        for name in names:
            found = [
                one
                for one in locked.current_page().findChildren(QAbstractButton)
                if name in (one.accessibleName(), one.text().strip())
            ]
            for one in found:
                assert not one.isEnabled(), name
                assert WHY in one.toolTip(), name
                one.setEnabled(True)  # its view thinks of it anew
                assert not one.isEnabled(), name
    assert not locked.actions_by_name["day_zero"].isEnabled()


def test_a_service_called_all_the_same_opens_no_box(locked: MainWindow, said: list[str]) -> None:
    assert locked.workspace is not None
    locked.workspace.attempt(add_step, 2, "Rien")
    assert said == []
    assert says(locked, WHY)


def test_a_paper_is_written_elsewhere_and_nothing_noted(locked: MainWindow, tmp_path: Path) -> None:
    assert locked.workspace is not None
    made = produce(locked.workspace.store, "timeline", tmp_path, Context(TODAY, NOW))
    assert made.path.read_bytes().startswith(b"%PDF")
    assert isinstance(locked.actions_by_name["print"], QAction)
    assert locked.actions_by_name["print"].isEnabled()


def test_a_dossier_that_becomes_read_only_is_said_once_and_in_the_corner(
    window: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    assert window.workspace is not None
    window.go_to("timeline", 2)
    notes = named(window.current_page(), QPlainTextEdit, _("Notes on this action"))
    notes.setFocus()
    window.workspace.store.connection.execute("PRAGMA query_only=1")  # what a stick does whose switch is pushed
    for _time in range(3):
        qtbot.keyClicks(notes, "mot ")
        window.flush()
    assert len(said) == 1
    assert says(window, _("read only"))
    window.workspace.store.connection.execute("PRAGMA query_only=0")
    window.flush()
    assert not window.workspace.drafts.waiting()


def test_no_table_of_a_dossier_goes_without_the_drafts(locked: MainWindow) -> None:
    """A table one writes in knows through them that the dossier is locked."""
    for tab in TAB_KEYS:
        locked.go_to(tab)
        for table in locked.current_page().findChildren(RecordTable):
            writes = [column for column in table.rows.columns if column.write is not None]
            index = table.rows.index(0, 0)
            if writes and table.rows.rows():
                for place, column in enumerate(table.rows.columns):
                    if column.write is not None:
                        index = table.rows.index(0, place)
                        assert not table.edit(index, QAbstractItemView.EditTrigger.AllEditTriggers, None) or not [
                            child for child in table.viewport().findChildren(QWidget) if child.isVisible()
                        ]
