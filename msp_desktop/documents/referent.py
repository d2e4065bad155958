"""The référent's sheet: who, for what, how, signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.notes import Filling
from msp_desktop.documents.build import BuildResult, Carried, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.people import Person, plain_name
from msp_desktop.domain.referent import ReferentSheet
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.numbers import decimal
from msp_desktop.formats.phones import phone

TITLE = "Fiche mission"
#: What is not known yet is written by hand.
_BLANK = "_" * 12
#: Width of the cell of a person of a pair, and of one alone, in points.
_CELL, _WIDE_CELL = 57 * mm, 117 * mm
#: Room for observations, in lines of 7.4 mm: what the page leaves, within these.
_LINES = (2, 11)


class SheetWords(Struct, frozen=True):
    """What the method says around the missions, before words agree with the person."""

    purpose: str
    time: str
    posture: str
    remember: str
    daily: tuple[str, ...]


def write_referent(
    path: Target,
    head: Letterhead,
    sheet: ReferentSheet,
    words: SheetWords,
    made_at: datetime,
    carried: Carried | None = None,
) -> BuildResult:
    """Write the mission sheet, one or two pages, the signatures at the foot of the last."""
    pair = sheet.second is not None
    the_one = "{Le référent santé|La référente santé}" if not pair else "Le binôme référent santé"
    of_one = "{du référent santé|de la référente santé}" if not pair else "du binôme référent"
    title = f"{TITLE} {agreed(of_one, sheet.feminine)}"

    def story(density: float) -> list[Flowable]:
        foot = blocks.signatures(_signers(head, sheet), head.commune)
        rows = _rows(sheet, words)
        observations = _observations(foot, density)
        return [
            *blocks.title_block(TITLE, f"{agreed(the_one, sheet.feminine)} de la commune"),
            *blocks.band(_band(sheet, words.time), mains=("band_place",) * 3, widths=(48, 60)),
            *(KeepTogether([part]) for part in blocks.sections(rows, density=density)),
            observations,
            foot,
        ]

    return build(path, story, furniture(head, title, made_at.date()), made_at=made_at, carried=carried)


def _band(sheet: ReferentSheet, usual_time: str) -> list[tuple[str, str, str]]:
    term = sheet.term
    since = medium_date(term.since) if term and term.since else _BLANK
    hours = _hours(term.hours_per_month) if term and term.hours_per_month else usual_time
    cells = [("À compter du", since, hours)]
    if sheet.first:
        role = "Référente santé" if sheet.feminine else "Référent santé"
        room = _CELL if sheet.second else _WIDE_CELL
        cells.append((role, plain_name(sheet.first) or "à désigner", _ways(sheet.first, room)))
    if sheet.second:
        cells.append(("En binôme avec", plain_name(sheet.second), _ways(sheet.second, _CELL)))
    return cells


def _hours(count: float) -> str:
    return f"{decimal(count)} {agreeing(count, 'heure')} par mois"


def _ways(person: Person, room: float) -> str:
    emails = [
        line for address in person.email.split(", ") for line in _lines_of(address, room)
    ]  # each on its own lines
    return "\n".join(filter(None, (person.function.strip(), phone(person.phone), *emails)))


def _lines_of(address: str, room: float) -> list[str]:
    """Return an e-mail address on lines that a cell of the band holds, cut before « @ », else before « . » or « - »."""
    lines: list[str] = []
    for half in re.split(r"(?=@)", address.strip()):
        if lines and fonts.width(lines[-1] + half, fonts.REGULAR, 10) <= room:
            lines[-1] += half
            continue
        lines.append("")
        for part in re.split(r"(?=[.-])", half):
            if lines[-1] and fonts.width(lines[-1] + part, fonts.REGULAR, 10) > room:
                lines.append("")
            lines[-1] += part
    return list(filter(None, lines))


def _rows(sheet: ReferentSheet, words: SheetWords) -> list[blocks.Row]:
    feminine = sheet.feminine and sheet.second is None
    rows = [
        blocks.Row(label=agreed("À quoi {il|elle} sert", feminine), content=agreed(words.purpose, feminine), rule=0)
    ]
    for number, group in enumerate(sheet.kept(), 1):
        rows.append(
            blocks.Row(
                label=f"{number}. {group.title}",
                content=blocks.bullets([capital(mission.text) for mission in group.missions]),
                rule=style.SECTION_RULE if number == 1 else style.ITEM_RULE,
            )
        )
    if not any(mission.own for group in sheet.kept() for mission in group.missions):
        label = f"{len(sheet.kept()) + 1}. Propre à la commune"
        rows.append(blocks.Row(label=label, content=[blocks.writing_lines(3)]))
    rows.append(blocks.Row(label="Au quotidien", content=blocks.bullets(list(words.daily)), rule=style.SECTION_RULE))
    rows.append(blocks.Row(label="Sa place", content=agreed(words.posture, feminine)))
    commitments = [
        ", ".join(filter(None, (f"<b>{typed(row.audience, fonts.BOLD)}</b>" if row.audience else "", typed(row.how))))
        for row in sheet.commitments
        if row.audience.strip() or row.how.strip()
    ]
    if commitments:
        label = agreed("À qui {il|elle} rend compte", feminine)
        rows.append(blocks.Row(label=label, content=blocks.bullets(commitments, markup=True)))
    if sheet.term and sheet.term.means.strip():
        rows.append(blocks.Row(label="Moyens", content=typed_paragraphs(sheet.term.means, style.style("text"))))
    rows.append(
        blocks.Row(label="À retenir", content=[Text(typed(words.remember, fonts.BOLD), style.style("text_bold"))])
    )
    return rows


def _observations(foot: Flowable, density: float) -> Flowable:
    """Return the room for observations: as many lines as the page leaves above the signatures."""

    def made(count: int) -> Flowable:
        row = blocks.Row(label="Observations", content=[blocks.writing_lines(count)])
        return blocks.sections([row], density=density)[0]

    return Filling(made, _LINES, foot)


def _signers(head: Letterhead, sheet: ReferentSheet) -> Sequence[blocks.Signer]:
    signers = [blocks.Signer(head.mayor_title, head.mayor)]
    if sheet.first:
        role = agreed("{Le référent santé|La référente santé},", sheet.feminine)
        signers.append(blocks.Signer(role, plain_name(sheet.first)))
    if sheet.second:
        signers.append(blocks.Signer("En binôme,", plain_name(sheet.second)))
    return signers
