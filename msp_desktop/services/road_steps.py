"""The town's own steps on the road: proposed, added, dated, done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.road import TEAM
from msp_desktop.domain.stages import RoadStep, StageState
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.method.road import KitStep, kit_road
from msp_desktop.services.who import as_shown, who_in, write_change


def steps(reader: Reader) -> list[RoadStep]:
    """Return the steps with the names of those who see to them: what is to be done by date, then what is done."""
    rows = as_shown(reader, RoadStep, reader.all(RoadStep, order="position, id"))
    return sorted(rows, key=lambda row: (row.state is StageState.DONE, row.due_on or date.max))


def days_late(step: RoadStep, today: date) -> int:
    """Return for how many days a step should have been done, 0 where it is or its day is to come."""
    if step.state is StageState.DONE or step.due_on is None:
        return 0
    return max(0, (today - step.due_on).days)


def steps_to_propose(reader: Reader) -> tuple[KitStep, ...]:
    """Return the method's steps that the road has not."""
    present = {row.kit_code for row in reader.all(RoadStep)}
    return tuple(step for step in kit_road().steps if step.code not in present)


def add_step(store: Store, title: str, stage: str = TEAM, kit_code: str = "") -> RoadStep:
    """Add a step of the town's own to a stage, or one of the method's."""
    kit = next((step for step in kit_road().steps if step.code == kit_code), None)
    words = title.strip() or (kit.title if kit else "")
    if not words:
        raise UserError(_("Write the step first."))
    with store.write(_("Step added: {title}").format(title=words)) as transaction:
        position = transaction.next_position(RoadStep)
        if kit is not None:
            return transaction.insert(_of_kit(kit, position, words))
        return transaction.insert(RoadStep(stage=stage, position=position, title=words))


def propose_steps(store: Store) -> None:
    """Put the method's steps on a road that has none, without dates: the town chooses when."""
    if store.reader.all(RoadStep, limit=1):
        return
    with store.write(_("Steps of the method")) as transaction:
        for position, kit in enumerate(kit_road().steps, 1):
            transaction.insert(_of_kit(kit, position, kit.title))


def update_step(store: Store, step_id: int, change: Change[RoadStep], today: date) -> None:
    """Change a step; one that is done is so today unless its day is said, and has none once it is not done."""
    values = dict(change.values)
    if "title" in values and not values["title"].strip():
        raise UserError(_("Write the step first."))
    if "state" in values and "done_on" not in values:
        before = store.reader.one(RoadStep, step_id)
        values["done_on"] = (before.done_on or today) if values["state"] is StageState.DONE else None
    change = Change(RoadStep, **values)
    who = who_in(store.reader, change)
    with store.write(_("Steps of the road"), merges=True) as transaction:
        write_change(transaction, step_id, change, who)


def delete_steps(store: Store, ids: Sequence[int]) -> None:
    """Take steps off the road."""
    with store.write(_("Step taken off")) as transaction:
        for step_id in ids:
            transaction.delete(RoadStep, step_id)


def _of_kit(kit: KitStep, position: int, title: str) -> RoadStep:
    return RoadStep(stage=kit.stage, position=position, title=title, kit_code=kit.code, help=kit.help)
