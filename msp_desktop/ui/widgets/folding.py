"""Two groups side by side where there is room, else the second under the first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget
from typing_extensions import override

BESIDE, UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Folding(QWidget):
    """A row that folds in two: it asks for no more width than the wider of its groups.

    Beside one another the groups are `apart`, or the second follows the first.
    """

    def __init__(
        self,
        first: QLayout,
        second: QLayout,
        *,
        spacing: int = 8,
        apart: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("transparent")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._first, self._second = first, second
        self._box = QBoxLayout(BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self._box.addLayout(first, int(apart))
        self._box.addLayout(second)

    def _fold(self) -> None:
        wanted = UNDER if self.width() < self._beside() else BESIDE
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()

    def _beside(self) -> int:
        return self._first.minimumSize().width() + self._box.spacing() + self._second.minimumSize().width()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._beside(), self._box.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        least = max(self._first.minimumSize().width(), self._second.minimumSize().width())
        return QSize(least, self._box.minimumSize().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done
