"""The objectives of the project."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.change import Change
from msp_desktop.domain.objectives import Objective
from msp_desktop.formats.dates import medium_date
from msp_desktop.i18n import _, language
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.workspace import Workspace


class Objectives(SmallForm):
    """The first realistic steps: what, by when, who."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("First realistic steps"), _("Two or three are enough; each has a date and someone."), parent
        )
        self._table = self.table(
            _("Objectives"),
            [
                Column(
                    _("Objective"),
                    lambda o: o.title,
                    lambda o, t: self.update_row(o.id, Change(Objective, title=t)),
                    width=360,
                    shows=(("Objective", "title"), ("Objective", "notes")),
                ),
                Column(
                    _("By when"),
                    lambda o: medium_date(o.due_on, language()) if o.due_on else "",
                    lambda o, t: self.write_date(Objective, o.id, "due_on", t),
                    width=150,
                ),
                Column(
                    _("Who"),
                    lambda o: o.person,
                    lambda o, t: self.update_row(o.id, Change(Objective, person=t)),
                    width=150,
                    names=directory_names(workspace),
                    shows=(("Objective", "person"),),
                ),
            ],
            Objective,
        )
        self.adder(_("A new objective"), lambda text: workspace.attempt(service.add_objective, text))
        self.refresh()

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(service.objectives(self.workspace.reader))
