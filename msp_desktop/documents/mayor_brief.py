"""The mayor's own paper for a meeting: postures, private notes, room to write. Never for the guests."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable, PageBreak

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.agenda import leads
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture, meeting_band
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import Reply
from msp_desktop.formats import NNBSP
from msp_desktop.formats.hours import clock
from msp_desktop.formats.names import gendered
from msp_desktop.formats.numbers import counted

TITLE = "Déroulé du maire"


def write_mayor_brief(
    path: Target,
    head: Letterhead,
    view: MeetingView,
    made_at: datetime,
    *,
    to_do: tuple[str, ...],
    to_avoid: tuple[str, ...],
    federation_posture: str,
    to_know: tuple[str, ...],
) -> BuildResult:
    """Write the mayor's brief: what to say, what to keep in mind, then each point with its private note."""

    def story(density: float) -> list[Flowable]:
        return [
            *blocks.title_block(TITLE, view.meeting.title),
            *blocks.band(meeting_band(view.meeting, view.ends)),
            *blocks.sections(_opening(view), density=density),
            blocks.gap(2),
            blocks.columns(
                [_small_title("À privilégier"), *blocks.postures(list(to_do), good=True)],
                [_small_title("À éviter"), *blocks.postures(list(to_avoid), good=False)],
            ),
            blocks.gap(2),
            *blocks.sections(_to_know(view, federation_posture, to_know), density=density, foot=style.ITEM_RULE),
            PageBreak(),
            *blocks.sections(_points(view), foot=style.ITEM_RULE),
        ]

    page = furniture(head, TITLE, made_at.date(), private=True)
    return build(path, story, page, made_at=made_at, subject=view.meeting.title)


def _small_title(words: str) -> Flowable:
    return Heading(typed(words, fonts.BOLD), style.style("item"), level=2)


def _opening(view: MeetingView) -> list[blocks.Row]:
    rows = []
    aims = [line.strip() for line in view.meeting.objectives.splitlines() if line.strip()]
    if aims:
        rows.append(
            blocks.Row(
                label="Buts", content=typed_paragraphs(f"{NNBSP}; ".join(aims) + ".", style.style("dense")), rule=0
            )
        )
    if view.meeting.opening_words.strip():
        words = typed_paragraphs(f"«\u00a0{view.meeting.opening_words.strip()}\u00a0»", style.style("quote"))
        rows.append(blocks.Row(label="Pour ouvrir", content=words, rule=style.ITEM_RULE if rows else 0))
    if view.meeting.mayor_notes.strip():
        note = blocks.private_note(view.meeting.mayor_notes)
        rows.append(blocks.Row(label="Note personnelle", content=note, rule=style.ITEM_RULE if rows else 0))
    return rows


def _to_know(view: MeetingView, federation_posture: str, to_know: tuple[str, ...]) -> list[blocks.Row]:
    rows = [
        blocks.Row(label="La fédération", content=federation_posture, rule=style.SECTION_RULE),
        blocks.Row(label="À savoir en sortant", content=blocks.checklist([(words, False) for words in to_know])),
    ]
    if view.guests:
        lines = [f"{guest.name}, {guest.detail}" if guest.detail else guest.name for guest in view.guests]
        listed = [
            Text(f"<b>{typed(line, fonts.BOLD)}</b> : {_reply(guest)}", style.style("cell"))
            for line, guest in zip(lines, view.guests, strict=True)
        ]
        answered = len(view.guests) - len(view.silent())
        rows.append(
            blocks.Row(
                label="Qui vient",
                notes=f"{counted(answered, 'réponse')} sur {len(view.guests)}",
                content=listed,
            )
        )
    return rows


def _reply(guest: GuestView) -> str:
    excused = gendered(guest.person.civility, "excusé", "excusée")
    return {Reply.COMING: "oui", Reply.EXCUSED: excused, Reply.NONE: "à rappeler"}[guest.reply]


def _points(view: MeetingView) -> list[blocks.Row]:
    rows = []
    for index, entry in enumerate(view.items):
        content: list[Flowable] = [Text(typed(entry.item.title, fonts.BOLD), style.style("item"))]
        if entry.item.posture.strip():
            content += typed_paragraphs(entry.item.posture, style.style("dense"))
        content += blocks.private_note(entry.item.mayor_note)
        content.append(blocks.writing_lines(3))
        notes = f"{entry.item.minutes}\u00a0min"
        if entry.item.leads.strip():
            notes += "\n" + leads(entry.item.leads)
        rows.append(
            blocks.Row(
                label=clock(entry.begins) if entry.begins else f"{index + 1}.",
                clock=True,
                notes=notes,
                content=content,
                rule=style.SECTION_RULE if index else 0,
            )
        )
    return rows
