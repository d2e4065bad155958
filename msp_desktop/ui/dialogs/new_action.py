"""A new action of the town's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import field
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.workspace import Workspace


class NewAction(QDialog):
    """Ask for a title and a date."""

    def __init__(self, workspace: Workspace, proposed: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add an action"))
        self.setMinimumWidth(440)
        self._title = QLineEdit()
        self._title.setAccessibleName(_("Title of the action"))
        self._title.setMaxLength(300)
        self._date = DateField(_("Planned for"), workspace.today)
        self._date.show_typed(proposed)
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._ok = self._buttons.addButton(_("Add the action"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setProperty("main", True)
        self._ok.setEnabled(False)
        self._ok.setToolTip(_("Write a title first."))
        self._title.textChanged.connect(lambda text: self._ok.setEnabled(bool(text.strip())))
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(title(_("What is to be done?")))
        box.addLayout(field(_("Title"), self._title))
        box.addLayout(field(_("Planned for"), self._date, hint(_("It takes its place in the phase of this date."))))
        box.addWidget(self._buttons)
        self._title.setFocus()

    def title(self) -> str:
        """Return the title typed."""
        return self._title.text().strip()

    def planned(self) -> date | None:
        """Return the date, None where it is empty."""
        value: date | None = self._date.value
        return value

    def _accept(self) -> None:
        self._date.flush()
        if not self._date.property("wrong"):
            self.accept()
