"""Buttons, boxes and menus that write: out of use where a dossier can only be read, and they say why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

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
