"""The référent's sheet: who, for what, how, signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.people import Person, plain_name
from msp_desktop.domain.referent import ReferentSheet
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.numbers import agreeing, decimal
from msp_desktop.formats.phones import phone
from msp_desktop.formats.wording import agreed, capital

TITLE = "Fiche mission"


class SheetWords(Struct, frozen=True):
    """What the method says around the missions, before words agree with the person."""

    purpose: str
    time: str
    posture: str
    remember: str
    daily: tuple[str, ...]
    reports: tuple[tuple[str, str], ...]


def write_referent(
    path: Target, head: Letterhead, sheet: ReferentSheet, words: SheetWords, made_at: datetime
) -> BuildResult:
    """Write the mission sheet, one or two pages, the signatures at the foot of the last."""
    who = "référente santé" if sheet.feminine else "référent santé"

    def story(density: float) -> list[Flowable]:
        return [
            *blocks.title_block(TITLE, f"{'La' if sheet.feminine else 'Le'} {who} de la commune"),
            *blocks.band(_band(sheet)),
            blocks.gap(3),
            *blocks.sections(_rows(sheet, words), density=density, foot=style.ITEM_RULE),
            blocks.signatures(_signers(head, sheet, who), head.commune),
        ]

    return build(path, story, furniture(head, f"{TITLE} du {who}", made_at.date()), made_at=made_at)


def _band(sheet: ReferentSheet) -> list[tuple[str, str, str]]:
    term = sheet.term
    since = medium_date(term.since) if term and term.since else "à dater"
    hours = _hours(term.hours_per_month) if term and term.hours_per_month else ""
    cells = [("À compter du", since, hours)]
    if sheet.first:
        role = "Référente santé" if sheet.feminine else "Référent santé"
        cells.append((role, plain_name(sheet.first) or "à désigner", _ways(sheet.first)))
    if sheet.second:
        cells.append(("En binôme avec", plain_name(sheet.second), _ways(sheet.second)))
    return cells


def _hours(count: float) -> str:
    return f"{decimal(count)} {agreeing(count, 'heure')} par mois"


def _ways(person: Person) -> str:
    return "\n".join(filter(None, (person.function, phone(person.phone))))


def _rows(sheet: ReferentSheet, words: SheetWords) -> list[blocks.Row]:
    feminine = sheet.feminine
    purpose = "À quoi elle sert" if feminine else "À quoi il sert"
    rows = [blocks.Row(label=purpose, content=agreed(words.purpose, feminine), rule=0)]
    mails = [f"{plain_name(p)}\u00a0: {p.email}" for p in (sheet.first, sheet.second) if p and p.email]
    if mails:
        rows.append(blocks.Row(label="Courriel", content=typed_paragraphs("\n".join(mails), style.style("text"))))
    for number, group in enumerate(sheet.kept(), 1):
        rows.append(
            blocks.Row(
                label=f"{number}. {group.title}",
                content=blocks.bullets([capital(mission.text) for mission in group.missions]),
                rule=style.SECTION_RULE if number == 1 else style.ITEM_RULE,
            )
        )
    rows.append(blocks.Row(label="Au quotidien", content=blocks.bullets(list(words.daily)), rule=style.SECTION_RULE))
    rows.append(blocks.Row(label="Sa place", content=agreed(words.posture, feminine)))
    reports = [f"<b>{typed(to, fonts.BOLD)}</b>, {typed(how)}" for to, how in words.reports]
    rows.append(
        blocks.Row(
            label="À qui elle rend compte" if feminine else "À qui il rend compte",
            content=blocks.bullets(reports, markup=True),
        )
    )
    if sheet.term and sheet.term.means.strip():
        rows.append(blocks.Row(label="Moyens", content=typed_paragraphs(sheet.term.means, style.style("text"))))
    rows.append(
        blocks.Row(label="À retenir", content=[Text(typed(words.remember, fonts.BOLD), style.style("text_bold"))])
    )
    rows.append(blocks.Row(label="Observations", content=[blocks.writing_lines(2)]))
    return rows


def _signers(head: Letterhead, sheet: ReferentSheet, who: str) -> Sequence[blocks.Signer]:
    signers = [blocks.Signer(head.mayor_title, head.mayor)]
    if sheet.first:
        signers.append(blocks.Signer(f"{'La' if sheet.feminine else 'Le'} {who},", plain_name(sheet.first)))
    if sheet.second:
        signers.append(blocks.Signer("En binôme,", plain_name(sheet.second)))
    return signers
