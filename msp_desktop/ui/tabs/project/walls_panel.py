"""Beside the needs: the figures of the building, what the three cases suppose, what to ask before anything is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.limits import limits_of
from msp_desktop.domain.premises import Premises
from msp_desktop.i18n import _
from msp_desktop.method.walls import kit_walls
from msp_desktop.services import walls as service
from msp_desktop.services.walls import WallsView
from msp_desktop.ui.forms.field import EditorFactory, Field, note, number, whole
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.workspace import Workspace


class WallsPanel(QWidget):
    """Show and change the figures; while the page is closed, only why walls come after the team."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kit = kit_walls()
        self._form = self._make_form(workspace)
        self._figures = holder(
            column(
                Label(_("The building"), factor=TITLE, bold=True, wrap=True),
                self._form,
                divider(),
                Label(_("Three cases"), bold=True, wrap=True),
                *(Label(f"{case.title}\u00a0: {case.text}", wrap=True) for case in kit.cases),
                hint(" ".join(kit.assumptions)),
                divider(),
                spacing=8,
            )
        )
        words = column(
            Label(kit.principle, bold=True, wrap=True),
            Label(kit.purpose, wrap=True),
            4,
            Label(_("Before anything is decided"), bold=True, wrap=True),
            *(Label(f"– {question}", wrap=True) for question in kit.questions),
            spacing=6,
        )
        page = column(self._figures, words, -1, margins=(24, 16, 16, 16), spacing=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scrolled(holder(page, "scrolled"), _("The building")))

    def show_view(self, view: WallsView) -> None:
        """Show the figures, or hide them while the page is closed."""
        self._figures.setVisible(not view.closed)
        self._form.show_record(view.premises)

    def focus_first(self) -> None:
        """Put the keyboard on the first figure that is not there yet."""
        self._form.focus_first(empty=True)

    def _make_form(self, workspace: Workspace) -> Form:
        return Form(
            workspace,
            Premises,
            service.update_premises,
            [
                (
                    Field("rent", _("Rent, per m² and year"), _whole("rent", "€")),
                    Field("charges", _("Charges, per m² and year"), _whole("charges", "€")),
                ),
                (
                    Field("shared_area", _("Common parts"), _whole("shared_area", "m²")),
                    Field("works", _("Cost of the works"), _whole("works", "€")),
                ),
                (
                    Field("grants", _("Grants expected"), _whole("grants", "€")),
                    Field("other_costs", _("Other costs, per year"), _whole("other_costs", "€")),
                ),
                (
                    Field("loan_years", _("Loan over"), _whole("loan_years", _("years")), width=92),
                    Field("loan_rate", _("Rate of the loan"), number("%")),
                ),
                (
                    Field("first_year", _("Opens in"), number("", whole=True)),
                    Field("months_to_fill", _("The others arrive after"), _months("months_to_fill")),
                ),
                Field(
                    "leaving_year",
                    _("Those who may leave do so in year"),
                    number("", whole=True, span=_span("leaving_year")),
                ),
                Field("notes", _("Notes"), note()),
            ],
            spacing=8,
        )


def _whole(attribute: str, unit: str) -> EditorFactory:
    least, most = _span(attribute)
    return whole(unit, least=least, most=most)


def _months(attribute: str) -> EditorFactory:
    return number(_("months"), whole=True, span=_span(attribute))


def _span(attribute: str) -> tuple[int, int]:
    limits = limits_of(Premises)[attribute]
    return int(limits.least), int(limits.most)
