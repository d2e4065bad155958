"""The editor of one cell of a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from msp_desktop.ui.widgets.typing_field import is_window_key


class CellLine(QLineEdit):
    """A line inside a cell: undo and redo belong to the window, after `commit(self)` has stored what is typed."""

    def __init__(self, name: str, commit: Callable[[QWidget], Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._commit = commit
        self.setAccessibleName(name)
        self.setFrame(False)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event):
            if self.isModified():
                self._commit(self)
                self.setModified(False)
            event.ignore()
            return False
        return super().event(event)
