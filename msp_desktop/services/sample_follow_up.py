"""The sample's follow-up: what was said and is owed, who does what, what is told, aimed at and watched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Who
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.roles import Role, RoleParty, RoleShare, Share
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.domain.vigilance.records import AlertSign
from msp_desktop.method.followup import kit_followup
from msp_desktop.method.guidance import kit_roles
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

OnDay = Callable[[int | None], date | None]


def fill_exchanges(
    transaction: Transaction, data: dict[str, Any], on: OnDay, people: dict[str, Person], actions: dict[str, Action]
) -> None:
    """Put the sample's exchanges in the journal."""
    for row in data["exchange"]:
        action = actions.get(row.get("action", ""))
        held = on(row["day"])
        assert held is not None
        exchange = transaction.insert(
            Exchange(
                held_on=held,
                category=Category(row["category"]),
                channel=Channel(row["channel"]),
                subject=row["subject"],
                said=row["said"],
                next_step=row.get("next_step", ""),
                next_step_on=on(row.get("next_day")),
                next_step_done_on=on(row.get("next_done")),
                action_id=action.id if action else None,
            )
        )
        write_who(transaction, Exchange, exchange.id, Who((people[row["person"]].id,)))
        if "next_by" in row:
            write_who(transaction, Exchange, exchange.id, who_is(transaction, row["next_by"]), "next_step_by")


def fill_follow_up(transaction: Transaction, data: dict[str, Any], on: OnDay) -> None:
    """Fill what the tab of people and follow-up keeps, but for the exchanges."""
    for position, row in enumerate(data["communication"], 1):
        _communication(transaction, row, on, position)
    for position, row in enumerate(data["objective"], 1):
        objective = transaction.insert(
            Objective(position=position, title=row["title"], due_on=on(row["due"]), notes=row.get("notes", ""))
        )
        write_who(transaction, Objective, objective.id, who_is(transaction, row.get("person", "")))
    _roles(transaction, data["roles"]["shares"])
    for code, note in data["alerts"].items():
        noted = on(0)
        assert noted is not None
        transaction.insert(AlertSign(code=code, note=note, noted_on=noted))
    for code, row in data["stages"].items():
        transaction.insert(
            ProjectStage(code=code, state=StageState(row["state"]), started_on=on(row["started"]), notes=row["notes"])
        )


def _communication(transaction: Transaction, row: dict[str, Any], on: OnDay, position: int) -> None:
    message = transaction.insert(
        Communication(
            position=position,
            message=row["message"],
            audience=row["audience"],
            channel=row["channel"],
            due_on=on(row["due"]),
            published_on=on(row.get("published")),
            state=CommunicationState(row.get("state", "published")),
            for_residents=row["for_residents"],
        )
    )
    write_who(transaction, Communication, message.id, who_is(transaction, row["person"]))


def _roles(transaction: Transaction, shares: list[str]) -> None:
    parties = [
        transaction.insert(RoleParty(position=position, kit_code=code))
        for position, code in enumerate(kit_followup().parties, 1)
    ]
    for position, (words, line) in enumerate(zip(kit_roles().responsibilities, shares, strict=True), 1):
        role = transaction.insert(Role(position=position, responsibility=words))
        for party, share in zip(parties, line.split(), strict=True):
            if share != "-":
                transaction.insert(RoleShare(role_id=role.id, party_id=party.id, share=Share(share)))
