"""The band that leads from one professional to the next: what no official file tells is asked of each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.open_data.filling import ToFill, filling, next_after
from msp_desktop.ui.widgets.banner import Banner


class FillingBand(Banner):
    """Emit `request_fill(professional, attribute)` for the next one; hidden until `begin`, and once nothing is unknown."""

    request_fill = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, done=True)
        self._on = False
        self._at = 0
        self._next: ToFill | None = None
        self.request_action.connect(self._go_on)
        self.request_other.connect(self._end)

    def begin(self) -> None:
        """Lead from now on."""
        self._on, self._at = True, 0

    def show_waiting(self, reader: Reader, at: int = 0) -> None:
        """Say of how many something is unknown, and who is the next; `at` is the one somebody is led to now."""
        if not self._on:
            return
        self._at = at or self._at
        found = filling(reader)
        self._next = next_after(found, self._at)
        count = len(found.entries)
        if self._next is None:
            self._end()
            return
        words = ngettext(
            "{count} professional to ask about: age, departure, what no file tells.",
            "{count} professionals to ask about: age, departure, what no file tells.",
            count,
        )
        other = self._next.professional_id != self._at
        self.say(words.format(count=count), _("Next: {name}").format(name=self._next.name) if other else "", _("Later"))

    def _go_on(self) -> None:
        if self._next is not None:
            self.request_fill.emit(self._next.professional_id, self._next.unknown[0])

    def _end(self) -> None:
        self._on = False
        self.say("")
