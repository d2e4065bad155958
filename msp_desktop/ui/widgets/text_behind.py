"""The law or the guide behind a step, in a few small lines: what it is, what it says, when it was read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.formats.quick import long_date
from msp_desktop.i18n import _, language
from msp_desktop.method.texts import KitText, kit_texts
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column


class TextBehind(QWidget):
    """Show the text behind a step; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._says, self._read = Label("", wrap=True), Label("", tone="soft", wrap=True), hint("")
        self.setLayout(column(Label(_("The text"), bold=True), self._name, self._says, self._read, spacing=3))

    def show_text(self, text: KitText | None) -> None:
        """Show a text, None where there is none behind this step."""
        self.setVisible(text is not None)
        if text is not None:
            self._name.setText(text.name)
            self._says.setText(text.says)
            self._read.setText(read_words(text))


def read_words(text: KitText) -> str:
    """Return when and where a text was read, or that it is to be confirmed."""
    day = long_date(text.as_of, language())
    if text.to_confirm:
        return _("As we knew it on {day}, {to_confirm}.").format(day=day, to_confirm=kit_texts().not_confirmed)
    return _("As read on {day} ({place}).").format(day=day, place=text.read_in)
