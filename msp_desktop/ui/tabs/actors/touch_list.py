"""What touches a person, kind by kind, each thing a link to the very place."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.domain.directory import Touch, Touching
from msp_desktop.i18n import N_, _, ngettext
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.elided_link import ElidedLink
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row

KIND_WORDS = {
    Touching.MEETINGS: N_("Meetings"),
    Touching.EXCHANGES: N_("Exchanges"),
    Touching.ACTIONS: N_("Actions"),
    Touching.ROLES: N_("Roles"),
    Touching.MESSAGES: N_("Messages"),
    Touching.PROJECT: N_("Project"),
    Touching.INVENTORY: N_("Inventory"),
    Touching.SENDINGS: N_("Sent"),
    Touching.PEOPLE: N_("People"),
}
#: Things of one kind shown before « see the others ».
MOST = 5
#: The width of the kinds, and that of the list under which they are not shown, in pixels at 100 %.
_KIND, _NARROW = 92, 330


class _Group(NamedTuple):
    """The things of one kind, and whether all of them are shown."""

    kind: Touching
    touches: tuple[Touch, ...]
    whole: bool

    def shown(self) -> tuple[Touch, ...]:
        """Return the things shown."""
        return self.touches if self.whole or len(self.touches) <= MOST + 1 else self.touches[:MOST]


class TouchList(QWidget):
    """Emit `request_place(thing)` for the thing one wants to go to."""

    request_place = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner: object = None
        self._whole: set[Touching] = set()
        self._touches: tuple[Touch, ...] = ()
        self._groups: KeyedRows[_Group, _GroupRow] = KeyedRows(
            lambda group: group.kind, self._make, lambda made, group: made.show_group(group), spacing=4
        )
        self.setLayout(column(self._groups))

    def show_touches(self, owner: object, touches: tuple[Touch, ...]) -> None:
        """Show what touches somebody; of another one than before, only the first of each kind."""
        if owner != self._owner:
            self._owner = owner
            self._whole.clear()
        self._touches = touches
        grouped = groupby(touches, key=lambda thing: thing.kind)
        self._groups.show_values([_Group(kind, tuple(held), kind in self._whole) for kind, held in grouped])
        self._fit()

    def _make(self, group: _Group) -> _GroupRow:
        made = _GroupRow(group.kind)
        made.request_place.connect(self.request_place)
        made.request_whole.connect(self._on_whole)
        return made

    def _on_whole(self, kind: Touching) -> None:
        self._whole.add(kind)
        self.show_touches(self._owner, self._touches)

    def _fit(self) -> None:
        for made in self._groups.rows():
            made.show_kind(self.width() >= theme().px(_NARROW))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _GroupRow(QWidget):
    """The things of one kind beside its name."""

    request_place = Signal(object)
    request_whole = Signal(object)

    def __init__(self, kind: Touching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._name = Label(_(KIND_WORDS[kind]), tone="soft")
        self._name.setFixedWidth(theme().px(_KIND))
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._name.setContentsMargins(6, theme().px(5), 0, 0)
        self._links: KeyedRows[Touch, ElidedLink] = KeyedRows(lambda thing: thing.key, self._make, self._update)
        self._links.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = LinkButton("")
        self._more.clicked.connect(lambda: self.request_whole.emit(kind))
        box = row(self._name, column(self._links, row(self._more, -1), spacing=0), spacing=4)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_group(self, group: _Group) -> None:
        """Show the things of this kind."""
        shown = group.shown()
        self._links.show_values(shown)
        left = len(group.touches) - len(shown)
        self._more.setVisible(left > 0)
        words = ngettext("See {count} more", "See {count} more", left).format(count=left)
        self._more.setText(words)
        self._more.setAccessibleName(f"{_(KIND_WORDS[self._kind])}\u00a0: {words}")

    def show_kind(self, shown: bool) -> None:
        """Show or hide the name of the kind: where there is little room, the icons tell it."""
        self._name.setVisible(shown)

    def _make(self, thing: Touch) -> ElidedLink:
        link = ElidedLink(thing.glyph)
        link.setProperty("thing", thing)
        link.clicked.connect(lambda: self.request_place.emit(link.property("thing")))
        return link

    def _update(self, link: ElidedLink, thing: Touch) -> None:
        link.setProperty("thing", thing)
        link.set_glyph(thing.glyph)
        link.show_words(thing.words, f"{_(KIND_WORDS[self._kind])}\u00a0: {thing.words}")
