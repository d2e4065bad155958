"""The papers of the tab « Référent santé »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.people import Person, display_name, form_of_address, plain_name
from msp_desktop.domain.referent import ReferentKind, ReferentSheet
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.names import is_feminine, of_commune
from msp_desktop.formats.numbers import agreeing, decimal, listed
from msp_desktop.formats.phones import phone
from msp_desktop.formats.wording import agreed, capital
from msp_desktop.i18n import _
from msp_desktop.method.meetings import kit_letters
from msp_desktop.method.referent import AppointmentLetter, kit_appointment, kit_referent
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.referent import referent_sheet

if TYPE_CHECKING:
    from msp_desktop.documents.appointment import DecreeText, LetterText


def _nobody(reader: Reader, _context: Context) -> str | None:
    present = referent_sheet(reader)
    if present.first is not None and display_name(present.first).strip():
        return None
    return _("Nobody is named yet: fill in who the référent is first.")


def _referent(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.referent import SheetWords, write_referent

    kit = kit_referent()
    reports = tuple((report.to, report.how) for report in kit.reports)
    words = SheetWords(kit.purpose, kit.time, kit.posture, kit.remember, kit.daily, reports)
    result = write_referent(path, letterhead(reader), referent_sheet(reader), words, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _appointment(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.appointment import write_appointment

    head, present = letterhead(reader), referent_sheet(reader)
    commune = reader.one(Commune, 1)
    parts: list[DecreeText | LetterText] = []
    term, kit = present.term, kit_appointment()
    if present.first is not None and term is not None:
        if term.kind is ReferentKind.STAFF:
            parts.append(_letter(head, present, present.first, kit.mission))
        elif term.delegated:
            parts.append(_decree(commune, head, present, present.first))
        else:
            parts.append(_letter(head, present, present.first, kit.designation))
    if present.second is not None:
        parts.append(_letter(head, present, present.second, kit.mission))
    result = write_appointment(path, head, tuple(parts), kit.notice, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _announcement(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.federation_letter import write_federation_letter

    head, present, model = letterhead(reader), referent_sheet(reader), kit_letters().announcement
    people = [person for person in (present.first, present.second) if person is not None]
    several, feminine = len(people) > 1, present.feminine
    words = {
        "qui": listed([_named(person) for person in people]),
        "depuis": _since(present),
        "role": "le binôme référent santé" if several else "la référente santé" if feminine else "le référent santé",
        "de_commune": of_commune(head.commune),
    }
    result = write_federation_letter(
        path,
        head,
        context.now,
        subject=agreed(model.subject, feminine and not several),
        before=tuple(agreed(line, several).format(**words) for line in model.body),
        listed=tuple(
            " : ".join(filter(None, (plain_name(person), ", ".join(filter(None, (phone(person.phone), person.email))))))
            for person in people
        ),
        after=model.after,
        closing=model.closing,
    )
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _decree(commune: Commune, head: Letterhead, present: ReferentSheet, person: Person) -> DecreeText:
    from msp_desktop.documents.appointment import DecreeText

    kit, feminine = kit_appointment().decree, is_feminine(person.civility)
    mayor_feminine = is_feminine(commune.mayor_civility)
    signed = present.term is not None and present.term.signature
    words = {
        "commune": commune.name,
        "de_commune": of_commune(commune.name),
        "civilite": person.civility,
        "nom": plain_name(person),
        "fonction": person.function or "membre du conseil municipal",
        "installation": long_date(commune.mandate_start),
        "depuis": _since(present),
        "signature": kit.signature_yes if signed else kit.signature_no,
    }
    return DecreeText(
        title=kit.title,
        subtitle=kit.subtitle.format(**words).replace("  ", " "),
        authority=agreed(kit.authority, mayor_feminine).format(**words),
        visas=tuple(visa.format(**words) for visa in kit.visas),
        articles=tuple((a.title, capital(agreed(a.text, feminine).format(**words).strip())) for a in kit.articles),
        missions=_missions(present),
    )


def _letter(head: Letterhead, present: ReferentSheet, person: Person, model: AppointmentLetter) -> LetterText:
    from msp_desktop.documents.appointment import LetterText

    feminine = is_feminine(person.civility)
    hours = present.term.hours_per_month if present.term else None
    words = {
        "commune": head.commune,
        "de_commune": of_commune(head.commune),
        "depuis": _since(present),
        "heures": f", à raison de {decimal(hours)} {agreeing(hours, 'heure')} par mois environ" if hours else "",
        "appel": form_of_address(person),
    }
    return LetterText(
        title=model.title,
        subject=agreed(model.subject, feminine),
        addressee=tuple(
            filter(None, (display_name(person), capital(person.function), f"Mairie {of_commune(head.commune)}"))
        ),
        greeting=form_of_address(person),
        body=tuple(agreed(line, feminine).format(**words) for line in model.body),
        missions=_missions(present),
        closing=model.closing.format(**words),
    )


def _missions(present: ReferentSheet) -> tuple[str, ...]:
    return tuple(mission.text for group in present.kept() for mission in group.missions)


def _since(present: ReferentSheet) -> str:
    return long_date(present.term.since) if present.term and present.term.since else "…"


def _named(person: Person) -> str:
    return f"{display_name(person)}, {person.function}" if person.function else display_name(person)


PAPERS = (
    Paper("referent", "Fiche mission du référent", "fiche-mission", tab="referent", editable=True, make=_referent,
          missing=_nobody),
    Paper("appointment", "Modèle d’arrêté ou de lettre", "designation-referent", tab="referent", editable=True, make=_appointment,
          missing=_nobody),
    Paper("referent-letter", "Annonce du référent à la fédération", "annonce-referent", tab="referent",
          editable=True, make=_announcement, missing=_nobody),
)  # fmt: skip
