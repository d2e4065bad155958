"""The tabs: an icon, a word, Ctrl and the digit row; at their right the field of search, an icon where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget
from typing_extensions import override

from msp_desktop.domain.tabs import TABS, tab_index
from msp_desktop.i18n import _
from msp_desktop.ui.search.field import LEAST, WIDEST, SearchField
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.repolish import repolish
from msp_desktop.ui.widgets.tip import show_tip

if TYPE_CHECKING:
    from msp_desktop.ui.search.page import SearchPage


class TabBar(QWidget):
    """Emit `chosen(key)` when another tab is wanted, `request_search` for the icon that stands for the field."""

    chosen = Signal(str)
    request_search = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._bar.setAccessibleName(_("Tabs"))
        for tab in TABS:
            index = self._bar.addTab(_(tab.title))
            self._bar.setTabToolTip(index, _(tab.title))
            self._bar.setAccessibleTabName(index, _(tab.title))
        self.field = SearchField()
        self._glyph = LinkButton("", "search")
        self._glyph.setAccessibleName(_("Search in the dossier"))
        show_tip(self._glyph, _("Search in the dossier (Ctrl+F)"))
        self._glyph.clicked.connect(self.request_search)
        self._marked = True
        #: Where the field stands when there is no room for it here.
        self._elsewhere: SearchPage | None = None
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(14, 0, 24, 0)
        box.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignBottom)
        box.addWidget(self.field)
        box.addWidget(self._glyph)
        self._bar.currentChanged.connect(self._on_changed)
        self._bar.tabBarClicked.connect(self._on_clicked)
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

    def mark(self, marked: bool) -> None:
        """Mark the tab in view, or none: the page of search is."""
        if marked != self._marked:
            self._marked = marked
            self._bar.setProperty("unmarked", not marked)
            repolish(self._bar)
            self._dress()

    def be_compact(self, compact: bool) -> None:
        """Be lower, or as usual again."""
        self._bar.setProperty("compact", compact)
        repolish(self._bar)
        self._dress()

    def step(self, by: int) -> None:
        """Go to the next or the previous tab, round and round."""
        self.go((self._bar.currentIndex() + by) % len(TABS))

    def go(self, index: int) -> None:
        """Go to a tab by its number from the left, counted from 0."""
        self._on_clicked(index)
        self._bar.setCurrentIndex(index)

    def lend_field(self, page: SearchPage | None) -> None:
        """Give the field to the page of search where there is no room for it here; None takes it back."""
        self._elsewhere = page
        self._place_field()

    def _place_field(self) -> None:
        margins = self._box.contentsMargins()
        left = self.width() - self._bar.sizeHint().width() - margins.left() - margins.right() - 2 * self._box.spacing()
        room = left >= theme().px(LEAST)
        if not room and self._elsewhere is not None:
            self.field.setFixedWidth(theme().px(WIDEST))
            self._elsewhere.take_field(self.field)
        elif self.field.parentWidget() is not self:
            self._box.insertWidget(1, self.field)
        if room:
            self.field.setFixedWidth(min(left, theme().px(WIDEST)))
        self.field.setVisible(room or self._elsewhere is not None)
        self._glyph.setVisible(not room)

    def _on_clicked(self, index: int) -> None:
        """Go to the tab one came from: Qt tells of no change where it is the one it shows."""
        if not self._marked and index == self._bar.currentIndex():
            self.chosen.emit(self.current())

    def _on_changed(self, _index: int) -> None:
        self._dress()
        self.chosen.emit(self.current())

    def _dress(self) -> None:
        side = theme().px(19)
        self._bar.setIconSize(QSize(side, side))
        self._fit()
        self._place_field()

    def _fit(self) -> None:
        """Give each tab its icon and words; without room for both the words alone, else the icon, and words to the one in view."""
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._box.spacing() - self._glyph.sizeHint().width()
        for icons, words in ((True, True), (False, True), (True, False)):
            for index, tab in enumerate(TABS):
                here = index == self._bar.currentIndex()
                token = "accent" if self._marked and here else "ink2"
                self._bar.setTabIcon(index, icon(tab.icon, token, 19) if icons else QIcon())
                self._bar.setTabText(index, _(tab.title) if words or here else "")
            if self._bar.sizeHint().width() <= room:
                return

    @override
    def minimumSizeHint(self) -> QSize:
        # The field is no reason to forbid a narrow window: it gives way to its icon.
        least = super().minimumSizeHint()
        return QSize(self._bar.minimumSizeHint().width() + self._glyph.sizeHint().width() + 48, least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_field()
