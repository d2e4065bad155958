"""The page given to newcomers, and the town's checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.domain.welcome import Moment, Newcomer, WelcomeKind
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.i18n import _
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services import welcome as service
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.welcome import PrintedEntry, ToCall, entry_words, step_words
from msp_desktop.services.welcome_words import places_words, printed_days

if TYPE_CHECKING:
    from msp_desktop.documents.welcome import Received, WelcomeTask


def _nothing_ready(reader: Reader, _context: Context) -> str | None:
    if service.nothing_to_print(reader):
        return _("Nothing is ready for newcomers yet: note housing, somebody to call, somebody who shows them round.")
    return None


def _nothing_to_do(reader: Reader, _context: Context) -> str | None:
    if service.steps(reader):
        return None
    return _("The checklist of the welcome is empty: take the lines proposed, or add one.")


def _about_people(reader: Reader, _context: Context) -> tuple[str, ...]:
    names = dict.fromkeys(person.name for entry in service.printed(reader) for person in entry.people)
    if not names:
        return ()
    named = _("This page names {people} and says how to reach them.").format(people=", ".join(names))
    return named, kit_welcome().privacy


def _about_list(reader: Reader, _context: Context) -> tuple[str, ...]:
    arrivals = service.shown_entries(reader, WelcomeKind.ARRIVAL)
    if any(one.people or one.entry.title.strip() for one in arrivals) or any(
        row.person for row in service.steps(reader)
    ):
        return (_("This list names who comes and who sees to each thing: it is for the town hall."),)
    return ()


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.welcome import WelcomePart, write_welcome

    kit, shown = kit_welcome(), service.printed(reader)
    parts = [
        WelcomePart(kind.plural, tuple(_received(one) for one in shown if one.entry.kind is kind.code))
        for kind in kit.kinds
    ]
    kept = tuple(part for part in parts if part.entries)
    result = write_welcome(path, letterhead(reader), kept, (kit.page_title, kit.page_subtitle), context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _make_list(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.welcome import write_welcome_list

    arrivals = tuple(_received(one) for one in service.shown_entries(reader, WelcomeKind.ARRIVAL))
    tasks = [(kit_welcome().moments[moment], tuple(_tasks(reader, moment))) for moment in Moment]
    kept = tuple((moment, lines) for moment, lines in tasks if lines)
    result = write_welcome_list(path, letterhead(reader), arrivals, kept, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _received(one: PrintedEntry) -> Received:
    from msp_desktop.documents.welcome import Received

    entry = one.entry
    whom = kit_welcome().newcomers[entry.for_whom] if entry.for_whom is not Newcomer.ALL else ""
    facts = ", ".join(filter(None, (f"pour les {whom}" if whom else "", places_words(entry), printed_days(entry))))
    return Received(
        entry_words(entry), capital(facts) if facts else "", tuple(map(_reached, one.people)), entry.details
    )


def _reached(person: ToCall) -> str:
    return ", ".join(filter(None, (person.name, person.phone, person.email)))


def _tasks(reader: Reader, moment: Moment) -> list[WelcomeTask]:
    from msp_desktop.documents.welcome import WelcomeTask

    found = []
    for step in service.steps(reader):
        if step.moment is moment:
            whom = kit_welcome().newcomers[step.for_whom] if step.for_whom is not Newcomer.ALL else ""
            day = f"pour le {medium_date(step.due_on)}" if step.due_on and not step.done_on else ""
            done = f"fait le {medium_date(step.done_on)}" if step.done_on else ""
            detail = ", ".join(filter(None, (whom, step.person, day, done)))
            found.append(WelcomeTask(step_words(step), detail, step.done_on is not None))
    return found


WELCOME = Paper(
    "welcome", "Page de bienvenue", "bienvenue", tab="project", editable=True, make=_make, missing=_nothing_ready,
    remarks=_about_people, names_people=True,
)  # fmt: skip
WELCOME_LIST = Paper(
    "welcome-list", "Liste de l’accueil", "liste-accueil", tab="project", editable=True, make=_make_list,
    missing=_nothing_to_do, remarks=_about_list, names_people=True,
)  # fmt: skip
