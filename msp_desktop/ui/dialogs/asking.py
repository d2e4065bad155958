"""What the small dialogs that ask for something have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.shell import messages
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.tab_order import focusable, set_tab_order


class Asking(QDialog):
    """A question, its fields, « Cancel » and the verb that does it; words typed are not lost without a question.

    `ready()` tells whether it can be done now; Enter in a line does it.
    """

    def __init__(
        self,
        heading: str,
        fields: list[QWidget | QLayout],
        verb: str,
        parent: QWidget | None = None,
        *,
        width: int = 440,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(min(theme().px(width), self.screen().availableGeometry().width() - 40))
        self.done_button = MainButton(verb)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        cancel = PlainButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(title(heading), *fields, row(-1, cancel, self.done_button), margins=(24, 20, 24, 16), spacing=12)
        )
        set_tab_order(self)
        first = next(focusable(self), None)
        if first is not None:
            first.setFocus()
        self._begun = self._typed()

    def ready(self) -> bool:
        """Tell whether all that is typed is understood."""
        for line in self.findChildren(QLineEdit):
            flush = getattr(line, "flush", None)
            if flush is not None:
                flush()
        return not any(line.property("wrong") for line in self.findChildren(QLineEdit))

    def _typed(self) -> list[str]:
        lines = [line.text() for line in self.findChildren(QLineEdit)]
        return lines + [note.toPlainText() for note in self.findChildren(QPlainTextEdit)]

    @override
    def accept(self) -> None:
        if self.done_button.isEnabled() and self.ready():
            super().accept()

    @override
    def reject(self) -> None:
        if self._typed() == self._begun or leave_all_the_same(self):
            super().reject()


def leave_all_the_same(dialog: QWidget) -> bool:
    """Ask whether to leave a dialog though what is typed in it would be lost."""
    return not messages.ask(
        dialog, _("What you typed here is not kept yet."), _("Go on typing"), _("Leave without keeping it")
    )
