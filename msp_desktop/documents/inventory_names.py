"""The inventory with names, for the town hall alone: all that the file says of each professional."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.inventory import AgeBand, Departure, Mode, Tri
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.inventory_words import words_of
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import long_date, medium_date
from msp_desktop.formats.names import at_commune
from msp_desktop.formats.numbers import counted
from msp_desktop.formats.phones import phone
from msp_desktop.formats.wording import capital

TITLE = "Professionnels de santé"

_INTRO = (
    "Ce document nomme des personnes\u00a0: il reste à la mairie. "
    "Pour le partager, imprimez «\u00a0État des lieux\u00a0», qui ne porte que des nombres."
)


def write_inventory_names(
    path: Target, head: Letterhead, professionals: Sequence[ProfessionalView], made_at: datetime
) -> BuildResult:
    """Write every professional with every field filled and all of the notes, whatever their length."""

    def story(density: float) -> list[Flowable]:
        count = counted(len(professionals), "professionnel")
        subtitle = f"{count} {at_commune(head.commune)} et autour, au {long_date(made_at.date())}"
        out = blocks.title_block(TITLE, subtitle, _INTRO)
        rows = [_row(professional, index) for index, professional in enumerate(professionals)]
        for flowable in blocks.sections(rows, density=density, foot=style.SECTION_RULE):
            out += [CondPageBreak(30 * mm), flowable]
        return out

    page = furniture(head, TITLE, made_at.date(), private=True, private_words="usage interne – ne pas diffuser")
    return build(path, story, page, made_at=made_at)


def _row(view: ProfessionalView, index: int) -> blocks.Row:
    content: list[Flowable] = []
    for label, value in facts(view):
        first, *rest = value.split("\n")
        content.append(Text(f"<b>{typed(label, fonts.BOLD)}</b>\u00a0: {typed(first)}", style.style("dense")))
        content += [flowable for line in rest for flowable in typed_paragraphs(line, style.style("dense"))]
    if view.person.notes.strip():
        content.append(Text(typed("Notes", fonts.BOLD), style.style("dense_bold")))
        content += typed_paragraphs(view.person.notes, style.style("dense"))
    if not content:
        content.append(Text("Rien d’autre n’est noté.", style.style("margin")))
    return blocks.Row(
        label=view.name or "Sans nom",
        notes=f"{capital(view.label)}\n{view.where}",
        content=content,
        rule=style.ITEM_RULE if index else style.SECTION_RULE,
    )


def facts(view: ProfessionalView) -> Sequence[tuple[str, str]]:
    """Return what is known of a professional, field by field, without what is not filled."""
    row, person = view.row, view.person
    found = [
        ("Spécialité", row.speciality),
        ("Fonction", person.function),
        ("Cabinet ou organisme", person.organisation),
        ("Téléphone", phone(person.phone)),
        ("Courriel", person.email),
        ("Adresse", person.address),
        ("Formule d’appel", person.form_of_address),
        ("Exercice", words_of(row.mode) if row.mode is not Mode.UNKNOWN else ""),
        ("Tranche d’âge", _dated(words_of(row.age_band), row.age_noted_on) if _aged(view) else ""),
        ("Départ", _departure(view)),
        ("Exerce seul", _tri(row.works_alone)),
        ("Prêt à s’engager", _tri(row.ready)),
        ("Prend de nouveaux patients", _tri(row.new_patients)),
        ("Source", row.source),
        ("Vérifié", f"le {medium_date(row.checked_on)}" if row.checked_on else ""),
    ]
    return [(label, value.strip()) for label, value in found if value.strip()]


def _aged(view: ProfessionalView) -> bool:
    return view.row.age_band is not AgeBand.UNKNOWN


def _tri(value: Tri) -> str:
    return "" if value is Tri.UNKNOWN else words_of(value)


def _dated(words: str, noted: date | None) -> str:
    return f"{words}, noté le {medium_date(noted)}" if noted else words


def _departure(view: ProfessionalView) -> str:
    row = view.row
    if row.departure is Departure.UNKNOWN:
        return ""
    if row.departure is Departure.ANNOUNCED and row.departure_on:
        return f"annoncé pour le {medium_date(row.departure_on)}"
    return words_of(row.departure)
