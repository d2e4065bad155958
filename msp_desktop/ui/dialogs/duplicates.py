"""The entries of the directory that look alike, pair after pair: both cards side by side, made one or said to be two."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.alike import Alike, Why
from msp_desktop.i18n import _
from msp_desktop.services import duplicates as service
from msp_desktop.services.merging import merge_people
from msp_desktop.ui.dialogs.two_cards import TwoCards
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.workspace import Workspace


class Duplicates(Dialog):
    """Show the first pair that is left; it is accepted once none is.

    Undo works in it as in the window (`modal.run`): the pair is then shown again.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, only: Collection[int] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Entries that look alike"))
        sized(self, FORM, 560)
        self._workspace, self._only = workspace, frozenset(only)
        self._later: set[tuple[int, int]] = set()
        self._pair: Alike | None = None
        self._heading, self._why = title("", wrap=True), Label("", tone="soft", wrap=True)
        self._place = QVBoxLayout()
        self._cards: TwoCards | None = None
        self._apart = PlainButton(_("They are two, keep both"))
        self._skip, self._join = PlainButton(_("Later")), MainButton(_("Make them one"))
        self._join.setDefault(True)
        self._apart.clicked.connect(self._on_apart)
        self._skip.clicked.connect(self._on_skip)
        self._join.clicked.connect(self._on_join)
        lock(workspace, self._apart)
        lock(workspace, self._join)
        body = holder(column(self._place, -1), "scrolled")
        self.setLayout(
            column(
                self._heading,
                self._why,
                scrolled(body, _("Both entries")),
                hint(_("What you do not choose is kept in the notes; undoing brings both entries back.")),
                foot(self._skip, self._join, beside=(self._apart,)),
                margins=(24, 18, 24, 16),
                spacing=10,
            )
        )
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.setStretch(2, 1)
        workspace.changed.connect(self._show)
        self._show()

    def _left(self) -> list[Alike]:
        pairs = service.duplicates(self._workspace.reader)
        return [
            pair
            for pair in pairs
            if (pair.one.id, pair.other.id) not in self._later and self._only <= {pair.one.id, pair.other.id}
        ]

    def _show(self, _records: object = None) -> None:
        pairs = self._left()
        if not pairs:
            self._pair = None
            if self.isVisible():
                self.accept()
            return
        if pairs[0] == self._pair:
            return
        self._pair = pairs[0]
        self._heading.setText(
            _("Are these one?") if len(pairs) < 2 else _("Are these one? {count} pairs").format(count=len(pairs))
        )
        self._why.setText(why_words(self._pair.why))
        cards = TwoCards(service.cards(self._workspace.reader, self._pair))
        if self._cards is not None:
            self._place.removeWidget(self._cards)
            self._cards.deleteLater()
        self._cards = cards
        self._place.addWidget(cards)
        self._join.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_join(self) -> None:
        if self._cards is not None:
            kept, gone = self._cards.ids()
            self._workspace.attempt(merge_people, kept, gone, self._cards.theirs())

    def _on_apart(self) -> None:
        if self._pair is not None:
            self._workspace.attempt(service.say_apart, self._pair.one.id, self._pair.other.id)

    def _on_skip(self) -> None:
        if self._pair is not None:
            self._later.add((self._pair.one.id, self._pair.other.id))
            self._show()


def why_words(why: tuple[Why, ...]) -> str:
    """Return « même téléphone, noms proches »."""
    words = {Why.NAME: _("near names"), Why.PHONE: _("same telephone"), Why.EMAIL: _("same e-mail")}
    found = ", ".join(words[one] for one in why)
    return found[:1].upper() + found[1:]
