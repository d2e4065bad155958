"""The terms of reference of the local diagnosis: what is looked for, with which sources, when, how it is given back."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import flowables
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisPhase, DiagnosisSheet, SourceKind
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import long_date, medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import euros

_BLANK = "_" * 12


class TermsWords(Struct, frozen=True):
    """What the method says of a diagnosis, and what is ours in its terms of reference."""

    title: str
    subtitle: str
    purpose: str
    expected: tuple[str, ...]
    rules: tuple[str, ...]
    delivered: tuple[str, ...]
    pace: str
    consistency: str
    phases: dict[str, str]
    kinds: dict[str, str]


def write_diagnosis_terms(
    path: Target, head: Letterhead, sheet: DiagnosisSheet, words: TermsWords, made_at: datetime
) -> BuildResult:
    """Write the terms of reference, in sections one may add to; what is not known is left to be written."""

    def story(density: float) -> list[Flowable]:
        rows = blocks.sections(_rows(sheet, words), density=density)
        return [
            *blocks.title_block(words.title, words.subtitle),
            *blocks.band(_band(sheet.diagnosis), mains=("band_place",) * 3, widths=(48, 60)),
            *rows,
            blocks.section_heading("Calendrier"),
            blocks.gap(2),
            *_calendar(sheet, words),
            *_sources(sheet, words),
        ]

    named = f"{words.title}, {words.subtitle.lower()}"
    return build(path, story, furniture(head, named, made_at.date(), model=True), made_at=made_at)


def _band(diagnosis: Diagnosis) -> list[tuple[str, str, str]]:
    begins, ends = (medium_date(day) if day else _BLANK for day in (diagnosis.starts_on, diagnosis.ends_on))
    budget = euros(diagnosis.budget) if diagnosis.budget is not None else _BLANK
    return [("Du", begins, f"au {ends}"), ("Conduit par", diagnosis.led_by or _BLANK, ""), ("Budget", budget, "")]


def _rows(sheet: DiagnosisSheet, words: TermsWords) -> list[blocks.Row]:
    diagnosis = sheet.diagnosis
    aims: list[Flowable] = flowables(diagnosis.aims if diagnosis.aims.strip() else words.purpose)
    rows = [
        blocks.Row(label="Ce que l’on veut savoir", content=aims, rule=0),
        blocks.Row(label="Territoire", content=diagnosis.territory.strip() or [blocks.writing_lines(1)]),
        blocks.Row(label="Ce que le diagnostic doit dire", content=blocks.bullets(list(map(capital, words.expected)))),
        blocks.Row(label="Méthode", content=blocks.bullets([words.pace, words.consistency, *words.rules])),
    ]
    if diagnosis.taking_part.strip():
        rows.append(blocks.Row(label="Place des habitants", content=diagnosis.taking_part))
    rows.append(blocks.Row(label="Ce qui est rendu", content=blocks.bullets(list(map(capital, words.delivered)))))
    answer = _answer(diagnosis)
    if answer:
        rows.append(blocks.Row(label="Pour répondre", content=answer))
    return rows


def _answer(diagnosis: Diagnosis) -> list[Flowable]:
    if not (diagnosis.answer_by or diagnosis.answer_to.strip()):
        return []
    by = f" avant le <b>{typed(long_date(diagnosis.answer_by), fonts.BOLD)}</b>" if diagnosis.answer_by else ""
    to = f"\u00a0: {typed(diagnosis.answer_to.strip())}" if diagnosis.answer_to.strip() else ""
    return [Text(f"Proposition, prix et références{by}{to}", style.style("text"))]


def _calendar(sheet: DiagnosisSheet, words: TermsWords) -> list[Flowable]:
    """Return the steps phase by phase, those of the giving back to all last; a phase without a step has a line to fill."""
    rows: list[blocks.Line] = []
    for phase in DiagnosisPhase:
        rows.append(blocks.Group(words.phases[phase.value]))
        steps = [step for step in sheet.steps if step.phase is phase]
        rows += [(step.title, step.who or "–", _day(step.due_on)) for step in steps]
        if not steps:
            rows.append((_BLANK, _BLANK, _BLANK))
    return blocks.open_table(
        ("Étape", "Qui", "Pour le"), rows, (88, 44, 36), stub=1, summary="Calendrier du diagnostic"
    )


def _sources(sheet: DiagnosisSheet, words: TermsWords) -> list[Flowable]:
    rows: list[blocks.Line] = []
    for kind in SourceKind:
        found = [source for source in sheet.sources if source.kind is kind]
        if found:
            rows.append(blocks.Group(words.kinds[kind.value]))
            rows += [(source.title, source.holder or "–") for source in found]
    if not rows:
        return []
    table = blocks.open_table(("Source", "Qui l’a"), rows, (100, 68), stub=1, summary="Sources du diagnostic")
    return [blocks.gap(6), blocks.section_heading("Sources"), blocks.gap(2), *table]


def _day(day: date | None) -> str:
    return medium_date(day) if day else "à fixer"
