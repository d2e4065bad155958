"""A new action of the town's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _
from msp_desktop.services import timeline as service
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace

#: Under what its words are kept.
KEY = DraftKey("dialog", None, "NewAction")


class NewAction(Asking):
    """Ask for a title and a date; its outcome is the action added."""

    def __init__(self, workspace: Workspace, proposed: date, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self._title = LineField(_("Title of the action"))
        self._title.setMaxLength(300)
        self._date = DateField(_("Planned for"), workspace.today)
        self._date.show_typed(proposed)
        super().__init__(
            _("What is to be done?"),
            [
                field(_("Title"), self._title),
                field(_("Planned for"), self._date, hint(_("It takes its place in the phase of this date."))),
            ],
            _("Add the action"),
            self._add,
            parent,
            keep=(workspace.kept, KEY),
        )
        self.setWindowTitle(_("Add an action"))
        self._title.textChanged.connect(lambda _text: self._enable())
        self._enable()

    def title(self) -> str:
        """Return the title typed."""
        return self._title.text().strip()

    def planned(self) -> date | None:
        """Return the date, None where it is empty."""
        value: date | None = self._date.value
        return value

    def _add(self) -> object:
        return self._workspace.attempt(service.add_action, self.title(), self.planned())

    def _enable(self) -> None:
        self.done_button.setEnabled(bool(self.title()))
        show_tip(self.done_button, "" if self.title() else _("Write a title first."))
