"""A small button inside a line, at its end: the calendar of a date, the list of a choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton
from typing_extensions import override

from msp_desktop.ui.theme import theme

#: Its glyph in pixels at 100 %, and the room around it.
GLYPH, ROOM = 16, 4


class LineButton(QToolButton):
    """The button of an action, as large as the text wants it: Qt's own, for an action of a line, keeps 16 pixels."""

    def __init__(self, action: QAction, line: QLineEdit) -> None:
        super().__init__(line)
        line.addAction(action)
        glyph = theme().px(GLYPH)
        self.setDefaultAction(action)
        self.setIconSize(QSize(glyph, glyph))
        self.setFixedSize(glyph + 2 * ROOM, glyph + 2 * ROOM)
        self.setStyleSheet("border: none; background: transparent; padding: 0;")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        line.setTextMargins(0, 0, glyph + ROOM, 0)
        line.installEventFilter(self)

    @override
    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(line, QLineEdit):
            self.move(line.width() - self.width() - ROOM, (line.height() - self.height()) // 2)
        return False
