"""Models put before the council, « à faire relire »: a délibération, an agreement that lends a room."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.council import CouncilAct, CouncilArticle
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.french.case import capital
from msp_desktop.method.council import KitCouncil

#: Room to sign, in points.
_SIGN = 26 * mm


def write_council_act(
    path: Target, head: Letterhead, act: CouncilAct, kit: KitCouncil, made_at: datetime
) -> BuildResult:
    """Write a model: who decides, on what grounds, its articles, the vote where there is one, and who signs."""
    page = furniture(head, act.title, made_at.date(), model=True)
    if act.town:
        address = (", ".join(head.address),) if head.address else ()
        page = replace(page, heading=act.town, letterhead=(*act.heading, *address))

    def story(density: float) -> list[Flowable]:
        before = [*_opening(act), *_because(act, kit)]
        after = [_article(article) for article in act.articles]
        if act.vote[0]:
            after.append(blocks.Row(label=act.vote[0], content=act.vote[1]))
        rows = blocks.sections([*before, *after], density=density)
        # What the council decides is not announced at the foot of a page.
        first = KeepTogether(rows[len(before) - 1 : len(before) + 1])
        body = [
            *blocks.title_block(act.title, act.subtitle), *rows[: len(before) - 1], first, *rows[len(before) + 1 :]
        ]  # fmt: skip
        return blocks.ending(body, [blocks.gap(4), *_signatures(head, act)])

    return build(path, story, page, made_at=made_at, subject=capital(act.subtitle))


def _opening(act: CouncilAct) -> list[blocks.Row]:
    rows = []
    for place, (label, lines) in enumerate(act.opening):
        notes = "\n".join(act.kind) if not place else ""
        rule = style.SECTION_RULE if not place else style.ITEM_RULE
        rows.append(blocks.Row(label=label, content=_spaced(lines), notes=notes, rule=rule))
    return rows


def _because(act: CouncilAct, kit: KitCouncil) -> list[blocks.Row]:
    rows = []
    if act.authority:
        heavy = [Text(typed(act.authority, fonts.BOLD), style.style("item"))]
        rows.append(blocks.Row(content=heavy, rule=style.SECTION_RULE))
    rows.append(blocks.Row(label=kit.visas_label, content=_spaced(act.visas), rule=0 if rows else style.SECTION_RULE))
    if act.grounds:
        rows.append(blocks.Row(label=kit.grounds_label, content=_spaced(act.grounds), rule=0))
    decides = [Text(typed(act.decides, fonts.BOLD), style.style("item"))]
    return [*rows, blocks.Row(content=decides, rule=style.SECTION_RULE)]


def _article(article: CouncilArticle) -> blocks.Row:
    content = _spaced(article.paragraphs)
    if article.listed:
        content += [
            blocks.gap(1.2),
            *blocks.bullets([f"{line}\u202f;" for line in article.listed[:-1]] + [f"{article.listed[-1]}."]),
        ]
    return blocks.Row(label=article.label, subject=article.subject, content=content)


def _spaced(lines: tuple[str, ...]) -> list[Flowable]:
    out: list[Flowable] = []
    for line in lines:
        out += [*typed_paragraphs(glued(line), style.style("text")), blocks.gap(1.2)]
    return out[:-1]


def _signatures(head: Letterhead, act: CouncilAct) -> list[Flowable]:
    signers = [blocks.Signer(role, name) for role, name in act.signers]
    return [blocks.signatures(signers, head.commune, at_foot=False)]
