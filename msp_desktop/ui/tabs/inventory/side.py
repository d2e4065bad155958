"""The right panel: the charts, their figures as tables, and who must not be recognised in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.charts import Frame
from msp_desktop.domain.inventory import RETIREMENT_AGES, Inventory
from msp_desktop.domain.inventory_charts import age_chart, departure_chart, profession_chart, single_person_note
from msp_desktop.domain.inventory_views import FindingView, InventoryView
from msp_desktop.i18n import _
from msp_desktop.services.inventory import update_inventory
from msp_desktop.ui.forms.field import Field, number
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.inventory.figures import Figures
from msp_desktop.ui.tabs.inventory.public_figures import PublicFigures
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.chart_view import ChartView
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.workspace import Workspace

_CHARTS = (profession_chart, departure_chart, age_chart)
#: The least and the largest width of a chart, in pixels at 100 %.
_LEAST, _MOST = 270, 520


class SidePanel(QWidget):
    """The charts and the age at which one may be supposed to retire, or their figures as tables."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._view: InventoryView | None = None
        self._width = 0
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        years = number(_("years"), whole=True, span=RETIREMENT_AGES)
        self._age = Form(
            workspace,
            Inventory,
            lambda store, _key, change: update_inventory(store, change),
            [Field("retirement_age", _("Retirement age"), years, bare=True)],
        )
        self._age_row = holder(row(Label(_("Solid: known. Hatched: possible at"), tone="soft"), self._age, -1))
        charts = column(margins=(16, 16, 10, 8), spacing=4)
        self._parts = [self._part(charts) for _chart in _CHARTS]
        charts.insertWidget(charts.indexOf(self._parts[1][2]) + 1, self._age_row)
        self._note = Label("", tone="soft", wrap=True)
        charts.addWidget(self._note)
        charts.addStretch(1)
        self._figures = Figures()
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolled(holder(charts, "side"), _("Charts")))
        self._pages.addWidget(scrolled(self._figures, _("Figures")))
        self._toggle = LinkButton(_("See the figures as tables"), "table")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._show_figures)
        foot = row(self._toggle, -1, margins=(13, 2, 10, 8))
        self._public = PublicFigures()
        self.setLayout(column(self._pages, self._public, foot, spacing=0))
        self.setMinimumWidth(theme().px(_LEAST) + 40)

    def show_view(self, view: InventoryView) -> None:
        """Show the charts of an inventory; drawn before where they say what they said."""
        self._age.show_record(view.inventory)
        shown = (view.today, view.inventory, view.counts, view.departures, view.ages)
        self._view = view
        if shown != self._shown:
            self._shown = shown
            self._draw()

    def show_finding(self, finding: FindingView | None) -> None:
        """Show the public figures that support a finding, none for None."""
        if self._view is not None:
            self._public.show_finding(self._view, finding)

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        width = max(_LEAST, min(_MOST, (self.width() - 40) / theme().scale))
        self._width = self.width()
        charts = [make(view, Frame(width=width, names=min(138, width * 0.38), letter=7.2)) for make in _CHARTS]
        for (title, subtitle, drawing), chart in zip(self._parts, charts, strict=True):
            title.setText(chart.title)
            subtitle.setText(chart.subtitle)
            drawing.show_chart(chart)
            for widget in (title, subtitle, drawing):
                widget.setVisible(bool(view.professionals))
        self._age_row.setVisible(bool(view.departures))
        self._toggle.setVisible(bool(view.professionals))
        self._figures.show_charts(charts)
        self._note.setText(
            single_person_note(view)
            if view.professionals
            else _("The charts appear here as soon as a professional is in the register.")
        )
        if not view.professionals:
            self._toggle.setChecked(False)

    def _part(self, charts: QVBoxLayout) -> tuple[Label, Label, ChartView]:
        title, subtitle, drawing = (
            Label("", factor=TITLE, bold=True, wrap=True),
            Label("", tone="soft", wrap=True),
            ChartView(follows=True),
        )
        for widget in (title, subtitle, drawing):
            charts.addWidget(widget)
        charts.addSpacing(8)
        return title, subtitle, drawing

    def _show_figures(self, shown: bool) -> None:
        self._pages.setCurrentIndex(int(shown))
        self._toggle.setText(_("Back to the charts") if shown else _("See the figures as tables"))
        self._toggle.setAccessibleName(self._toggle.text().strip())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._width:
            self._draw()
