"""Two groups side by side where there is room, else the second under the first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget
from typing_extensions import override

BESIDE, UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Fitted(QWidget):
    """A widget that arranges what it holds anew whenever its width or what that asks for changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transparent")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Put everything where it has room."""
        raise NotImplementedError

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done


class Folding(Fitted):
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
        self._first, self._second = first, second
        self._box = QBoxLayout(BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self._box.addLayout(first, int(apart))
        self._box.addLayout(second)

    @override
    def fit(self) -> None:
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
