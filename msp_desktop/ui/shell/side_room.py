"""The room under the tab bar: the pages, and at their right, while it is open, one of the window's own panels."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

from msp_desktop.ui.shell.panels import make_panel
from msp_desktop.ui.shell.tab_pages import TabPages
from msp_desktop.ui.shell.window_panel import WindowPanel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.workspace import Workspace

#: The largest part of the window a panel takes, and how narrow it may be, in pixels.
LARGEST_PART, LEAST = 0.42, 300
#: The least the pages are given before the window is no smaller, in pixels: they scroll where they need more.
LEAST_WIDTH, LEAST_HEIGHT = 560, 220


class SideRoom(QWidget):
    """Emit `turned(key or None)` when a panel opens or closes.

    A page is never smaller than it needs: in less room (a screen at 150 %, beside another window) it scrolls as a whole.
    """

    turned = Signal(object)

    def __init__(self, pages: TabPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setWidget(pages)
        pages.currentChanged.connect(lambda _index: self._on_page())
        self._made: dict[str, WindowPanel] = {}
        self._stale: dict[str, frozenset[type[Any]]] = {}
        self._open: str | None = None
        self._came_from: QWidget | None = None

    def reading_order(self) -> list[QWidget]:
        """Return the page, then the panels, at its right or over it."""
        return [self._pages, *self._made.values()]

    def open_key(self) -> str | None:
        """Return the key of the panel open, None where none is."""
        return self._open

    def panel(self) -> WindowPanel | None:
        """Return the panel open, None where none is."""
        return self._made[self._open] if self._open is not None else None

    def target(self) -> Any:
        """Return what the panel open shows, as `open_panel` takes it."""
        panel = self.panel()
        return panel.target() if panel is not None else None

    def open_panel(self, key: str, workspace: Workspace, target: Any = None, *, focus: bool = True) -> WindowPanel:
        """Open a panel, with the keyboard in it unless not `focus`, and return it; whatever was open closes."""
        focused = QApplication.focusWidget()
        if self._open is None:
            self._came_from = focused
        elif self._open != key:
            self._made[self._open].hide()
        panel = self._made.get(key)
        if panel is None:
            panel = self._made[key] = make_panel(key, workspace)
            panel.setParent(self)
            panel.closed.connect(self.close_panel)
        elif key in self._stale:
            panel.refresh(self._stale.pop(key))
        self._open = key
        panel.show_target(target)
        self._pages.give_way(True)
        self._lay_out()
        panel.show()
        panel.raise_()
        # What the panel stands in the place of has the keyboard no longer: it would go to anything in the window.
        if focus or (focused is not None and not focused.isVisible()):
            panel.focus_first()
        self.turned.emit(key)
        return panel

    def close_panel(self) -> None:
        """Close the panel open, and give the keyboard back to whoever had it."""
        panel, before = self.panel(), self._came_from
        if panel is None:
            return
        had_focus = panel.isAncestorOf(QApplication.focusWidget() or self)
        self._open, self._came_from = None, None
        panel.hide()
        self._pages.give_way(False)
        self._lay_out()
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit(None)

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Have the panel open show what changed, the others when they open."""
        for key, panel in self._made.items():
            if key == self._open:
                panel.refresh(records)
            else:
                before = self._stale.get(key, records)
                self._stale[key] = before | records if before and records else frozenset()

    def key_with(self, widget: QWidget) -> str | None:
        """Return the key of the panel a widget stands in."""
        return next((key for key, panel in self._made.items() if panel.isAncestorOf(widget)), None)

    def take_down(self) -> None:
        """Delete the panels: the dossier is closed, or they are laid out anew."""
        self.close_panel()
        self._stale.clear()
        for panel in self._made.values():
            panel.hide()
            panel.deleteLater()
        self._made.clear()

    def _on_page(self) -> None:
        """Give the page shown its room: another one may need more, or less."""
        self._lay_out()
        QCoreApplication.postEvent(self._pages, QEvent(QEvent.Type.LayoutRequest))

    def _lay_out(self) -> None:
        panel, width, height = self.panel(), self.width(), self.height()
        taken = 0
        if panel is not None:
            taken = min(theme().px(panel.wide), max(LEAST, round(width * LARGEST_PART)))
            taken = max(taken, min(panel.minimumSizeHint().width(), width))  # it scrolls up and down alone
            panel.setGeometry(width - taken, 0, taken, height)
        self._area.setGeometry(0, 0, width - taken, height)

    @override
    def sizeHint(self) -> QSize:
        return self._pages.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
