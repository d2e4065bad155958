"""The page of the fiches action: the table by axis, the days, the totals, and beside them what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget
from typing_extensions import override

from msp_desktop.domain.action_plan import Plan, stretches
from msp_desktop.domain.action_sheets import (
    ActionSheet,
    Axis,
    AxisObjective,
    SheetFunding,
    SheetIndicator,
    SheetStep,
)
from msp_desktop.formats.numbers import euros
from msp_desktop.i18n import _
from msp_desktop.services import action_sheets as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.funding_bar import FundingBar
from msp_desktop.ui.tabs.project.sheet_panel import SheetPanel
from msp_desktop.ui.tabs.project.sheet_rows import (
    OBTAINED,
    PLANNED,
    PROGRESS,
    TITLE,
    axis_key,
    axis_of,
    sheet_columns,
    sheet_rows,
    total_words,
)
from msp_desktop.ui.tabs.project.sheet_table import SheetTable, TotalRow
from msp_desktop.ui.tabs.project.sheet_totals import SheetTotals
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.workspace import Workspace, touches

_AXIS, _SHEET = "axis", "action-sheet"
#: Under these widths, in pixels at 100 %, the pilot is in the panel alone, then the due date too.
_NARROW, _NARROWER = 760, 660
#: What the table shows: figures, days, or sums in its place.
_TABLE, _DAYS, _SUMS = "table", "days", "sums"


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return SheetsPage(workspace)


class SheetsPage(Page):
    """The plan of the CLS; a target is a sheet's id, or the row of an axis."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._plan = Plan()
        self._folded: set[int] = set()
        self._year: int | None = None
        self._view = _TABLE
        self._chosen: Any = None
        self._add_button = MainButton(_("Add a sheet"), "plus")
        self.main = self._add_button
        self._print = PlainButton(_("Print"), "print")
        self.tools = self._print
        self._heading = title("")
        self._years = ChoiceField(_("Year of the budget"), [])
        self._views = Segments(_("What is shown"), [(_TABLE, _("Table")), (_DAYS, _("Calendar")), (_SUMS, _("Totals"))])
        self._bar = FundingBar()
        self._table = SheetTable(sheet_columns(workspace), workspace.drafts)
        self._total = TotalRow(self._table)
        self._sums = SheetTotals()
        self._panel = SheetPanel(workspace)
        self.panel = self._panel
        self._pages, self._shown = QStackedWidget(), QStackedWidget()
        self._build()
        self._wire()
        self._views.show_value(_TABLE)
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the plan again where a change concerns it."""
        if not touches(records, *service.MADE_FROM):
            return
        self._plan = service.plan(self._workspace.reader)
        self._pages.setCurrentIndex(int(bool(self._plan.axes)))
        self._show_money()
        self._show_days()
        self._table.show_rows(sheet_rows(self._plan, self._folded, self._year))
        if self._table.chosen_id() is None and self._plan.axes:
            first = next(iter(self._plan.sheets()), None)
            self._table.select(first.id if first else axis_key(self._plan.axes[0].id))
        self._choose(self._table.chosen_id())

    def show_target(self, target: Any) -> None:
        """Choose a sheet by its id, an axis by its row; begin again with what was being added."""
        if target == _AXIS:
            self._ask_axis()
        elif isinstance(target, tuple) and target[0] == _SHEET:
            self._ask_sheet(target[1])
        elif target is not None:
            view = self._plan.sheet(target) if isinstance(target, int) else None
            if view is not None and view.axis.id in self._folded:
                self._fold(view.axis.id, False)
            self._show_view(_TABLE if self._shown.currentIndex() else None)
            self._table.select(target)
            self._choose(target)

    def target(self) -> Any:
        """Return the sheet or the axis chosen."""
        return self._chosen

    def place_of(self, key: DraftKey) -> Any:
        """Return the sheet or the axis words wait for."""
        reader = self._workspace.reader
        if key.kind == "dialog" and key.attribute == _AXIS:
            return _AXIS
        if key.kind == "dialog" and key.attribute == _SHEET:
            return _SHEET, key.id
        if key.kind == Axis.__name__:
            return axis_key(int(str(key.id)))
        if key.kind == AxisObjective.__name__:
            own = reader.find(AxisObjective, id=key.id)
            return axis_key(own.axis_id) if own else None
        for record in (SheetStep, SheetIndicator, SheetFunding):
            if key.kind == record.__name__:
                part: Any = reader.find(record, id=key.id)
                return part.sheet_id if part else None
        return key.id if key.kind in (ActionSheet.__name__, _("Action sheets")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the sheets."""
        return "action-sheets", None

    def focus_main(self) -> None:
        """Put the keyboard in the table, or on the button of the empty page."""
        self._empty.focus_or(self._table, bool(self._pages.currentIndex()))

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyPage(
            "table",
            _("No action sheet yet"),
            _("A plan has a few priority axes, their objectives, and under each the sheets of what will be done.")
            + " "
            + _("Begin with an axis."),
            _("Add an axis"),
        )
        head = Folding(row(self._heading, -1), row(self._years, self._views))
        self._table.setMinimumHeight(theme().px(150))
        self._table.setFrameShape(self._table.Shape.NoFrame)
        whole = holder(column(self._table, self._total, spacing=0))
        self._shown.addWidget(framed(whole))
        self._shown.addWidget(self._sums)
        self._pages.addWidget(scrolled(self._empty, _("No action sheet yet")))
        full = column(head, self._bar, self._shown, spacing=8)
        self._pages.addWidget(scrolled(holder(full, "transparent"), _("Action sheets")))  # on a low screen
        self.setLayout(column(self._pages))

    def _wire(self) -> None:
        workspace = self._workspace
        self._add_button.clicked.connect(self._open_menu)
        self._print.clicked.connect(lambda: workspace.request_papers.emit(("action-plan", "action-sheets"), None))
        self._empty.request_start.connect(self._ask_axis)
        lock(workspace, self._add_button, self._empty.button)
        self._years.request_value.connect(self._show_year)
        self._views.chosen.connect(self._show_view)
        self._table.selected.connect(self._choose)
        self._table.request_delete.connect(self._delete)
        self._table.request_fold.connect(self._fold)
        self._table.request_move.connect(self._move)
        self._table.request_open.connect(self._open)
        self._table.clicked.connect(self._on_click)
        self._panel.request_delete.connect(lambda key: self._delete([key]))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_columns()

    # --- showing -----------------------------------------------------------------------------

    def _show_money(self) -> None:
        years = self._plan.years()
        if self._year not in years:
            self._year = None
        choices = [(None, _("All years")), *((year, str(year) if year else _("Year not said")) for year in years)]
        if self._years.values != [key for key, _words in choices]:
            self._years.set_choices(choices)
        self._years.show_typed(self._year)
        self._years.setVisible(len(years) > 1)
        money = self._plan.money(self._year)
        self._heading.setText(money_words(money.missing, money.planned))
        self._bar.show_stretches(stretches(self._plan.by_funder(self._year), money.missing))
        words, done = total_words(self._plan)
        self._total.show_words(
            {TITLE: words, PROGRESS: done, PLANNED: euros(money.planned), OBTAINED: euros(money.obtained)}
        )
        if self._view == _SUMS:
            self._sums.show_plan(self._plan, self._year)

    def _show_year(self, year: int | None) -> None:
        self._year = year
        self._show_money()
        self._table.show_rows(sheet_rows(self._plan, self._folded, self._year))

    def _show_view(self, view: str | None) -> None:
        if view is None:
            return
        self._views.show_value(view)
        self._shown.setCurrentIndex(int(view == _SUMS))
        self._view = view
        self._show_money()
        self._show_days()
        self._hide_columns()

    def _show_days(self) -> None:
        self._table.show_days(self._plan, self._workspace.today(), shown=self._view == _DAYS)

    def _hide_columns(self) -> None:
        level = sum(self.width() < theme().px(width) for width in (_NARROW, _NARROWER))
        self._table.hide_columns(self._table.hidden(level))

    def _choose(self, key: Any) -> None:
        self._workspace.flush()
        self._chosen = key
        axis_id = axis_of(key)
        axis = self._plan.axis(axis_id) if axis_id is not None else None
        view = self._plan.sheet(key) if isinstance(key, int) else None
        self._panel.show_chosen(self._plan, axis, view)

    def _on_click(self, index: Any) -> None:
        """Fold or open an axis where its mark is clicked."""
        row_at = self._table.rows.row_at(index)
        place = self._table.viewport().mapFromGlobal(self._table.cursor().pos())
        if row_at.view is None and place.x() < theme().px(28):
            self._fold(row_at.axis.id, not row_at.folded)

    def _fold(self, axis_id: int, folded: bool) -> None:
        self._folded = self._folded | {axis_id} if folded else self._folded - {axis_id}
        self._table.show_rows(sheet_rows(self._plan, self._folded, self._year))

    # --- acting ------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return what may be added: a sheet to each axis, an axis."""
        menu = QMenu(self)
        for axis in self._plan.axes:
            words = _("A sheet in axis {number}, {title}…").format(number=axis.number, title=axis.axis.title)
            menu.addAction(words).triggered.connect(lambda _on, axis_id=axis.id: self._ask_sheet(axis_id))
        if self._plan.axes:
            menu.addSeparator()
        menu.addAction(_("A priority axis…")).triggered.connect(self._ask_axis)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._add_button.mapToGlobal(QPoint(0, self._add_button.height())))
        menu.deleteLater()

    def _ask_axis(self) -> None:
        self._ask(
            _("Add an axis"),
            _("What the axis is called"),
            lambda words: self._workspace.act(service.add_axis, words),
            _AXIS,
            0,
        )

    def _ask_sheet(self, axis_id: int) -> None:
        if axis_id in self._folded:
            self._fold(axis_id, False)
        self._ask(
            _("Add a sheet"), _("What the action is called"), lambda words: self._workspace.act(service.add_sheet, axis_id, words),
            _SHEET, axis_id,
        )  # fmt: skip

    def _ask(self, heading: str, label: str, act: Callable[[str], Any], name: str, owner: int) -> None:
        dialog = AskWords(
            heading, label, "", _("Add"), act, self, keep=(self._workspace.kept, DraftKey("dialog", owner, name))
        )
        if run(dialog, self._workspace):
            key = dialog.outcome.id
            self._table.select(axis_key(key) if name == _AXIS else key)
            self._panel.focus_first()

    def _open(self, key: Any) -> None:
        axis_id = axis_of(key)
        if axis_id is not None:
            self._fold(axis_id, axis_id not in self._folded)
        else:
            self._panel.focus_first()

    def _move(self, key: Any, by: int) -> None:
        axis_id = axis_of(key)
        if axis_id is not None:
            self._workspace.act(service.move_axis, axis_id, by)
        else:
            self._workspace.act(service.move_sheet, key, by)

    def _delete(self, keys: list[Any]) -> None:
        axes = [axis for key in keys if (axis := axis_of(key)) is not None]
        if axes:
            self._workspace.act(service.delete_axis, axes[0])
        else:
            self._workspace.act(service.delete_sheets, [key for key in keys if isinstance(key, int)])


def money_words(missing: int, planned: int) -> str:
    """Return the finding: « Il manque 40 000 € sur 81 000 € »."""
    if not planned:
        return _("No budget yet")
    if not missing:
        return _("All of the {planned} planned is found").format(planned=euros(planned))
    return _("{missing} missing of {planned}").format(missing=euros(missing), planned=euros(planned))
