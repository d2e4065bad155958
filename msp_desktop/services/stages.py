"""The three stages of a health centre: the team, the project validated by the ARS, the premises where they are needed."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.numbers import in_letters
from msp_desktop.i18n import _
from msp_desktop.method.guidance import compass
from msp_desktop.method.vigilance import kit_vigilances
from msp_desktop.services.vigilance_facts import team_professions


class StageView(Struct, frozen=True):
    """A stage with the method's words and what the dossier keeps of it; a record's fields, its `code` for its id."""

    id: str
    title: str
    text: str
    state: StageState
    started_on: date | None
    done_on: date | None
    notes: str
    planned_start: date | None = None
    planned_on: date | None = None


def stages(reader: Reader) -> tuple[StageView, ...]:
    """Return the three stages in their order; one of which nothing is kept is to be done."""
    kept = {row.code: row for row in reader.all(ProjectStage)}
    views = []
    for stage in compass().stages:
        row = kept.get(stage.code) or ProjectStage(code=stage.code)
        views.append(
            StageView(
                stage.code, stage.title, stage.text, row.state, row.started_on, row.done_on, row.notes,
                row.planned_start, row.planned_on,
            )
        )  # fmt: skip
    return tuple(views)


def team_words(reader: Reader) -> str:
    """Return what the inventory shows of the team, in one French sentence."""
    count = len(team_professions(reader))
    if not count:
        return kit_vigilances().team["none"]
    key = "one" if count == 1 else "many"
    return filled(kit_vigilances().team[key], {"count": in_letters(count)})


def update_stage(store: Store, code: str, change: Change[ProjectStage], today: date) -> None:
    """Change what the dossier keeps of a stage.

    A stage that begins or ends does so today, unless its date is already kept; one taken back loses the dates that say more.
    """
    title = next((stage.title for stage in compass().stages if stage.code == code), code)
    with store.write(_("Stage: {title}").format(title=title), merges="notes" in change.values) as transaction:
        row = transaction.find(ProjectStage, code=code) or transaction.insert(ProjectStage(code=code))
        values = dict(change.values)
        transaction.update(row.id, Change(ProjectStage, **values | _dates(row, values, today)))


def _dates(row: ProjectStage, values: dict[str, Any], today: date) -> dict[str, date | None]:
    state = values.get("state")
    if state is None:
        return {}
    started = None if state is StageState.TODO else row.started_on or (today if state is StageState.DOING else None)
    return {"started_on": started, "done_on": (row.done_on or today) if state is StageState.DONE else None}
