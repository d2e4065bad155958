"""Models that appoint the référent: decree, letter of designation, letter of mission. To be reread before signing."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture, place_and_date
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.wording import capital

TITLE = "Modèle de désignation"


class DecreeText(Struct, frozen=True):
    """The words of a decree, filled in."""

    title: str
    subtitle: str
    authority: str
    visas: tuple[str, ...]
    articles: tuple[tuple[str, str], ...]
    missions: tuple[str, ...]


class LetterText(Struct, frozen=True):
    """The words of a letter of designation or mission, filled in."""

    title: str
    subject: str
    addressee: tuple[str, ...]
    greeting: str
    body: tuple[str, ...]
    missions: tuple[str, ...]
    closing: str


def write_appointment(
    path: Target, head: Letterhead, parts: tuple[DecreeText | LetterText, ...], notice: str, made_at: datetime
) -> BuildResult:
    """Write one model, or one after the other for a pair, each on its own page."""

    def story(_density: float) -> list[Flowable]:
        flowables: list[Flowable] = []
        for number, part in enumerate(parts):
            if number:
                flowables += [NextPageTemplate("first"), PageBreak()]
            if isinstance(part, DecreeText):
                flowables += _decree(head, part, notice, first=number == 0)
            else:
                flowables += _letter(head, part, notice, made_at)
        return flowables

    title = parts[0].title if len(parts) == 1 else TITLE
    return build(path, story, furniture(head, title, made_at.date(), model=True), made_at=made_at)


def _decree(head: Letterhead, part: DecreeText, notice: str, *, first: bool) -> list[Flowable]:
    plain, bold = style.style("text"), style.style("item")
    flowables: list[Flowable] = []
    if first:
        flowables += blocks.title_block(part.title, part.subtitle, notice)
    else:
        flowables += [
            blocks.section_heading(f"{part.title} {part.subtitle}"),
            *typed_paragraphs(notice, style.style("note")),
        ]
    flowables += [blocks.gap(3), Text(typed(part.authority, fonts.BOLD), bold), blocks.gap(3)]
    for visa in part.visas:
        flowables += [*typed_paragraphs(visa, plain), blocks.gap(2)]
    flowables += [blocks.gap(3), Text(typed("Arrête\u00a0:", fonts.BOLD), bold), blocks.gap(3)]
    for title, text in part.articles:
        flowables.append(Heading(typed(title, fonts.BOLD), bold, level=2))
        flowables += typed_paragraphs(text, plain)
        if text.endswith(":"):
            flowables += blocks.bullets(
                [f"{mission}\u202f;" for mission in part.missions[:-1]] + [f"{m}." for m in part.missions[-1:]]
            )
        flowables.append(blocks.gap(3))
    flowables.append(blocks.signature(blocks.Signer(head.mayor_title, head.mayor), place=head.commune))
    return flowables


def _letter(head: Letterhead, part: LetterText, notice: str, made_at: datetime) -> list[Flowable]:
    return blocks.letter(
        blocks.Letter(
            addressee=part.addressee,
            place_and_date=place_and_date(head, made_at.date()),
            subject=part.subject,
            greeting=f"{part.greeting},",
            body=(*part.body, blocks.bullets([capital(mission) for mission in part.missions])),
            closing=part.closing,
            signer=blocks.Signer(head.mayor_title, head.mayor),
            margin=(("Modèle", notice),),
        )
    )
