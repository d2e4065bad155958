"""The sample's coordination: three ways compared, one chosen, the post to be filled; the diagnosis and the watch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from msp_desktop.domain.change import Change
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.diagnosis import (
    Diagnosis,
    DiagnosisPhase,
    DiagnosisSource,
    DiagnosisStep,
    SourceKind,
    WatchNote,
)
from msp_desktop.domain.missions import Commitment, Mission, Sheet
from msp_desktop.method.cls import kit_cls
from msp_desktop.services.missions import seed_missions
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

OnDay = Callable[[int | None], date | None]

_POST_WORDS = (
    "decided_by", "reasons", "contract", "works_at", "travels", "placed", "works_with", "means", "answer_to", "signer_title",
)  # fmt: skip
_DIAGNOSIS_WORDS = ("territory", "aims", "taking_part", "findings", "priorities", "consistency")


def fill(transaction: Transaction, data: dict[str, Any], on: OnDay) -> None:
    """Put the coordination and the diagnosis in a dossier that has none."""
    ways = [_option(transaction, row, position) for position, row in enumerate(data["options"], 1)]
    _post(transaction, data["post"], on, ways)
    _diagnosis(transaction, data["diagnosis"], on)


def _option(transaction: Transaction, row: dict[str, Any], position: int) -> int:
    words = {name: value for name, value in row.items() if name != "employer"}
    kept = transaction.insert(CoordinationOption(position=position, **words))
    write_who(transaction, CoordinationOption, kept.id, who_is(transaction, row["employer"]))
    return kept.id


def _post(transaction: Transaction, row: dict[str, Any], on: OnDay, ways: list[int]) -> None:
    transaction.insert(
        CoordinatorPost(
            option_id=ways[row["chosen"] - 1],
            decided_on=on(row["decided"]),
            starts_on=on(row["starts"]),
            answer_by=on(row["answer_by"]),
            grade=kit_cls().grade,
            **{name: row[name] for name in _POST_WORDS},
        )
    )
    for name in ("contact", "signer"):
        write_who(transaction, CoordinatorPost, 1, who_is(transaction, row[name]), name)
    seed_missions(transaction, Sheet.COORDINATOR)
    seed_missions(transaction, Sheet.PROFILE)
    for mission in transaction.all(Mission, sheet=Sheet.COORDINATOR):
        words = row["reworded"].get(mission.kit_code, "")
        if words or mission.kit_code in row["aside"]:
            transaction.update(mission.id, Change(Mission, text=words, kept=mission.kit_code not in row["aside"]))
    for position, line in enumerate(row["commitments"], 1):
        transaction.insert(Commitment(position=position, sheet=Sheet.COORDINATOR, **line))


def _diagnosis(transaction: Transaction, row: dict[str, Any], on: OnDay) -> None:
    words = {name: row[name] for name in _DIAGNOSIS_WORDS}
    transaction.insert(Diagnosis(budget=row["budget"], starts_on=on(row["starts"]), ends_on=on(row["ends"]), **words))
    write_who(transaction, Diagnosis, 1, who_is(transaction, row["led_by"]))
    for position, line in enumerate(row["steps"], 1):
        phase, title, who, due, done = line.split("|")
        step = transaction.insert(
            DiagnosisStep(
                position=position, phase=DiagnosisPhase(phase), title=title, due_on=on(int(due)), done_on=_day(on, done)
            )
        )
        write_who(transaction, DiagnosisStep, step.id, who_is(transaction, who))
    for position, line in enumerate(row["sources"], 1):
        kind, title, holder, asked, received, says = line.split("|")
        source = transaction.insert(
            DiagnosisSource(
                position=position, kind=SourceKind(kind), title=title, asked_on=_day(on, asked),
                received_on=_day(on, received), says=says,
            )
        )  # fmt: skip
        write_who(transaction, DiagnosisSource, source.id, who_is(transaction, holder))
    for line in row["watch"]:
        noted, title, who, follow_up = line.split("|")
        day = on(int(noted))
        assert day is not None
        note = transaction.insert(WatchNote(noted_on=day, title=title, follow_up=follow_up))
        write_who(transaction, WatchNote, note.id, who_is(transaction, who))


def _day(on: OnDay, typed: str) -> date | None:
    return on(int(typed)) if typed else None
