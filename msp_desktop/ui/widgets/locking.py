"""Buttons, boxes and menus out of use, which say why: a dossier that can only be read, what an IT service decided."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from msp_desktop import fleet
from msp_desktop.i18n import _
from msp_desktop.ui.widgets.one_line import plain_tip
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace


class _Lock(QObject):
    """Keeps a widget out of use, whatever its view thinks of it later."""

    def __init__(self, widget: QWidget, because: str) -> None:
        super().__init__(widget)
        self._widget, self._because = widget, because
        widget.setEnabled(False)
        show_tip(widget, because)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and self._widget.isEnabled():
            self._widget.setEnabled(False)
        elif event.type() == QEvent.Type.ToolTipChange and self._widget.toolTip() != plain_tip(self._because):
            show_tip(self._widget, self._because)
        return False


def lock(workspace: Workspace, *widgets: QWidget | QAction) -> None:
    """Let nobody use these where the dossier can only be read; the mouse on them says why."""
    because = workspace.locked_because
    if not because:
        return
    for widget in widgets:
        if isinstance(widget, QWidget):
            _Lock(widget, because)
        else:
            widget.setEnabled(False)
            widget.setToolTip(plain_tip(because))
            menu = widget.parent()
            if isinstance(menu, QMenu):
                menu.setToolTipsVisible(True)


def by_fleet() -> str:
    """Return the sentence on what an IT service decided."""
    return _("Set by your IT service.")


def held_words(setting: str, words: str) -> str:
    """Return the words of an entry of a menu, with who decided it where a fleet does: no mouse rests on one to read a tip."""
    if not fleet.present().decides(setting):
        return words
    # TR: {words} is the entry of a menu.
    return _("{words} (set by your IT service)").format(words=words)


def hold(setting: str, *things: QWidget | QAction) -> None:
    """Let nobody use these where a fleet's setting decides: they stay in sight, and say by whom."""
    if not fleet.present().decides(setting):
        return
    for thing in things:
        if isinstance(thing, QWidget):
            _Lock(thing, by_fleet())
        else:
            thing.setText(held_words(setting, thing.text()))
            _hold_action(thing)


def _hold_action(action: QAction) -> None:
    action.setEnabled(False)
    action.enabledChanged.connect(lambda on: action.setEnabled(False) if on else None)
