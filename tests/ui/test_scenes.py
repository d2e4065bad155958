"""The list of scenes is whole, and each opens what it says, in both languages."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import msp_desktop.ui
from msp_desktop import i18n
from tests.dossiers import open_new, open_sample
from tests.ui.dialog_kinds import faults
from tests.ui.test_stray_windows import watched
from tools.scene import EMPTY, NONE, SAMPLE
from tools.scenes import SCENES, reset, window_on


def dialogs(kind: type[QWidget] = QDialog) -> set[str]:
    """Return the classes of dialogs of the window that no other class is made from."""
    found = set()
    for one in kind.__subclasses__():
        below = dialogs(one)
        found |= below or ({one.__name__} if one.__module__.startswith("msp_desktop") else set())
    return found


def test_each_dialog_of_the_window_has_its_scene() -> None:
    for module in walk_packages(msp_desktop.ui.__path__, "msp_desktop.ui."):
        import_module(module.name)
    assert dialogs() - {scene.dialog() for scene in SCENES} == set()


def test_keys_are_unlike() -> None:
    assert len({scene.key for scene in SCENES}) == len(SCENES)


@pytest.mark.slow  # in the fast suite tests/ui/test_fit.py opens each of them
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("dossier", [SAMPLE, EMPTY, NONE])
def test_each_scene_opens_and_each_dialog_is_of_its_family(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dossier: str, language: str
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 1366, 728))
    i18n.install(language)
    store = {SAMPLE: open_sample, EMPTY: open_new, NONE: lambda _folder: None}[dossier](tmp_path)
    window = window_on(store)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    seen: dict[str, str] = {}
    unlike: dict[str, list[str]] = {}

    def look(widget: QWidget, key: str) -> None:
        seen[key] = type(widget).__name__
        if isinstance(widget, QDialog) and (found := faults(widget)):
            unlike[key] = found

    with watched() as watch:
        for scene in SCENES:
            if scene.dossier == dossier:
                scene.visit(window, lambda widget, key=scene.key: look(widget, key))
                reset(window)
    window.close_dossier()
    window.wait_for_copies()
    i18n.install("fr")
    expected = {scene.key: scene.dialog() or "MainWindow" for scene in SCENES if scene.dossier == dossier}
    assert seen == expected
    assert unlike == {}
    assert watch.strays == [], "shown before it had a place, it was a window for a moment"
