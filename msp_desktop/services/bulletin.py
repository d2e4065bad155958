"""Texts for residents, made from what the dossier shows, in which nobody of the directory is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from sqlalchemy import select

from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.acts import is_woman
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.composing import Said, composed
from msp_desktop.domain.inventory import Finding, HealthProfessional
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.named_people import Named, people_named
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.referent import ReferentKind
from msp_desktop.domain.schedule import LAST_DAY
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import agreed
from msp_desktop.formats.hours import clock
from msp_desktop.formats.numbers import in_letters
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import one_line
from msp_desktop.method.followup import KitText, kit_communication
from msp_desktop.services.evidence import shows_done
from msp_desktop.services.federations import own_federation
from msp_desktop.services.letterhead import commune_words, contact, current_referent
from msp_desktop.services.small_forms import meeting_place

#: Below these numbers, counts of professionals and of their professions tell who is meant.
_FEWEST, _TRADES = 5, 2


class Facts(Struct, frozen=True):
    """What the dossier shows: the facts by their names, the words they bring, and how the référent and steps agree."""

    shown: frozenset[str]
    words: dict[str, str]
    woman: bool = False
    pair: bool = False
    steps: int = 0


def dossier_facts(reader: Reader, today: date) -> Facts:
    """Return what a text for residents may say of the dossier on a day: no name, no word typed about people."""
    commune = reader.one(Commune, 1)
    end = commune.day_zero + timedelta(LAST_DAY)
    action = TABLES[Action].c
    kit = list(reader.select(select(action.id, action.state).where(action.kit_code.is_not(None))))
    steps = sum(row.state is ActionState.DONE for row in kit)
    words = commune_words(reader) | {
        "contact": _contact(reader, commune),
        "horaires": one_line(commune.opening_hours).strip(" ."),
        "fin": long_date(end),
        "Etapes": f"{capital(in_letters(steps, feminine=True))} des {in_letters(len(kit))}",
        "quand_publique": "le [date] à [heure], [lieu]",
    }
    shown = {
        "federation": bool(own_federation(reader).name) and shows_done(reader, "contact-federation"),
        "etat": shows_done(reader, "etat-des-lieux"),
        "lieu": bool(meeting_place(reader).place.strip()),
        "etapes": bool(steps),
        "fin": today < end,
        "contact": bool(words["contact"]),
        "horaires": bool(words["horaires"]),
    }
    shown["etat_en_cours"] = not shown["etat"] and _is_begun(reader)
    shown["professionnels"] = _count_professionals(reader, words)
    shown |= _meetings(reader, today, words)
    term = current_referent(reader)
    person = reader.find(Person, id=term.person_id) if term and term.person_id else None
    other = reader.find(Person, id=term.second_id) if term and term.second_id else None
    pair = bool(term and term.kind is ReferentKind.PAIR and other)
    people = [one for one in (person, other if pair else None) if one is not None]
    woman = bool(people) and all(is_woman(one.civility, one.function) for one in people)
    shown["referent"] = person is not None
    words["referent"] = agreed("{Le référent santé|La référente santé}", woman and not pair)
    return Facts(frozenset(fact for fact, there in shown.items() if there), words, woman, pair, steps)


def text_from_dossier(reader: Reader, code: str, today: date) -> str:
    """Return one of the method's texts as the dossier has it say today, no longer than its limit."""
    kit = kit_communication()
    model = kit.text(code)
    assert isinstance(model, KitText), code
    facts, names = dossier_facts(reader, today), _Names(reader)
    paragraphs = [_said(codes, facts, names) for codes in model.paragraphs]
    return composed(filled(model.heading, facts.words), paragraphs, model.limit)


def message_from_dossier(reader: Reader, message: Communication, today: date) -> str:
    """Return the text proposed for a message of the plan, in at most as many characters as it may have."""
    kit = kit_communication()
    draft = kit.draft(message.kit_code)
    facts, names = dossier_facts(reader, today), _Names(reader)
    if draft is None:
        model = kit.texts[0]
        heading, paragraphs = message.message, [_said(codes, facts, names) for codes in model.paragraphs]
        return composed(one_line(heading), paragraphs, message.longest)
    words = facts.words | {"contact": facts.words["contact"] or "[téléphone de la mairie]"}
    body = [[Said(filled(paragraph, words))] for paragraph in draft.body]
    return composed(filled(draft.heading, words), [*body, _said(draft.then, facts, names)], message.longest)


def named_in(reader: Reader, text: str) -> tuple[str, ...]:
    """Return who a text names: people of the directory, and the mayor."""
    return _Names(reader).of(text)


def named_in_each(reader: Reader, texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return who each text names: a large directory is looked through once, for all of them."""
    return _Names(reader).of_each(texts)


class _Names:
    """Who may be named, and the names of the town, which name nobody."""

    def __init__(self, reader: Reader) -> None:
        self._people, self._places = reader.kept("who may be named", (Person, Commune), lambda: _nameable(reader))

    def of(self, text: str) -> tuple[str, ...]:
        return people_named(text, self._people, self._places)

    def of_each(self, texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        somewhere = set(self.of("\n".join(texts)))
        people = [person for person in self._people if person.label in somewhere]
        return tuple(people_named(text, people, self._places) for text in texts)


def _nameable(reader: Reader) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    commune = reader.one(Commune, 1)
    people = [Named(display_name(p), p.first_name, p.last_name) for p in reader.all(Person)]
    mayor = " ".join(filter(None, (commune.mayor_civility, commune.mayor_first_name, commune.mayor_last_name)))
    people.append(Named(mayor, commune.mayor_first_name, commune.mayor_last_name))
    found = tuple({(one.first_name, one.last_name): one for one in reversed(people)}.values())
    bare = commune.name.split(" ", 1)[1] if commune.name.lower().startswith(("le ", "la ", "les ")) else commune.name
    return tuple(reversed(found)), tuple(filter(None, (commune.name, bare)))


def _said(codes: Sequence[str], facts: Facts, names: _Names) -> list[Said]:
    """Return the sentences whose fact is shown and that name nobody."""
    kit = kit_communication()
    found = []
    for code in codes:
        sentence = kit.sentence(code)
        if sentence.needs and sentence.needs not in facts.shown:
            continue
        several = facts.steps > 1 if sentence.needs == "etapes" else facts.pair
        words = filled(agreed(sentence.text, facts.woman, several), facts.words)
        if not names.of(words):
            found.append(Said(words, sentence.rank))
    return found


def _contact(reader: Reader, commune: Commune) -> str:
    """Return how to reach the town hall, without an address that names somebody."""
    names = _Names(reader)
    return " ou ".join(way for way in (phone(commune.phone), commune.email) if way and not names.of(way))


def _is_begun(reader: Reader) -> bool:
    return reader.find(HealthProfessional) is not None or any(row.answer.strip() for row in reader.all(Finding))


def _count_professionals(reader: Reader, words: dict[str, str]) -> bool:
    rows = reader.all(HealthProfessional)
    trades = len({row.profession for row in rows})
    words["Professionnels"] = f"{capital(in_letters(len(rows)))} professionnels"
    words["metiers"] = in_letters(trades)
    return len(rows) >= _FEWEST and trades >= _TRADES


def _meetings(reader: Reader, today: date, words: dict[str, str]) -> dict[str, bool]:
    """Return which meetings were held or are to come, and put their dates among the words."""
    first = reader.all(Meeting, order="held_on, id", kind="premiere-rencontre")
    held = next((m for m in first if m.state is MeetingState.HELD and m.held_on), None)
    planned = _next(first, today)
    shown = held or planned
    if shown is not None and shown.held_on is not None:
        words["jour_rencontre"] = long_date(shown.held_on)
    public = _next(reader.all(Meeting, order="held_on, id", kind="publique"), today)
    if public is not None and public.held_on is not None:
        at = f" à {clock(public.starts_at)}" if public.starts_at else ""
        place = one_line(public.place).strip(" ,.")
        place = "[lieu]" if _Names(reader).of(place) else place
        words["quand_publique"] = f"le {long_date(public.held_on)}{at}{f', {place}' if place else ''}"
    return {
        "rencontre_tenue": held is not None,
        "rencontre_prevue": held is None and planned is not None,
        "publique": public is not None,
    }


def _next(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    return next((m for m in meetings if m.held_on and m.held_on >= today and m.state is MeetingState.PLANNED), None)


def referent_contact(reader: Reader) -> str:
    """Return the sentence that names the référent and how to reach them, "" where there is none: the town adds it by choice."""
    who = contact(reader)
    if who is None:
        return ""
    ways = ", ".join(filter(None, (who.phone, who.email)))
    return f"Votre contact\u00a0: {who.name}, {who.role}{f', {ways}' if ways else ''}."
