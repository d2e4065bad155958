"""The papers of the tab « Référent santé »."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.people import Person, display_name, plain_name
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.numbers import listed
from msp_desktop.formats.phones import phone
from msp_desktop.formats.wording import agreed
from msp_desktop.i18n import _
from msp_desktop.method.meetings import kit_letters
from msp_desktop.method.referent import kit_referent
from msp_desktop.papers.appointment import write_act
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.appointment import acts, no_act, remarks
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.referent import referent_sheet


def _nobody(reader: Reader, _context: Context) -> str | None:
    present = referent_sheet(reader)
    if present.first is not None and display_name(present.first).strip():
        return None
    return _("Nobody is named yet: fill in who the référent is first.")


def _referent(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.referent import SheetWords, write_referent

    kit, head = kit_referent(), letterhead(reader)
    daily = tuple(filled(line, head.words()) for line in kit.daily)
    words = SheetWords(kit.purpose, kit.time, kit.posture, kit.remember, daily)
    result = write_referent(path, head, referent_sheet(reader), words, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _no_act(reader: Reader, _context: Context) -> str | None:
    return no_act(reader)


def _remarks(reader: Reader, context: Context) -> tuple[str, ...]:
    return remarks(reader, context.today, context.person_id)


def _announcement(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.federation_letter import write_federation_letter

    head, present, model = letterhead(reader), referent_sheet(reader), kit_letters().announcement
    people = [person for person in (present.first, present.second) if person is not None]
    several, feminine = len(people) > 1, present.feminine
    words = {
        "qui": listed([_named(person) for person in people]),
        "moment": _moment(present.term.since if present.term else None, context.today, several),
        "role": "le binôme référent santé" if several else "la référente santé" if feminine else "le référent santé",
        **head.words(),
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


def _moment(since: date | None, today: date, several: bool) -> str:
    """Return « est depuis le 1er avril », « sera à compter du 1er mai », « est désormais » where the day is not known."""
    if since is None:
        return "sont désormais" if several else "est désormais"
    if since > today:
        return f"{'seront' if several else 'sera'} à compter du {long_date(since)}"
    return f"{'sont' if several else 'est'} depuis le {long_date(since)}"


def _named(person: Person) -> str:
    """Return « Mme Nadia Roche, deuxième adjointe, »: what is set beside a name stands between commas."""
    function = uncapital(person.function.strip())
    return f"{display_name(person)}, {function}," if function else display_name(person)


PAPERS = (
    Paper("referent", "Fiche mission du référent", "fiche-mission", tab="referent", editable=True, make=_referent,
          missing=_nobody),
    Paper("appointment", "Modèle d’arrêté ou de lettre", "designation-referent", tab="referent", editable=True,
          make=write_act, missing=_no_act, acts=acts, remarks=_remarks),
    Paper("referent-letter", "Annonce du référent à la fédération", "annonce-referent", tab="referent",
          editable=True, make=_announcement, missing=_nobody),
)  # fmt: skip
