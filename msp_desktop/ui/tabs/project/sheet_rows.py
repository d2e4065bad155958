"""The rows and the columns of the table of fiches action: an axis heads its sheets."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.action_plan import AxisView, Plan, SheetView
from msp_desktop.domain.action_sheets import ActionSheet, SheetState
from msp_desktop.domain.change import Change
from msp_desktop.formats.dates import medium_date, month_date
from msp_desktop.formats.numbers import euros
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services import action_sheets as service
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.tabs.project.sheet_days import days_words
from msp_desktop.ui.workspace import Workspace

#: Where each column stands.
NUMBER, TITLE, LEAD, DUE, PROGRESS, PLANNED, OBTAINED, DAYS = range(8)


class SheetRow(Struct, frozen=True):
    """A row: a sheet, or an axis, `folded` where its sheets are hidden; sums are of one year, or of all."""

    id: int | str
    axis: AxisView
    view: SheetView | None = None
    folded: bool = False
    year: int | None = None


def axis_key(axis_id: int) -> str:
    """Return the id of the row of an axis."""
    return f"axis {axis_id}"


def axis_of(key: Any) -> int | None:
    """Return the axis whose row this id is, None for that of a sheet."""
    return int(key.removeprefix("axis ")) if isinstance(key, str) and key.startswith("axis ") else None


def sheet_rows(plan: Plan, folded: set[int], year: int | None) -> list[SheetRow]:
    """Return the rows of a plan; those of folded axes without their sheets."""
    rows = []
    for axis in plan.axes:
        closed = axis.id in folded
        rows.append(SheetRow(axis_key(axis.id), axis, folded=closed))
        if not closed:
            alone = AxisView(axis.axis, axis.number)  # with its sheets, a change to one would draw them all again
            rows += [SheetRow(view.id, alone, view, year=year) for view in axis.sheets]
    return rows


def sheet_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: number, action, pilot, due, how far, planned, obtained, and the days of the calendar."""

    def update(row: SheetRow, **values: Any) -> None:
        workspace.attempt(service.update_sheet, row.id, Change(ActionSheet, **values))

    def write_due(row: SheetRow, text: str) -> None:
        workspace.with_date(text, lambda day: update(row, due_on=day))

    def planned(row: SheetRow) -> str:
        return euros(row.view.money(row.year).planned) if row.view else ""

    def obtained(row: SheetRow) -> str:
        return euros(row.view.money(row.year).obtained) if row.view else ""

    def progress(row: SheetRow) -> str:
        return progress_words(row.view, workspace.today()) if row.view else ""

    def mark(row: SheetRow) -> tuple[str, str] | None:
        return progress_mark(row.view, workspace.today()) if row.view else None

    def tone(row: SheetRow) -> str:
        shown = mark(row)
        return shown[1] if shown and shown[1] in ("late", "done", "accent") else "ink2"

    record = ActionSheet.__name__
    return [
        Column(_("No."), _head, width=46, tone=lambda _row: "ink2"),
        Column(_("Action sheet"), lambda r: r.view.sheet.title if r.view else "", lambda r, t: update(r, title=t),
               width=262, grows=True, shows=((record, "title"),), editable=_is_sheet),
        Column(_("Pilot"), lambda r: r.view.sheet.lead if r.view else "", lambda r, t: update(r, lead=t), width=124, grows=True,
               names=directory_names(workspace), editable=_is_sheet),
        Column(_("Due"), _due, write_due, value=_due_edited, width=98, editable=_is_sheet),
        Column(_("Progress"), progress, lambda r, t: update(r, state=SheetState(t)), choices=states,
               value=lambda r: r.view.sheet.state if r.view else "", width=158, glyph=mark, tone=tone, editable=_is_sheet),
        Column(_("Planned"), planned, right=True, width=88),
        Column(_("Obtained"), obtained, right=True, width=88),
        Column(_("Calendar"), lambda r: days_words(r.view) if r.view else "", width=340),
    ]  # fmt: skip


def states() -> list[tuple[SheetState, str]]:
    """Return how far a sheet may be, in words."""
    return [
        (SheetState.TODO, _("to begin")),
        (SheetState.DOING, _("in progress")),
        (SheetState.DONE, _("finished")),
        (SheetState.DROPPED, _("given up")),
    ]


def progress_words(view: SheetView, today: date) -> str:
    """Return how far a sheet is, as short as a cell: « 3 étapes sur 5 », « 1 sur 3, en retard »."""
    state = view.sheet.state
    if not view.is_open() or (state is SheetState.TODO and not view.steps_done and view.late_since(today) is None):
        return dict(states())[state]
    late = view.late_since(today) is not None
    if not view.steps:
        return _("late") if late else dict(states())[state]
    counts = {"done": view.steps_done, "all": len(view.steps)}
    if late:
        return _("{done} of {all}, late").format(**counts)
    return ngettext("{done} step of {all}", "{done} steps of {all}", max(1, view.steps_done)).format(**counts)


def progress_mark(view: SheetView, today: date) -> tuple[str, str]:
    """Return the icon of how far a sheet is, and its colour."""
    if view.late_since(today) is not None:
        return "late", "late"
    return {
        SheetState.TODO: ("todo", "ink2"), SheetState.DOING: ("doing", "accent"), SheetState.DONE: ("done", "done"),
        SheetState.DROPPED: ("dropped", "ink2"),
    }[view.sheet.state]  # fmt: skip


def axis_words(axis: AxisView) -> tuple[str, str]:
    """Return what heads the sheets of an axis: its name, and what it holds."""
    name = _("Axis {number}. {title}").format(number=axis.number, title=axis.axis.title)
    count = len(axis.sheets)
    if not count:
        return name, _("no sheet yet")
    held = [ngettext("{count} sheet", "{count} sheets", count).format(count=count)]
    done = sum(view.sheet.state is SheetState.DONE for view in axis.sheets)
    if done:
        held.append(ngettext("{count} finished", "{count} finished", done).format(count=done))
    return name, ", ".join(held)


def total_words(plan: Plan) -> tuple[str, str]:
    """Return what stands under the table: « 8 fiches, 3 axes », « 1 terminée »."""
    sheets = plan.sheets()
    axes = len(plan.axes)
    words = ngettext("{count} sheet", "{count} sheets", len(sheets)).format(count=len(sheets))
    words += ", " + ngettext("{count} axis", "{count} axes", axes).format(count=axes)
    done = sum(view.sheet.state is SheetState.DONE for view in sheets)
    return words, ngettext("{count} finished", "{count} finished", done).format(count=done) if done else ""


def _head(row: SheetRow) -> str:
    return row.view.number if row.view else ", ".join(axis_words(row.axis))


def _is_sheet(row: SheetRow) -> bool:
    return row.view is not None


def _due(row: SheetRow) -> str:
    sheet = row.view.sheet if row.view else None
    if sheet is None:
        return ""
    return month_date(sheet.due_on, language()) if sheet.due_on else sheet.due_note or "–"


def _due_edited(row: SheetRow) -> str:
    due = row.view.sheet.due_on if row.view else None
    return medium_date(due, language()) if due else ""
