"""The plan of a CLS: axes, objectives and fiches action that come, go and move, with their steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.action_plan import AxisView, IndicatorView, Plan, SheetView
from msp_desktop.domain.action_sheets import (
    ActionSheet,
    Axis,
    AxisObjective,
    IndicatorValue,
    SheetFunding,
    SheetIndicator,
    SheetState,
    SheetStep,
)
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import _
from msp_desktop.services.who import as_shown, who_in, write_change

#: What the plan is made from.
MADE_FROM = (
    Axis, AxisObjective, ActionSheet, SheetStep, SheetIndicator, IndicatorValue, SheetFunding, Assignment, Person,
    HealthProfessional,
)  # fmt: skip
_ORDER = "position, id"


# --- reading -------------------------------------------------------------------------------------


def plan(reader: Reader) -> Plan:
    """Return the plan in the town's order, with the names of who has a part in it."""
    return reader.kept("action plan", MADE_FROM, lambda: _made(reader))


def _made(reader: Reader) -> Plan:
    steps = _by(as_shown(reader, SheetStep, reader.all(SheetStep, order=_ORDER)), "sheet_id")
    funding = _by(as_shown(reader, SheetFunding, reader.all(SheetFunding, order="year, position, id")), "sheet_id")
    values = _by(reader.all(IndicatorValue, order="measured_on, id"), "indicator_id")
    indicators = _by(reader.all(SheetIndicator, order=_ORDER), "sheet_id")
    objectives = reader.all(AxisObjective, order=_ORDER)
    by_id = {objective.id: objective for objective in objectives}
    sheets = _by(as_shown(reader, ActionSheet, reader.all(ActionSheet, order=_ORDER)), "axis_id")
    of_axis = _by(objectives, "axis_id")

    def view(axis: Axis, number: str, sheet: ActionSheet) -> SheetView:
        measured = tuple(IndicatorView(one, tuple(values.get(one.id, ()))) for one in indicators.get(sheet.id, ()))
        return SheetView(
            sheet, number, axis, by_id.get(sheet.objective_id or 0), tuple(steps.get(sheet.id, ())), measured,
            tuple(funding.get(sheet.id, ())),
        )  # fmt: skip

    return Plan(
        tuple(
            AxisView(
                axis, number, tuple(of_axis.get(axis.id, ())),
                tuple(view(axis, f"{number}.{place}", one) for place, one in enumerate(sheets.get(axis.id, ()), 1)),
            )
            for number, axis in enumerate(reader.all(Axis, order=_ORDER), 1)
        )
    )  # fmt: skip


def _by(rows: Sequence[Any], attribute: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, attribute), []).append(row)
    return found


# --- axes and their objectives -------------------------------------------------------------------


def add_axis(store: Store, title: str) -> Axis:
    """Add a priority axis after the others."""
    words = _needed(title, _("Write what the axis is called first."))
    with store.write(_("Axis: {title}").format(title=words)) as transaction:
        return transaction.insert(Axis(position=transaction.next_position(Axis), title=words))


def update_axis(store: Store, axis_id: int, change: Change[Axis]) -> None:
    """Reword an axis, or what is noted of it."""
    if "title" in change.values:
        _needed(change.values["title"], _("Write what the axis is called first."))
    with store.write(_("Priority axis"), merges=True) as transaction:
        transaction.update(axis_id, change)


def delete_axis(store: Store, axis_id: int) -> None:
    """Take an axis out of the plan, with its objectives and its sheets."""
    title = store.reader.one(Axis, axis_id).title
    many = len(store.reader.all(ActionSheet, axis_id=axis_id)) >= _MANY
    with store.write(_("Axis taken out: {title}").format(title=title), large=many) as transaction:
        transaction.delete(Axis, axis_id)


def move_axis(store: Store, axis_id: int, by: int) -> None:
    """Move an axis up (-1) or down (1)."""
    _move(store, Axis, axis_id, by, _("Axis moved"))


def add_objective(store: Store, axis_id: int, text: str) -> AxisObjective:
    """Add an objective to an axis."""
    words = _needed(text, _("Write the objective first."))
    with store.write(_("Objective of the axis: {title}").format(title=words)) as transaction:
        position = transaction.next_position(AxisObjective, axis_id=axis_id)
        return transaction.insert(AxisObjective(axis_id=axis_id, position=position, text=words))


def reword_objective(store: Store, objective_id: int, text: str) -> None:
    """Reword an objective; without words it is taken out, and its sheets stay under the axis."""
    if not text.strip():
        with store.write(_("Objective of the axis taken out")) as transaction:
            transaction.delete(AxisObjective, objective_id)
        return
    with store.write(_("Objective of the axis")) as transaction:
        transaction.update(objective_id, Change(AxisObjective, text=text.strip()))


# --- fiches action -------------------------------------------------------------------------------

#: From so many rows on, taking them out has a safe copy made first.
_MANY = 10


def add_sheet(store: Store, axis_id: int, title: str) -> ActionSheet:
    """Add a fiche action after the others of its axis."""
    words = _needed(title, _("Write what the action is called first."))
    with store.write(_("Action sheet: {title}").format(title=words)) as transaction:
        position = transaction.next_position(ActionSheet, axis_id=axis_id)
        return transaction.insert(ActionSheet(axis_id=axis_id, position=position, title=words))


def update_sheet(store: Store, sheet_id: int, change: Change[ActionSheet]) -> None:
    """Change a fiche action; one that goes to another axis stands last there, and leaves its objective behind."""
    if "title" in change.values:
        _needed(change.values["title"], _("Write what the action is called first."))
    who = who_in(store.reader, change)
    with store.write(_("Action sheet"), merges=True) as transaction:
        before = transaction.one(ActionSheet, sheet_id)
        values = dict(change.values)
        axis_id = values.get("axis_id", before.axis_id)
        if axis_id != before.axis_id:
            values["position"] = transaction.next_position(ActionSheet, axis_id=axis_id)
            values.setdefault("objective_id", None)
        objective = values.get("objective_id")
        if objective is not None:
            # An objective is that of one axis: chosen, it takes the sheet there.
            owner = transaction.one(AxisObjective, objective).axis_id
            if owner != axis_id:
                values |= {"axis_id": owner, "position": transaction.next_position(ActionSheet, axis_id=owner)}
        write_change(transaction, sheet_id, Change(ActionSheet, **values), who)


def delete_sheets(store: Store, sheet_ids: Sequence[int]) -> None:
    """Take fiches action out of the plan."""
    if not sheet_ids:
        return
    title = store.reader.one(ActionSheet, sheet_ids[0]).title
    label = _("Action sheet taken out: {title}").format(title=title) if len(sheet_ids) == 1 else _("Sheets taken out")
    with store.write(label, large=len(sheet_ids) >= _MANY) as transaction:
        for sheet_id in sheet_ids:
            transaction.delete(ActionSheet, sheet_id)


def move_sheet(store: Store, sheet_id: int, by: int) -> None:
    """Move a fiche action up (-1) or down (1): past the first or the last of its axis, into the axis beside it."""
    found = plan(store.reader)
    view = found.sheet(sheet_id)
    if view is None:
        return
    place = [axis.id for axis in found.axes].index(view.axis.id)
    ids = [one.id for one in found.axes[place].sheets]
    if 0 <= ids.index(sheet_id) + by < len(ids):
        _move(store, ActionSheet, sheet_id, by, _("Action sheet moved"), axis_id=view.axis.id)
    elif 0 <= place + by < len(found.axes):
        other = found.axes[place + by]
        rest = [one.id for one in other.sheets]
        order = [*rest, sheet_id] if by < 0 else [sheet_id, *rest]
        with store.write(_("Action sheet moved")) as transaction:
            transaction.update(sheet_id, Change(ActionSheet, axis_id=other.id, objective_id=None))
            for position, key in enumerate(order, 1):
                transaction.update(key, Change(ActionSheet, position=position))


# --- steps ---------------------------------------------------------------------------------------


def add_step(store: Store, sheet_id: int, text: str) -> SheetStep:
    """Add a step to a fiche action."""
    words = _needed(text, _("Write the step first."))
    with store.write(_("Step: {title}").format(title=words)) as transaction:
        position = transaction.next_position(SheetStep, sheet_id=sheet_id)
        return transaction.insert(SheetStep(sheet_id=sheet_id, position=position, text=words))


def tick_step(store: Store, step_id: int, done: bool, today: date) -> None:
    """Tick a step, done today, or untick it; the first one ticked begins an action that had not begun."""
    reader = store.reader
    step = reader.one(SheetStep, step_id)
    view = plan(reader).sheet(step.sheet_id)
    label = _("Step ticked: « {text} », sheet {number}") if done else _("Step unticked: « {text} », sheet {number}")
    with store.write(label.format(text=quoted(step.text), number=view.number if view else "")) as transaction:
        transaction.update(step_id, Change(SheetStep, done_on=today if done else None))
        if done and transaction.one(ActionSheet, step.sheet_id).state is SheetState.TODO:
            transaction.update(step.sheet_id, Change(ActionSheet, state=SheetState.DOING))


def update_step(store: Store, step_id: int, change: Change[SheetStep]) -> None:
    """Change the words of a step, its days, or who sees to it."""
    if "text" in change.values:
        _needed(change.values["text"], _("Write the step first."))
    who = who_in(store.reader, change)
    with store.write(_("Step of an action sheet"), merges=True) as transaction:
        write_change(transaction, step_id, change, who)


def delete_steps(store: Store, step_ids: Sequence[int]) -> None:
    """Take steps out of their sheet."""
    with store.write(_("Step taken out")) as transaction:
        for step_id in step_ids:
            transaction.delete(SheetStep, step_id)


def move_step(store: Store, step_id: int, by: int) -> None:
    """Move a step up (-1) or down (1)."""
    sheet_id = store.reader.one(SheetStep, step_id).sheet_id
    _move(store, SheetStep, step_id, by, _("Step moved"), sheet_id=sheet_id)


def _needed(typed: str, sentence: str) -> str:
    words = typed.strip()
    if not words:
        raise UserError(sentence)
    return words


def _move(store: Store, record: type[Any], row_id: int, by: int, label: str, **equals: Any) -> None:
    """Exchange a row with its neighbour among those that match; at the edge it stays."""
    rows = store.reader.all(record, order=_ORDER, **equals)
    ids = [row.id for row in rows]
    place = ids.index(row_id)
    if not 0 <= place + by < len(ids):
        return
    ids[place], ids[place + by] = ids[place + by], ids[place]
    known = {row.id: row.position for row in rows}
    with store.write(label) as transaction:
        for position, moved in enumerate(ids, 1):
            if known[moved] != position:
                transaction.update(moved, Change(record, position=position))
