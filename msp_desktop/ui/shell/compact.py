"""The window's frame where there is little room: lower lines, and the menus in one button that Alt and F10 open too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu
from typing_extensions import override

from msp_desktop.ui.shell.header import HeaderLine
from msp_desktop.ui.shell.status_line import StatusLine
from msp_desktop.ui.shell.tab_bar import TabBar
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes

#: Below this width or this height the frame is compact, in pixels at 100 %: 1366×768 at 125 % is neither.
WIDE, HIGH = 1180, 600


class Compact(QObject):
    """Make a window's frame as low as its room asks; `fit` is called when the room or what is shown changes."""

    def __init__(self, window: QMainWindow, header: HeaderLine, tabs: TabBar, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._lines = window, (header, tabs, status)
        self._header = header
        self._on = False
        self._alt = _Alt(window, self._on_alt)
        keys = QShortcut(QKeySequence("F10"), window)
        keys.activated.connect(self.open_menus)
        theme_changes().changed.connect(self.fit)

    def hold(self) -> None:
        """Give the button the menus of the menu bar, whose keys go on working while the bar is hidden."""
        menu = QMenu(self._header.menus)
        for action in self._window.menuBar().actions():
            menu.addAction(action)
            # Qt hears no key of a menu that stands in a hidden bar alone.
            self._window.addAction(action)
        self._header.menus.setMenu(menu)

    def fit(self) -> None:
        """Be compact where a dossier is shown in little room; the start page has no header for the button."""
        room, now = self._window.size(), theme()
        wanted = self._header.isVisibleTo(self._window) and (
            room.width() < now.px(WIDE) or room.height() < now.px(HIGH)
        )
        if wanted != self._on:
            self._on = wanted
            self._window.menuBar().setVisible(not wanted)
            for line in self._lines:
                line.be_compact(wanted)

    def open_menus(self) -> None:
        """Open the button's menus, or put the keyboard in the menu bar where it is shown."""
        if self._on:
            self._header.menus.showMenu()
        else:
            bar = self._window.menuBar()
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            bar.setActiveAction(bar.actions()[0])

    def _on_alt(self) -> None:
        if self._on:  # else the menu bar is shown, which hears Alt itself
            self.open_menus()

    def is_on(self) -> bool:
        """Tell whether the frame is compact."""
        return self._on


class _Alt(QObject):
    """Act when Alt is pressed and let go with nothing between, as a menu bar that is shown does by itself."""

    def __init__(self, window: QMainWindow, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act = act
        self._alone = False
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Each key asks whether it is a shortcut on its way up to the window, those that are one too.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._alone = event.key() == Qt.Key.Key_Alt
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if self._alone and event.key() == Qt.Key.Key_Alt:
                self._act()
            self._alone = False
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._alone = False  # Alt+Tab
        return False
