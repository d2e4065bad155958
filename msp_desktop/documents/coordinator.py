"""The coordinator's post: what it is, for what, with what profile, under which conditions; a model to be reread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import flowables, layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.page import Furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.coordination import PostSheet
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.people import Person, plain_name
from msp_desktop.formats.dates import long_date, medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.numbers import percent
from msp_desktop.formats.phones import phone

TITLE = "Fiche de poste"
#: What is not known yet is written by hand.
_BLANK = "_" * 12
#: Where the second column of a row of pairs begins on the axis, in millimetres.
_PAIRS = 42
#: Rows stand a little closer than elsewhere: the whole post holds on two pages.
_CLOSE = 0.86
#: Between two lines of the profile that stand in one.
_JOIN = "\u202f; "
#: Longest name or place in a signature, in letters.
_LONGEST = 120


class PostWords(Struct, frozen=True):
    """What the method says around the missions; `acronyms` are those of the sheet, each with what it stands for."""

    purpose: tuple[str, ...]
    grade: str
    level: str
    acronyms: tuple[tuple[str, str], ...]


def write_coordinator(
    path: Target, head: Letterhead, sheet: PostSheet, words: PostWords, made_at: datetime
) -> BuildResult:
    """Write the post on one or two pages, the signatures at the foot of the last, with some lines above them."""

    def story(density: float) -> list[Flowable]:
        foot = blocks.signatures(_signers(head, sheet), _place(head, sheet))
        rows = blocks.sections(_rows(sheet, words), density=density * _CLOSE)
        return [
            *blocks.title_block(TITLE, _who(sheet)),
            *blocks.band(_band(sheet, words), mains=("band_place",) * 4, widths=(49, 36, 44)),
            *blocks.ending(rows, [foot]),
        ]

    return build(path, story, _head(head, sheet, made_at), made_at=made_at)


def _head(head: Letterhead, sheet: PostSheet, made_at: datetime) -> Furniture:
    """Return the page's furniture: who employs speaks, where it is not the town itself."""
    made = furniture(head, TITLE, made_at.date(), model=True)
    words = sheet.chosen.employer if sheet.chosen is not None else ""
    if not words or sheet.employed_by_town:
        return made
    lines: tuple[str, ...] = ()
    if sheet.employer is not None:
        address = ", ".join(filter(None, map(str.strip, sheet.employer.address.splitlines())))
        lines = tuple(filter(None, (address, " · ".join(filter(None, _ways(sheet.employer))))))
    return replace(made, commune=words, insee="", body=True, letterhead=lines, arms=None)


def _ways(person: Person) -> tuple[str, str]:
    return phone(person.phone), person.email.strip()


def _who(sheet: PostSheet) -> str:
    if not sheet.post.holder:
        return "Coordinatrice ou coordinateur du contrat local de santé"
    several = len(sheet.holders) > 1
    words = agreed("{Coordinateur|Coordinatrice|Coordinateurs|Coordinatrices}", sheet.feminine, several)
    return f"{words} du contrat local de santé"


def _band(sheet: PostSheet, words: PostWords) -> list[tuple[str, str, str]]:
    post, option = sheet.post, sheet.chosen
    day = medium_date(post.starts_on) if post.starts_on else _BLANK
    share = f"{option.share}\u00a0%" if option is not None and option.share is not None else _BLANK
    grade = post.grade.strip() or _BLANK
    level = words.level if grade == words.grade else ""
    return [
        ("À compter du" if post.holder else "À pourvoir le", day, post.contract.strip()),
        ("Temps de travail", share, _paid(sheet)),
        ("Grade", grade, level),
        ("Lieu", post.works_at.strip() or _BLANK, post.travels.strip()),
    ]


def _paid(sheet: PostSheet) -> str:
    """Return what the ARS pays of it, in words."""
    option = sheet.chosen
    if option is None or not option.ars_part:
        return ""
    if not option.yearly_cost:
        return "cofinancé par l’ARS"
    if option.ars_part == option.yearly_cost:
        return "financé par l’ARS"
    if 2 * option.ars_part == option.yearly_cost:
        return "cofinancé à moitié par l’ARS"
    return f"cofinancé à {percent(option.ars_part, option.yearly_cost)} par l’ARS"


def _rows(sheet: PostSheet, words: PostWords) -> list[blocks.Row]:
    post = sheet.post
    rows = [blocks.Row(label="À quoi sert le poste", content=" ".join(words.purpose), rule=0)]
    for number, group in enumerate(sheet.kept(), 1):
        name, _colon, under = group.title.partition("\u00a0: ")
        missions = blocks.bullets([capital(mission.text) for mission in group.missions])
        rule = style.SECTION_RULE if number == 1 else style.ITEM_RULE
        rows.append(blocks.Row(label=f"{number}. {name}", notes=under, content=missions, rule=rule))
    profile = [(group.title, _JOIN.join(line.text for line in group.missions)) for group in sheet.kept_profile()]
    if profile:
        rows.append(blocks.Row(label="Profil", content=_pairs(profile), rule=style.SECTION_RULE))
    for label, text in (("Place dans la collectivité", post.placed), ("Avec qui", post.works_with)):
        if text.strip():
            rows.append(blocks.Row(label=label, content=text))
    reports = [(line.audience, line.how) for line in sheet.commitments if line.audience.strip() or line.how.strip()]
    if reports:
        rows.append(blocks.Row(label="À qui il est rendu compte", content=_pairs(reports)))
    means = [line.strip() for line in post.means.splitlines() if line.strip()]
    if means:
        rows.append(blocks.Row(label="Moyens", content=blocks.bullets(means)))
    rows += _answer(sheet)
    if words.acronyms:
        spelled = ", ".join(f"{word} ({meaning})" for word, meaning in words.acronyms)
        rows.append(blocks.Row(label="Sigles", content=flowables(f"{spelled}.", "margin")))
    return rows


def _answer(sheet: PostSheet) -> list[blocks.Row]:
    """Return how to apply: nothing once somebody has the post."""
    post = sheet.post
    if post.holder or not (post.answer_by or post.answer_to.strip() or post.contact.strip()):
        return []
    by = f" avant le <b>{typed(long_date(post.answer_by), fonts.BOLD)}</b>" if post.answer_by else ""
    to = f"\u00a0: {typed(post.answer_to.strip())}" if post.answer_to.strip() else ""
    lines: list[Flowable] = []
    if by or to:
        lines.append(Text(f"Lettre et CV{by}{to}", style.style("text")))
    if post.contact.strip():
        lines.append(Text(f"Renseignements\u00a0: {typed(post.contact.strip())}", style.style("text")))
    return [blocks.Row(label="Pour répondre", content=lines)]


def _pairs(pairs: Sequence[tuple[str, str]]) -> list[Flowable]:
    """Return bold words and their texts, pair under pair, on two columns of the axis."""
    first = _PAIRS * mm
    cells = [
        [[Text(typed(name, fonts.BOLD), style.style("text_bold"))] if name else "", flowables(text) or ""]
        for name, text in pairs
    ]
    air = [("RIGHTPADDING", (0, 0), (0, -1), 3 * mm), ("BOTTOMPADDING", (0, 0), (-1, -2), 1.2 * mm)]
    return [layout(cells, [first, style.AXIS_WIDTH - first], air)]


def _place(head: Letterhead, sheet: PostSheet) -> str:
    return _held(sheet.post.works_at) or head.commune


def _held(words: str) -> str:
    """Return words as a signature holds them: it stands whole on one page."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _signers(head: Letterhead, sheet: PostSheet) -> list[blocks.Signer]:
    post = sheet.post
    by_town = sheet.chosen is None or not sheet.chosen.employer or sheet.employed_by_town
    role = _held(post.signer_title) or (head.mayor_title if by_town else "Pour l’employeur,")
    name = _held(post.signer) or (head.mayor if by_town and not post.signer_title.strip() else "")
    role = role if role.endswith(",") else f"{role},"
    holder = _held(post.holder)
    if holder:
        mine = blocks.Signer(
            _who(sheet).partition(" ")[0] + ",", _held(", ".join(map(plain_name, sheet.holders))) or holder
        )
    else:
        mine = blocks.Signer("La personne recrutée,", "date et signature")
    return [blocks.Signer(role, name), mine]
