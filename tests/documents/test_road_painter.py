"""The marks of the road on paper: any words and days are drawn."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from msp_desktop.documents import fonts
from msp_desktop.documents.road_painter import PAPER_FRAME, road_figure
from msp_desktop.domain.road import Span
from msp_desktop.domain.road_marks import RoadPlan, RoadStage, StepMark
from msp_desktop.domain.stages import StageState


@pytest.mark.parametrize("words", ["", "Visiter", "Ω" * 300, "x" * 10_000])
@pytest.mark.parametrize("until", [date(2026, 4, 28), date(2190, 12, 31)])
def test_any_road_is_drawn_as_high_as_its_stages_ask(words: str, until: date) -> None:
    fonts.register()
    span = Span("equipe", StageState.TODO, date(2026, 4, 28), until, True)
    bare = RoadStage(span, words, words, words)
    with_step = RoadStage(span, words, words, words, steps=(StepMark(until, words),))
    waits = RoadStage(span, words, words, "", waits=words, dashed=True)
    plan = RoadPlan((bare, with_step, waits), date(2026, 4, 28), "nous sommes ici", words)
    figure = road_figure(plan, "alt")
    assert figure.height == PAPER_FRAME.height(plan.stages) + 1
    figure.paint(Canvas(BytesIO()), 476.0, figure.height)  # type: ignore[attr-defined]
