"""What stands beside the results: the text of the one chosen, with its matches, and the button that goes there."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from msp_desktop.i18n import _
from msp_desktop.services.search_results import ResultCard
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.labels import TITLE, Label, divider
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled


class Card(QWidget):
    """Emit `opened` when one wants to go to the field."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label("", factor=TITLE, bold=True, wrap=True)
        self._second = Label("", tone="soft", wrap=True)
        self._label = Label("", bold=True, wrap=True)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.button = MainButton(_("Go to this field"), "arrow")
        self.button.clicked.connect(self.opened)
        head = column(self._title, self._second, margins=(24, 16, 16, 12), spacing=4)
        body = holder(column(self._label, self._words, -1, margins=(24, 12, 16, 12), spacing=6))
        foot = row(self.button, -1, Label(_("Enter"), tone="soft"), margins=(24, 12, 24, 12))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(divider())
        box.addWidget(scrolled(body, _("The text found")), 1)
        box.addWidget(divider())
        box.addLayout(foot)

    def show_card(self, card: ResultCard | None) -> None:
        """Show a result, or that none is chosen."""
        self.button.setEnabled(card is not None)
        self._title.setText(card.title if card else "")
        self._second.setText(card.second if card else "")
        self._label.setText(card.label if card else "")
        self._words.setText(_marked(card) if card else "")


def _marked(card: ResultCard) -> str:
    """Return the text as Qt draws it, what was typed escaped, each match bold on ochre."""
    ground, at, parts = theme().color("p3").name(), 0, []
    for begin, end in card.spans:
        parts.append(escape(card.words[at:begin]))
        parts.append(f'<span style="background:{ground}; font-weight:600">{escape(card.words[begin:end])}</span>')
        at = end
    parts.append(escape(card.words[at:]))
    return "".join(parts).replace("\n", "<br>")
