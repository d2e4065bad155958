"""A person of the directory: how they are addressed, written to, reached."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person, display_name
from msp_desktop.i18n import _
from msp_desktop.services import people as service
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.labels import hint, title
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.sizes import sized
from msp_desktop.ui.workspace import Workspace


class PersonCard(QDialog):
    """Fields that write themselves; deleting deletes everywhere and can be undone."""

    def __init__(self, workspace: Workspace, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        person = workspace.reader.one(Person, person_id)
        self.setWindowTitle(display_name(person))
        sized(self, 540, 520)
        self._workspace = workspace
        self._id = person_id
        self._fields: dict[str, Any] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 16)
        box.setSpacing(10)
        box.addWidget(title(display_name(person)))
        content = column(
            row(
                self._field(person, "civility", _("Civility")),
                self._field(person, "first_name", _("First name")),
                self._field(person, "last_name", _("Name")),
            ),
            row(self._field(person, "function", _("Function")), self._field(person, "organisation", _("Body"))),
            row(self._field(person, "form_of_address", _("In letters")), self._field(person, "phone", _("Telephone"))),
            self._field(person, "email", _("E-mail")),
            self._field(person, "address", _("Postal address"), lines=True),
            self._field(person, "notes", _("Notes"), lines=True),
            hint(_("Facts only: those concerned may read them.")),
            -1,
            spacing=10,
        )
        box.addWidget(scrolled(holder(content, "scrolled"), display_name(person)), 1)
        delete, close = LinkButton(_("Delete everywhere"), "trash"), MainButton(_("Close"))
        delete.clicked.connect(self._on_delete)
        close.clicked.connect(self.accept)
        box.addLayout(row(delete, -1, close))
        workspace.changed.connect(self._show)

    def _field(self, person: Person, name: str, words: str, *, lines: bool = False) -> QVBoxLayout:
        widget: LineField | NoteField = NoteField(words, least=2, most=5) if lines else LineField(words)
        widget.show_value(getattr(person, name))
        widget.request_write.connect(
            lambda text: self._workspace.attempt(service.update_person, self._id, Change(Person, **{name: text}))
        )
        self._fields[name] = widget
        return field(words, widget)

    def _show(self, _records: object) -> None:
        """Show what is stored: only then is a word typed known to be kept."""
        person = self._workspace.reader.find(Person, id=self._id)
        for name, widget in self._fields.items():
            if person is not None:
                widget.show_value(getattr(person, name))

    def _on_delete(self) -> None:
        self._fields.clear()
        self._workspace.attempt(service.delete_person, self._id)
        self.accept()

    @override
    def done(self, result: int) -> None:
        for widget in self._fields.values():
            widget.flush()
        super().done(result)
