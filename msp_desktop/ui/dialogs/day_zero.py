"""The mandate's start and day 0; what is not done moves with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from msp_desktop.domain.commune import Commune
from msp_desktop.i18n import _
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import field
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.workspace import Workspace


class DayZero(QDialog):
    """Ask for two dates."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Mandate and day 0"))
        self.setMinimumWidth(460)
        self._commune = workspace.reader.one(Commune, 1)
        self._start = DateField(_("Council installed on"), workspace.today)
        self._start.show_typed(self._commune.mandate_start)
        self._zero = DateField(_("Day 0"), workspace.today)
        self._zero.show_typed(self._commune.day_zero)
        today = LinkButton(_("We start today"))
        today.clicked.connect(lambda: self._zero.show_typed(workspace.today()))
        buttons = QDialogButtonBox()
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        ok = buttons.addButton(_("Change the dates"), QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setProperty("main", True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(title(_("When do the hundred days run?")))
        box.addLayout(field(_("Council installed on"), self._start))
        box.addLayout(field(_("Day 0"), self._zero))
        box.addWidget(today)
        box.addWidget(hint(_("What is done keeps its date; the rest moves with day 0. You can undo it.")))
        box.addWidget(buttons)

    def day_zero(self) -> date:
        """Return the new day 0."""
        value: date = self._zero.value or self._commune.day_zero
        return value

    def mandate_start(self) -> date:
        """Return the mandate's start."""
        value: date = self._start.value or self._commune.mandate_start
        return value

    def _accept(self) -> None:
        self._start.flush()
        self._zero.flush()
        if not (self._start.property("wrong") or self._zero.property("wrong")):
            self.accept()
