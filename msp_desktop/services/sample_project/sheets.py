"""The sample's plan: three axes and eight fiches action of the CLS that its communauté de communes carries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

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
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

OnDay = Callable[[int | None], date | None]

_WORDS = ("title", "aim", "public", "due_note", "next_step", "notes")
_TODAY = 37


def fill(transaction: Transaction, data: dict[str, Any], on: OnDay) -> None:
    """Put the plan in a dossier that has none."""
    for position, row in enumerate(data["axis"], 1):
        axis = transaction.insert(Axis(position=position, title=row["title"]))
        objectives = [
            transaction.insert(AxisObjective(axis_id=axis.id, position=place, text=text)).id
            for place, text in enumerate(row["objectives"], 1)
        ]
        for place, sheet in enumerate(row["sheet"], 1):
            _sheet(transaction, sheet, on, axis.id, objectives, place)


def _sheet(
    transaction: Transaction, row: dict[str, Any], on: OnDay, axis_id: int, objectives: list[int], position: int
) -> None:
    words = {name: row.get(name, "") for name in _WORDS}
    sheet = transaction.insert(
        ActionSheet(
            axis_id=axis_id,
            objective_id=objectives[row["objective"] - 1] if "objective" in row else None,
            position=position,
            starts_on=on(row.get("starts")),
            due_on=on(row["due"]),
            state=SheetState(row.get("state", "todo")),
            **words,
        )
    )
    for name in ("lead", "elected", "partners"):
        write_who(transaction, ActionSheet, sheet.id, who_is(transaction, row.get(name, "")), name)
    for place, line in enumerate(row["steps"], 1):
        text, who, due, done = line.split("|")
        step = transaction.insert(
            SheetStep(
                sheet_id=sheet.id, position=place, text=text, due_on=on(int(due)),
                done_on=on(int(done)) if done else None,
            )
        )  # fmt: skip
        write_who(transaction, SheetStep, step.id, who_is(transaction, who))
    for place, one in enumerate(row.get("indicators", ()), 1):
        _indicator(transaction, one, on, sheet.id, place)
    year = on(_TODAY)
    assert year is not None
    for place, one in enumerate(row["funding"], 1):
        sums = {name: one.get(name, 0) for name in ("planned", "asked", "obtained")}
        kept = transaction.insert(
            SheetFunding(sheet_id=sheet.id, position=place, year=year.year + one.get("year", 0), **sums)
        )
        write_who(transaction, SheetFunding, kept.id, who_is(transaction, one["funder"]))


def _indicator(transaction: Transaction, row: dict[str, Any], on: OnDay, sheet_id: int, position: int) -> None:
    indicator = transaction.insert(
        SheetIndicator(
            sheet_id=sheet_id, position=position, title=row["title"], unit=row.get("unit", ""),
            baseline=float(row["baseline"]), target=float(row["target"]),
        )
    )  # fmt: skip
    for day, value in row.get("values", ()):
        measured = on(day)
        assert measured is not None
        transaction.insert(IndicatorValue(indicator_id=indicator.id, measured_on=measured, value=float(value)))
