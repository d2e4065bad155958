"""The heads of the pages: joined buttons with counts, or a list to choose in where large letters leave no room for them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.tabs.actors.pages import PAGES
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.segments import Segments

#: Beyond this text size a list takes the place of the buttons.
_LIST_SCALE = 1.5


class Heads(QWidget):
    """Emit `chosen(key)` when somebody wants another page."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {page.key: _(page.title) for page in PAGES}
        self._segments: Segments | None = None
        self._list: ChoiceField | None = None
        if theme().scale > _LIST_SCALE:
            self._list = ChoiceField(_("Pages"), list(self._words.items()))
            self._list.request_value.connect(self.chosen)
            self.setLayout(row(self._list))
        else:
            self._segments = Segments(_("Pages"), list(self._words.items()))
            self._segments.chosen.connect(self.chosen)
            self.setLayout(row(self._segments))

    def show_page(self, key: str) -> None:
        """Show which page is in view."""
        if self._segments is not None:
            self._segments.show_value(key)
        if self._list is not None:
            self._list.show_typed(key)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show beside the heads how many things their pages hold; nothing for none."""
        for index, (key, words) in enumerate(self._words.items()):
            shown = f"{words} {counts[key]}" if counts.get(key) else words
            if self._segments is not None:
                self._segments.set_words(key, shown)
            if self._list is not None:
                self._list.setItemText(index, shown)
