"""Fixtures of what needs a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from msp_desktop.db.store import Store
from msp_desktop.i18n import _
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.theme import apply_theme, theme
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.dossiers import open_sample


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Delete for good the widgets of a test that has ended: Qt would style them again with the next test's.

    What was made without a parent goes too, dialogs that a test has opened or read by itself (the window's own are
    deleted by `ui/widgets/modal.run` and `messages`, which their tests say).
    """
    before = set(qapp.topLevelWidgets())
    yield
    for widget in set(qapp.topLevelWidgets()) - before:
        if isValid(widget):
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if theme().dark or theme().scale != 1 or theme().contrast:
        apply_theme(qapp, "light", 100)  # now that no widget of the test has to be styled with it


@pytest.fixture
def workspace(qtbot: QtBot, store: Store) -> Workspace:
    """A workspace on the fictitious commune, on 28 April 2026 at 14:32."""
    return Workspace(store, lambda: NOW)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on the sample; a question would hold the test, so that it is answered « close all the same »."""

    def choose(_parent: object, _sentence: str, *answers: str, **_more: int) -> int:
        return 0 if answers[-1] == _("Save elsewhere…") else len(answers) - 1

    monkeypatch.setattr("msp_desktop.ui.shell.messages.choose", choose)
    opened = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(opened)
    opened.resize(1366, 697)
    opened.show_store(open_sample(tmp_path))
    opened.show()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    yield opened
    opened.close_dossier()
    opened.wait_for_copies()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What boxes would have said."""
    heard: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.shell.messages.tell", lambda _parent, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader would have been told to say; `tests/heard` listens to the real thing."""
    heard: list[str] = []
    tell = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())
        tell(event)

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return heard
