"""What the sheet says of the référent's term: since when, how many hours, by what means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.referent import kit_referent
from msp_desktop.services.referent import update_term
from msp_desktop.ui.forms.field import Field, day, note, number, tick
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme.theme import LARGEST_SCALE
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.workspace import Workspace


class TermForm(Form):
    """The present term; its first word begins one where there is none."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        empty = _("Left empty, the sheet says: {words}.").format(words=kit_referent().time)
        super().__init__(
            workspace,
            Referent,
            _write,
            [
                (
                    Field("since", _("Since"), day(toward=Toward.NEAREST)),
                    Field("hours_per_month", _("Hours a month"), number("h")),
                ),
                hint(empty),  # under both: the field is too narrow for a sentence
                Field("means", _("Means"), note(_("Telephone, key, travel…"), least=2, most=4)),
                (
                    Field("delegated", _("with delegated functions (decree)"), tick()),
                    Field("signature", _("and delegated signature"), tick()),
                ),
            ],
            parent,
            fold_at=LARGEST_SCALE,
            fold_under=420,
        )
        self.editor("hours_per_month").setAccessibleDescription(empty)

    def show_term(self, term: Referent | None, kind: ReferentKind) -> None:
        """Show a term, or empty fields; an employee is delegated nothing."""
        elected = kind is not ReferentKind.STAFF
        self.editor("delegated").setVisible(elected)
        self.editor("signature").setVisible(elected and bool(term and term.delegated))
        self.show_record(term, key=term.id if term else 0)


def _write(store: Store, _term_id: int, change: Change[Referent]) -> None:
    update_term(store, change)
