"""A person of the directory: how they are addressed, written to, reached."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.people import Person, display_name
from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.forget_dialog import forget_people
from msp_desktop.ui.dialogs.form_dialog import FormDialog
from msp_desktop.ui.dialogs.give_data import give_data
from msp_desktop.ui.forms.person_form import PersonForm
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class PersonCard(FormDialog):
    """Fields that write themselves; deleting deletes everywhere and can be undone."""

    def __init__(self, workspace: Workspace, person_id: int, parent: QWidget | None = None) -> None:
        person = workspace.reader.one(Person, person_id)
        super().__init__(workspace, display_name(person), parent, height=620)
        self._id = person_id
        self._heading = title(display_name(person), wrap=True)
        self._form = PersonForm(workspace, person)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(10)
        box.addWidget(self._heading)
        box.addWidget(scrolled(holder(column(self._form, -1), "scrolled"), display_name(person)), 1)
        delete, close = LinkButton(_("Delete everywhere"), "trash"), MainButton(_("Close"))
        give = LinkButton(_("Give them their data…"), "download")
        give.clicked.connect(self._on_give)
        delete.clicked.connect(self._on_delete)
        lock(workspace, delete)
        close.clicked.connect(self.accept)
        box.addLayout(foot(close, beside=(give, delete)))
        self._show()
        workspace.changed.connect(self._show)

    def _show(self, _records: object = None) -> None:
        person = self.workspace.reader.find(Person, id=self._id)
        if person is not None:
            self._heading.setText(display_name(person))
            self._form.show_person(person)

    def _on_give(self) -> None:
        self.workspace.flush()
        give_data(self.workspace, self._id, self)

    def _on_delete(self) -> None:
        if forget_people(self.workspace, [self._id], self):
            self.accept()
