"""The progress report: for the council, the mayor or the federation, on two pages."""

from __future__ import annotations

from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Carried, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.milestones import key_words, milestones_count, milestones_figure
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.report import Part, Report, ReportNote, ReportRow
from msp_desktop.domain.report_words import sentence
from msp_desktop.formats.dates import long_date, near_date, period_words
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.french.people import agreed
from msp_desktop.method.report import ReportSections

#: Widths of the tables' columns, in mm: a day, what, what came of it or who.
_RESULT, _HEARD, _WHO = (48, 66, 54), (48, 46, 74), (48, 78, 42)
#: Room to sign, and less where that saves a page, in points.
_SIGN, _LEAST_SIGN = 30 * mm, 24 * mm


def write_progress_report(
    path: Target,
    head: Letterhead,
    report: Report,
    sections: ReportSections,
    period: tuple[date, date],
    made_at: datetime,
    *,
    in_words: bool = False,
    density: float = 1.0,
    carried: Carried | None = None,
) -> BuildResult:
    """Write the report; `in_words` has the line of the hundred days told rather than drawn, for Word.

    `density` is how tight it is: 1, or a little less.
    """

    def story(density: float) -> list[Flowable]:
        body = [
            *blocks.title_block(report.title, glued(f"{report.subtitle}, {period_words(*period)}"), after=1),
            *_lead(report),
            *blocks.key_figures(report.figures),
            *_where(report, sections, in_words),
            *_table(report.done, sections.done, ("Date", "Action", "Résultat"), _RESULT, made_at.date(), stub=(1,)),
            *_listed(report, sections, density, made_at.date()),
            *_table(
                report.exchanges,
                sections.exchanges,
                ("Date", "Avec qui", "Ce que l’on en retient"),
                _HEARD,
                made_at.date(),
            ),
            *_table(
                report.coming,
                _coming_title(report, sections),
                ("Date", "Ce qui est prévu", "Qui"),
                _WHO,
                made_at.date(),
            ),
        ]
        signature = blocks.signature(
            _signer(head, report), place=head.commune, date=long_date(made_at.date()), room=_SIGN
        )
        return blocks.ending(body, [*_proposals(report, density), blocks.gap(5), signature])

    page = furniture(head, report.title, made_at.date())
    return build(path, story, page, made_at=made_at, subject=report.subtitle, density=density, carried=carried)


def _signer(head: Letterhead, report: Report) -> blocks.Signer:
    """Return who signs: the mayor, but for a report to the mayor, whoever follows the matter."""
    if not report.to_mayor:
        return blocks.Signer(head.mayor_title, head.mayor)
    if head.contact is None:
        return blocks.Signer("Signature\u00a0:")
    return blocks.Signer(f"{capital(head.contact.role)},", head.contact.name)


def _lead(report: Report) -> list[Flowable]:
    row = blocks.Row(content=[Text(typed(glued(report.lead), fonts.BOLD), style.style("lead"))], rule=0)
    return [*blocks.sections([row]), blocks.gap(3)]


def _where(report: Report, sections: ReportSections, in_words: bool) -> list[Flowable]:
    if not report.milestones:
        return []
    heading = blocks.section_heading(sections.where)
    if in_words:
        return [heading, *typed_paragraphs(milestones_count(report), style.style("text")), blocks.gap(4)]
    return [
        KeepTogether(
            [
                heading,
                blocks.gap(1),
                milestones_figure(report),
                *key_words(report, sections.drawing, sections.drawing_more),
            ]
        ),
        blocks.gap(5),
    ]


def _table(
    part: Part,
    title: str,
    header: tuple[str, str, str],
    widths: tuple[int, int, int],
    today: date,
    stub: tuple[int, ...] = (0,),
) -> list[Flowable]:
    """Return a part under its name; its sentence alone where it has no rows, nothing at all where there is nothing."""
    said = list(typed_paragraphs(part.sentence, style.style("text")))
    if not part.rows:
        return blocks.sections([blocks.Row(label=title, content=said, rule=0)]) if said else []
    shown = any(row.more for row in part.rows)
    columns, sizes = (header, widths) if shown else (header[:2], (widths[0], widths[1] + widths[2]))
    rows = [[_day(row, today), _what(row), *([row.more or "–"] if shown else [])] for row in part.rows]
    table = blocks.open_table(columns, rows, sizes, stub=stub, bold=(0,), air=1.5)
    left = [blocks.gap(1), *typed_paragraphs(part.left, style.style("note"))] if part.left else []
    sentence = [blocks.gap(0.8), *said] if said else []
    return [blocks.section_heading(title), *sentence, blocks.gap(1.5), *table, *left, blocks.gap(5)]


def _day(row: ReportRow, today: date) -> str:
    return (near_date(row.day, today) if row.day else "–") + (", en retard" if row.late else "")


def _what(row: ReportRow) -> str:
    return f"{row.what} (en cours)" if row.begun else row.what


def _listed(report: Report, sections: ReportSections, density: float, today: date) -> list[Flowable]:
    """Return what is told in the margin column: what the town knows, what it must watch, its meetings, its objectives."""
    rows = []
    if report.known:
        rows.append(blocks.Row(label=sections.known, content=_notes(report.known), rule=0))
    if report.watches:
        label = agreed(sections.watch, len(report.watches) > 1)
        rows.append(blocks.Row(label=label, content=_notes(report.watches), rule=0))
    if report.aside:
        rows.append(blocks.Row(label=sections.aside, content=_notes(report.aside), rule=0))
    if report.project:
        rows.append(blocks.Row(label=sections.project, content=_notes(report.project), rule=0))
    for part, title in ((report.meetings, sections.meetings), (report.objectives, sections.objectives)):
        if part.rows:
            notes = [ReportNote(_dated(row, today), sentence(row.more)) for row in part.rows]
            left = [ReportNote("", part.left)] if part.left else []
            rows.append(blocks.Row(label=title, content=_notes((*notes, *left)), rule=0))
    made = blocks.sections(rows, density=density)
    return [*made, blocks.gap(2)] if made else []


def _dated(row: ReportRow, today: date) -> str:
    """Return « Jeudi 16 avril, préparation avec la fédération », « Une rencontre tous les deux mois »."""
    what = row.what.rstrip(" .")
    return f"{capital(near_date(row.day, today))}, {uncapital(what)}" if row.day else what


def _notes(notes: tuple[ReportNote, ...]) -> list[Flowable]:
    """Return a list of notes, their titles in bold."""
    return blocks.bullets(
        [
            f'<font name="{fonts.BOLD}">{typed(_stopped(note.title), fonts.BOLD)}</font> {typed(note.text)}'
            if note.title
            else typed(note.text)
            for note in notes
        ],
        markup=True,
    )


def _coming_title(report: Report, sections: ReportSections) -> str:
    days = [row.day for row in report.coming.rows if row.day and row.day >= report.today]
    if not days:
        return sections.coming_undated
    return glued(sections.coming.format(jour=near_date(max(days), report.today)))


def _proposals(report: Report, density: float) -> list[Flowable]:
    lines = [(words, False) for words in report.proposals]
    row = blocks.Row(label=report.proposals_title, content=blocks.checklist(lines), rule=style.SECTION_RULE)
    return blocks.sections([row], density=density, foot=style.SECTION_RULE)


def _stopped(words: str) -> str:
    """Return words with what ends a sentence: nothing more after « … »."""
    return words if words[-1:] in "….!?" else f"{words}."
