"""The third tab: totals of the communes shown, in which nobody can be recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from msp_desktop.domain.charts import Frame
from msp_desktop.domain.federated.charts import Make, leaving_chart, points_chart
from msp_desktop.domain.federated.totals import Cell, Totals
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import number
from msp_desktop.i18n import N_, _, ngettext
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.ui.federation.words import vigilance_words
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.chart_view import ChartView
from msp_desktop.ui.widgets.labels import Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, page_of_fields, row, scrolled, settle_pane
from msp_desktop.ui.widgets.small_table import SmallTable

_HORIZONS = {
    "within_2": N_("within 2 years"),
    "3_to_5": N_("in 3 to 5 years"),
    "within_5": N_("within 5 years"),
    "later": N_("later"),
    "none_known": N_("none known"),
    "unknown": N_("not known"),
    "others": N_("others"),
}
_AGES = {
    "under_40": N_("under 40"),
    "40_49": N_("40 to 49"),
    "50_54": N_("50 to 54"),
    "55_59": N_("55 to 59"),
    "60_64": N_("60 to 64"),
    "65_plus": N_("65 and over"),
    "unknown": N_("not known"),
}


#: The least and the largest width of a chart, in pixels at 100 %.
_LEAST, _MOST = 270, 760


class _Line(Struct, frozen=True):
    """A line of a table: its name, then a text for each column."""

    id: str
    name: str
    texts: tuple[str, ...]


class TotalsPage(QWidget):
    """Emit `request_export(kind)`."""

    request_export = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Totals | None = None
        self._drawn: list[tuple[ChartView, Make, Mapping[str, str]]] = []
        self._under, self._hidden = Label("", tone="soft", wrap=True), Label("", tone="soft", wrap=True)
        export = PlainButton(_("Export the summary (PDF)…"), "download")
        export.clicked.connect(lambda: self.request_export.emit("pdf"))
        self._box = column(spacing=12)
        whole = column(
            row(page_title(_("Regional totals")), -1, export), self._under, self._hidden, self._box, -1, spacing=8,
            margins=(0, 0, 12, 12),
        )  # fmt: skip
        self._pane = scrolled(page_of_fields(whole), _("Regional totals"))
        self.setLayout(column(self._pane))

    def show_totals(self, totals: Totals, *, filtered: bool) -> None:
        """Show the totals of the communes chosen, all of them where none is filtered out."""
        self._under.setText(_counted(totals.communes, filtered).format(count=number(totals.communes)))
        if totals == self._shown:
            return
        self._shown = totals
        hidden = ngettext(
            "{count} number is hidden, so that nobody is recognised: it counts one or two people, comes from fewer than "
            "three communes, or would tell another that is hidden.",
            "{count} numbers are hidden, so that nobody is recognised: each counts one or two people, comes from fewer than "
            "three communes, or would tell another that is hidden.",
            totals.hidden,
        )
        self._hidden.setText(hidden.format(count=number(totals.hidden)))
        self._hidden.setVisible(bool(totals.hidden))
        while self._box.count():
            item = self._box.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._drawn = []
        for heading, first, heads, lines, make in _tables(totals):
            if lines:
                block = _block(heading, self._chart(make, lines), _table(heading, first, heads, lines))
                self._box.addWidget(block)
                block.show()
        settle_pane(self._pane)

    def _chart(self, make: Make | None, lines: Sequence[_Line]) -> list[QWidget]:
        """Return a chart with its finding and what it counts above it, nothing where there is none to draw."""
        names = {line.id: line.name for line in lines}
        drawn = make(self._told(), names, self._frame()) if make else None
        if make is None or drawn is None:
            return []
        view = ChartView(follows=True)
        view.show_chart(drawn)
        self._drawn.append((view, make, names))
        return [Label(drawn.title, bold=True, wrap=True), Label(drawn.subtitle, tone="soft", wrap=True), view]

    def _told(self) -> Totals:
        assert self._shown is not None
        return self._shown

    def _frame(self) -> Frame:
        width = max(_LEAST, min(_MOST, (self.width() - 80) / theme().scale))
        return Frame(width=width, names=min(340, width * 0.45), letter=7.2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view, make, names in self._drawn:
            chart = make(self._told(), names, self._frame())
            if chart is not None:
                view.show_chart(chart)


def _counted(communes: int, filtered: bool) -> str:
    if not filtered:
        return ngettext("{count} commune, all there is.", "{count} communes, all there are.", communes)
    return ngettext(
        "{count} commune, as it is filtered on the first tab.",
        "{count} communes, as they are filtered on the first tab.",
        communes,
    )


def _tables(totals: Totals) -> Sequence[tuple[str, str, Sequence[str], Sequence[_Line], Make | None]]:
    """Return the tables: a heading, the head of what is counted, those of the columns of numbers, the lines, what draws them."""
    points = [_Line(code, vigilance_words(code), (number(count),)) for code, count in totals.vigilances]
    here = [_Line(code, _profession(code), (number(count),)) for code, count in totals.professions]
    leaving_heads, leaving = _crossed(totals.leaving)
    age_heads, ages = _crossed(totals.ages)
    who = _("Profession")
    return (
        (_("Points to watch"), _("Point"), [_("communes")], points, points_chart),
        (_("Professionals here, by profession (public figures)"), who, [_("here")], here, None),
        (
            _("Departures, by profession"),
            who,
            [_(_HORIZONS.get(one, one)) for one in leaving_heads],
            leaving,
            leaving_chart,
        ),
        (_("Ages, by profession"), who, [_(_AGES.get(one, one)) for one in age_heads], ages, None),
    )


def _crossed(cells: Sequence[Cell]) -> tuple[list[str], list[_Line]]:
    """Return the columns and the lines of cells; what is hidden says so."""
    heads = list(dict.fromkeys(cell.column for cell in cells))
    known = {(cell.row, cell.column): cell.n for cell in cells}
    lines = [
        _Line(code, _profession(code), tuple(_shown(known.get((code, head), 0)) for head in heads))
        for code in dict.fromkeys(cell.row for cell in cells)
    ]
    return heads, lines


def _shown(count: int | None) -> str:
    return _("hidden") if count is None else number(count)


def _profession(code: str) -> str:
    return capital(kit_inventory().profession(code).plural)


def _table(heading: str, first: str, heads: Sequence[str], lines: Sequence[_Line]) -> QWidget:
    columns = [Column(first, lambda line: line.name, width=240)]
    columns += [
        Column(words, lambda line, at=at: line.texts[at], width=max(90, 9 * len(words)), right=True)  # type: ignore[misc]
        for at, words in enumerate(heads)
    ]
    table = SmallTable(heading, columns, in_sight=len(lines))
    table.setEditTriggers(SmallTable.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setStretchLastSection(False)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.show_rows(lines)
    return framed(table)


def _block(heading: str, chart: Sequence[QWidget], table: QWidget) -> QWidget:
    return holder(column(title(heading, wrap=True), *chart, table, spacing=4))
