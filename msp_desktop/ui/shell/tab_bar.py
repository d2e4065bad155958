"""The tabs: an icon, a word, Ctrl and the digit row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from msp_desktop.domain.tabs import TABS, tab_index
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.theme.theme import theme_changes


class TabBar(QWidget):
    """Emit `chosen(key)` when another tab is wanted."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._bar.setAccessibleName(_("Tabs"))
        for tab in TABS:
            self._bar.addTab(_(tab.title))
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 0, 14, 0)
        box.addWidget(self._bar, 1)
        self._bar.currentChanged.connect(self._on_changed)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def current(self) -> str:
        """Return the key of the tab shown."""
        return TABS[self._bar.currentIndex()].key

    def choose(self, key: str) -> None:
        """Show a tab as chosen, without telling."""
        self._bar.blockSignals(True)
        self._bar.setCurrentIndex(tab_index(key))
        self._bar.blockSignals(False)
        self._dress()

    def step(self, by: int) -> None:
        """Go to the next or the previous tab, round and round."""
        self._bar.setCurrentIndex((self._bar.currentIndex() + by) % len(TABS))

    def go(self, index: int) -> None:
        """Go to a tab by its number from the left, counted from 0."""
        self._bar.setCurrentIndex(index)

    def _on_changed(self, _index: int) -> None:
        self._dress()
        self.chosen.emit(self.current())

    def _dress(self) -> None:
        side = theme().px(19)
        self._bar.setIconSize(QSize(side, side))
        for index, tab in enumerate(TABS):
            token = "accent" if index == self._bar.currentIndex() else "ink2"
            self._bar.setTabIcon(index, icon(tab.icon, token, 19))
