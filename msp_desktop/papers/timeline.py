"""The papers of the tab « 100 jours »."""

from __future__ import annotations

from datetime import timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.calendar import public_holidays
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.schedule import LAST_DAY
from msp_desktop.formats.names import at_commune, of_commune
from msp_desktop.formats.numbers import inhabitants
from msp_desktop.method.meetings import kit_letters
from msp_desktop.method.school import known_until, school_holidays
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import federation_remarks, letterhead
from msp_desktop.services.small_forms import chosen_helps
from msp_desktop.services.timeline import timeline


def _timeline(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.timeline import write_timeline

    view = timeline(reader, context.today)
    end = view.day_zero + timedelta(LAST_DAY)
    holidays = public_holidays(view.department, view.day_zero, end)
    school = school_holidays(view.department, view.day_zero, end)
    result = write_timeline(
        path, letterhead(reader), view, holidays, school, context.now,
        school_known_until=known_until(view.department),
    )  # fmt: skip
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def about_the_federation(reader: Reader, _context: Context) -> tuple[str, ...]:
    """Return what to know of the directory's entry before a letter to the federation leaves."""
    return federation_remarks(letterhead(reader).federation)


def _federation_letter(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.federation_letter import write_federation_letter

    head, commune, model = letterhead(reader), reader.one(Commune, 1), kit_letters().federation
    people = inhabitants(commune.population)
    words = {
        "commune": commune.name,
        "de_commune": of_commune(commune.name),
        "a_commune": at_commune(commune.name),
        "population": f" ({people})" if people else "",
        "interlocuteur": "",
    }
    if head.contact:
        ways = ", ".join(filter(None, (head.contact.phone, head.contact.email)))
        agreed = "interlocutrice" if head.contact.role.startswith("référente") else "interlocuteur"
        reached = f" ({ways})" if ways else ""
        words["interlocuteur"] = f"{head.contact.name}, {head.contact.role}, est votre {agreed} à la mairie{reached}."
    chosen = chosen_helps(reader)
    helps = [help_.text for help_ in kit_timeline().federation_helps if help_.code in chosen]
    listed = tuple(f"{text}\u202f;" for text in helps[:-1]) + tuple(f"{text}." for text in helps[-1:])
    result = write_federation_letter(
        path,
        head,
        context.now,
        subject=model.subject.format(**words),
        before=(*(line.format(**words) for line in model.body), *([model.helps_intro] if helps else [])),
        listed=listed,
        after=tuple(line.format(**words) for line in model.after),
        closing=model.closing,
    )
    return Made(result.pages, result.replaced_glyphs, result.sha256)


PAPERS = (
    Paper("timeline", "Calendrier des 100 jours", "calendrier-100-jours", tab="timeline", make=_timeline),
    Paper("federation-letter", "Premier courrier à la fédération", "lettre-federation", tab="timeline",
          editable=True, make=_federation_letter, remarks=about_the_federation),
)  # fmt: skip
