"""The minutes, prepared from the agenda."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable, KeepTogether

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture, meeting_band
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import Reply
from msp_desktop.formats.dates import day_date

TITLE = "Compte rendu"


def write_minutes(
    path: Target, head: Letterhead, view: MeetingView, made_at: datetime, *, summary_title: str, next_steps_title: str
) -> BuildResult:
    """Write the minutes of a meeting: who was there, what was said under each point, what comes next."""

    def story(density: float) -> list[Flowable]:
        return [
            *blocks.title_block(TITLE, view.meeting.title),
            *blocks.band(meeting_band(view.meeting, view.meeting.ended_at or view.ends)),
            blocks.gap(3),
            *blocks.sections(_rows(view, summary_title), density=density, foot=style.ITEM_RULE),
            KeepTogether(
                [
                    *_next_steps(view, next_steps_title),
                    blocks.gap(6),
                    blocks.signature(blocks.Signer(head.mayor_title, head.mayor), place=head.commune),
                ]
            ),
        ]

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at, subject=view.meeting.title)


def _rows(view: MeetingView, summary_title: str) -> list[blocks.Row]:
    rows = _people(view)
    if view.meeting.summary.strip():
        rows.append(
            blocks.Row(
                label=summary_title,
                content=typed_paragraphs(view.meeting.summary, style.style("text")),
                rule=style.SECTION_RULE if rows else 0,
            )
        )
    for number, entry in enumerate(view.items, 1):
        content: list[Flowable] = []
        if entry.item.discussion.strip():
            content = typed_paragraphs(entry.item.discussion, style.style("dense"))
        else:
            content = [Text(typed("Rien de noté sur ce point."), style.style("italic"))]
        title = Text(typed(entry.item.title, fonts.BOLD), style.style("item"))
        rows.append(
            blocks.Row(
                label=f"Point {number}",
                content=[title, *content],
                rule=style.SECTION_RULE if number == 1 else style.ITEM_RULE,
            )
        )
    return rows


def _people(view: MeetingView) -> list[blocks.Row]:
    present = [guest for guest in view.guests if guest.present is Tri.YES]
    absent = [guest for guest in view.guests if guest.present is not Tri.YES and guest.reply is Reply.EXCUSED]
    rows = []
    if present:
        rows.append(blocks.Row(label="Présents", content=blocks.bullets([_said(guest) for guest in present]), rule=0))
    if absent:
        content = blocks.bullets([_said(guest) for guest in absent])
        rows.append(blocks.Row(label="Excusés", content=content, rule=style.ITEM_RULE if rows else 0))
    return rows


def _said(guest: GuestView) -> str:
    return f"{guest.name}, {guest.detail}" if guest.detail else guest.name


def _next_steps(view: MeetingView, title: str) -> list[Flowable]:
    if not view.next_steps:
        return []
    rows: list[list[str | Flowable | list[Flowable]]] = [
        [step.text, step.person or "–", day_date(step.due_on) if step.due_on else "–"] for step in view.next_steps
    ]
    return [
        blocks.gap(6),
        blocks.section_heading(title),
        *blocks.open_table(["Quoi", "Qui", "Pour quand"], rows, [90, 44, 34], bold=(0,)),
    ]
