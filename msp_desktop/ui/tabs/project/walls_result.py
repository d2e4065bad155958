"""What the figures of premises say: the picture of the three cases, a few sentences, each year in a table."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.walls import HORIZON, Case, WallsBalance
from msp_desktop.domain.walls_charts import signed, walls_chart, year_name
from msp_desktop.formats.numbers import decimal, euros
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.walls import WallsView, case_words
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.chart_view import ChartView
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.record_table import RecordTable

#: The narrowest picture, in pixels at 100 %.
_LEAST = 300


class YearRow(Struct, frozen=True):
    """A year, with the offices let and the balance of each case."""

    id: int
    name: str
    cases: tuple[tuple[float, int], ...]


class WallsResult(QWidget):
    """Show what the figures say, or what they lack; `request_building` wishes to write it."""

    request_building = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: WallsView | None = None
        self._lacking = Label("", wrap=True)
        self._write = LinkButton(_("Write it in the panel"), "pencil")
        self._write.clicked.connect(self.request_building)
        self._title = Label("", factor=TITLE, bold=True, wrap=True)
        self._subtitle = Label("", tone="soft", wrap=True)
        self._chart = ChartView(follows=True)
        self._says = Label("", wrap=True)
        self._table = RecordTable(_("Balance of each year"), _columns(), sortable=False)
        self._absent = holder(column(self._lacking, row(self._write, -1), spacing=4))
        self._found = holder(
            column(self._title, self._subtitle, self._chart, self._says, framed(self._table), spacing=6)
        )
        self.setLayout(column(self._absent, self._found))

    def show_view(self, view: WallsView) -> None:
        """Show what is supposed, counted."""
        self._view = view
        self._absent.setVisible(view.balance is None)
        self._found.setVisible(view.balance is not None)
        if view.balance is None:
            self._lacking.setText(_("To be counted, this lacks: {things}.").format(things=_things(view.lacking)))
            return
        self._draw()
        self._says.setText("\n".join(_sentences(view.balance)))
        self._table.show_rows(_rows(view))
        rows = self._table.verticalHeader().defaultSectionSize() * (HORIZON + 1)
        self._table.setFixedHeight(rows + self._table.horizontalHeader().sizeHint().height() + 4)

    def _draw(self) -> None:
        if self._view is None or self._view.balance is None:
            return
        width = max(_LEAST, (self.width() - 4) / theme().scale)
        chart = walls_chart(self._view.balance, case_words(), self._view.premises.first_year, width, 7.2)
        self._title.setText(chart.title)
        self._subtitle.setText(chart.subtitle)
        self._chart.show_chart(chart)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()


def _things(lacking: tuple[str, ...]) -> str:
    words = {
        "needs": _("an office at least"),
        "area": _("the square metres of each office"),
        "rent": _("the rent"),
        "charges": _("the charges"),
        "works": _("the cost of the works (0 where there are none)"),
        "loan_years": _("how long the loan is (0 where there is none)"),
    }
    return ", ".join(words[name] for name in lacking)


def _sentences(balance: WallsBalance) -> list[str]:
    """Return what a year costs, what an empty office costs, how many are to be let, at what rent it would balance."""
    found = [
        _("{area} m² in all. A year costs {cost}, let or not, of which {loan} for the loan.").format(
            area=decimal(balance.area), cost=euros(balance.fixed), loan=euros(balance.repayment)
        ),
        _("An empty office costs the town about {amount} a year.").format(amount=euros(balance.empty_office)),
    ]
    if balance.needed is None or balance.needed > balance.offices:
        found.append(_("Even full, the building costs the town more than it brings in."))
    else:
        found.append(
            ngettext(
                "{count} office of {offices} is to be let for a year to balance.",
                "{count} offices of {offices} are to be let for a year to balance.",
                balance.needed,
            ).format(count=balance.needed, offices=balance.offices)
        )
    if balance.fair_rent is not None:
        found.append(
            _("With those expected, a year would balance at a rent of {rent} per m².").format(
                rent=euros(balance.fair_rent)
            )
        )
    return found


def _columns() -> list[Column]:
    def case(place: int, title: str) -> list[Column]:
        return [
            Column(_("{case}: let").format(case=title), lambda row: decimal(row.cases[place][0]), right=True, width=118),
            Column(_("balance"), lambda row: signed(row.cases[place][1]), right=True, width=134,
                   tone=lambda row: "late" if row.cases[place][1] < 0 else ""),
        ]  # fmt: skip

    columns = [Column(_("Year"), lambda row: row.name, width=110, bold=True)]
    for place, words in enumerate(case_words()):
        columns += case(place, words.title)
    return columns


def _rows(view: WallsView) -> list[YearRow]:
    assert view.balance is not None
    cases = [view.balance.case(case) for case in Case]
    years = [
        YearRow(
            number,
            year_name(number, view.premises.first_year),
            tuple((one.years[number - 1].offices, one.years[number - 1].balance) for one in cases),
        )
        for number in range(1, HORIZON + 1)
    ]
    means = tuple((one.let, one.total) for one in cases)
    return [*years, YearRow(0, _("In ten years"), means)]
