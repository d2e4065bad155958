"""The heads of the pages: joined buttons with counts, and a second line of them where a group has several pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.paged.entries import PageEntry
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.segments import Segments

#: Beyond this text size a list takes the place of the buttons.
_LIST_SCALE = 1.5
#: The least width of the list, in pixels at 100 %.
_LEAST = 150
#: How often it is asked again whether the buttons have room.
_TURNS = 3


def are_lists() -> bool:
    """Tell whether heads are lists to choose in, for which one line has room."""
    return theme().scale > _LIST_SCALE


class HeadLine(QWidget):
    """One line of heads: joined buttons, or a list to choose in where there is no room for them.

    Emit `chosen(key)` when somebody wants another page.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._heads: dict[str, str] = {}
        self._segments: Segments | None = None
        self._fitting = False
        self._list = ChoiceField(name, [])
        self._list.request_value.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the buttons give way to the list
        self._box.addWidget(self._list)

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
        self._list.show_typed(current)
        self.updateGeometry()
        self._fit()
        return new

    def _make(self, heads: dict[str, str]) -> None:
        if self._segments is not None:
            self._box.removeWidget(self._segments)
            self._segments.hide()
            self._segments.deleteLater()
            self._segments = None
        self._list.set_choices(list(heads.items()))
        if not are_lists():
            self._segments = Segments(self._name, list(heads.items()))
            self._segments.chosen.connect(self.chosen)
            self._box.insertWidget(0, self._segments)

    def _reword(self, index: int, key: str, words: str) -> None:
        if self._segments is not None:
            self._segments.set_words(key, words)
        self._list.setItemText(index, words)

    def _fit(self) -> None:
        """Show the buttons where they have room, the list where not: the keyboard goes from one to the other."""
        if self._fitting:
            return  # to show one of them may dress it and change its width: asked again below
        self._fitting, fits = True, None
        for _turn in range(_TURNS):
            if fits != self._has_room():
                fits = self._has_room()
                self._show_buttons(fits)
        self._fitting = False

    def _has_room(self) -> bool:
        return self._segments is not None and self._segments.sizeHint().width() <= self.width()

    def _show_buttons(self, fits: bool) -> None:
        there, gone = (self._segments, self._list) if fits else (self._list, self._segments)
        inside = None if gone is None else gone.focusWidget()
        if there is not None:
            there.show()
        if gone is not None:
            gone.hide()  # said aloud even of a new one: its layout would show it
        if there is not None and inside is not None and inside.hasFocus():
            there.setFocus()

    @override
    def sizeHint(self) -> QSize:
        wanted = self._list if self._segments is None else self._segments
        return wanted.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme().px(_LEAST), self.sizeHint().width()), self.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # new buttons know their width once they are dressed
            self._fit()
        return done

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class Heads:
    """The two lines of heads of a tab's pages; the second is hidden where the group in view has one page."""

    def __init__(self) -> None:
        self.groups = HeadLine(_("Pages"))
        self.pages = HeadLine(_("Pages of this part"))
        #: Whether `show` has made other widgets, which Tab reaches last until it is told better.
        self.made_anew = False

    def show(self, entries: Sequence[PageEntry], current: str, counts: Mapping[str, int]) -> None:
        """Show the heads of these pages, with the counts that are not 0."""

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
