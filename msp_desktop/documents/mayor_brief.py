"""The mayor's own paper for a meeting: postures, private notes, room to write. Never for the guests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from msgspec import Struct
from reportlab.platypus import Flowable, PageBreak

from msp_desktop.documents import blocks, page, style
from msp_desktop.documents.agenda import leads
from msp_desktop.documents.build import NEARLY_EMPTY, BuildResult, Target, build
from msp_desktop.documents.common import furniture, meeting_band, trade
from msp_desktop.documents.text import typed_paragraphs
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import Reply
from msp_desktop.formats.french.case import capital, in_series
from msp_desktop.formats.french.people import gendered
from msp_desktop.formats.hours import clock
from msp_desktop.formats.numbers import counted

#: What comes before the points fills less than this part of a page: they then begin on the same.
_MUCH = 0.62
#: Air above and below a guest's row, in mm.
_AIR = 0.4
#: What a table that goes on to the next page takes there besides: its head, again, and a row that is not cut, in points.
_HEAD = 45
#: Lines to write on under each point and how far apart they are in mm, fewer and closer where that saves a page.
_LINES = ((3, 7.4), (2, 7.4), (2, 6.4))


class Parts(NamedTuple):
    """What the brief is made of."""

    first: list[Flowable]
    guests: list[Flowable]
    points: list[Flowable]


class Postures(Struct, frozen=True):
    """What the method says of one kind of meeting: nothing is printed of what it does not say."""

    to_do: tuple[str, ...] = ()
    to_avoid: tuple[str, ...] = ()
    federation: str = ""
    to_know: tuple[str, ...] = ()
    remember: tuple[str, ...] = ()
    mayor: str = ""


def write_mayor_brief(
    path: Target, head: Letterhead, view: MeetingView, made_at: datetime, postures: Postures
) -> BuildResult:
    """Write the mayor's brief: what to say, what to keep in mind, then each point with its private note."""
    title = f"Déroulé {head.words()['du_maire']}"

    def story(_density: float) -> list[Flowable]:
        return _arranged(lambda lines: _parts(head, title, view, postures, lines))

    sheet = furniture(head, title, made_at.date(), private=True)
    return build(path, story, sheet, made_at=made_at, subject=view.meeting.title)


def _parts(head: Letterhead, title: str, view: MeetingView, postures: Postures, lines: tuple[int, float]) -> Parts:
    first = [
        *blocks.title_block(title, view.meeting.title),
        *blocks.band(meeting_band(view.meeting, view.ends)),
        *blocks.sections(_opening(view)),
        *_postures(postures),
    ]
    return Parts(first, _guests(head, view), blocks.whole(blocks.sections(_points(view, lines), foot=style.ITEM_RULE)))


def _arranged(parts_of: Callable[[tuple[int, float]], Parts]) -> list[Flowable]:
    """Return the first page, the guests and the points, in the order that makes the fewest pages and no empty one.

    All the points stand on one page, which the mayor keeps before him; the guests before them where they hold, else after.
    Where they cannot, what comes first is kept on its page, and nothing leaves a page that a few lines of it have begun.
    """
    height = page.size(wide=False)[1] - page.BOTTOM
    room, later = height - page.first_top(wide=False), height - page.LATER_TOP
    kept: Parts | None = None
    parted: Parts | None = None
    for density in (style.density(), style.TIGHTER):
        with style.tightened(density):
            for lines in _LINES:
                first, guests, points = parts_of(lines)
                before, them, after = (blocks.height_of(part) for part in (first, guests, points))
                if kept is None and before <= room:
                    kept = Parts(first, guests, points)
                spill = before + them - room
                if parted is None and 0 < spill <= later - _HEAD - after and before <= room - 2 * _HEAD:
                    parted = Parts(first, guests, points)
                if before < _MUCH * room and spill + after > 0:
                    continue  # the points begin on the first page
                if before + them <= room:
                    return [*first, *guests, *([PageBreak()] if before + them + after > room else []), *points]
                if before <= room and after + them <= later:
                    return [*first, PageBreak(), *points, *guests]
    if parted is not None:  # the guests begin under what comes first, and the points follow the end of their table
        return [*parted.first, *parted.guests, *parted.points]
    first, guests, points = kept or parts_of(_LINES[0])
    after_points = blocks.height_of(guests) >= later * NEARLY_EMPTY or kept is None
    if blocks.height_of(first) >= _MUCH * room and after_points:
        return [*first, *([PageBreak()] if kept else []), *points, *guests]
    return [*first, *guests, *points]


def _opening(view: MeetingView) -> list[blocks.Row]:
    rows = []
    aims = in_series(view.meeting.objectives.splitlines())
    if aims:
        words = typed_paragraphs(f"{capital(aims)}.", style.style("dense"))
        rows.append(blocks.Row(label="Buts", content=words, rule=0))
    if view.meeting.opening_words.strip():
        words = typed_paragraphs(f"«\u00a0{view.meeting.opening_words.strip()}\u00a0»", style.style("quote"))
        rows.append(blocks.Row(label="Pour ouvrir", content=words, rule=style.ITEM_RULE if rows else 0))
    if view.meeting.mayor_notes.strip():
        note = blocks.private_note(view.meeting.mayor_notes)
        rows.append(blocks.Row(label="Note personnelle", content=note, rule=style.ITEM_RULE if rows else 0))
    return rows


def _postures(postures: Postures) -> list[Flowable]:
    story: list[Flowable] = []
    if postures.to_do or postures.to_avoid:
        sides = ((postures.to_do, "À privilégier", True), (postures.to_avoid, "À éviter", False))
        left, right = (
            [blocks.heading(name), *blocks.postures(list(lines), good=good)] if lines else []
            for lines, name, good in sides
        )
        story += [blocks.gap(2), *typed_paragraphs(postures.mayor, style.style("dense"))]
        story += [blocks.gap(2), blocks.columns(left, right), blocks.gap(2)]
    rows = []
    if postures.federation:
        rows.append(blocks.Row(label="La fédération", content=postures.federation, rule=style.SECTION_RULE))
    if postures.to_know:
        boxes = blocks.checklist([(words, False) for words in postures.to_know])
        rows.append(blocks.Row(label="À savoir en sortant", content=boxes))
    remember = typed_paragraphs(f"À retenir\u00a0: {in_series(postures.remember)}.", style.style("text_bold"))
    foot = [blocks.gap(2), *remember] if postures.remember else []
    return [*story, *blocks.sections(rows, foot=style.ITEM_RULE), *foot]


def _guests(head: Letterhead, view: MeetingView) -> list[Flowable]:
    if not view.guests:
        return []
    answered = len(view.guests) - len(view.silent())
    words = f"Qui vient\u00a0: {counted(answered, 'réponse')} sur {len(view.guests)}"
    rows = [[guest.name, trade(head, guest), _reply(guest)] for guest in view.guests]
    # The heading is the first column's: a line that saves a page.
    name = blocks.heading(words, name="head")
    table = blocks.open_table(
        [name, "Métier ou structure", "Réponse"], rows, [56, 88, 24], bold=(0,), stub=1, air=_AIR,
        summary="Une ligne par personne invitée, avec sa réponse",
    )  # fmt: skip
    return [blocks.gap(3), *table]


def _reply(guest: GuestView) -> str:
    excused = gendered(guest.person.civility, "excusé", "excusée")
    return {Reply.COMING: "oui", Reply.EXCUSED: excused, Reply.NONE: "à rappeler"}[guest.reply]


def _points(view: MeetingView, lines: tuple[int, float]) -> list[blocks.Row]:
    rows = []
    for index, entry in enumerate(view.items):
        content: list[Flowable] = [blocks.heading(entry.item.title)]
        content += typed_paragraphs(entry.item.posture, style.style("dense"))
        content += blocks.private_note(entry.item.mayor_note)
        content.append(blocks.writing_lines(*lines))
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
