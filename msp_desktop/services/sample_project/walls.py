"""The sample's premises, counted before any is decided, and how it receives an intern."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.welcome import Newcomer, WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def fill(transaction: Transaction, data: dict[str, Any], on: Callable[[int | None], date | None]) -> None:
    """Fill the figures of the building, the needs by profession, what is ready and the checklist."""
    transaction.insert(Premises(**data["premises"]))
    for position, row in enumerate(data["need"], 1):
        transaction.insert(PremisesNeed(position=position, **row))
    for position, row in enumerate(data["entry"], 1):
        entry = transaction.insert(
            WelcomeEntry(
                position=position,
                kind=WelcomeKind(row["kind"]),
                title=row["title"],
                for_whom=Newcomer(row.get("for_whom", Newcomer.ALL)),
                from_on=on(row.get("from")),
                until_on=on(row.get("until")),
                places=row.get("places"),
                details=row.get("details", ""),
                on_page=kit_welcome().kind(WelcomeKind(row["kind"])).printed,
            )
        )
        write_who(transaction, WelcomeEntry, entry.id, who_is(transaction, row["person"]))
    for position, kit in enumerate(kit_welcome().steps, 1):
        told = data["steps"].get(kit.code, {})
        step = transaction.insert(
            WelcomeStep(
                position=position, kit_code=kit.code, moment=kit.moment, for_whom=kit.newcomer,
                due_on=on(told.get("due")), done_on=on(told.get("done")),
            )
        )  # fmt: skip
        write_who(transaction, WelcomeStep, step.id, who_is(transaction, told.get("person", "")))
