"""The inventory to fill in by hand: the questions with room to write, then empty registers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.lists import box
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Drawing, Heading, Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.paper_grid import PaperField, PaperGrid, PaperQuestion, PaperRegister
from msp_desktop.formats.numbers import counted

TITLE = "État des lieux, grille à remplir"

_SUBTITLE = "À remplir par la mairie, avec un professionnel à la fois"
_INTRO = (
    "Chaque numéro se retrouve à l’écran, dans le même ordre. Cette grille ne circule pas\u00a0: "
    "chacun y lirait l’âge et le départ des autres."
)

_LINES = 3
#: What a pen needs, in millimetres: between two lines, the height of a row, the side of a box to tick.
_STEP, _PEN, _BOX = 9.0, 11.0, 5.0
#: Width of the column of numbers, and between two boxes of a cell, in millimetres.
_NUMBER, _APART = 12.0, 1.6
#: Of the air around a question: what is to be written on takes the place of what is read.
_DENSE = 0.88


def write_inventory_blank(
    path: Target, head: Letterhead, grid: PaperGrid, made_at: datetime, notice: str
) -> BuildResult:
    """Write the grid with room to write under each question, and the registers' empty lines.

    Numbers go on from what the dossier holds: each is the one of the screen where it is typed in.
    """

    def story(density: float) -> list[Flowable]:
        rows = blocks.sections(_rows(grid.questions), density=min(density, _DENSE), foot=style.SECTION_RULE)
        out = [
            *blocks.title_block(TITLE, _SUBTITLE, _INTRO, after=4),
            Text("0. Date\u00a0: ……………………………   Rempli par\u00a0: ………………………………………………", style.style("dense")),
            blocks.gap(3),
            *_whole(rows),
        ]
        for index, register in enumerate(grid.registers):
            out += [blocks.gap(6), *_register(register)]
            if not index:  # under the names, ages and departures
                out += [blocks.gap(2), *typed_paragraphs(notice, style.style("note"))]
        return out

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at)


def _whole(rows: Sequence[Flowable]) -> list[Flowable]:
    """Keep a question and its lines on one page."""
    return [flowable for row in rows for flowable in (CondPageBreak((_LINES * _STEP + 9) * mm), row)]


def _rows(questions: Sequence[PaperQuestion]) -> list[blocks.Row]:
    rows, theme = [], ""
    # The lines stay as far apart as a pen needs where the rest of the paper is tightened.
    step = _STEP / style.density()
    for question in questions:
        first = question.theme != theme
        theme = question.theme
        words = typed(f"{question.number}. {question.text}", fonts.BOLD)
        rows.append(
            blocks.Row(
                label=theme if first else "",
                content=[Heading(words, style.style("dense_bold"), level=3), blocks.writing_lines(_LINES, step)],
                rule=style.SECTION_RULE if first else 0,
            )
        )
    return rows


def _register(register: PaperRegister) -> list[Flowable]:
    known = len(register.rows)
    lines = [
        [register.label(index), *(_boxes(len(field.choices)) if field.tick else "" for field in register.fields)]
        for index in range(known, known + register.empty_lines)
    ]
    header: list[blocks.Content] = ["N°", *(_head(field) for field in register.fields)]
    part = (style.TEXT_WIDTH / mm - _NUMBER) / sum(field.share for field in register.fields)
    widths = [_NUMBER, *(field.share * part for field in register.fields)]
    hints = [words for words in (*register.legends(), _follows(known)) if words]
    return [
        blocks.section_heading(f"{register.letter}. {register.title}", room=48),
        *(Text(typed(words), style.style("margin")) for words in hints),
        blocks.gap(1.5),
        *blocks.open_table(header, lines, widths, stub=1, row_height=_PEN, ruled=True, summary=register.title),
    ]


def _follows(known: int) -> str:
    if not known:
        return ""
    return f"Suite du registre, qui compte déjà {counted(known, 'ligne')}."


def _head(field: PaperField) -> blocks.Content:
    """Return a column's title, and under that of boxes to tick what each is for."""
    if not field.tick:
        return field.title
    title = Text(typed(field.title, fonts.BOLD), style.style("head"))
    answers = Text(typed("\u00a0".join(words for _value, words in field.choices)), style.style("note"))
    return [title, answers]


def _boxes(count: int) -> list[Flowable]:
    side = _BOX * mm

    def paint(canvas: Any, _width: float, _height: float) -> None:
        for number in range(count):
            box(canvas, number * (side + _APART * mm), 0, side)

    return [Drawing(side, paint, alt="")]
