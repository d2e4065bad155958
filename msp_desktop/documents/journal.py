"""The journal of exchanges of a period, for the town hall alone: the latest first, what follows with a box to tick."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from msgspec import structs
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.exchanges import Channel
from msp_desktop.domain.journal import Entry, Sheet, StepState
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import day_date, long_date, medium_date, period_words, short_date
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters

TITLE = "Journal des échanges"
PRIVATE = "usage interne, ne pas diffuser"
#: By what means, on paper.
CHANNELS = {
    Channel.PHONE: "Téléphone",
    Channel.EMAIL: "Courriel",
    Channel.MEETING: "Rencontre",
    Channel.LETTER: "Lettre",
    Channel.VISIT: "Visite",
}
#: The columns, and those of a next step: its words, who, when; in millimetres.
_WIDTHS = (48.0, 120.0)
_STEP = (64.0, 27.0, 29.0)
#: A last paragraph as short as this, in letters, stays with the next step under it.
_SHORT = 600
#: An entry of no more letters is lower than the rows that a table never cuts: its last paragraph needs no care.
_LOW = 300


def write_journal(path: Target, head: Letterhead, sheet: Sheet, made_at: datetime) -> BuildResult:
    """Write the exchanges of a period, whatever their length."""
    today = made_at.date()

    def story(_density: float) -> list[Flowable]:
        rows = [[_when(one, sheet.until), _what(one, today, sheet.until)] for one in sheet.entries]
        heads: list[blocks.Content] = ["Quand, comment", "Avec qui, ce qui s’est dit"]
        summary = f"{TITLE}, {_counted(sheet, today)[0]}"
        return [
            *_title(sheet, today),
            *blocks.open_table(heads, rows, _WIDTHS, stub=1, air=2.2, fixed=True, summary=summary),
        ]

    page = furniture(head, TITLE, today, private=True, private_words=PRIVATE)
    return build(path, story, structs.replace(page, made_on=long_date(today)), made_at=made_at)


def _title(sheet: Sheet, today: date) -> list[Flowable]:
    period = capital(period_words(sheet.since, sheet.until))
    subtitle = f"Avec {sheet.person}\n{period}" if sheet.person else period
    title = [
        Heading(typed(TITLE, fonts.BOLD), style.style("title"), level=1),
        *typed_paragraphs(subtitle, style.style("subtitle")),
        Spacer(1, 1.5 * mm),
        *typed_paragraphs("\n".join(_counted(sheet, today)), style.style("dense")),
    ]
    return [layout([["", title]], [style.MARGIN_COLUMN, style.AXIS_WIDTH]), blocks.gap(5)]


def _counted(sheet: Sheet, today: date) -> list[str]:
    """Return « Sept échanges avec six interlocuteurs. », « Quatre suites attendues, dont une en retard. »."""
    count = len(sheet.entries)
    people = {name for one in sheet.entries for name in _names(one)}
    first = f"{capital(in_letters(count))} {agreeing(count, 'échange')}"
    if people and not sheet.person:
        first += f" avec {in_letters(len(people))} {agreeing(len(people), 'interlocuteur')}"
    owed = [one for one in sheet.entries if one.step is StepState.OWED]
    late = [one for one in owed if _is_late(one, today)]
    if not owed:
        return [f"{first}.", "Aucune suite n’est attendue."]
    second = (
        f"{capital(in_letters(len(owed), feminine=True))} {agreeing(len(owed), 'suite attendue', 'suites attendues')}"
    )
    if late:
        second += f", dont {in_letters(len(late), feminine=True)} en retard" if len(owed) > 1 else ", en retard"
    return [f"{first}.", f"{second}."]


def _names(one: Entry) -> list[str]:
    typed_names = (part.strip() for part in one.exchange.with_whom.split(","))
    return [*one.names, *filter(None, typed_names)]


def _is_late(one: Entry, today: date) -> bool:
    due = one.exchange.next_step_on
    return one.step is StepState.OWED and due is not None and due < today


def _when(one: Entry, until: date) -> list[Flowable]:
    day = one.exchange.held_on
    words = day_date(day) if day.year == until.year else long_date(day)
    return [
        Text(typed(words, fonts.BOLD), style.style("cell_bold")),
        Text(typed(CHANNELS[one.exchange.channel]), style.style("note")),
    ]


def _what(one: Entry, today: date, until: date) -> list[Flowable]:
    row = one.exchange
    who, subject = ", ".join(_names(one)), row.subject.strip()
    first = f'<font name="{fonts.BOLD}">{typed(who or subject, fonts.BOLD)}</font>'
    if who and subject:
        first += typed(f"\u00a0: {uncapital(subject)}")
    out: list[Flowable] = [Text(first, style.style("cell"))] if who or subject else []
    said = list(typed_paragraphs(row.said.strip(), style.style("cell"))) if row.said.strip() else []
    if one.step is StepState.NONE:
        return [*out, *said]
    step = _step(one, today, until)
    if len(said) < 2 and len(first) + len(row.said) + len(row.next_step) + len(one.by) <= _LOW:
        return [*out, *said, step]
    last = said[-1:] if said and len(said[-1].getPlainText()) <= _SHORT else []
    return [*out, *said[: len(said) - len(last)], *(blocks.whole([layout([[[*last, step]]], [style.AXIS_WIDTH])]))]


def _step(one: Entry, today: date, until: date) -> Flowable:
    """Return what follows, with its box, who sees to it, and by when."""
    row = one.exchange
    words = row.next_step.strip() or "Donner suite"
    late = _is_late(one, today)
    due = Text(typed(glued(_due(one, today, until))), style.style("note_right_bold" if late else "note_right"))
    words_width, by_width, due_width = _STEP
    cells: list[Any] = [list(blocks.checklist([(words, one.step is StepState.DONE)], small=True))]
    widths = [words_width + by_width]
    if one.by:
        cells.append([Text(typed(one.by), style.style("note"))])
        widths = [words_width, by_width]
    cells.append([due] if due.getPlainText() else "")
    padding = [("TOPPADDING", (0, 0), (-1, -1), 1.2 * mm), ("TOPPADDING", (1, 0), (-1, -1), 1.6 * mm),
               ("RIGHTPADDING", (0, 0), (-2, -1), 3 * mm)]  # fmt: skip
    return layout([cells], [width * mm for width in (*widths, due_width)], padding)


def _due(one: Entry, today: date, until: date) -> str:
    def named(day: date) -> str:
        return short_date(day) if day.year == until.year else medium_date(day)

    if one.done_on is not None:
        return f"fait le {named(one.done_on)}"
    due = one.exchange.next_step_on
    if due is None:
        return ""
    if _is_late(one, today):
        return f"en retard, du {named(due)}"
    return "pour aujourd’hui" if due == today else f"pour le {named(due)}"
