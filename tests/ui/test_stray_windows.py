"""No little window flashes: a widget shown before it has a parent is a window of its own for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.actions import Action
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.dossiers import open_sample
from tests.ui.test_dialogs import every_dialog


class _Watch(QObject):
    """Every widget shown as a window that is neither the window nor a dialog, nor what opens for a moment on purpose."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, (QMainWindow, QDialog))
            and watched.windowType() not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        ):
            self.strays.append(f"{type(watched).__name__} « {watched.accessibleName()} »")
        return False


@contextmanager
def watched() -> Iterator[_Watch]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    watch = _Watch()
    app.installEventFilter(watch)
    try:
        yield watch
    finally:
        app.removeEventFilter(watch)


def test_the_watch_sees_a_widget_shown_without_a_parent(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with watched() as watch:
        widget.setVisible(True)
    assert watch.strays == ["QWidget «  »"]


@pytest.mark.parametrize("percent", [100, 200])
def test_opening_a_dossier_and_every_tab_shows_no_other_window(qtbot: QtBot, tmp_path: Path, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    preferences = replace(Preferences(), text_percent=percent)
    apply_theme(app, "light", percent)
    with watched() as watch:
        window = MainWindow(lambda: NOW, preferences)
        qtbot.addWidget(window)
        window.show_start()
        window.show()
        window.show_store(open_sample(tmp_path))
        for key in TAB_KEYS:
            window.go_to(key)
            qtbot.wait(20)
        assert window.workspace is not None
        for action in window.workspace.reader.all(Action):
            window.go_to("timeline", action.id)
        window.set_theme("dark", percent)
        window.change_commune()
    assert watch.strays == []


def test_no_dialog_shows_another_window(qtbot: QtBot, tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    workspace = Workspace(store, lambda: NOW)
    with watched() as watch:
        for dialog in every_dialog(workspace):
            qtbot.addWidget(dialog)
            dialog.show()
            qtbot.wait(1)
            dialog.close()
    assert watch.strays == []
    close_dossier(store)
