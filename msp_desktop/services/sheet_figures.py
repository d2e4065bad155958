"""The figures of a fiche action: what tells whether it works, and who pays for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, IndicatorValue, SheetFunding, SheetIndicator
from msp_desktop.domain.change import Change
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.who import who_in, who_is, write_change, write_who


def add_indicator(store: Store, sheet_id: int, title: str) -> SheetIndicator:
    """Add an indicator to a fiche action."""
    words = title.strip()
    if not words:
        raise UserError(_("Write what is measured first."))
    with store.write(_("Indicator: {title}").format(title=words)) as transaction:
        position = transaction.next_position(SheetIndicator, sheet_id=sheet_id)
        return transaction.insert(SheetIndicator(sheet_id=sheet_id, position=position, title=words))


def update_indicator(store: Store, indicator_id: int, change: Change[SheetIndicator]) -> None:
    """Change what is measured, its start or its target."""
    if "title" in change.values and not change.values["title"].strip():
        raise UserError(_("Write what is measured first."))
    with store.write(_("Indicator of an action sheet"), merges=True) as transaction:
        transaction.update(indicator_id, change)


def delete_indicators(store: Store, indicator_ids: Sequence[int]) -> None:
    """Take indicators out of their sheet, with what they were."""
    with store.write(_("Indicator taken out")) as transaction:
        for indicator_id in indicator_ids:
            transaction.delete(SheetIndicator, indicator_id)


def note_value(store: Store, indicator_id: int, day: date, value: float | None) -> None:
    """Note what an indicator is on a day, in place of what was noted for that day; None takes it away."""
    title = store.reader.one(SheetIndicator, indicator_id).title
    with store.write(_("Value noted: {title}").format(title=title)) as transaction:
        kept = transaction.find(IndicatorValue, indicator_id=indicator_id, measured_on=day)
        if value is None:
            if kept is not None:
                transaction.delete(IndicatorValue, kept.id)
        elif kept is None:
            transaction.insert(IndicatorValue(indicator_id=indicator_id, measured_on=day, value=value))
        else:
            transaction.update(kept.id, Change(IndicatorValue, value=value))


def update_value(store: Store, value_id: int, change: Change[IndicatorValue]) -> None:
    """Correct a value, or the day it was measured."""
    with store.write(_("Value corrected")) as transaction:
        transaction.update(value_id, change)


def delete_values(store: Store, value_ids: Sequence[int]) -> None:
    """Take values away."""
    with store.write(_("Value taken away")) as transaction:
        for value_id in value_ids:
            transaction.delete(IndicatorValue, value_id)


def budget_year(store: Store, sheet_id: int, today: date) -> int:
    """Return the year a new line of a budget is for: that of the last line, else this one."""
    rows = store.reader.all(SheetFunding, order="year DESC", limit=1, sheet_id=sheet_id)
    return rows[0].year if rows and rows[0].year else today.year


def add_funding(store: Store, sheet_id: int, funder: str, year: int) -> SheetFunding:
    """Add a line to the budget of a fiche action; without a name it is a sum whose funder is to be found."""
    who = who_is(store.reader, funder)
    title = store.reader.one(ActionSheet, sheet_id).title
    with store.write(_("Funding: {title}").format(title=funder.strip() or title)) as transaction:
        position = transaction.next_position(SheetFunding, sheet_id=sheet_id)
        row = transaction.insert(SheetFunding(sheet_id=sheet_id, position=position, year=year))
        write_who(transaction, SheetFunding, row.id, who)
        return transaction.one(SheetFunding, row.id)


def update_funding(store: Store, funding_id: int, change: Change[SheetFunding]) -> None:
    """Change who pays, the year, or a sum."""
    who = who_in(store.reader, change)
    with store.write(_("Funding of an action sheet"), merges=True) as transaction:
        write_change(transaction, funding_id, change, who)


def delete_funding(store: Store, funding_ids: Sequence[int]) -> None:
    """Take lines out of a budget."""
    with store.write(_("Line of a budget taken out")) as transaction:
        for funding_id in funding_ids:
            transaction.delete(SheetFunding, funding_id)
