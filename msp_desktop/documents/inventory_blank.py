"""The inventory to fill in by hand: the questions with room to write, then empty registers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.lists import box
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Drawing, Heading, Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.paper_grid import PaperGrid, PaperQuestion, PaperRegister
from msp_desktop.formats.numbers import counted

TITLE = "État des lieux, grille à remplir"

_INTRO = "Chaque numéro se retrouve à l’écran, dans le même ordre."

_LINES = 4
#: What a pen needs, in millimetres: between two lines, the height of a row, the side of a box to tick.
_STEP, _PEN, _BOX = 9.0, 11.0, 5.0
#: Width of the column of numbers, in millimetres.
_NUMBER = 12.0


def write_inventory_blank(path: Target, head: Letterhead, grid: PaperGrid, made_at: datetime) -> BuildResult:
    """Write the grid with room to write under each question, and the registers' empty lines.

    Numbers go on from what the dossier holds: each is the one of the screen where it is typed in.
    """

    def story(density: float) -> list[Flowable]:
        out = [
            *blocks.title_block(TITLE, "À remplir avec les professionnels et la fédération", _INTRO),
            Text("0. Date\u00a0: ……………………………   Rempli par\u00a0: ………………………………………………", style.style("dense")),
            blocks.gap(4),
            *_whole(blocks.sections(_rows(grid.questions), density=density, foot=style.SECTION_RULE)),
            PageBreak(),
        ]
        for index, register in enumerate(grid.registers):
            out += [blocks.gap(7)] if index else []
            out += _register(register)
        return out

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at)


def _whole(rows: Sequence[Flowable]) -> list[Flowable]:
    """Keep a question and its lines on one page."""
    return [flowable for row in rows for flowable in (CondPageBreak(46 * mm), row)]


def _rows(questions: Sequence[PaperQuestion]) -> list[blocks.Row]:
    rows, theme = [], ""
    for question in questions:
        first = question.theme != theme
        theme = question.theme
        words = typed(f"{question.number}. {question.text}", fonts.BOLD)
        rows.append(
            blocks.Row(
                label=theme if first else "",
                content=[Heading(words, style.style("dense_bold"), level=3), blocks.writing_lines(_LINES, _STEP)],
                rule=style.SECTION_RULE if first else 0,
            )
        )
    return rows


def _register(register: PaperRegister) -> list[Flowable]:
    known = len(register.rows)
    lines = [
        [register.label(index), *(_tick_box() if field.tick else "" for field in register.fields)]
        for index in range(known, known + register.empty_lines)
    ]
    header = ["N°", *(field.title for field in register.fields)]
    part = (style.TEXT_WIDTH / mm - _NUMBER) / sum(field.share for field in register.fields)
    widths = [_NUMBER, *(field.share * part for field in register.fields)]
    hints = [words for words in (*register.legends(), _follows(known)) if words]
    return [
        blocks.section_heading(f"{register.letter}. {register.title}", room=60),
        *(Text(typed(words), style.style("margin")) for words in hints),
        *([blocks.gap(1.5)] if hints else []),
        *blocks.open_table(header, lines, widths, stub=1, row_height=_PEN, ruled=True, summary=register.title),
    ]


def _follows(known: int) -> str:
    if not known:
        return ""
    return f"Suite du registre, qui compte déjà {counted(known, 'ligne')}."


def _tick_box() -> list[Flowable]:
    side = _BOX * mm

    def paint(canvas: Any, _width: float, _height: float) -> None:
        box(canvas, 0, 0, side)

    return [Drawing(side, paint, alt="")]
