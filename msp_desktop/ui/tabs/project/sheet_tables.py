"""What a fiche action counts: its indicators with what they were, and its budget by funder and year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from msp_desktop.domain.action_plan import IndicatorView, SheetView
from msp_desktop.domain.action_sheets import IndicatorValue, SheetFunding, SheetIndicator
from msp_desktop.domain.change import Change
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.numbers import decimal, euros, number
from msp_desktop.formats.typed import EARLIEST, LATEST, Toward, parse_euros, parse_figure
from msp_desktop.i18n import _, language
from msp_desktop.services import sheet_figures as service
from msp_desktop.ui.forms.field import Field, line
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, framed, holder
from msp_desktop.ui.widgets.small_table import SmallTable
from msp_desktop.ui.workspace import Workspace

_NOTHING = "–"


class IndicatorTable(QWidget):
    """The indicators of one sheet; under them the values of the one chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view: SheetView | None = None
        self._table = SmallTable(_("Indicators"), self._columns(), workspace.drafts)
        self._values = SmallTable(_("Values by date"), self._value_columns(), workspace.drafts)
        self._table.selected.connect(lambda _key: self._show_values())
        self._table.request_delete.connect(lambda ids: workspace.attempt(service.delete_indicators, ids))
        self._values.request_delete.connect(lambda ids: workspace.attempt(service.delete_values, ids))
        self._new = AddLine(
            _("Add an indicator"),
            _("Add an indicator, then Enter"),
            workspace.drafts,
            lambda owner, words: workspace.attempt(service.add_indicator, owner, words),
        )
        self._named = Label("", tone="soft", wrap=True)
        self._unit = Form(
            workspace,
            SheetIndicator,
            service.update_indicator,
            [Field("unit", _("Unit"), line(_("people, sessions, %")), width=180)],
        )
        self._of_one = holder(column(self._named, self._unit, framed(self._values), spacing=6))
        self.setLayout(column(framed(self._table), self._new, self._of_one, spacing=6))

    def show_sheet(self, view: SheetView) -> None:
        """Show the indicators of a sheet."""
        self._view = view
        self._new.show_owner(view.id)
        self._table.show_rows([_IndicatorRow(one.indicator.id, one) for one in view.indicators])
        self._show_values()

    def _show_values(self) -> None:
        chosen = self._table.chosen_id()
        one = next((row for row in (self._view.indicators if self._view else ()) if row.indicator.id == chosen), None)
        self._of_one.setVisible(one is not None)
        self._values.show_rows(list(reversed(one.values)) if one else [])
        if one is not None:
            self._unit.show_record(one.indicator)
            self._named.setText(_("{indicator}, value by value").format(indicator=one.indicator.title))

    def _columns(self) -> list[Column]:
        def update(row: _IndicatorRow, **values: Any) -> None:
            self._workspace.attempt(service.update_indicator, row.id, Change(SheetIndicator, **values))

        def figure(text: str, act: Callable[[float | None], object]) -> None:
            _with(self._workspace, parse_figure, text, act)

        def note(row: _IndicatorRow, text: str) -> None:
            today = self._workspace.today()
            figure(text, lambda value: self._workspace.attempt(service.note_value, row.id, today, value))

        record = SheetIndicator.__name__
        return [
            Column(_("Indicator"), _titled, lambda r, t: update(r, title=t), value=lambda r: r.one.indicator.title, width=172,
                   shows=((record, "title"),)),
            Column(_("Baseline"), lambda r: _figure(r.one.indicator.baseline),
                   lambda r, t: figure(t, lambda v: update(r, baseline=v)), right=True, width=64),
            Column(_("Target"), lambda r: _figure(r.one.indicator.target),
                   lambda r, t: figure(t, lambda v: update(r, target=v)), right=True, width=64),
            Column(_("Now"), lambda r: _figure(r.one.last.value if r.one.last else None), note, right=True, width=64),
        ]  # fmt: skip

    def _value_columns(self) -> list[Column]:
        def update(row: IndicatorValue, **values: Any) -> None:
            self._workspace.attempt(service.update_value, row.id, Change(IndicatorValue, **values))

        def write_day(row: IndicatorValue, text: str) -> None:
            self._workspace.with_date(
                text, lambda day: update(row, measured_on=day) if day else None, toward=Toward.BEHIND
            )

        def write(row: IndicatorValue, text: str) -> None:
            _with(
                self._workspace,
                parse_figure,
                text,
                lambda value: update(row, value=value) if value is not None else None,
            )

        return [
            Column(_("Measured on"), lambda r: medium_date(r.measured_on, language()), write_day, width=180),
            Column(_("Value"), lambda r: _figure(r.value), write, right=True, width=90),
        ]


class _IndicatorRow(Struct, frozen=True):
    """An indicator as a row of a table."""

    id: int
    one: IndicatorView


class BudgetTable(QWidget):
    """The budget of one sheet: who pays, for which year, what is planned, asked, obtained; and all together."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._table = SmallTable(_("Budget"), self._columns(), workspace.drafts)
        self._table.request_delete.connect(lambda ids: workspace.attempt(service.delete_funding, ids))
        self._new = AddLine(
            _("Add a funder"),
            _("Add a funder, then Enter"),
            workspace.drafts,
            lambda owner, words: self._add(owner, words),
        )
        self._total = Label("", bold=True, wrap=True)
        self._surplus = hint("")
        self.setLayout(column(framed(self._table), self._total, self._surplus, self._new, spacing=6))

    def show_sheet(self, view: SheetView) -> None:
        """Show the budget of a sheet."""
        self._new.show_owner(view.id)
        self._table.show_rows(view.funding)
        money = view.money()
        words = _("Planned {planned}, obtained {obtained}").format(
            planned=euros(money.planned), obtained=euros(money.obtained)
        )
        if money.missing:
            words += ", " + _("{missing} to be found").format(missing=euros(money.missing))
        self._total.setText(words)
        self._total.setVisible(bool(view.funding))
        self._surplus.setText(_("{sum} more than planned: money given for one thing pays for no other.").format(
            sum=euros(money.surplus)))  # fmt: skip
        self._surplus.setVisible(bool(money.surplus))

    def _add(self, sheet_id: int, words: str) -> None:
        year = service.budget_year(self._workspace.store, sheet_id, self._workspace.today())
        self._workspace.attempt(service.add_funding, sheet_id, words, year)

    def _columns(self) -> list[Column]:
        def update(row: SheetFunding, **values: Any) -> None:
            self._workspace.attempt(service.update_funding, row.id, Change(SheetFunding, **values))

        def sums(name: str) -> Callable[[SheetFunding, str], None]:
            return lambda row, text: _with(
                self._workspace, parse_euros, text, lambda value: update(row, **{name: value})
            )

        def write_year(row: SheetFunding, text: str) -> None:
            _with(self._workspace, _parse_year, text, lambda year: update(row, year=year))

        def money(name: str, title: str) -> Column:
            return Column(
                title, lambda r: _money(getattr(r, name)), sums(name), right=True, width=80 if name == "asked" else 70,
                value=lambda r: str(getattr(r, name) or ""),
            )  # fmt: skip

        return [
            Column(_("Funder"), lambda r: r.funder or _("to be found"), lambda r, t: update(r, funder=t),
                   value=lambda r: r.funder, names=directory_names(self._workspace), width=150,
                   shows=((SheetFunding.__name__, "funder"),), tone=lambda r: "" if r.funder else "late"),
            Column(_("Year"), lambda r: str(r.year) if r.year else _NOTHING, write_year, width=62),
            money("planned", _("Planned")),
            money("asked", _("Asked")),
            money("obtained", _("Obtained")),
        ]  # fmt: skip


def _parse_year(text: str) -> int:
    words = text.strip()
    if not words:
        return 0
    year = int(words) if words.isdecimal() and len(words) <= 4 else -1
    year += 2000 if 0 <= year < 100 and len(words) == 2 else 0
    if not EARLIEST.year <= year <= LATEST.year:
        raise ValueError(text)
    return year


def _with(workspace: Workspace, parse: Callable[[str], Any], text: str, act: Callable[[Any], object]) -> None:
    """Act with a figure typed in a cell; say so where it is none."""
    try:
        value = parse(text)
    except ValueError:
        words = _("Write a year, as 2027.") if parse is _parse_year else _("Write a number, as 1250 or 2.5.")
        workspace.refuse(words, understood=False)
        return
    act(value)


def _figure(value: float | None) -> str:
    return _NOTHING if value is None else decimal(value)


def _money(value: int) -> str:
    return number(value) if value else _NOTHING


def _titled(row: _IndicatorRow) -> str:
    own = row.one.indicator
    return f"{own.title} ({own.unit})" if own.unit else own.title
