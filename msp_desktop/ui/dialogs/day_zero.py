"""The mandate's start and day 0; what is not done moves with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.commune import Commune
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.services.timeline import move_day_zero
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field, row
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.workspace import Workspace


class DayZero(Asking):
    """Ask for two dates."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._commune = workspace.reader.one(Commune, 1)
        self._start = DateField(_("Council installed on"), workspace.today, toward=Toward.NEAREST)
        self._start.show_typed(self._commune.mandate_start)
        self._zero = DateField(_("Day 0"), workspace.today, toward=Toward.NEAREST)
        self._zero.show_typed(self._commune.day_zero)
        today = LinkButton(_("We start today"))
        today.clicked.connect(lambda: self._zero.pick(workspace.today()))
        super().__init__(
            _("When do the hundred days run?"),
            [
                field(_("Council installed on"), self._start),
                field(_("Day 0"), self._zero),
                row(today, -1),
                hint(_("What is done keeps its date; the rest moves with day 0. You can undo it.")),
            ],
            _("Change the dates"),
            lambda: workspace.attempted(move_day_zero, self.day_zero(), self.mandate_start()),
            parent,
        )
        self.setWindowTitle(_("Mandate and day 0"))

    def day_zero(self) -> date:
        """Return the new day 0."""
        value: date = self._zero.value or self._commune.day_zero
        return value

    def mandate_start(self) -> date:
        """Return the mandate's start."""
        value: date = self._start.value or self._commune.mandate_start
        return value
