"""A button that opens a list in which one ticks several things."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.widgets.buttons import PlainButton


class ManyChoice(PlainButton):
    """Show what is ticked, and emit `request_values(values)` at each tick; the list stays open for the next one."""

    request_values = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[Any, str]], nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(nothing, parent=parent)
        self._name, self._nothing = name, nothing
        self.list = self._menu = QMenu(self)
        self._menu.installEventFilter(self)
        self._actions = {}
        for value, words in choices:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.toggled.connect(self._on_toggled)
            self._actions[value] = action
        self._quiet = False
        # A menu of the button's own would put its arrow, in a stylesheet, where its words begin.
        self.clicked.connect(self._open)
        self.setProperty("many", True)
        self.show_values(())

    def show_values(self, values: Collection[Any], *, hidden: Any = None) -> None:
        """Tick these values; `hidden` is not offered."""
        self._quiet = True
        for value, action in self._actions.items():
            action.setChecked(value in values)
            action.setVisible(value != hidden)
        self._quiet = False
        said = ", ".join(words for value, words in self._said() if value in values)
        self.setText((said or self._nothing).replace("&", "&&"))
        self.setAccessibleName(f"{self._name}\u00a0: {said or self._nothing}")

    def values(self) -> tuple[Any, ...]:
        """Return what is ticked, in the order of the list."""
        return tuple(value for value, action in self._actions.items() if action.isChecked() and action.isVisible())

    def _said(self) -> list[tuple[Any, str]]:
        return [(value, action.text().replace("&&", "&")) for value, action in self._actions.items()]

    def _on_toggled(self, _on: bool) -> None:
        if not self._quiet:
            self.request_values.emit(self.values())

    def _open(self) -> None:
        self._menu.setMinimumWidth(self.width())
        self._menu.exec(self.mapToGlobal(self.rect().bottomLeft()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = pixmap("down", "ink" if self.isEnabled() else "ink2", 16)
        size = arrow.deviceIndependentSize().toSize()
        painter = QPainter(self)
        painter.drawPixmap(self.width() - size.width() - theme().px(8), (self.height() - size.height()) // 2, arrow)
        painter.end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick without closing the list, by a click or by the space bar."""
        if watched is self._menu and event.type() == QEvent.Type.MouseButtonRelease:
            action = self._menu.activeAction()
            if action is not None:
                action.toggle()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            action = self._menu.activeAction()
            if action is not None:
                action.toggle()
            return True
        return super().eventFilter(watched, event)
