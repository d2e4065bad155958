"""The questions of the evaluation as a table whose rows move."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.widgets.record_table import RecordTable


class QuestionTable(RecordTable):
    """Emit `request_move(-1 or 1)` for Alt+Up and Alt+Down, which its context menu names."""

    request_move = Signal(int)

    def menu(self) -> QMenu:
        """Return what may be done with a question: moved, deleted."""
        menu = super().menu()
        self.add_to_menu(menu, _("Move up"), "Alt+Up", lambda: self.request_move.emit(-1))
        self.add_to_menu(menu, _("Move down"), "Alt+Down", lambda: self.request_move.emit(1))
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.request_move.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
