"""The road to a health centre as it is shown: its stages over the years, its steps, what the building waits for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.core import Core
from msp_desktop.domain.road import TEAM, Span, about, building_waits_for, current
from msp_desktop.domain.road_marks import RoadPlan, RoadStage, StepMark
from msp_desktop.domain.stages import RoadStep, StageState
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.quick import medium_date
from msp_desktop.method.road import KitRoadStage, kit_road
from msp_desktop.services.core import core, road_spans
from msp_desktop.services.letterhead import commune_words
from msp_desktop.services.road_steps import steps


class RoadView(Struct, frozen=True):
    """The road on a day."""

    today: date
    spans: tuple[Span, ...]
    steps: tuple[RoadStep, ...]
    core: Core
    along: str
    waits: str

    @property
    def now(self) -> str:
        """Return the sentence that says where we are, "" once all stages are done."""
        here = current(self.spans)
        return next((stage.now for stage in kit_road().stages if here and stage.code == here.code), "")


def road_view(reader: Reader, today: date) -> RoadView:
    """Return the road."""
    found = road_spans(reader, today)
    along = filled(kit_road().federation, commune_words(reader))
    return RoadView(today, found, tuple(steps(reader)), core(reader, today), along, waiting_words(found))


def waiting_words(found: Sequence[Span]) -> str:
    """Return what the building waits for, "" where it waits for nothing."""
    kit, waits = kit_road(), building_waits_for(found)
    if not waits:
        return ""
    if len(waits) == 2:
        return kit.waits_both
    return kit.waits_team if waits == (TEAM,) else kit.waits_validation


def road_plan(
    view: RoadView, today_words: str, *, chosen_stage: str = "", chosen_step: int = 0, steps: Sequence[RoadStep] = ()
) -> RoadPlan:
    """Return what the picture shows; the next of these `steps` of each stage goes with it, the one chosen first."""
    stages = []
    for kit, span in zip(kit_road().stages, view.spans, strict=True):
        dated = [step for step in steps or view.steps if step.stage == span.code and step.due_on]
        dated.sort(key=lambda step: (step.id != chosen_step, step.state is StageState.DONE, step.due_on or date.max))
        stages.append(
            RoadStage(
                span, kit.title, kit.under, _end_words(kit, span),
                short=kit.short,
                waits=view.waits if kit is kit_road().stages[-1] else "",
                dashed=kit is kit_road().stages[-1] and span.state is StageState.TODO,
                steps=tuple(_mark(step, chosen_step, view.today) for step in dated[:1]),
            )
        )  # fmt: skip
    return RoadPlan(tuple(stages), view.today, today_words, view.along, chosen_stage)


def _mark(step: RoadStep, chosen: int, today: date) -> StepMark:
    assert step.due_on is not None
    when = medium_date(step.due_on) if step.due_on.year == today.year else about(step.due_on)
    words = f"{step.title}, {when}"
    return StepMark(step.due_on, words, step.state is StageState.DONE, step.id == chosen)


def _end_words(kit: KitRoadStage, span: Span) -> str:
    """Return « un noyau prêt, printemps 2027 », with the day where the stage is done."""
    when = medium_date(span.end) if span.state is StageState.DONE else about(span.end)
    return ", ".join(filter(None, (kit.end, when))) if kit.end or span.state is StageState.DONE else ""
