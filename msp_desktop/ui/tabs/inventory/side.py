"""The right panel: the charts, their figures as tables, and who must not be recognised in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from msp_desktop.domain.charts import Chart
from msp_desktop.domain.inventory import RETIREMENT_AGES, Inventory
from msp_desktop.domain.inventory_charts import age_chart, departure_chart, profession_chart, single_person_note
from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.i18n import _
from msp_desktop.services.inventory import update_inventory
from msp_desktop.ui.forms.field import Field, number
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.chart_view import ChartView, screen_frame
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import holder, row
from msp_desktop.ui.workspace import Workspace

_CHARTS = (profession_chart, departure_chart, age_chart)


class SidePanel(QScrollArea):
    """The charts, and the age at which one may be supposed to retire."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.setObjectName("side")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setObjectName("side")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 16, 10, 16)
        column.setSpacing(4)
        self._parts = [self._part(column) for _chart in _CHARTS]
        years = number(_("years"), whole=True, span=RETIREMENT_AGES)
        self._age = Form(
            workspace,
            Inventory,
            lambda store, _key, change: update_inventory(store, change),
            [Field("retirement_age", _("Retirement age"), years, bare=True)],
        )
        words = Label(_("Solid: known. Hatched: possible at"), tone="soft")
        self._age_row = holder(row(words, self._age, -1))
        column.insertWidget(column.indexOf(self._parts[1][2]) + 1, self._age_row)
        self._toggle = LinkButton(_("See the figures as tables"), "table")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._show_figures)
        self._figures = Label("", wrap=True)
        self._figures.setVisible(False)
        self._note = Label("", tone="soft", wrap=True)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._figures)
        column.addWidget(self._note)
        column.addStretch(1)
        self.setWidget(self._page)
        self.setMinimumWidth(theme().px(screen_frame().width) + 40)

    def show_view(self, view: InventoryView) -> None:
        """Show the charts of an inventory; drawn before where they say what they said."""
        self._age.show_record(view.inventory)
        shown = (view.today, view.inventory, view.counts, view.departures, view.ages)
        if shown == self._shown:
            return
        self._shown = shown
        charts = [make(view, screen_frame()) for make in _CHARTS]
        for (title, subtitle, drawing), chart in zip(self._parts, charts, strict=True):
            title.setText(chart.title)
            subtitle.setText(chart.subtitle)
            drawing.show_chart(chart)
            for widget in (title, subtitle, drawing):
                widget.setVisible(bool(view.professionals))
        self._age_row.setVisible(bool(view.departures))
        self._toggle.setVisible(bool(view.professionals))
        self._figures.setText("\n\n".join(_as_text(chart) for chart in charts))
        self._note.setText(
            single_person_note(view)
            if view.professionals
            else _("The charts appear here as soon as a professional is in the register.")
        )

    def _part(self, column: QVBoxLayout) -> tuple[Label, Label, ChartView]:
        title, subtitle, drawing = (
            Label("", factor=TITLE, bold=True, wrap=True),
            Label("", tone="soft", wrap=True),
            ChartView(),
        )
        for widget in (title, subtitle, drawing):
            column.addWidget(widget)
        column.addSpacing(8)
        return title, subtitle, drawing

    def _show_figures(self, shown: bool) -> None:
        self._figures.setVisible(shown)
        self._toggle.setText(_("Hide the tables") if shown else _("See the figures as tables"))


def _as_text(chart: Chart) -> str:
    lines = [f"{chart.title} ({chart.header[0].lower()})"]
    for name, *values in chart.rows:
        told = ", ".join(f"{words.lower()} {value}" for words, value in zip(chart.header[1:], values, strict=True))
        lines.append(f"{name}\u00a0: {told}")
    return "\n".join(lines)
