"""The fields of one person of the référent's form; the person joins the directory as they are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services.referent import update_referent_person
from msp_desktop.ui.forms.field import Field, email, line
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme.theme import LARGEST_SCALE
from msp_desktop.ui.workspace import Workspace


class PersonForm(Form):
    """The référent, or the deputy: civility, names, function, telephone, e-mail."""

    def __init__(self, workspace: Workspace, second: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            Person,
            update_referent_person,
            [
                (
                    Field("civility", _("Civility"), line("Mme, M."), width=76),
                    Field("first_name", _("First name"), line()),
                    Field("last_name", _("Name"), line()),
                    Field("function", _("Function"), line()),
                ),
                (
                    Field("phone", _("Telephone"), line(), width=150),
                    Field("email", _("E-mail"), email()),
                    Field("form_of_address", _("In letters"), line(_("by the civility")), width=120),
                ),
            ],
            parent,
            fold_at=LARGEST_SCALE,
            fold_under=560,
        )
        self._second = second

    def show_person(self, person: Person | None) -> None:
        """Show a person of the directory, or empty fields."""
        self.show_record(person, key=self._second)
