"""The columns of the steps of the road, in which one writes."""

from __future__ import annotations

from msp_desktop.domain.change import Change
from msp_desktop.domain.stages import RoadStep, StageState
from msp_desktop.formats.dates import medium_date, near_date, short_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services import road_steps as service
from msp_desktop.services.road_steps import days_late
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.workspace import Workspace

_GLYPHS = {StageState.TODO: ("todo", "ink2"), StageState.DOING: ("doing", "accent"), StageState.DONE: ("done", "done")}


def step_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: step, due, who, state."""

    def update(row: RoadStep, **values: object) -> None:
        workspace.attempt(service.update_step, row.id, Change(RoadStep, **values), workspace.today())

    def when(row: RoadStep) -> str:
        return near_date(row.due_on, workspace.today(), language()) if row.due_on else "–"

    def planned(row: RoadStep) -> str:
        return medium_date(row.due_on, language()) if row.due_on else ""

    def write_date(row: RoadStep, text: str) -> None:
        workspace.with_date(text, lambda day: update(row, due_on=day))

    def state(row: RoadStep) -> str:
        late = days_late(row, workspace.today())
        if late:
            return ngettext("{count} day late", "{count} days late", late).format(count=late)
        if row.state is StageState.DONE and row.done_on:
            return _("done on {day}").format(day=short_date(row.done_on, language()))
        return dict(step_states())[row.state]

    def glyph(row: RoadStep) -> tuple[str, str]:
        return ("late", "late") if days_late(row, workspace.today()) else _GLYPHS[row.state]

    def tone(row: RoadStep) -> str:
        return "" if glyph(row)[1] == "ink2" else glyph(row)[1]

    return [
        Column(_("Steps to come"), lambda r: r.title, lambda r, t: update(r, title=t), width=400),
        Column(_("Due"), when, write_date, value=planned, width=150,
               tone=lambda r: "late" if days_late(r, workspace.today()) else ""),
        Column(_("Who"), lambda r: r.person, lambda r, t: update(r, person=t), width=130,
               names=directory_names(workspace)),
        Column(_("State"), state, lambda r, t: update(r, state=StageState(t)), choices=step_states,
               value=lambda r: r.state, width=140, glyph=glyph, tone=tone),
    ]  # fmt: skip


def step_states() -> list[tuple[StageState, str]]:
    """Return how far a step, or a stage, may be, in words."""
    return [(StageState.TODO, _("to do")), (StageState.DOING, _("in progress")), (StageState.DONE, _("done"))]
