"""What an arrêté needs beside the sheet: its number, the functions delegated, the vote on the number of adjoints."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.services.referent import propose_functions, update_term
from msp_desktop.ui.forms.field import Field, day, line, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme.theme import LARGEST_SCALE
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class DecreeForm(Form):
    """Shown where functions are delegated; those proposed are ours, and the town's to change."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._propose = LinkButton(_("Propose functions"), "plus")
        self._propose.clicked.connect(lambda: workspace.attempt(propose_functions))
        lock(workspace, self._propose)
        super().__init__(
            workspace,
            Referent,
            _write,
            [
                (
                    Field("decree_number", _("Decree number"), line("2026-017"), width=170),
                    Field("deputies_set_on", _("Council’s vote on the number of deputies"), day(toward=Toward.BEHIND)),
                ),
                Field(
                    "functions",
                    _("Functions delegated, one a line"),
                    note("", least=3, most=8),
                    hint=_("Those that the application proposes are not in the kit: reread them."),
                ),
                self._propose,
            ],
            parent,
            fold_at=LARGEST_SCALE,
            fold_under=420,
        )

    def show_term(self, term: Referent | None, kind: ReferentKind) -> None:
        """Show a term where there is a decree to print, nothing else."""
        self.setVisible(bool(term and term.delegated) and kind is not ReferentKind.STAFF)
        self._propose.setVisible(bool(term and not term.functions.strip()))
        self.show_record(term, key=term.id if term else 0)


def _write(store: Store, _term_id: int, change: Change[Referent]) -> None:
    update_term(store, change)
