"""The tab's two small dialogs: a new professional, and how the inventory was made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from msp_desktop.domain.inventory import Inventory
from msp_desktop.domain.inventory_words import TRI
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.parsed_field import DateField


class NewProfessionalDialog(QDialog):
    """Ask for a name and a profession; all the rest is filled in beside the register."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add a professional"))
        self.civility = LineField(_("Civility"), "Dr, Mme, M.")
        self.first_name, self.last_name = LineField(_("First name")), LineField(_("Last name"))
        professions = [(profession.code, profession.masculine) for profession in kit_inventory().professions]
        self.profession = ChoiceField(_("Profession"), professions)
        add = MainButton(_("Add"))
        add.setDefault(True)
        add.clicked.connect(self.accept)
        cancel = PlainButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(
                title(_("Add a professional")),
                row(field(_("Civility"), self.civility), field(_("First name"), self.first_name)),
                field(_("Last name"), self.last_name),
                field(_("Profession"), self.profession),
                row(-1, cancel, add),
                margins=(24, 16, 24, 16),
                spacing=12,
            )
        )
        self.civility.setFocus()


class MadeDialog(QDialog):
    """Note whether the inventory was made with the federation, and when it was shared."""

    def __init__(
        self,
        inventory: Inventory,
        today: Callable[[], date],
        write: Callable[[dict[str, Any]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Made with the federation?"))
        self.made = ChoiceField(_("Made with the federation?"), list(TRI.items()))
        self.made.show_typed(inventory.made_with_federation)
        self.made.request_value.connect(lambda value: write({"made_with_federation": value}))
        self.shared = DateField(_("Shared on"), today)
        self.shared.show_typed(inventory.shared_on)
        self.shared.request_value.connect(lambda value: write({"shared_on": value}))
        close = MainButton(_("Close"))
        close.clicked.connect(self._close)
        self.setLayout(
            column(
                field(_("Made with the federation?"), self.made),
                field(_("Shared on"), self.shared),
                row(-1, close),
                margins=(24, 16, 24, 16),
                spacing=12,
            )
        )

    def _close(self) -> None:
        self.shared.flush()
        self.accept()
