"""The totals of the plan: by axis, by year, by funder; three small tables that can be read from afar."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.action_plan import Money, Plan
from msp_desktop.formats.numbers import euros
from msp_desktop.i18n import _
from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, scrolled
from msp_desktop.ui.widgets.small_table import SmallTable


class _SumRow(Struct, frozen=True):
    """A line of totals."""

    id: int
    name: str
    money: Money
    whole: bool = False


class SheetTotals(QWidget):
    """Show what each axis, year and funder is in the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        drafts = Drafts(self)
        self._axes = SmallTable(_("By axis"), _columns(_("Axis")), drafts)
        self._years = SmallTable(_("By year"), _columns(_("Year")), drafts)
        self._funders = SmallTable(_("By funder"), _columns(_("Funder")), drafts)
        page = column(
            Label(_("By axis"), bold=True), framed(self._axes), 8, Label(_("By year"), bold=True), framed(self._years), 8,
            Label(_("By funder"), bold=True), framed(self._funders), -1, margins=(0, 0, 8, 8), spacing=6,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(holder(page, "scrolled"), _("Totals")))

    def show_plan(self, plan: Plan, year: int | None) -> None:
        """Show the totals of a plan, of one year or of all."""
        whole = plan.money(year)
        axes = [(f"{axis.number}. {axis.axis.title}", axis.money(year)) for axis in plan.axes]
        years = [(str(one) if one else _("Year not said"), money) for one, money in plan.by_year()]
        funders = [(share.name or _("to be found"), share.money) for share in plan.by_funder(year)]
        self._axes.show_rows(_rows(axes, whole))
        self._years.show_rows(_rows(years, plan.money()))
        self._funders.show_rows(_rows(funders, whole))


def _rows(lines: Sequence[tuple[str, Money]], whole: Money) -> list[_SumRow]:
    rows = [_SumRow(number, name, money) for number, (name, money) in enumerate(lines, 1)]
    return [*rows, _SumRow(0, _("Together"), whole, whole=True)] if rows else []


def _columns(first: str) -> list[Column]:
    def sums(name: str, title: str) -> Column:
        return Column(
            title, lambda r: euros(getattr(r.money, name)) if getattr(r.money, name) else "–", right=True, width=104
        )

    return [
        Column(first, lambda r: r.name, width=260, tone=lambda r: "accent" if r.whole else ""),
        sums("planned", _("Planned")),
        sums("obtained", _("Obtained")),
        sums("asked", _("Awaited")),
        sums("to_ask", _("To be asked")),
        sums("missing", _("To find")),
    ]
