"""The questionnaire for residents: one sheet to tick with a pen, on which nobody says who they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.blocks.lists import boxes
from msp_desktop.documents.blocks.slip import FillLine
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.questionnaire import PaperWords, QuestionKind
from msp_desktop.formats.dates import long_date

TITLE = "Questionnaire aux habitants"
#: Width of a question's number, in millimetres; the side of a box, and what is left free after its words.
_NUMBER, _SIDE, _APART = 6.0, 4.0, 2.5
#: Between two rows of boxes, in millimetres: a row and what is under it take seven.
_BETWEEN = 2.1
#: Lines for words, and between two of them in millimetres: what a pen needs.
_LINES, _STEP = 5, 7.4
#: The widest words before a line on which one writes, in points: under longer ones the line stands below.
_BEFORE_A_LINE = 60 * mm


class Asked(Struct, frozen=True):
    """A question as it is printed: its number and words, its boxes, what stands before a line to write on."""

    number: int
    text: str
    kind: QuestionKind
    labels: tuple[str, ...] = ()
    other: str = ""


def write_questionnaire(
    path: Target, head: Letterhead, words: PaperWords, questions: Sequence[Asked], made_at: datetime
) -> BuildResult:
    """Write the sheet: one page for ten questions, no name to give and no mark that tells one sheet from another."""

    def story(_density: float) -> list[Flowable]:
        rows = blocks.whole([_row(asked, first=not place) for place, asked in enumerate(questions)])
        return [
            *blocks.title_block(words.title, _subtitle(words), after=3),
            *rows,
            blocks.rule(0.7),
            blocks.gap(2),
            _foot(words),
        ]

    # Without the day it was printed: two sheets of two days must not differ.
    page = replace(furniture(head, TITLE, made_at.date()), made_on="")
    return build(path, story, page, made_at=made_at)


def _subtitle(words: PaperWords) -> str:
    until = f", avant le {long_date(words.answer_by)}" if words.answer_by else ""
    return f"{words.lead}{until}"


def _row(asked: Asked, *, first: bool) -> Flowable:
    number = Text(
        f'<font color="{style.TEAL.hexval().replace("0x", "#")}">{asked.number}</font>', style.style("dense_bold")
    )
    question = Heading(typed(asked.text, fonts.BOLD), style.style("dense_bold"), level=2)
    air = 1.9 * mm * style.air()
    commands = [
        ("TOPPADDING", (0, 0), (-1, -1), air), ("BOTTOMPADDING", (0, 0), (-1, -1), air),
        ("LEFTPADDING", (0, 0), (0, -1), style.HANG), ("RIGHTPADDING", (1, 0), (1, -1), 4 * mm),
        ("RIGHTPADDING", (2, 0), (2, -1), style.HANG),
        ("LINEABOVE", (0, 0), (-1, 0), style.SECTION_RULE if first else 0.7, style.INK),
    ]  # fmt: skip
    widths = [_NUMBER * mm + style.HANG, style.MARGIN_COLUMN - _NUMBER * mm, style.AXIS_WIDTH + style.HANG]
    return layout([[[number], [question], _answer(asked)]], widths, commands, overhang=style.HANG)


def _answer(asked: Asked) -> list[Flowable]:
    if asked.kind is QuestionKind.WORDS:
        return [blocks.writing_lines(_LINES, _STEP / style.density())]
    found: list[Flowable] = [_grid(asked.labels)] if asked.labels else []
    if asked.other:
        found += [blocks.gap(_BETWEEN)] if found else []
        before = f"{asked.other}\u00a0:"
        face = style.style("dense")
        if fonts.width(before, face.fontName, face.fontSize) < _BEFORE_A_LINE:
            found += [FillLine(typed(before), face), blocks.gap(1)]
        else:
            found += [Text(typed(before), face), blocks.writing_lines(1, _STEP / style.density())]
    return found


def _grid(labels: Sequence[str]) -> Flowable:
    """Return the boxes in three columns where the longest words hold there, else in two, else one under the other."""
    face = style.style("answer")
    widest = max(fonts.width(label, face.fontName, face.fontSize) for label in labels)
    for count in (3, 2, 1):
        column = style.AXIS_WIDTH / count
        if widest <= column - face.leftIndent - _APART * mm:
            break
    items = boxes(labels, "answer", _SIDE * mm)
    rows: list[list[Any]] = [[[item] for item in items[begin : begin + count]] for begin in range(0, len(items), count)]
    rows[-1] += [""] * (count - len(rows[-1]))
    commands: list[tuple[Any, ...]] = [("RIGHTPADDING", (0, 0), (-1, -1), _APART * mm)]
    commands += [("BOTTOMPADDING", (0, row), (-1, row), _BETWEEN * mm * style.air()) for row in range(len(rows) - 1)]
    return layout(rows, [column] * count, commands)


def _foot(words: PaperWords) -> Flowable:
    drop = f'<font name="{fonts.BOLD}">À déposer</font> {typed(words.drop_at)}. {typed(words.promise)}'
    return Text(drop, style.style("note"))
