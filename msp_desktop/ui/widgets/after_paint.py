"""What can wait until a widget has been painted: the first look at a window comes before it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

#: Milliseconds before each act: one that followed at once would come before the keys and the mouse that wait.
TURN = 1


def after_paint(widget: QWidget, *acts: Callable[[], object]) -> None:
    """Do these things once the widget is painted, each in a turn of its own, after those already waiting.

    While the widget is out of sight they wait for its next paint; they are gone with it.
    """
    waiting = widget.findChild(_Waiting, "", Qt.FindChildOption.FindDirectChildrenOnly)
    if waiting is None:
        waiting = _Waiting(widget)
    waiting.add(acts)


def all_done(window: QWidget) -> bool:
    """Tell whether nothing that is in sight waits to be made."""
    return not any(waiting.widget.isVisible() for waiting in window.findChildren(_Waiting))


class _Waiting(QObject):
    """Things to do after the next paint of the widget it belongs to; gone with it, or when all is done."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        self._acts: list[Callable[[], object]] = []
        widget.installEventFilter(self)

    def add(self, acts: tuple[Callable[[], object], ...]) -> None:
        """Let these wait too."""
        self._acts += acts

    def _next(self) -> None:
        if not self.widget.isVisible():
            self.widget.installEventFilter(self)
            return
        act = self._acts.pop(0)
        if self._acts:
            QTimer.singleShot(TURN, self, self._next)  # before acting: one that fails does not take the others with it
        else:
            self.setParent(None)
            self.deleteLater()
        act()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(TURN, self, self._next)
        return False
