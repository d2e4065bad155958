"""The coordinator's post: what it is, where, with whom; how to answer and who signs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.coordination import CoordinatorPost
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.services.coordination import update_post
from msp_desktop.ui.forms.field import Field, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.workspace import Workspace


def what_form(workspace: Workspace, parent: QWidget | None = None) -> Form:
    """Return the fields of the post itself."""
    return Form(
        workspace,
        CoordinatorPost,
        _write,
        [
            (
                Field("starts_on", _("The post begins on"), day(toward=Toward.NEAREST)),
                Field("contract", _("Contract"), line(_("project contract, 3 years"))),
                Field("grade", _("Grade"), line()),
            ),
            (
                Field("works_at", _("Place of work"), line()),
                Field("travels", _("Travels"), line(_("ten towns, driving licence"))),
            ),
            Field("holder", _("Who has the post"), person(), hint=_("Empty while somebody is looked for.")),
        ],
        parent,
    )


def place_form(workspace: Workspace, parent: QWidget | None = None) -> Form:
    """Return the fields that say where the post stands, with whom and with what it works."""
    return Form(
        workspace,
        CoordinatorPost,
        _write,
        [
            Field(
                "placed", _("Place in the organisation"), note(_("Who it depends on, whom it leads"), least=2, most=6)
            ),
            Field("works_with", _("Works with"), note(least=2, most=6)),
            Field("means", _("Means, one a line"), note(_("Office, car, telephone, training…"), least=2, most=8)),
        ],
        parent,
    )


def answer_form(workspace: Workspace, parent: QWidget | None = None) -> Form:
    """Return the fields of how to answer and of who signs."""
    return Form(
        workspace,
        CoordinatorPost,
        _write,
        [
            (
                Field("answer_by", _("Answer before"), day()),
                Field("answer_to", _("Where to answer"), line(_("e-mail or address"))),
            ),
            Field("contact", _("Who tells more"), person()),
            (
                Field("signer_title", _("Title of who signs"), line(_("La Présidente")), width=170),
                Field("signer", _("Who signs"), person()),
            ),
        ],
        parent,
    )


def _write(store: Store, _key: int, change: Change[CoordinatorPost]) -> None:
    update_post(store, change)
