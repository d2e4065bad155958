"""The line of a dialog that says what was just done in it: the window's own line is behind it."""

from __future__ import annotations

from typing_extensions import override

from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.labels import Label


class Said(Label):
    """A label whose words are announced as they change, once it is seen."""

    @override
    def setText(self, text: str) -> None:
        changed = text != self.text()
        super().setText(text)
        if changed and self.isVisible():
            announce(self, text)
