"""The tab's two small dialogs: a new professional, and how the inventory was made."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Inventory
from msp_desktop.domain.inventory_words import TRI
from msp_desktop.domain.people import Person
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.inventory import add_professional, update_inventory
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.dialogs.form_dialog import FormDialog
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.forms.field import Field, choice, day
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.shell import messages
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.sizes import ASK
from msp_desktop.ui.workspace import Workspace


class NewProfessionalDialog(Asking):
    """Ask for a name and a profession; its outcome is the professional added, filled in beside the register."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self.civility = LineField(_("Civility"), "Dr, Mme, M.")
        self.first_name, self.last_name = LineField(_("First name")), LineField(_("Last name"))
        professions = [(profession.code, profession.masculine) for profession in kit_inventory().professions]
        self.profession = ChoiceField(_("Profession"), professions)
        super().__init__(
            _("Add a professional"),
            [
                row(field(_("Civility"), self.civility), field(_("First name"), self.first_name)),
                field(_("Last name"), self.last_name),
                field(_("Profession"), self.profession),
            ],
            _("Add"),
            self._add,
            parent,
            keep=(workspace.kept, DraftKey("dialog", None, "NewProfessional")),
        )

    def _add(self) -> object:
        person = Person(
            civility=self.civility.text().strip(),
            first_name=self.first_name.text().strip(),
            last_name=self.last_name.text().strip(),
        )
        return self._workspace.attempt(add_professional, person, {"profession": self.profession.value()})

    @override
    def ready(self) -> bool:
        """Tell whether there is a name and a profession; say what lacks, and lead there."""
        if not super().ready():
            return False
        if not (self.first_name.text().strip() or self.last_name.text().strip()):
            lacking: QWidget = self.last_name
            sentence = _("Write at least the professional's name.")
        elif self.profession.value() is None:
            lacking, sentence = self.profession, _("Choose the profession first.")
        else:
            return True
        messages.tell(self, sentence)
        lacking.setFocus()
        return False


class MadeDialog(FormDialog):
    """Note whether the inventory was made with the federation, and when it was shared."""

    def __init__(self, workspace: Workspace, inventory: Inventory, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _("The inventory and the federation"), parent, width=ASK, height=240)
        self.form = Form(
            workspace,
            Inventory,
            _write,
            [
                Field("made_with_federation", _("Made with the federation?"), choice(list(TRI.items()))),
                Field("shared_on", _("Shared on"), day(toward=Toward.BEHIND)),
            ],
        )
        self.form.show_record(inventory)
        close = MainButton(_("Close"))
        close.clicked.connect(self.accept)
        heading = title(_("The inventory and the federation"))
        self.setLayout(column(heading, self.form, -1, foot(close), margins=(24, 16, 24, 16), spacing=12))


def _write(store: Store, _key: int, change: Change[Inventory]) -> None:
    update_inventory(store, change)
