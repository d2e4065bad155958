"""Ask for one date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import field
from msp_desktop.ui.widgets.parsed_field import DateField


class AskDate(QDialog):
    """A title, a date (`day`, or today at first), what it does."""

    def __init__(
        self,
        heading: str,
        label: str,
        why: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        day: date | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(420)
        self._date = DateField(label, today)
        self._date.show_typed(day or today())
        buttons = QDialogButtonBox()
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(_("Agree"), QDialogButtonBox.ButtonRole.AcceptRole).setProperty("main", True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(title(heading))
        box.addLayout(field(label, self._date, hint(why)))
        box.addWidget(buttons)

    def day(self) -> date | None:
        """Return the date chosen."""
        value: date | None = self._date.value
        return value

    def _accept(self) -> None:
        self._date.flush()
        if not self._date.property("wrong"):
            self.accept()
