"""The line at the foot of the window: what just happened, « Annuler », and that all is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from msp_desktop.db.faults import BUSY, DENIED, FULL, IO, MEDIUM, READ_ONLY
from msp_desktop.formats.hours import clock
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import N_, _
from msp_desktop.ui.drafts import State
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.elided import CutLabel
from msp_desktop.ui.widgets.tip import show_tip

_WAITING = {
    State.TYPING: N_("Being typed…"),
    State.NOT_UNDERSTOOD: N_("Not saved yet, as it is not understood: {fields}"),
    State.REFUSED: N_("Not saved yet: {fields} ({why})"),
}
#: Why the disk refuses, in two words: the whole sentence is under the mouse.
_WHY = {
    FULL: N_("disk full"),
    READ_ONLY: N_("read only"),
    BUSY: N_("open elsewhere"),
    IO: N_("the disk does not answer"),
    DENIED: N_("protected"),
    MEDIUM: N_("read only"),
}

#: Height of the line, and where the window has little room, in pixels at 100 %.
HEIGHT, COMPACT_HEIGHT = 28, 26
#: Letters of a field's name that are shown.
_MOST = 40


class StatusLine(QWidget):
    """Say what just happened in words; `request_undo` when « Annuler » is chosen, `request_unsaved` to see what waits."""

    request_undo = Signal()
    request_unsaved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self._compact = False
        self._said = CutLabel(_("Ready"))
        self._said.setAccessibleDescription(_("What just happened"))
        self._undo = LinkButton(_("Undo"))
        self._undo.setAccessibleName(_("Undo what just happened"))
        self._undo.hide()
        self._undo.clicked.connect(self.request_undo)
        self._place = QLabel()
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setAccessibleDescription(_("Where the dossier lies"))
        self._place.setObjectName("place_mark")
        self._place.hide()
        self._kept = QLabel()
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self._where = LinkButton(_("Show"))
        self._where.setAccessibleName(_("Show what is not saved yet"))
        self._where.hide()
        self._where.clicked.connect(self.request_unsaved)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 0)
        row.setSpacing(8)
        row.addWidget(self._said)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self._kept)
        row.addWidget(self._where)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def say(self, sentence: str, *, can_undo: bool = False) -> None:
        """Show a sentence, with « Annuler » beside it where it can be taken back."""
        self._said.setText(one_line(sentence))
        announce(self._said, sentence)
        self._undo.setVisible(can_undo)

    def say_kept(self, now: datetime) -> None:
        """Say that everything is on the disk."""
        self._kept.setText(_("Everything is saved ({time})").format(time=clock(now.time())))
        show_tip(self._kept, "")
        self._where.hide()

    def say_state(self, state: State, now: datetime, fields: Sequence[str] = (), why: str = "") -> None:
        """Say how far what is typed is from the disk, which fields cannot be saved and why; all is only where none waits."""
        if state is State.SAVED:
            self.say_kept(now)
            return
        # The whole list stands in the question that closing asks: a long one would push the window wider.
        named = shorten(fields[0], _MOST, placeholder="…") + (" …" if len(fields) > 1 else "") if fields else ""
        short = next((_(words) for sentence, words in _WHY.items() if _(sentence) == why), _("refused"))
        self._kept.setText(_(_WAITING[state]).format(fields=named, why=short))
        show_tip(self._kept, why)
        self._where.setVisible(state is not State.TYPING)

    def say_place(self, words: str) -> None:
        """Mark a dossier that does not lie on this computer alone; empty for one that does."""
        self._place.setText(f"{words} ·" if words else "")
        self._place.setVisible(bool(words))

    def say_nothing_kept(self, sentence: str) -> None:
        """Say in the right corner why nothing is being kept (a dossier that can only be read)."""
        self._kept.setText(sentence)
        show_tip(self._kept, "")
        self._where.hide()

    def be_compact(self, compact: bool) -> None:
        """Be lower, or as usual again."""
        self._compact = compact
        self._dress()

    def _dress(self) -> None:
        # What stands in it is never higher (`#status_line QPushButton`): a line that grew would move the whole page.
        self.setFixedHeight(theme().px(COMPACT_HEIGHT if self._compact else HEIGHT))
