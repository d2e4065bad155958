"""The pages of the window: made when first shown, refreshed when looked at, taken down together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.services.timeline import update_action
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.shell.tab_pages import TabPages
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.dossiers import open_sample


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    store = open_sample(tmp_path)
    yield Workspace(store, lambda: NOW)
    close_dossier(store)


def says_note(page: QWidget) -> bool:
    return any("Bonnat" in note.toPlainText() for note in page.findChildren(QPlainTextEdit))


def test_a_tab_is_made_once_and_hidden_tabs_catch_up_when_shown(qtbot: QtBot, workspace: Workspace) -> None:
    pages = TabPages()
    qtbot.addWidget(pages)
    workspace.changed.connect(pages.refresh)
    pages.show()
    timeline = pages.show_tab("timeline", workspace)
    qtbot.waitUntil(lambda: bool(timeline.findChildren(QPlainTextEdit)))
    timeline.show_target(3)
    meetings = pages.show_tab("meetings", workspace)
    assert pages.currentWidget() is meetings
    update_action(workspace.store, 3, Change(Action, notes="Convier le maire de Bonnat"))
    assert not says_note(timeline)
    assert pages.show_tab("timeline", workspace) is timeline
    assert says_note(timeline)


def test_words_are_found_in_the_tab_that_shows_their_record(qtbot: QtBot, workspace: Workspace) -> None:
    pages = TabPages()
    qtbot.addWidget(pages)
    assert pages.place_of(DraftKey("Action", 3, "notes"), workspace) == ("timeline", 3)
    assert pages.place_of(DraftKey("Nothing", 3, "notes"), workspace) is None


def test_one_page_stands_alone_and_all_tabs_go_together(qtbot: QtBot, workspace: Workspace) -> None:
    pages = TabPages()
    qtbot.addWidget(pages)
    pages.show_tab("timeline", workspace)
    pages.take_down()
    assert not pages.made()
    for words in ("Bienvenue", "Ce dossier est abîmé"):
        pages.show_alone(QLabel(words))
    assert pages.count() == 1
