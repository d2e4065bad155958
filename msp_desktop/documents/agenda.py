"""The public agenda of a meeting."""

from __future__ import annotations

from datetime import date, datetime

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture, meeting_band
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import near_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.hours import clock, spoken_length

TITLE = "Ordre du jour"
#: An introduction of more characters than this is read as a text, not as a line that stands out.
_LEAD = 240


def write_agenda(path: Target, head: Letterhead, view: MeetingView, made_at: datetime) -> BuildResult:
    """Write the agenda that goes round the table."""
    page = furniture(head, TITLE, made_at.date())
    today = made_at.date()
    return build(path, lambda _density: story(head, view, today), page, made_at=made_at, subject=view.meeting.title)


def story(head: Letterhead, view: MeetingView, today: date) -> list[Flowable]:
    """Return the flowables of the agenda."""
    return [
        *blocks.title_block(TITLE, view.meeting.title),
        *blocks.band(meeting_band(view.meeting, view.ends)),
        *_purpose(view),
        *blocks.sections(_rows(view), foot=style.ITEM_RULE),
        *_foot(head, view, today),
    ]


def leads(names: str) -> str:
    """Return who leads a point, one a line."""
    return "\n".join(capital(name.strip()) for name in names.split(",") if name.strip())


def _purpose(view: MeetingView) -> list[Flowable]:
    words = view.meeting.introduction
    if not words.strip():
        return [blocks.gap(5)]
    rows = [
        blocks.Row(
            label="", content=typed_paragraphs(words, style.style("lead" if len(words) <= _LEAD else "text")), rule=0
        )
    ]
    return [blocks.gap(2), *blocks.sections(rows)]


def _rows(view: MeetingView) -> list[blocks.Row]:
    rows = []
    for index, entry in enumerate(view.items):
        content: list[Flowable] = [blocks.heading(entry.item.title)]
        if entry.item.content.strip():
            content += typed_paragraphs(entry.item.content, style.style("dense"))
        rows.append(
            blocks.Row(
                label=clock(entry.begins) if entry.begins else f"{index + 1}.",
                clock=True,
                notes=f"{entry.item.minutes}\u00a0min",
                aside=leads(entry.item.leads),
                content=content,
            )
        )
    if view.items:
        rows.append(
            blocks.Row(
                label=clock(view.ends) if view.ends else "Fin",
                clock=True,
                content=f"Fin de la rencontre. Durée prévue\u00a0: {spoken_length(view.total)}.",
            )
        )
    return rows


def _foot(head: Letterhead, view: MeetingView, today: date) -> list[Flowable]:
    content: list[Flowable] = []
    if head.contact:
        ways = " · ".join(filter(None, (head.contact.phone, head.contact.email)))
        who = f"{head.contact.name}, {head.contact.role}" if head.contact.role else head.contact.name
        content = [
            Text(typed("À la mairie", fonts.BOLD), style.style("dense")),
            *typed_paragraphs(who, style.style("dense")),
            *(typed_paragraphs(ways, style.style("dense")) if ways else []),
        ]
    label = ""
    if view.meeting.reply_by:
        label = f"Merci de répondre avant le {near_date(view.meeting.reply_by, today)}"
    if not content and not label:
        return []
    row = blocks.Row(label="", notes=label, content=content or "", rule=style.ITEM_RULE)
    return [blocks.gap(8), *blocks.sections([row])]
