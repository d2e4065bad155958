"""The page given to an intern, a junior doctor, somebody who settles; and the town's checklist beside it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.french.models import filled

LIST_TITLE = "Liste de l’accueil"


class Received(Struct, frozen=True):
    """One thing that is ready: its title, what there is to know of it in small words, whom to call, a text."""

    title: str
    facts: str
    people: tuple[str, ...]
    text: str = ""


class WelcomePart(Struct, frozen=True):
    """A part of the page: « Où loger », and what is ready there."""

    title: str
    entries: tuple[Received, ...]


class WelcomeTask(Struct, frozen=True):
    """A line of the checklist: words, who and for when, done or not."""

    words: str
    detail: str
    done: bool


def write_welcome(
    path: Target, head: Letterhead, parts: tuple[WelcomePart, ...], words: tuple[str, str], made_at: datetime
) -> BuildResult:
    """Write the page given to who comes; `words` are its title, whose town is filled in, and its subtitle."""
    title = filled(words[0], head.words())

    def story(density: float) -> list[Flowable]:
        rows = [
            blocks.Row(part.title, _entries(part.entries), rule=style.SECTION_RULE if not place else style.ITEM_RULE)
            for place, part in enumerate(parts)
        ]
        return [*blocks.title_block(title, words[1]), *blocks.whole(blocks.sections(rows, density=density))]

    return build(path, story, furniture(head, title, made_at.date()), made_at=made_at)


def write_welcome_list(
    path: Target,
    head: Letterhead,
    arrivals: tuple[Received, ...],
    tasks: tuple[tuple[str, tuple[WelcomeTask, ...]], ...],
    made_at: datetime,
) -> BuildResult:
    """Write the town's own checklist: who comes, then what is to be done, by moment."""

    def story(density: float) -> list[Flowable]:
        rows = [blocks.Row("Qui arrive", _entries(arrivals), rule=style.SECTION_RULE)] if arrivals else []
        for moment, lines in tasks:
            ticks = blocks.checklist([(_task(line), line.done) for line in lines])
            rows.append(blocks.Row(moment, ticks, rule=style.ITEM_RULE if rows else style.SECTION_RULE))
        return [
            *blocks.title_block(LIST_TITLE, "Pour la mairie, à cocher à chaque arrivée"),
            *blocks.sections(rows, density=density),
        ]

    return build(path, story, furniture(head, LIST_TITLE, made_at.date()), made_at=made_at)


def _task(line: WelcomeTask) -> str:
    return f"{line.words} ({line.detail})" if line.detail else line.words


def _entries(entries: tuple[Received, ...]) -> list[Flowable]:
    out: list[Flowable] = []
    for entry in entries:
        out.append(Text(typed(glued(entry.title), fonts.BOLD), style.style("item")))
        if entry.facts:
            out.append(Text(typed(glued(entry.facts)), style.style("note")))
        out += [Text(typed(glued(person)), style.style("dense")) for person in entry.people]
        out += typed_paragraphs(glued(entry.text), style.style("dense")) if entry.text else []
        out.append(blocks.gap(2.4))
    return out[:-1]
