"""Who does what between the town hall, the federation and the professionals."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.change import Change
from msp_desktop.domain.roles import Role, Share
from msp_desktop.i18n import _
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.workspace import Workspace


def _shares() -> list[tuple[str, str]]:
    return [
        (Share.NONE, "–"),
        (Share.LEADS, _("leads")),
        (Share.TAKES_PART, _("takes part")),
        (Share.INFORMED, _("is informed")),
    ]


class Roles(SmallForm):
    """Who leads, takes part, is informed."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace,
            _("The role of each"),
            _("Fill it in together: who leads, who takes part, who is informed.")
            + " "
            + _("What the application proposes here is not in the kit."),
            parent,
        )
        columns = [
            Column(
                _("Responsibility"),
                lambda r: r.responsibility,
                lambda r, t: self.update_row(r.id, Change(Role, responsibility=t)),
                width=280,
            )
        ]
        for name, words in (
            ("commune", _("Commune")),
            ("professionals", _("Professionals")),
            ("federation", _("Federation")),
            ("partners", _("Partners")),
        ):
            columns.append(
                Column(
                    words,
                    partial(_share_words, name),
                    partial(self._write_share, name),
                    choices=_shares,
                    value=attrgetter(name),
                    width=105,
                )
            )
        self._table = self.table(_("Roles"), columns, Role)
        self.adder(_("A new responsibility"), lambda text: workspace.attempt(service.add_role, text))
        if not service.roles(workspace.reader) and not workspace.read_only:
            workspace.attempt(service.propose_roles)
        self.refresh()

    def _write_share(self, name: str, role: Role, text: str) -> None:
        self.update_row(role.id, Change(Role, **{name: Share(text)}))

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(service.roles(self.workspace.reader))


def _share_words(name: str, role: Role) -> str:
    return dict(_shares())[getattr(role, name)]
