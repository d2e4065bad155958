"""The fields of one person of the référent's sheet; the person joins the directory as they are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import referent as service
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.workspace import Workspace


class PersonForm(QWidget):
    """Civility, names, function, telephone, e-mail."""

    def __init__(self, workspace: Workspace, second: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._second = second
        self._fields = {
            name: LineField(words)
            for name, words in (
                ("civility", _("Civility")),
                ("first_name", _("First name")),
                ("last_name", _("Name")),
                ("function", _("Function")),
                ("phone", _("Telephone")),
                ("email", _("E-mail")),
                ("form_of_address", _("In letters")),
            )
        }
        for name, widget in self._fields.items():
            widget.request_write.connect(lambda text, n=name: self._write(n, text))
        self._fields["civility"].setFixedWidth(theme().px(76))
        self._fields["civility"].setPlaceholderText("Mme, M.")
        self._fields["form_of_address"].setPlaceholderText("Madame")
        self._fields["form_of_address"].setFixedWidth(theme().px(120))
        self._fields["phone"].setFixedWidth(theme().px(150))
        f = self._fields
        self.setLayout(
            column(
                row(
                    field(_("Civility"), f["civility"]),
                    field(_("First name"), f["first_name"]),
                    field(_("Name"), f["last_name"]),
                    field(_("Function"), f["function"]),
                    spacing=12,
                ),
                row(
                    field(_("Telephone"), f["phone"]),
                    field(_("E-mail"), f["email"]),
                    field(_("In letters"), f["form_of_address"]),
                    spacing=12,
                ),
                spacing=10,
            )
        )

    def show_person(self, person: Person | None) -> None:
        """Show a person of the directory, or empty fields."""
        for name, widget in self._fields.items():
            widget.show_value(getattr(person, name) if person else "")

    def flush(self) -> None:
        """Write at once what is typed."""
        for widget in self._fields.values():
            widget.flush()

    def focus_first(self) -> None:
        """Put the keyboard on the first empty field."""
        empty = next((widget for widget in self._fields.values() if not widget.text()), self._fields["civility"])
        empty.setFocus()

    def _write(self, name: str, text: str) -> None:
        self._workspace.attempt(service.update_referent_person, self._second, **{name: text})
