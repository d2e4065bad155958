"""The list of scenes is whole; `tests/ui/test_fit.py` opens each, in both languages, and says what is wrong with it."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from PySide6.QtWidgets import QDialog, QWidget

import msp_desktop.ui
from tools.scenes import SCENES


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
