"""The partners: who they are, whether they were contacted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.change import Change
from msp_desktop.domain.family_words import families
from msp_desktop.domain.people import Category, Partner, Person, display_name
from msp_desktop.i18n import _
from msp_desktop.services import people as directory
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.widgets.layouts import framed
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace


class Partners(SmallForm):
    """The partners to contact, and whether an exchange with each is noted."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("Partners"), _("Intercommunality, social services, associations: those who can relay."), parent
        )
        self._table = RecordTable(
            _("Partners"),
            [
                Column(
                    _("Name"), lambda p: display_name(p.person), lambda p, t: self._update(p, organisation=t), width=230
                ),
                Column(
                    _("What they are"),
                    lambda p: families()[p.person.category],
                    lambda p, t: self._update(p, category=Category(t)),
                    choices=lambda: [pair for pair in families().items() if pair[0] in service.PARTNERS],
                    value=lambda p: p.person.category,
                    width=140,
                ),
                Column(_("Telephone"), lambda p: p.person.phone, lambda p, t: self._update(p, phone=t), width=120),
                Column(_("E-mail"), lambda p: p.person.email, self._write_email, width=150),
                Column(_("Contacted"), lambda p: _("yes") if p.contacted else _("not yet"), width=90),
            ],
            sortable=False,
            drafts=workspace.drafts,
        )
        self._table.request_delete.connect(lambda ids: [workspace.attempt(directory.delete_person, key) for key in ids])
        self.body.addWidget(framed(self._table), 1)
        self.adder(
            _("A new partner"),
            lambda text: workspace.attempt(
                directory.add_person, Person(category=Category.ASSOCIATION, organisation=text.strip())
            ),
        )
        self.refresh()

    def _write_email(self, partner: Partner, text: str) -> None:
        self.workspace.with_email(text, lambda email: self._update(partner, email=email))

    def _update(self, partner: Partner, **values: object) -> None:
        self.workspace.attempt(directory.update_person, partner.id, Change(Person, **values))

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(service.partners(self.workspace.reader))
