"""The pages on the data kept of people: a question in the margin, its answer on the axis, lines to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from msp_desktop.documents import blocks, fonts, page, style
from msp_desktop.documents.blocks.lists import boxes
from msp_desktop.documents.blocks.slip import FillLine
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.privacy import Answer, PrivacySheet

#: Above a rule to write on, in millimetres.
_PEN = 3.2
#: Letters and air, the best first: a notice stands on one page, which may be the back of a letter.
#: How much of the page is ours in Word, whose lines are higher; told by a density that is not 1.
_WORD_S = 0.9
_WAYS = (("text", 0.93), ("text", 0.86), ("dense", 0.86), ("dense", 0.8), ("dense", 0.72))


def write_privacy_sheet(path: Target, head: Letterhead, sheet: PrivacySheet, made_at: datetime) -> BuildResult:
    """Write a page of questions and answers on the data kept of people."""

    def story(density: float) -> list[Flowable]:
        made = [_story(sheet, *way) for way in _WAYS]
        room = page.first_room() * (1.0 if density == 1.0 else _WORD_S)
        return next((one for one in made if blocks.height_of(one) <= room), made[0])

    return build(path, story, furniture(head, sheet.title, made_at.date()), made_at=made_at, subject=sheet.subtitle)


def _story(sheet: PrivacySheet, face: str, density: float) -> list[Flowable]:
    rows = [
        blocks.Row(answer.question, _content(answer, face), rule=style.ITEM_RULE if number else style.TABLE_RULE)
        for number, answer in enumerate(sheet.answers)
    ]
    return [
        *blocks.title_block(sheet.title, sheet.subtitle, after=4),
        *_whole(blocks.sections(rows, density=density, foot=style.TABLE_RULE)),
        blocks.gap(3),
        *typed_paragraphs(sheet.foot, style.style("note")),
    ]


def _whole(rows: Sequence[Flowable]) -> list[Flowable]:
    return [part for row in blocks.whole(rows) for part in (CondPageBreak(18 * mm), row)]


def _content(answer: Answer, face: str) -> list[Flowable]:
    out: list[Flowable] = []
    if answer.text:
        out += typed_paragraphs(answer.text, style.style(face))
    if answer.bullets:
        out += [*([blocks.gap(1)] if out else []), *blocks.bullets(answer.bullets)]
    if answer.strong:
        out.append(Text(typed(answer.strong, fonts.BOLD), style.style(f"{face}_bold")))
    for words in answer.blanks:
        out += [*([blocks.gap(_PEN)] if out else []), FillLine(typed(words or "\u00a0"), style.style(face))]
    if answer.ticks:
        out += [blocks.gap(1), *boxes(answer.ticks)]
    return out
