"""The heads of the pages: joined buttons with counts, and a second line of them where a group has several pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.paged.entries import PageEntry
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.segments import Segments

#: Beyond this text size a list takes the place of the buttons.
_LIST_SCALE = 1.5


def are_lists() -> bool:
    """Tell whether heads are lists to choose in, for which one line has room."""
    return theme().scale > _LIST_SCALE


class HeadLine(QWidget):
    """One line of heads: joined buttons, or a list to choose in where large letters leave no room for them.

    Emit `chosen(key)` when somebody wants another page.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._heads: dict[str, str] = {}
        self._segments: Segments | None = None
        self._list: ChoiceField | None = None
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def show_heads(self, heads: dict[str, str], current: str) -> bool:
        """Show these heads, words by key, the same keys again only with other words; tell whether they are new widgets."""
        new = list(heads) != list(self._heads)
        if new:
            self._make(heads)
        else:
            for index, (key, words) in enumerate(heads.items()):
                if words != self._heads[key]:
                    self._reword(index, key, words)
        self._heads = heads
        if self._segments is not None:
            self._segments.show_value(current)
        if self._list is not None:
            self._list.show_typed(current)
        return new

    def _make(self, heads: dict[str, str]) -> None:
        for widget in (self._segments, self._list):
            if widget is not None:
                self._box.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._segments = self._list = None
        if are_lists():
            self._list = ChoiceField(self._name, list(heads.items()))
            self._list.request_value.connect(self.chosen)
            self._box.addWidget(self._list)
        else:
            self._segments = Segments(self._name, list(heads.items()))
            self._segments.chosen.connect(self.chosen)
            self._box.addWidget(self._segments)

    def _reword(self, index: int, key: str, words: str) -> None:
        if self._segments is not None:
            self._segments.set_words(key, words)
        if self._list is not None:
            self._list.setItemText(index, words)


class Heads:
    """The two lines of heads of a tab's pages; the second is hidden where the group in view has one page."""

    def __init__(self) -> None:
        self.groups = HeadLine(_("Pages"))
        self.pages = HeadLine(_("Pages of this part"))
        #: Whether `show` has made other widgets, which Tab reaches last until it is told better.
        self.made_anew = False

    def show(self, entries: Sequence[PageEntry], current: str, counts: Mapping[str, int]) -> bool:
        """Show the heads of these pages, with the counts that are not 0; tell whether there are two lines."""

        def words(title: str, key: str) -> str:
            return f"{_(title)} {counts[key]}" if counts.get(key) else _(title)

        first: dict[str, str] = {}
        for entry in entries:
            first.setdefault(entry.head(), entry.key)
        here = next(entry.head() for entry in entries if entry.key == current)
        own = {entry.key: words(entry.title, entry.key) for entry in entries if entry.head() == here}
        # A head of a group has its first page's key; the group in view is chosen by whichever of its pages it shows.
        self.made_anew = self.groups.show_heads({key: words(head, key) for head, key in first.items()}, first[here])
        if len(own) > 1:
            self.made_anew |= self.pages.show_heads(own, current)
        self.pages.setVisible(len(own) > 1)
        return len(own) > 1
