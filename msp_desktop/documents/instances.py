"""The instances of a CLS: what each is for, who sits there, and the calendar of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.text import glued, typed_paragraphs
from msp_desktop.domain.instances import InstanceView, MemberView, Sitting
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import MeetingState
from msp_desktop.formats.dates import day_date
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.hours import clock
from msp_desktop.formats.numbers import counted

_WIDTHS = (48.0, 82.0, 38.0)


class InstanceWords(Struct, frozen=True):
    """The method's words around the instances."""

    introduction: str
    concertation: str
    no_quorum: str


def write_instances(
    path: Target,
    head: Letterhead,
    views: Sequence[InstanceView],
    sittings: Sequence[Sitting],
    year: int,
    words: InstanceWords,
    made_at: datetime,
) -> BuildResult:
    """Write the calendar of a year, then each instance; `sittings` in date order, those without a date last."""
    title = f"Instances, calendrier {year}"

    def story(_density: float) -> list[Flowable]:
        return [
            *blocks.title_block(title, "Contrat local de santé", f"{words.introduction} {words.concertation}"),
            *_calendar(sittings, year),
            *blocks.whole(blocks.sections([_instance(view) for view in views])),
            blocks.gap(2),
            *blocks.sections([blocks.Row(label="Présences", content=words.no_quorum)]),
        ]

    return build(path, story, furniture(head, title, made_at.date()), made_at=made_at)


def _calendar(sittings: Sequence[Sitting], year: int) -> list[Flowable]:
    if not sittings:
        return []
    rows = [[_when(one), one.title, _state(one)] for one in sittings]
    summary = f"Calendrier {year}\u00a0: {counted(len(sittings), 'réunion')}"
    table = blocks.open_table(["Quand", "Réunion", "État"], rows, _WIDTHS, bold=(0,), stub=1, air=1.4, summary=summary)
    return [*table, blocks.gap(6)]


def _when(one: Sitting) -> str:
    if one.held_on is None:
        return "date à fixer"
    hour = f", {clock(one.starts_at)}" if one.starts_at else ""
    return f"{glued(day_date(one.held_on))}{hour}"


def _state(one: Sitting) -> str:
    if one.state is MeetingState.CANCELLED:
        return "annulée"
    if one.state is MeetingState.PLANNED:
        return "prévue"
    return f"tenue, {counted(one.present, 'présent')} sur {one.invited}" if one.invited else "tenue"


def _instance(view: InstanceView) -> blocks.Row:
    instance = view.instance
    lines = [instance.purpose] if instance.purpose.strip() else []
    if instance.led_by:
        lines.append(f"Animation\u00a0: {instance.led_by}.")
    hour = f", à {clock(instance.starts_at)}" if instance.starts_at else ""
    lines.append(f"{counted(instance.per_year, 'réunion')} par an{hour}.")
    if instance.place:
        lines.append(f"Lieu\u00a0: {uncapital(instance.place)}.")
    content: list[Flowable] = list(typed_paragraphs("\n".join(lines), style.style("text")))
    if view.members:
        content += [blocks.gap(1), *blocks.names([_member(member) for member in view.members])]
    return blocks.Row(label=instance.name, content=content)


def _member(member: MemberView) -> str:
    return ", ".join(filter(None, (member.name, member.capacity or member.detail)))
