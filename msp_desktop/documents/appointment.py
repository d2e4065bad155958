"""Models that appoint the référent, one act a file: decree, letter of designation, letter of mission."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture, place_and_date
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.french.case import capital

#: Room to sign a decree: less than elsewhere, since an article and three columns stand with it on its page.
_SIGN = 34 * mm


class ArticleText(Struct, frozen=True):
    """An article: « Article 2 », what it is about, its paragraphs, and a list where one follows."""

    label: str
    subject: str
    paragraphs: tuple[str, ...]
    listed: tuple[str, ...] = ()
    lines: int = 0


class FootText(Struct, frozen=True):
    """Under a decree's signature: the three columns that are filled in once it is notified, sent and published."""

    notified: str
    on: str
    signs: str
    certified: str
    sent: str
    published: str
    copies: str
    copied_to: tuple[str, ...]


class DecreeText(Struct, frozen=True):
    """The words of a decree, filled in; `kind` is the nature of the act as the prefecture files it."""

    title: str
    subtitle: str
    town: str
    heading: tuple[str, ...]
    kind: tuple[str, str]
    authority: str
    visas: tuple[str, ...]
    grounds: str
    decides: str
    articles: tuple[ArticleText, ...]
    foot: FootText


class LetterText(Struct, frozen=True):
    """The words of a letter of designation or mission, filled in; `receipt` is dated and signed by who receives it."""

    title: str
    subject: str
    addressee: tuple[str, ...]
    greeting: str
    body: tuple[str, ...]
    missions: tuple[str, ...]
    closing: str
    receipt: tuple[str, str]


def write_decree(path: Target, head: Letterhead, words: DecreeText, made_at: datetime) -> BuildResult:
    """Write an arrêté, its signature below an article at least."""
    made = replace(
        furniture(head, words.title, made_at.date(), model=True),
        heading=words.town,
        letterhead=(*words.heading, ", ".join(head.address)) if head.address else words.heading,
    )
    about = capital(words.subtitle)
    return build(path, lambda density: _decree(head, words, density), made, made_at=made_at, subject=about)


def write_letter(path: Target, head: Letterhead, words: LetterText, made_at: datetime) -> BuildResult:
    """Write a letter of designation or mission: one page where its missions leave room for it."""
    made = furniture(head, words.title, made_at.date(), model=True)
    return build(path, lambda _density: _letter(head, words, made_at), made, made_at=made_at, subject=words.subject)


# --- the decree ----------------------------------------------------------------------------------


def _decree(head: Letterhead, words: DecreeText, density: float) -> list[Flowable]:
    plain = style.style("text")
    top = blocks.title_block(words.title, words.subtitle)
    visas = [part for visa in words.visas for part in (*typed_paragraphs(visa, plain), blocks.gap(1.2))][:-1]
    decides = Text(typed(words.decides, fonts.BOLD), style.style("item"))
    rows = [
        blocks.Row(
            notes="\n".join(words.kind),
            content=[Text(typed(words.authority, fonts.BOLD), style.style("item"))],
            rule=style.SECTION_RULE,
        ),
        blocks.Row(label="Visas", content=visas, rule=0),
        blocks.Row(label="Motif", content=words.grounds, rule=0),
        blocks.Row(content=[decides], rule=style.SECTION_RULE),
        *(_article(article) for article in words.articles),
    ]
    made = blocks.sections(rows, density=density, foot=style.SECTION_RULE)
    signer = blocks.Signer(head.mayor_title, head.mayor)
    last = [
        made[-1],
        blocks.gap(4),
        blocks.signature(signer, place=head.commune, room=_SIGN),
        blocks.gap(3),
        *_foot(head, words.foot),
    ]
    return [*top, *made[:-1], KeepTogether(last)]


def _article(article: ArticleText) -> blocks.Row:
    content: list[Flowable] = []
    for paragraph in article.paragraphs:
        content += [*typed_paragraphs(paragraph, style.style("text")), blocks.gap(1.2)]
    if article.listed:
        content += blocks.bullets(article.listed)
    elif article.lines:
        content.append(blocks.writing_lines(article.lines))
    else:
        content.pop()
    return blocks.Row(label=article.label, subject=article.subject, content=content)


def _foot(head: Letterhead, words: FootText) -> list[Flowable]:
    """Return the three columns under the signature."""
    cell = style.style("cell")

    def line(text: str) -> list[Flowable]:
        return [*typed_paragraphs(text, cell), blocks.gap(2)]

    def heading(text: str) -> list[Flowable]:
        return [Text(typed(text, fonts.BOLD), style.style("cell_bold")), blocks.gap(2)]

    rule = "_" * 20
    columns = [
        [*heading(words.notified), *line(f"{words.on} {rule}"), *line(words.signs)],
        [
            *heading(words.certified),
            *line(f"{words.sent} {rule[:16]}"),
            *line(f"{words.published} {rule[:17]}"),
            *line(head.mayor_title),
        ],
        [*heading(words.copies), *blocks.checklist([(name, False) for name in words.copied_to])],
    ]
    frame: list[tuple[Any, ...]] = [
        ("LINEABOVE", (0, 0), (-1, 0), style.TABLE_RULE, style.INK), ("TOPPADDING", (0, 0), (-1, -1), 3 * mm),
        ("LEFTPADDING", (0, 0), (0, -1), style.HANG), ("RIGHTPADDING", (0, 0), (-1, -1), 4 * mm),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8 * mm),
    ]  # fmt: skip
    third = 58 * mm
    grid = layout(
        [columns], [third + style.HANG, third, style.TEXT_WIDTH - 2 * third + style.HANG], frame, overhang=style.HANG
    )
    grid.splitInRow = 0
    return [grid]


# --- the letters ---------------------------------------------------------------------------------


def _letter(head: Letterhead, words: LetterText, made_at: datetime) -> list[Flowable]:
    return blocks.letter(
        blocks.Letter(
            addressee=words.addressee,
            place_and_date=place_and_date(head, made_at.date()),
            subject=words.subject,
            greeting=f"{words.greeting},",
            body=(*words.body, blocks.bullets([capital(mission) for mission in words.missions])),
            closing=words.closing,
            signer=blocks.Signer(head.mayor_title, head.mayor),
            receipt=words.receipt,
        )
    )
