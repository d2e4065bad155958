"""The sample's instances, the calls it watches, its evaluation: a modest case, half of the year in the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING, Any

from msp_desktop.domain.calls import Call, CallKind, CallState
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import ActivityYear, EvaluationQuestion
from msp_desktop.domain.instances import Instance, InstanceMember
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.method.evaluation import kit_evaluation
from msp_desktop.method.instances import kit_instances
from msp_desktop.services.instances import insert_sitting
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

OnDay = Callable[[int | None], date | None]


def fill(transaction: Transaction, data: dict[str, Any], on: OnDay) -> None:
    """Put the instances with their meetings, the calls and the evaluation in a dossier that has none."""
    for position, row in enumerate(data["instance"], 1):
        _instance(transaction, row, on, position)
    for row in data["call"]:
        _call(transaction, row, on)
    _evaluation(transaction, data["results"], on)
    today = on(0)
    assert today is not None
    transaction.insert(ActivityYear(year=today.year, **data["report"]))


def _instance(transaction: Transaction, row: dict[str, Any], on: OnDay, position: int) -> None:
    kit = kit_instances().of_kind(row["kind"])
    assert kit is not None
    instance = transaction.insert(
        Instance(
            position=position,
            kind=row["kind"],
            name=row["name"],
            purpose=kit.purpose,
            per_year=kit.per_year,
            starts_at=time.fromisoformat(row["hour"]),
            place=row["place"],
        )
    )
    write_who(transaction, Instance, instance.id, who_is(transaction, row["led_by"]))
    for place, line in enumerate(row["members"], 1):
        name, capacity = line.split("|")
        (person,) = who_is(transaction, name).person_ids
        transaction.insert(InstanceMember(instance_id=instance.id, person_id=person, position=place, capacity=capacity))
    for line in row["meetings"]:
        day, state, came = line.split("|")
        meeting = insert_sitting(transaction, instance.id, held_on=on(int(day)), state=MeetingState(state))
        _came(transaction, meeting, int(came))


def _came(transaction: Transaction, meeting: Meeting, count: int) -> None:
    """Say of a meeting held that its first guests were there, the others not."""
    if meeting.state is not MeetingState.HELD:
        return
    for place, guest in enumerate(transaction.all(Attendance, order="position", meeting_id=meeting.id)):
        transaction.update(guest.id, Change(Attendance, present=Tri.YES if place < count else Tri.NO))


def _call(transaction: Transaction, row: dict[str, Any], on: OnDay) -> None:
    call = transaction.insert(
        Call(
            kind=CallKind(row["kind"]),
            subject=row["subject"],
            funder=row["funder"],
            kit_code=row["kit_code"],
            closes_on=on(row["closes"]),
            reminded_on=on(row.get("reminder")),
            state=CallState(row["state"]),
            asked=row.get("asked"),
            obtained=row.get("obtained"),
            sent_on=on(row.get("sent")),
            where=row["where"],
            notes=row.get("notes", ""),
        )
    )
    write_who(transaction, Call, call.id, who_is(transaction, row["answered_by"]))


def _evaluation(transaction: Transaction, results: dict[str, dict[str, Any]], on: OnDay) -> None:
    for position, kit in enumerate(kit_evaluation().questions, 1):
        row = results.get(kit.code, {})
        question = transaction.insert(
            EvaluationQuestion(
                position=position,
                kit_code=kit.code,
                question=kit.question,
                indicator=kit.indicator,
                method=kit.method,
                target=row.get("target", ""),
                due_on=on(row.get("due")),
                result=row.get("result", ""),
                result_on=on(row.get("result_day")),
                priority=row.get("priority", ""),
            )
        )
        write_who(transaction, EvaluationQuestion, question.id, who_is(transaction, row.get("seen_to_by", "")))
