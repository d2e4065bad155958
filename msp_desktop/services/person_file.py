"""All that the dossier holds of one person, in French words for them to read, and as data (RGPD, articles 15 and 20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import to_builtins

from msp_desktop.db.reader import Reader
from msp_desktop.db.shape import table_name
from msp_desktop.domain.action_sheets import SheetFunding
from msp_desktop.domain.actions import Action
from msp_desktop.domain.conditions import ConditionRating
from msp_desktop.domain.coordination import CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import HealthProfessional, Tri
from msp_desktop.domain.inventory_columns import ONLY_READ, column_names
from msp_desktop.domain.mail import Sending
from msp_desktop.domain.meetings import Attendance, Reply
from msp_desktop.domain.official import Movement, MovementKind
from msp_desktop.domain.people import Person, PersonRole, display_name
from msp_desktop.domain.person_mentions import full_pattern
from msp_desktop.domain.privacy import Answer, PrivacySheet
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.report_words import sentence
from msp_desktop.domain.schemes import Scheme
from msp_desktop.domain.welcome import WelcomeEntry, WelcomeStep
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.people import agreed, is_feminine
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold, quoted
from msp_desktop.i18n import _
from msp_desktop.method.followup import kit_followup
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services.conditions import condition_words
from msp_desktop.services.content_words import label
from msp_desktop.services.import_entries import entry_of
from msp_desktop.services.import_words import value_words
from msp_desktop.services.privacy import where_to_write
from msp_desktop.services.schemes import scheme_words
from msp_desktop.services.traces import Mention, Traces, traces
from msp_desktop.services.welcome import entry_words, step_words
from msp_desktop.services.who import several

_REPLIES = {Reply.NONE: "", Reply.COMING: "venue annoncée", Reply.EXCUSED: "{excusé|excusée}"}
_PRESENCE = {Tri.YES: "{présent|présente}", Tri.NO: "{absent|absente}", Tri.UNKNOWN: ""}
#: What each record is called, of those that are no section of their own.
KINDS = {
    "action": "Action", "objective": "Objectif", "communication": "Message à publier", "next_step": "Suite de réunion",
    "role_share": "Rôle", "person": "Parle pour cet organisme", "welcome_entry": "Accueil des nouveaux venus",
    "welcome_step": "Accueil des nouveaux venus, à faire",
    "road_step": "Étape du chemin", "neighbour_town": "Commune voisine où vous appeler",
    "condition_rating": "Condition de réussite",
    "scheme": "Dispositif",
    "coordination_option": "Façon de coordonner", "coordinator_post": "Poste de coordination",
    "diagnosis": "Diagnostic local de santé", "diagnosis_step": "Diagnostic local de santé, à faire",
    "diagnosis_source": "Diagnostic local de santé, source", "watch_note": "Veille des besoins",
    "action_sheet": "Fiche action", "sheet_step": "Étape d’une fiche action", "sheet_funding": "Financement d’une fiche action",
    "instance": "Instance", "call": "Appel à projets", "evaluation_question": "Évaluation",
}  # fmt: skip

#: What an official file told of somebody, compared with the one before.
_MOVEMENTS = {
    MovementKind.ARRIVED: "Arrivée dite par le RPPS",
    MovementKind.LEFT: "Départ dit par le RPPS",
    MovementKind.MOVED: "Déménagement dit par le RPPS",
}


def person_named(reader: Reader, name: str) -> Person:
    """Return who bears a name, accents and case ignored, either way round, or whose number it is; UserError else."""
    wanted = fold(name)
    found = [
        person
        for person in reader.all(Person)
        if name.strip() == str(person.id)
        or wanted in {fold(text) for text in (
            display_name(person), f"{person.first_name} {person.last_name}", f"{person.last_name} {person.first_name}",
            person.last_name, person.organisation if not person.last_name else "",
        )} - {""}
    ]  # fmt: skip
    if not found:
        raise UserError(_("Nobody is called « {name} » in this dossier.").format(name=quoted(name)))
    if len(found) > 1:
        raise UserError(several(reader, name, [person.id for person in found]))
    return found[0]


def person_sheet(reader: Reader, person_id: int, today: date) -> PrivacySheet:
    """Return all that is held of a person, section by section, to be read by them."""
    found = traces(reader, person_id)
    parts = (
        ("Fiche", list(_entry(found))),
        ("État des lieux", list(_inventory(reader, found))),
        ("Réunions", list(_meetings(found))),
        ("Échanges", list(_exchanges(found))),
        ("Confié", list(_tasks(found))),
        ("Référent", list(_terms(found))),
        ("Textes", [_mention(one) for one in (*found.mentions, *found.last_name)]),
        ("Documents", list(_documents(found))),
        ("Envois", [f"{medium_date(row.sent_at.date())}, {row.title}" for row in _sendings(reader, found.person)]),
    )
    return PrivacySheet(
        title="Ce que la mairie sait de vous",
        subtitle=f"{display_name(found.person)}, au {medium_date(today)}",
        foot=(
            "Droit d’accès, article 15 du règlement européen 2016/679. Pour corriger, faire effacer ou s’opposer\u00a0: "
            f"{where_to_write(reader)}. Réclamation\u00a0: CNIL, www.cnil.fr/plaintes."
        ),
        answers=tuple(Answer(title, bullets=tuple(lines)) for title, lines in parts if lines),
    )


def person_data(reader: Reader, person_id: int) -> dict[str, Any]:
    """Return the same as data: the person, what refers to them, the texts that name them, the papers, the sendings."""
    found = traces(reader, person_id)
    records: dict[str, list[Any]] = {}
    for link in found.links:
        about = link.about if isinstance(link.about, Exchange) else _short(link.about)
        records.setdefault(table_name(type(link.row)), []).append(
            {"record": to_builtins(link.row), "about": to_builtins(about)}
        )
    return {
        "person": to_builtins(found.person),
        "records": records,
        "movements": [
            to_builtins(movement)
            for link in found.links
            if isinstance(link.row, HealthProfessional)
            for movement in reader.all(Movement, professional_id=link.row.id)
        ],
        "mentions": [
            {"table": table_name(type(one.record)), "id": one.record.id, "field": one.field,
             "text": getattr(one.record, one.field)}
            for one in (*found.mentions, *found.last_name)
        ],
        "documents": [
            {"title": row.title, "path": row.path, "made_at": row.made_at.isoformat()} for row in found.documents
        ],
        "sendings": [
            {"title": row.title, "sent_at": row.sent_at.isoformat()} for row in _sendings(reader, found.person)
        ],
    }  # fmt: skip


def _entry(found: Traces) -> Iterator[str]:
    person = found.person
    kinds = [person.category, *(link.row.category for link in found.links if isinstance(link.row, PersonRole))]
    rows = (
        ("Civilité", person.civility),
        ("Formule d’appel", person.form_of_address),
        ("Prénom", person.first_name),
        ("Nom", person.last_name),
        ("Fonction", person.function),
        ("Organisme", person.organisation),
        ("Téléphone", phone(person.phone)),
        ("Courriel", person.email),
        ("Adresse", ", ".join(person.address.splitlines())),
        ("Pour la commune", ", ".join(kit_followup().categories[kind.value] for kind in kinds)),
        ("Notes", person.notes),
        ("D’où viennent ces données", person.known_from or "de vous, ou d’une source que la mairie n’a pas notée"),
    )
    return (f"{name}\u00a0: {value}" for name, value in rows if value.strip())


def _inventory(reader: Reader, found: Traces) -> Iterator[str]:
    own = {name for name in Person.__struct_fields__ if name != "notes"}
    for link in found.links:
        if isinstance(link.row, HealthProfessional):
            values = dict(entry_of(0, link.row, found.person).values)
            for field, name in column_names("professionals").items():
                if field in values and field not in (*ONLY_READ, *own, "notes"):
                    value = values[field]
                    words = medium_date(value) if isinstance(value, date) else value_words(field, value)
                    yield f"{name}\u00a0: {words}"
            if link.row.rpps:
                yield f"Numéro RPPS\u00a0: {link.row.rpps}"
            for movement in reader.all(Movement, professional_id=link.row.id):
                towns = " → ".join(filter(None, (movement.town_before, movement.town)))
                yield ", ".join(filter(None, (_MOVEMENTS[movement.kind], towns, _day(movement.until))))


def _meetings(found: Traces) -> Iterator[str]:
    guests = [(link.about, link.row) for link in found.links if isinstance(link.row, Attendance)]
    woman = is_feminine(found.person.civility)
    for meeting, guest in sorted(guests, key=lambda pair: (pair[0].held_on or date.max, pair[0].id)):
        said = (agreed(words, woman) for words in (_REPLIES[guest.reply], _PRESENCE[guest.present]))
        yield ", ".join(filter(None, (_day(meeting.held_on), meeting.title, *said, guest.note)))


def _exchanges(found: Traces) -> Iterator[str]:
    """Yield each exchange they had with its words, and the next steps they see to."""
    for exchange in sorted(_of(found, Exchange), key=lambda row: (row.held_on, row.id)):
        by = kit_followup().channels[exchange.channel.value]
        step = f"Suite\u00a0: {exchange.next_step}" if exchange.next_step.strip() else ""
        first = ", ".join(filter(None, (_day(exchange.held_on), by, exchange.subject.strip())))
        yield " ".join(sentence(words) for words in (first, exchange.said, step) if words.strip())


def _tasks(found: Traces) -> Iterator[str]:
    for link in found.links:
        kind = KINDS.get(table_name(type(link.about)))
        if kind:
            due = getattr(link.about, "due_on", None)
            yield f"{kind}\u00a0: {called(link.about)}" + (f", pour le {medium_date(due)}" if due else "")


def _terms(found: Traces) -> Iterator[str]:
    for term in _of(found, Referent):
        dates = (
            f"depuis le {_day(term.since)}" if term.since else "",
            f"jusqu’au {_day(term.until)}" if term.until else "",
        )
        who = agreed("{référent|référente} santé", is_feminine(found.person.civility))
        yield ", ".join(filter(None, (who, *dates)))


def _documents(found: Traces) -> Iterator[str]:
    """Yield each paper that names them by its file's name: where it lies on the town hall's computer is not theirs to know."""
    names = (f"{medium_date(row.made_at.date())}, {row.title}\u00a0: {_file_name(row.path)}" for row in found.documents)
    yield from dict.fromkeys(names)


def _file_name(path: str) -> str:
    return re.split(r"[\\/]", path)[-1]


def _mention(one: Mention) -> str:
    return f"«\u00a0{one.words}\u00a0»"


def _sendings(reader: Reader, person: Person) -> list[Sending]:
    pattern = full_pattern(person, reader.all(Person))
    return [row for row in reader.all(Sending, order="sent_at, id") if pattern and pattern.search(row.recipients)]


def _of(found: Traces, kind: type[Any]) -> list[Any]:
    return list({link.about.id: link.about for link in found.links if isinstance(link.about, kind)}.values())


def called(row: Any) -> str:
    """Return what a record is called, in words a person knows it by."""
    words = label(row) or str(getattr(row, "message", ""))
    if isinstance(row, Action) and not words:
        words = next((kit.short_title for kit in kit_timeline().actions if kit.code == row.kit_code), "")
    if isinstance(row, WelcomeEntry):
        words = entry_words(row)
    if isinstance(row, WelcomeStep):
        words = step_words(row)
    if isinstance(row, ConditionRating):
        words = condition_words(row)
    if isinstance(row, CoordinatorPost):
        words = row.grade
    if isinstance(row, Diagnosis):
        words = row.territory
    if isinstance(row, SheetFunding):
        words = str(row.year) if row.year else "année à préciser"
    if isinstance(row, Scheme):
        words = scheme_words(row)
    return words


def _short(row: Any) -> dict[str, Any]:
    """Return what a record is called and its day: the rest of it is about others too."""
    days = {
        name: to_builtins(day) for name in ("held_on", "due_on", "since", "until") if (day := getattr(row, name, None))
    }
    return {"table": table_name(type(row)), "id": row.id, "name": called(row), **days}


def _day(day: date | None) -> str:
    return medium_date(day) if day else ""
