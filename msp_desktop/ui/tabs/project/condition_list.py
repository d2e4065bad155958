"""The lines to rate: 1, 2, 3 rate the one the keyboard is on, Del takes its rating away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.conditions import RATINGS, Rating
from msp_desktop.ui.tabs.project.condition_words import ROW
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.list_rows import RowList

_KEYS = {
    **dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), RATINGS, strict=True)),
    # The digits' row of a French keyboard without Shift.
    **dict(zip((Qt.Key.Key_Ampersand, Qt.Key.Key_Eacute, Qt.Key.Key_QuoteDbl), RATINGS, strict=True)),
    Qt.Key.Key_Delete: Rating.NONE,
}


class ConditionList(RowList):
    """Emit `request_rating(rating)` for the line chosen, `request_open` where one wants to write about it."""

    request_rating = Signal(object)
    request_open = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setMinimumHeight(theme().px(ROW * 4))
        self.doubleClicked.connect(lambda _index: self.request_open.emit())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rating = _KEYS.get(Qt.Key(event.key()))
        if rating is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.request_rating.emit(rating)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_open.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # the line chosen stays in view, whatever room is left
