"""The tabs of the federation's window, and the field that looks for a commune at their right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget
from typing_extensions import override

from msp_desktop.formats.numbers import number
from msp_desktop.i18n import N_, _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.one_line import OneLine

#: The tabs by key, each with its words and its icon.
TABS = (
    ("communes", N_("Communes"), "place"),
    ("week", N_("This week"), "calendar"),
    ("totals", N_("Regional totals"), "chart"),
    ("files", N_("Files received"), "folder"),
)
#: The width of the field, the least with which it stands there, and its longest words.
_FIELD, _LEAST, _MOST = 280, 170, 100


class FederationTabs(QWidget):
    """Emit `chosen(key)` when another tab is wanted, `typed(words)` as somebody looks for a commune."""

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: How many communes there are, None before they are read.
        self._count: int | None = None
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._bar.setAccessibleName(_("Tabs"))
        for _key, words, _glyph in TABS:
            index = self._bar.addTab(_(words))
            self._bar.setAccessibleTabName(index, _(words))
        self.field = QLineEdit()
        self.field.setObjectName("search_field")
        self.field.setAccessibleName(_("Look for a commune"))
        self.field.setMaxLength(_MOST)
        self.field.setValidator(OneLine(self.field))
        self.field.addAction(icon("search", "ink2", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.typed)
        self._box = row(self._bar, self.field, margins=(14, 0, 24, 0))
        self._box.setStretch(0, 1)
        self._box.setAlignment(self._bar, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(self._box)
        self._bar.currentChanged.connect(self._on_changed)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def current(self) -> str:
        """Return the key of the tab shown."""
        return TABS[self._bar.currentIndex()][0]

    def go(self, key: str) -> None:
        """Show a tab."""
        self._bar.setCurrentIndex([tab[0] for tab in TABS].index(key))

    def step(self, by: int) -> None:
        """Show the next tab or the one before, round and round."""
        self._bar.setCurrentIndex((self._bar.currentIndex() + by) % len(TABS))

    def show_count(self, count: int) -> None:
        """Say how many communes there are, beside the word of their tab."""
        self._count = count
        self._fit()

    def _on_changed(self, _index: int) -> None:
        self._fit()
        self.chosen.emit(self.current())

    def _dress(self) -> None:
        side = theme().px(19)
        self._bar.setIconSize(QSize(side, side))
        for glyph in self.field.actions():
            glyph.setIcon(icon("search", "ink2", 16))
        self._fit()

    def _fit(self) -> None:
        """Give each tab its icon and words; without room for both the words alone, else icons, words to the one in view."""
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._box.spacing() - theme().px(_LEAST)
        for icons, words in ((True, True), (False, True), (True, False)):
            for index, (key, title, glyph) in enumerate(TABS):
                here = index == self._bar.currentIndex()
                is_counted = key == "communes" and self._count is not None
                counted = f"{_(title)} {number(self._count or 0)}" if is_counted else _(title)
                self._bar.setTabIcon(index, icon(glyph, "accent" if here else "ink2", 19) if icons else QIcon())
                self._bar.setTabText(index, counted if words or here else "")
                self._bar.setTabToolTip(index, "" if words else _(title))
            if self._bar.sizeHint().width() <= room:
                break
        left = room + theme().px(_LEAST) - self._bar.sizeHint().width()
        self.field.setFixedWidth(max(min(left, theme().px(_FIELD)), 40))
        whole = _("Look for a commune (Ctrl+F)")
        fits = self.field.fontMetrics().horizontalAdvance(whole) + theme().px(54) <= self.field.width()
        self.field.setPlaceholderText(whole if fits else _("Commune (Ctrl+F)"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
