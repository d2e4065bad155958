"""The road to a health centre on one page: the three stages, the core in numbers, the next steps."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, draw, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.blocks.lists import box
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.road_painter import road_figure
from msp_desktop.documents.tagging import Drawing, Heading, Text
from msp_desktop.documents.text import glued, typed
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.road_page import CoreLine, RoadPage
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters

TITLE = "Le chemin vers une maison de santé"
#: The side of a square, its step, and most of them drawn, beyond which the number says it.
_SIDE, _STEP, _MOST = 4.4 * mm, 5.2 * mm, 6
_BOX = 3.6 * mm


def write_road(
    path: Target, head: Letterhead, page: RoadPage, words: tuple[str, str, str], made_at: datetime
) -> BuildResult:
    """Write the page; `words` are how long it takes, what recognition asks for, what comes afterwards."""

    def story(_density: float) -> list[Flowable]:
        years, asks, afterwards = words
        flowables: list[Flowable] = [*blocks.title_block(TITLE, years.rstrip("."), "", after=1)]
        flowables += [
            layout(
                [["", [Text(typed(page.lead, fonts.BOLD), style.style("lead"))]]],
                [style.MARGIN_COLUMN, style.AXIS_WIDTH],
            )
        ]
        flowables += [blocks.gap(3), road_figure(page.plan, page.alt), blocks.gap(4)]
        flowables += blocks.whole(_core(page, asks))
        if page.steps:
            flowables += [blocks.gap(4), *blocks.whole(_steps(page))]
        return [*flowables, blocks.gap(3), Text(typed(afterwards), style.style("italic"))]

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at)


def _core(page: RoadPage, asks: str) -> list[Flowable]:
    rows = [[line.title, _squares(line), f"{line.least} au moins", line.missing] for line in page.core]
    beside = " ".join(
        f'<font name="{fonts.BOLD}">{typed(name, fonts.BOLD)}\u00a0:</font> {typed(said)}' for name, said in page.beside
    )
    return [
        Heading(typed(page.lacking, fonts.BOLD), style.style("figure_title"), level=2),
        Text(typed(asks), style.style("margin")),
        blocks.gap(2),
        *blocks.open_table(
            ["Le noyau", "prêts à s’engager", "il en faut", "ce qui manque"], rows, [48, 42, 26, 52], stub=1, bold=(3,), air=1.2,
            summary=page.lacking,
        ),
        blocks.gap(2),
        *([Text(beside, style.style("cell"))] if beside else []),
    ]  # fmt: skip


def _squares(line: CoreLine) -> Flowable:
    """Return a square a person ready, dashed for each that is missing, and the number."""
    drawn, missing = min(line.ready, _MOST), max(0, line.least - line.ready)

    def paint(canvas: Any, _width: float, _height: float) -> None:
        for place in range(drawn + missing):
            canvas.saveState()
            canvas.setStrokeColor(style.INK)
            canvas.setLineWidth(0.7)
            canvas.setFillColor(style.TEAL)
            if place >= drawn:
                canvas.setDash(1.2, 1.6)
            canvas.rect(place * _STEP, 0.4, _SIDE, _SIDE, stroke=1, fill=int(place < drawn))
            canvas.restoreState()
        draw.label(canvas, (drawn + missing) * _STEP + 4, 2.6, str(line.ready), size=10, bold=True)

    alt = f"{in_letters(line.ready)} {agreeing(line.ready, 'prêt', 'prêts')}, il en faut {in_letters(line.least)}"
    return Drawing(_SIDE + 1, paint, alt=alt)


def _steps(page: RoadPage) -> list[Flowable]:
    count = len(page.steps)
    heading = "Le prochain pas" if count == 1 else f"Les {in_letters(count)} prochains pas"
    rows = []
    for step in page.steps:
        day = long_date(step.day) if step.day else "à dater"
        words = [Text(typed(glued(step.title)), style.style("cell"))]
        rows.append([glued(day), [layout([[_tick(), words]], [6 * mm, 80 * mm])], step.who or "–"])
    return [
        Heading(typed(heading, fonts.BOLD), style.style("figure_title"), level=2),
        blocks.gap(2),
        *blocks.open_table(["Pour quand", "Pas", "Qui"], rows, [48, 89, 31], bold=(0,), stub=1, air=1.2, summary=heading),
    ]  # fmt: skip


def _tick() -> Flowable:
    return Drawing(_BOX, lambda canvas, _width, _height: box(canvas, 0, 0, _BOX), alt="à faire", width=_BOX)
