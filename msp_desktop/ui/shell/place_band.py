"""The band that says where a dossier lies that is not on this computer alone: asked once, then a quiet mark stays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from msp_desktop.i18n import _
from msp_desktop.places import Kind, Place
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import row


class PlaceBand(QFrame):
    """Emit `request_home` to copy the dossier to this computer, `request_stay` to go on where it is."""

    request_home = Signal()
    request_stay = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.hide()

    def show_place(self, place: Place | None, *, can_come_home: bool = True) -> None:
        """Say where the dossier lies and what may come of it; None hides the band."""
        if place is None:
            self.hide()
            return
        if self.layout() is None:
            self._build()
        sentence = sentence_of(place)
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._home.setVisible(can_come_home)
        self.show()

    def _build(self) -> None:
        """Make what is inside: not before the first paint, since few dossiers need it."""
        self._words = Label("", wrap=True, tone="late")
        self._home = LinkButton(_("Copy to this computer"))
        self._stay = LinkButton(_("Go on here"))
        self._home.clicked.connect(self.request_home)
        self._stay.clicked.connect(self.request_stay)
        box = row(self._words, self._home, self._stay, margins=(24, 6, 16, 6), spacing=16)
        box.setStretch(0, 1)
        self.setLayout(box)


def sentence_of(place: Place) -> str:
    """Return what may come of a dossier that lies there."""
    if place.kind is Kind.SYNCHRONISED:
        sentence = _(
            "This dossier lies {place}: the names in it go to other computers, and two of them open at once could "
            "spoil it."
        )
    else:
        sentence = _(
            "This dossier lies {place}: others may read the names in it, and a cut in the network could spoil it."
        )
    return sentence.format(place=place.words)


def mark_of(place: Place) -> str:
    """Return the mark that stays in sight, whatever was answered."""
    return _("Dossier {place}").format(place=place.words)
