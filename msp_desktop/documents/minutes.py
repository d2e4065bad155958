"""The minutes, prepared from the agenda."""

from __future__ import annotations

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import BuildResult, Carried, Target, build
from msp_desktop.documents.common import furniture, held_band, person_line
from msp_desktop.documents.text import typed_paragraphs
from msp_desktop.domain.agenda import GuestView, ItemView, MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import Meeting, Reply
from msp_desktop.domain.people import plain_name
from msp_desktop.formats.dates import long_date, near_date
from msp_desktop.formats.french.people import agreed, all_feminine
from msp_desktop.formats.hours import clock
from msp_desktop.formats.numbers import counted

TITLE = "Compte rendu"
#: More people than this stand in small lines, in columns where they hold.
_ONE_COLUMN = 8
#: Room for the stamp and the signature, in mm, and less where that saves a page.
_ROOM, _LEAST_ROOM = 40, 28


def write_minutes(
    path: Target,
    head: Letterhead,
    view: MeetingView,
    made_at: datetime,
    *,
    summary_title: str,
    next_steps_title: str,
    following: Meeting | None = None,
    carried: Carried | None = None,
) -> BuildResult:
    """Write the minutes of a meeting: who was there, what was said under each point, what comes next.

    `following` is the next meeting there is a date for.
    """

    def story(_density: float) -> list[Flowable]:
        body = [
            *blocks.title_block(TITLE, view.meeting.title),
            *blocks.band(held_band(view.meeting)),
            blocks.gap(3),
            *blocks.sections(_rows(head, view, summary_title), foot=style.ITEM_RULE),
            *_next_steps(view, next_steps_title, made_at),
            *blocks.sections(_closing(head, view, following)),
        ]
        room = (_ROOM if style.density() == 1 else _LEAST_ROOM) * mm
        signature = blocks.signature(blocks.Signer(head.mayor_title, head.mayor), place=head.commune, room=room)
        return blocks.ending(body, [blocks.gap(6), signature])

    return build(
        path,
        story,
        furniture(head, TITLE, made_at.date()),
        made_at=made_at,
        subject=view.meeting.title,
        carried=carried,
    )


def _rows(head: Letterhead, view: MeetingView, summary_title: str) -> list[blocks.Row]:
    rows = _people(head, view)
    if view.meeting.summary.strip():
        rows.append(
            blocks.Row(
                label=summary_title,
                content=typed_paragraphs(view.meeting.summary, style.style("text")),
                rule=style.SECTION_RULE if rows else 0,
            )
        )
    noted = [(number, entry) for number, entry in enumerate(view.items, 1) if entry.item.discussion.strip()]
    # Where nothing is noted at all, the paper is filled in by hand; else a point of which nothing is noted is left out.
    by_hand = not noted and not view.meeting.summary.strip()
    for place, (number, entry) in enumerate(enumerate(view.items, 1) if by_hand else noted):
        rows.append(
            blocks.Row(
                notes=f"Point {number}",
                content=[blocks.heading(entry.item.title), *_said(entry)],
                rule=(style.ITEM_RULE if place else style.SECTION_RULE) if rows else 0,
            )
        )
    return rows


def _said(entry: ItemView) -> list[Flowable]:
    said = list(typed_paragraphs(entry.item.discussion, style.style("dense")))
    return said or [blocks.writing_lines(3)]


def _people(head: Letterhead, view: MeetingView) -> list[blocks.Row]:
    present = [guest for guest in view.guests if guest.present is Tri.YES]
    away = [guest for guest in view.guests if guest.present is not Tri.YES]
    excused = [guest for guest in away if guest.reply is Reply.EXCUSED]
    absent = [guest for guest in away if guest.present is Tri.NO and guest.reply is not Reply.EXCUSED]
    count = view.meeting.present_count or 0
    rows = []
    if present:
        more = f"{counted(count, 'personne')}, dont {len(present)} sur la liste des invités"
        rows.append(
            _listed(head, "{Présent|Présente|Présents|Présentes}", present, more if count > len(present) else "")
        )
    elif count:
        rows.append(
            blocks.Row(label="Présents" if count > 1 else "Présent", content=f"{counted(count, 'personne')}.", rule=0)
        )
    if excused:
        rows.append(_listed(head, "{Excusé|Excusée|Excusés|Excusées}", excused))
    if absent:
        rows.append(_listed(head, "{Absent|Absente|Absents|Absentes}", absent))
    return [row if place else blocks.Row(row.label, row.content, row.notes, rule=0) for place, row in enumerate(rows)]


def _listed(head: Letterhead, label: str, guests: list[GuestView], more: str = "") -> blocks.Row:
    name = agreed(label, all_feminine([guest.person.civility for guest in guests]), len(guests) > 1)
    lines = [person_line(head, guest) for guest in guests]
    content = blocks.bullets(lines) if len(lines) <= _ONE_COLUMN else blocks.names(lines)
    return blocks.Row(
        label=name, notes=more or (counted(len(guests), "personne") if len(guests) > 1 else ""), content=content
    )


def _next_steps(view: MeetingView, title: str, made_at: datetime) -> list[Flowable]:
    if not view.next_steps:
        return []
    rows = [
        [step.text, step.person or "–", near_date(step.due_on, made_at.date()) if step.due_on else "–"]
        for step in view.next_steps
    ]
    table = blocks.open_table(["Quoi", "Qui", "Pour quand"], rows, [79, 44, 45], stub=1, bold=(0,))
    return [blocks.gap(6), blocks.section_heading(title), blocks.gap(1.5), *table, blocks.gap(4)]


def _closing(head: Letterhead, view: MeetingView, following: Meeting | None) -> list[blocks.Row]:
    rows = []
    if following and following.held_on:
        hour = f" à {clock(following.starts_at)}" if following.starts_at else ""
        place = f", {following.place}" if following.place.strip() else ""
        words = f"{following.title}, le {long_date(following.held_on)}{hour}{place}."
        rows.append(blocks.Row(label="Prochaine rencontre", content=words, rule=0))
    lines = [f"Rédigé par {_writer(head, view)}."]
    if view.guests:
        lines.append("Destinataires\u00a0: les personnes invitées, présentes ou non.")
    rows.append(blocks.Row(label="Ce compte rendu", content="\n".join(lines), rule=0))
    return [
        blocks.Row(row.label, row.content, rule=style.ITEM_RULE if place or not view.next_steps else 0)
        for place, row in enumerate(rows)
    ]


def _writer(head: Letterhead, view: MeetingView) -> str:
    """Return who follows the matter, or a line to fill where that is nobody, or somebody who was not there."""
    away = {
        plain_name(guest.person)
        for guest in view.guests
        if guest.present is Tri.NO or (guest.reply is Reply.EXCUSED and guest.present is not Tri.YES)
    }
    if head.contact is None or head.contact.name in away:
        return "_" * 22
    return ", ".join(filter(None, (head.contact.name, head.contact.role)))
