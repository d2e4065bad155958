"""One field of which the dossier and the file say something else: one of both is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from msp_desktop.domain.official import Difference
from msp_desktop.ui.heard import group
from msp_desktop.ui.tabs.inventory.official_words import dossier_words, their_words
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.round_choice import RoundChoice


class DifferenceRow(QWidget):
    """Emit `chosen(accepted)`: the file's words, or the dossier's."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("", tone="soft", wrap=True)
        self._both = QButtonGroup(self)
        self._ours, self._theirs = RoundChoice(self._both, 0), RoundChoice(self._both, 1)
        self._both.idClicked.connect(lambda accepted: self.chosen.emit(bool(accepted)))
        self.setLayout(column(self._name, self._ours, self._theirs, spacing=2, margins=(0, 0, 0, 8)))

    def show_difference(self, label: str, difference: Difference) -> None:
        """Show what both say, and which is chosen."""
        self._name.setText(label)
        group(self, label)
        self._ours.show_words(dossier_words(difference), label)
        self._theirs.show_words(their_words(difference), label)
        self._both.button(int(difference.accepted)).setChecked(True)

    def button(self, accepted: bool) -> QWidget:
        """Return the button of the file's words, or of the dossier's."""
        return self._both.button(int(accepted))
