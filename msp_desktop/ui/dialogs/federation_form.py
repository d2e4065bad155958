"""The fields of a federation, as the town knows it: what is written here replaces the directory's entry."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.federations import FederationView
from msp_desktop.i18n import _
from msp_desktop.services.federations import correct_federation
from msp_desktop.ui.forms.field import Field, email, line, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.locking import by_fleet
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace


class FederationForm(Form):
    """Show an entry with the town's corrections, and write these."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            FederationView,
            correct_federation,
            [
                Field("name", _("Name of the federation"), line()),
                Field("full_name", _("Full name, for letters"), line()),
                (
                    Field("phone", _("Telephone of the federation"), line()),
                    Field("email", _("E-mail of the federation"), email()),
                ),
                (Field("website", _("Website"), line()), Field("contact", _("Your contact there"), line())),
                Field("address", _("Postal address of the federation"), note(least=2, most=4)),
            ],
            parent,
            fold_at=1.6,
        )

    def show_federation(self, view: FederationView) -> None:
        """Show an entry: what is typed is written under its code."""
        self.show_record(view, key=view.code)
        for attribute in ("name", "full_name", "email"):
            editor = self.editor(attribute)
            if attribute in view.decided:
                editor.setEnabled(False)
                show_tip(editor, by_fleet())
            elif not editor.isEnabled():  # another federation's, which nobody decided
                editor.setEnabled(True)
                show_tip(editor, "")
