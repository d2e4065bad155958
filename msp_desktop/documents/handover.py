"""The handover: a first page that says who, what and where to find it, then its parts, for the town hall alone."""

from __future__ import annotations

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.page import first_room
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.handover import Grid, Handover, HandoverPart, Lines, Task
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.models import filled
from msp_desktop.method.handover import KitHandover

PRIVATE = "usage interne, ne pas diffuser"
#: A part that has less of its page than this begins another one, in points.
_ROOM = 80 * mm
#: How tight the first page is, the best first, so that it holds its signatures.
_WAYS = (1.0, 0.97, 0.93, 0.89)


def write_handover(path: Target, head: Letterhead, told: Handover, kit: KitHandover, made_at: datetime) -> BuildResult:
    """Write the handover, marked « usage interne »: the confidences stand at its end, to be taken off."""

    def story(density: float) -> list[Flowable]:
        out = [*_first_page(head, told, kit, density), PageBreak(), *_contents(told, kit, density)]
        for number, part in enumerate(told.parts, 1):
            # Nothing stands between a part and the new page of the confidences: it would begin a page of its own.
            out += [PageBreak()] if part.code == "private" else [blocks.gap(6), CondPageBreak(_ROOM)]
            out += _part(number, part, density)
        return out

    page = furniture(head, kit.title, made_at.date(), private=True, private_words=PRIVATE)
    return build(path, story, page, made_at=made_at, subject=kit.subtitle)


def _band(told: Handover, kit: KitHandover) -> list[tuple[str, str, str]]:
    return [
        (kit.closed, medium_date(told.closed_on), told.day),
        (kit.from_whom, told.giver or kit.unnamed, "\n".join(told.giver_lines)),
        (kit.to_whom, kit.unnamed, "\n".join(told.receiver_lines)),
    ]


def _first_rows(told: Handover, kit: KitHandover) -> list[blocks.Row]:
    tasks = [part for task in told.week for part in (_task(task), blocks.gap(0.8))][:-1]
    week: list[Flowable] = tasks or [Text(typed(kit.quiet), style.style("text"))]
    minute: list[Flowable] = []
    for line in told.minute:
        minute += [*typed_paragraphs(line, style.style("text")), blocks.gap(1.6)]
    return [
        blocks.Row(label=kit.minute, content=minute[:-1], rule=0),
        blocks.Row(label=kit.week, content=week, rule=style.SECTION_RULE),
    ]


def _contents(told: Handover, kit: KitHandover, density: float) -> list[Flowable]:
    parts = [(part.code, part.title) for part in told.parts]
    return blocks.sections([blocks.Row(label=kit.contents, content=[blocks.Contents(parts)], rule=0)], density=density)


def _task(task: Task) -> Flowable:
    """Return a line to tick, and its date at the right."""
    when = Text(typed(task.when, fonts.BOLD), style.style("cell_right"))
    return layout([[list(blocks.checklist([(task.what, False)])), when]], [74 * mm, style.AXIS_WIDTH - 74 * mm])


def _first_page(head: Letterhead, told: Handover, kit: KitHandover, density: float) -> list[Flowable]:
    """Return the first page with its signatures at the foot, tighter where it takes that; else they go on with its last row."""
    signers = (
        blocks.Signer(kit.given, told.giver),
        blocks.Signer(kit.received),
        blocks.Signer(filled(kit.seen, head.words()), head.mayor),
    )
    for tighter in _WAYS:
        with style.tightened(density * tighter):
            top = _top(told, kit, density * tighter)
            foot = blocks.signatures(signers, head.commune, at_foot=False)
            if blocks.height_of([*top, foot]) <= first_room():
                return [*top, blocks.signatures(signers, head.commune)]
    return blocks.ending(
        _top(told, kit, density), [blocks.gap(6), blocks.signatures(signers, head.commune, at_foot=False)]
    )


def _top(told: Handover, kit: KitHandover, density: float) -> list[Flowable]:
    return [
        *blocks.title_block(kit.title, kit.subtitle),
        *blocks.band(_band(told, kit), mains=("band_place",) * 3, widths=(48, 60)),
        *blocks.sections(_first_rows(told, kit), density=density),
    ]


def _part(number: int, part: HandoverPart, density: float) -> list[Flowable]:
    title = Heading(
        typed(part.title, fonts.BOLD), style.style("title"), level=2, bookmark=f"{number}. {part.title}"
    )  # fmt: skip
    title.place = part.code
    name = Text(typed(str(number), fonts.BOLD), style.style("part_number"))
    head = layout(
        [[name, [title, *typed_paragraphs(part.intro, style.style("note"))]]], [style.MARGIN_COLUMN, style.AXIS_WIDTH]
    )
    head.splitInRow = 0
    out: list[Flowable] = [blocks.gap(4), head, blocks.gap(4)]
    for place, piece in enumerate(part.content):
        before = part.content[place - 1] if place > 0 else None
        if isinstance(before, Grid):
            out.append(blocks.gap(5))
        out += _grid(piece) if isinstance(piece, Grid) else _lines(piece, density, ruled=isinstance(before, Lines))
    return out


def _grid(grid: Grid) -> list[Flowable]:
    heading = [blocks.section_heading(grid.title, level=3), blocks.gap(1.5)] if grid.title else []
    table = blocks.open_table(grid.header, grid.rows, grid.widths, stub=1, bold=(0,), air=1.6, summary=grid.title)
    return [*heading, *table]


def _lines(lines: Lines, density: float, *, ruled: bool) -> list[Flowable]:
    content = blocks.bullets(list(lines.lines)) if len(lines.lines) > 1 else "\n".join(lines.lines)
    row = blocks.Row(label=lines.label, content=content, level=3, rule=style.ITEM_RULE if ruled else 0)
    return blocks.sections([row], density=density)
