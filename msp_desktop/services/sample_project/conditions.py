"""The sample's conditions, as rated today and at a first review, and the schemes around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from msp_desktop.domain.conditions import ConditionMark, ConditionRating, ConditionReview, Rating
from msp_desktop.domain.schemes import Scheme, Standing
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def fill(transaction: Transaction, data: dict[str, Any], on: Callable[[int | None], date | None]) -> None:
    """Rate each line, keep the first review, tick the schemes."""
    reviewed = on(data["reviewed"])
    assert reviewed is not None
    review = transaction.insert(ConditionReview(held_on=reviewed))
    for row in data["line"]:
        kept = transaction.insert(
            ConditionRating(
                code=row["code"],
                rating=Rating(row["now"]),
                rated_on=on(data["rated"]),
                evidence=row["evidence"],
                next_step=row.get("step", ""),
                due_on=on(row.get("due")),
            )
        )
        write_who(transaction, ConditionRating, kept.id, who_is(transaction, row.get("who", "")))
        transaction.insert(ConditionMark(review_id=review.id, code=row["code"], rating=Rating(row["before"])))
    for position, row in enumerate(data["scheme"], 1):
        scheme = transaction.insert(
            Scheme(
                position=position,
                kit_code=row["code"],
                standing=Standing(row["standing"]),
                perimeter=row.get("perimeter", ""),
                starts_on=on(row.get("starts")),
                ends_on=on(row.get("ends")),
                fit=row["fit"],
            )
        )
        write_who(transaction, Scheme, scheme.id, who_is(transaction, row.get("carried_by", "")))
        write_who(transaction, Scheme, scheme.id, who_is(transaction, row.get("contact", "")), "contact")
