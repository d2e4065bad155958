"""The commune, its mayor, its letterhead, and its corrections to the federation's entry."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.dossiers import change_arms, update_commune
from msp_desktop.services.federations import decided_words, federation_remarks, own_federation
from msp_desktop.services.letterhead import read_picture
from msp_desktop.ui.dialogs.federation_form import FederationForm
from msp_desktop.ui.dialogs.form_dialog import FormDialog
from msp_desktop.ui.forms.field import Field, email, line, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class CommuneForm(FormDialog):
    """Fields that write themselves, as in the tabs."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _("Commune and letterhead"), parent, height=600)
        self._picture = Label("", tone="soft")
        self._remarks = hint("")
        self._federation = FederationForm(workspace)
        choose, remove = PlainButton(_("Choose a picture…"), "upload"), LinkButton(_("Remove"))
        choose.clicked.connect(self._on_picture)
        lock(workspace, choose, remove)
        remove.clicked.connect(lambda: workspace.attempt(change_arms, b"", ""))
        arms = field(_("Coat of arms or logo"), holder(row(choose, remove, self._picture, -1)))
        self._form = Form(
            workspace,
            Commune,
            _write,
            [
                title(_("The commune")),
                Field("name", _("Name of the commune"), line()),
                title(_("The mayor")),
                (
                    Field("mayor_civility", _("Civility"), line(), width=84),
                    Field("mayor_first_name", _("First name"), line()),
                    Field("mayor_last_name", _("Name"), line()),
                ),
                title(_("The letterhead")),
                Field("address", _("Address of the town hall"), note(least=2, most=4)),
                (Field("phone", _("Telephone"), line()), Field("email", _("E-mail"), email())),
                Field("opening_hours", _("Opening hours"), line()),
                holder(arms),
                title(_("Personal data")),
                hint(
                    _(
                        "The town hall’s data protection officer, often at the departmental management centre: said on the notice."
                    )
                ),
                Field("dpo_name", _("Officer"), line()),
                (
                    Field("dpo_email", _("Officer's e-mail"), email()),
                    Field("dpo_phone", _("Officer's telephone"), line()),
                ),
                title(_("The federation")),
                hint(
                    _("What you write here replaces the directory's entry, and stays when the application is updated.")
                ),
                holder(column(self._remarks)),
                self._federation,
            ],
            fold_at=1.6,
        )
        close = MainButton(_("Close"))
        close.clicked.connect(self.close)
        content = holder(column(self._form, -1, margins=(24, 16, 24, 16)), "scrolled")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.addWidget(scrolled(content, _("Commune and letterhead")))
        box.addLayout(foot(close, margins=(24, 0, 24, 0)))
        self._show()
        workspace.changed.connect(self._show)

    def _show(self, _records: object = None) -> None:
        commune = self.workspace.reader.one(Commune, 1)
        self._form.show_record(commune)
        federation = own_federation(self.workspace.reader)
        remarks = [*federation_remarks(federation), *filter(None, (decided_words(federation),))]
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self._federation.show_federation(federation)
        picture = self.workspace.reader.find(Picture, code="arms")
        self._picture.setText(_("A picture is kept.") if picture else _("No picture: the letterhead does without."))

    def _on_picture(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture…"), "", _("Pictures (*.png *.jpg *.jpeg)"))
        if path:
            try:
                self.workspace.attempt(change_arms, *read_picture(Path(path)))
            except UserError as error:
                self.workspace.refuse(error.sentence)


def _write(store: Store, _only: object, change: Change[Commune]) -> Commune:
    return update_commune(store, change)
