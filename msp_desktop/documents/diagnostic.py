"""The preliminary diagnosis: what the dossier knows, section by section, and room for what the team completes."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.diagnostic_page import Diagnostic, DiagnosticSection
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import long_date

#: Lines to write on under each question.
_LINES = 2


def write_diagnostic(path: Target, head: Letterhead, page: Diagnostic, made_at: datetime) -> BuildResult:
    """Write the diagnosis, as a PDF or as a Word file to be completed."""

    def story(_density: float) -> list[Flowable]:
        subtitle = glued(f"{page.subtitle}, au {long_date(made_at.date())}")
        flowables: list[Flowable] = list(blocks.title_block(page.title, subtitle, page.intro))
        for number, section in enumerate(page.sections, 1):
            flowables += _section(number, section, page.blank)
        return flowables

    return build(path, story, furniture(head, page.title, made_at.date()), made_at=made_at, subject=page.subtitle)


def _section(number: int, section: DiagnosticSection, blank: str) -> list[Flowable]:
    out: list[Flowable] = [blocks.section_heading(f"{number}. {section.title}"), blocks.gap(1.5)]
    for words in section.known:
        out += [*typed_paragraphs(glued(words), style.style("text")), blocks.gap(1.5)]
    for table in section.tables:
        summary = f"{section.title}\u00a0: {', '.join(table.header)}"
        rows = [list(row) for row in table.rows]
        out += [*blocks.open_table(table.header, rows, table.widths, stub=1, air=1.3, summary=summary), blocks.gap(3)]
    if not section.known and not section.tables:
        out += [Text(typed(blank), style.style("margin")), blocks.gap(1.5)]
    for question in section.asks:
        out += [
            Heading(typed(question, fonts.BOLD), style.style("dense_bold"), level=3),
            blocks.writing_lines(_LINES),
            blocks.gap(3),
        ]
    return [*out, blocks.gap(3)]
