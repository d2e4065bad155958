"""The sample's road: dates planned, steps on the way, what two neighbouring towns lived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msp_desktop.domain.change import Change
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.stages import ProjectStage, RoadStep, StageState
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction
    from msp_desktop.services.sample_project import OnDay


def fill(transaction: Transaction, data: dict[str, Any], on: OnDay) -> None:
    """Plan the stages, add the steps and the neighbouring towns."""
    for code, row in data["stages"].items():
        stage = transaction.find(ProjectStage, code=code) or transaction.insert(ProjectStage(code=code))
        transaction.update(stage.id, Change(ProjectStage, planned_start=on(row["from"]), planned_on=on(row["until"])))
    for position, row in enumerate(data["step"], 1):
        step = transaction.insert(
            RoadStep(
                stage=row["stage"],
                position=position,
                title=row["title"],
                kit_code=row.get("kit", ""),
                due_on=on(row.get("due")),
                state=StageState(row.get("state", "todo")),
                done_on=on(row.get("done")),
                help=row.get("help", ""),
                notes=row.get("notes", ""),
            )
        )
        write_who(transaction, RoadStep, step.id, who_is(transaction, row.get("who", "")))
    for position, row in enumerate(data["town"], 1):
        words = {name: row.get(name, "") for name in ("town", "team", "premises", "helped", "hindered", "kept")}
        town = transaction.insert(
            NeighbourTown(
                position=position,
                distance_km=row.get("distance_km"),
                noted_on=on(row.get("noted")),
                begun=row.get("begun"),
                recognised=row.get("recognised"),
                **words,
            )
        )
        write_who(transaction, NeighbourTown, town.id, who_is(transaction, row.get("contact", "")), "contact")
