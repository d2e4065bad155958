"""Beside the diagnosis' tables: its terms of reference, and what came out of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.diagnosis import Diagnosis
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.services.diagnosis import update_diagnosis
from msp_desktop.ui.forms.field import Field, day, line, note, number, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.labels import Label, divider, title
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.workspace import Workspace


class DiagnosisTerms(QWidget):
    """Write the terms of reference, then the needs, the priorities and how they agree with the regional plan."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = (_terms_form(workspace), _results_form(workspace))
        terms, results = self._forms
        self.setLayout(
            column(
                title(_("Terms of reference")), Label(kit_diagnosis().terms.purpose, wrap=True, tone="soft"), terms,
                divider(), title(_("What comes out of it")), results,
                Label(kit_diagnosis().consistency, wrap=True, tone="soft"), spacing=10,
            )
        )  # fmt: skip

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Show what is kept."""
        for form in self._forms:
            form.show_record(diagnosis)


def panel_of(terms: DiagnosisTerms) -> QWidget:
    """Return the terms as a panel at the right."""
    panel = QWidget()
    panel.setObjectName("side")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page = column(terms, -1, margins=(24, 16, 16, 16))
    panel.setLayout(column(scrolled(holder(page, "scrolled"), _("Terms of reference")), margins=(1, 0, 0, 0)))
    return panel


def _terms_form(workspace: Workspace) -> Form:
    return Form(
        workspace,
        Diagnosis,
        _write,
        [
            Field("territory", _("Territory"), line(_("the towns of the contract"))),
            Field("aims", _("What we want to know"), note(least=2, most=8)),
            Field("led_by", _("Who leads it"), person()),
            Field("starts_on", _("The diagnosis begins on"), day(toward=Toward.NEAREST)),
            Field("ends_on", _("The diagnosis ends on"), day(toward=Toward.NEAREST)),
            Field("budget", _("Budget"), number("€", whole=True), width=150),
            Field("taking_part", _("How residents take part"), note(least=2, most=6)),
            Field("answer_by", _("Answer before"), day()),
            Field("answer_to", _("Where to answer"), line(_("where somebody outside is sought"))),
        ],
        spacing=8,
    )


def _results_form(workspace: Workspace) -> Form:
    return Form(
        workspace,
        Diagnosis,
        _write,
        [
            Field("findings", _("Needs, and what acts on health"), note(least=3, most=10)),
            Field("priorities", _("Priorities that come out"), note(_("One a line"), least=2, most=8)),
            Field("consistency", _("How they agree with the regional plan"), note(least=2, most=8)),
        ],
        spacing=8,
    )


def _write(store: Store, _key: int, change: Change[Diagnosis]) -> None:
    update_diagnosis(store, change)
