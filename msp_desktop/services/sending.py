"""What leaves for the federation with a paper: the data of the dossier, as much of it as the sender lets out."""

from __future__ import annotations

import hashlib
import math
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from msp_desktop import __version__
from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.carried import data as carried
from msp_desktop.domain.carried.data import CommuneData, Horizon
from msp_desktop.domain.carried.envelope import content_id
from msp_desktop.domain.carried.fitting import (
    bounded,
    code,
    count,
    matching,
    moment_within_years,
    text,
    told_day,
    within_years,
    words,
)
from msp_desktop.domain.carried.leaves import Leaves, noted_of
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.forecast import known_span, within
from msp_desktop.domain.inventory import (
    OTHER,
    Departure,
    Finding,
    HealthProfessional,
    Inventory,
    Need,
    Offer,
    Proximity,
)
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState, NextStep
from msp_desktop.domain.people import plain_name
from msp_desktop.domain.schedule import LAST_DAY, ActionView, Timeline, next_actions
from msp_desktop.domain.vigilance.records import VigilanceAside
from msp_desktop.formats.numbers import listed
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.meetings import FIRST_MEETING, kit_meetings
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services.federation_exchanges import federation_exchanges
from msp_desktop.services.federations import own_code
from msp_desktop.services.inventory import professional_views
from msp_desktop.services.nameless import nameless, told_of_in_each
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.roles import role_table
from msp_desktop.services.timeline import timeline
from msp_desktop.services.vigilance_facts import signals

#: The milestones that are no action of the kit, by code, and what they are.
SHARED, THE_END = "etat-des-lieux-relu", "fin-des-100-jours"
_MILESTONES = {SHARED: "État des lieux relu ensemble", THE_END: "Fin des 100 jours"}
#: What a commune is called of which nothing is known.
_NO_NAME = "sans nom"
#: How many next steps are told.
_STEPS = 12


class FindingNaming(Struct, frozen=True):
    """A finding that names people of the directory: the question, and who."""

    question: str
    people: tuple[str, ...]


def commune_data(reader: Reader, today: date, now: datetime, leaves: Leaves) -> CommuneData:
    """Return what leaves for the federation as of a day: all of it fits the contract, and names nobody unless that is let out."""
    commune, view = reader.one(Commune, 1), timeline(reader, today)
    contacts = [row.held_on for row in federation_exchanges(reader) if row.held_on <= today]
    told = bounded(
        format="sante-100-jours/donnees",
        version=1,
        made_at=moment_within_years(now).astimezone(UTC).replace(microsecond=0),
        sender=carried.Sender(dossier=dossier_uid(commune), application=f"Santé 100 jours {__version__}"),
        commune=_town(commune),
        day_zero=within_years(commune.day_zero),
        mandate_start=told_day(commune.mandate_start),
        contacted=bool(contacts),
        contacted_on=told_day(min(contacts, default=None)),
        phases=[_phase(number.number, number.actions, number.done, number.total) for number in view.phases],
        milestones=_milestones(reader, view, min(contacts, default=None)),
        vigilances=_vigilances(reader, today),
        referent=_referent(reader, leaves),
        **_headcounts(reader, today, leaves),
        people=_people(reader) if leaves.names else (),
        offers=_offers(reader),
        needs=_needs(reader),
        findings=_findings(reader) if leaves.findings else (),
        meetings=_meetings(reader),
        next_steps=_next_steps(reader, view),
        roles=_roles(reader),
    )
    return _in_order(reader, told if leaves.names else nameless(reader, told))


def findings_that_name(reader: Reader) -> tuple[FindingNaming, ...]:
    """Return the findings in which somebody of the directory, or the mayor, is told of: they stay unless names leave."""
    found = findings_written(reader)
    named = told_of_in_each(reader, [f"{question}\n{answer}" for question, answer in found])
    return tuple(FindingNaming(question, people) for (question, _), people in zip(found, named, strict=True) if people)


def findings_written(reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return the questions that have an answer, each with it, as they would leave."""
    found = ((one, kit_inventory().question(one.code)) for one in _findings(reader))
    return tuple((one.question or (kit.text if kit else ""), one.answer) for one, kit in found)


def dossier_uid(commune: Commune) -> str:
    """Return what tells a dossier from others for ever, in 32 figures; made of what it says where it has nothing of the kind."""
    try:
        return uuid.UUID(commune.uid).hex
    except ValueError:
        own = commune.uid or f"{commune.insee}\n{commune.name}\n{commune.mandate_start}"
        return hashlib.sha256(own.encode("utf-8", "replace")).hexdigest()[:32]


# --- the parts ------------------------------------------------------------------------------------


def _in_order(reader: Reader, told: CommuneData) -> CommuneData:
    """Return the data with a moment after that of other data sent before; of the same, the same moment.

    What lies more than a day ahead was made with a wrong clock, and no federation took it.
    """
    soon = told.made_at + timedelta(days=1)
    marks = (noted_of(row.sources) for row in reader.all(ProducedDocument))
    last = max((mark for mark in marks if mark and mark.at <= soon), key=lambda mark: mark.at, default=None)
    if last is None or last.at < told.made_at:
        return told
    return replace(told, made_at=last.at if last.content == content_id(told) else last.at + timedelta(seconds=1))


def _town(commune: Commune) -> carried.Town:
    people = commune.population
    return carried.Town(
        insee="" if commune.is_sample else matching(r"(?:\d{2}|2[AB])\d{3}", commune.insee.upper()),
        name=words(commune.name) or words(commune.insee) or _NO_NAME,
        department=matching(r"\d{2,3}|2[AB]", commune.department_code.upper()),
        population=people if people is not None and 0 <= people <= 5_000_000 else None,
        epci=matching(r"\d{9}", commune.epci_code),
        federation=words(own_code(commune)),
    )


def _phase(number: int, actions: Sequence[ActionView], done: int, total: int) -> carried.Phase:
    late = sum(action.is_late for action in actions)
    return carried.Phase(number=number, done=count(done), total=count(total), late=count(late))


def _milestones(reader: Reader, view: Timeline, contact: date | None) -> list[carried.Milestone]:
    """Return the story: the kit's actions and what happened, each where it is dated, by day."""
    sheet = referent_sheet(reader)
    term = sheet.term
    shared = (reader.find(Inventory, id=1) or Inventory()).shared_on
    meeting = _first_meeting(reader)
    known: dict[str, tuple[date, str]] = {}
    if contact:
        known["contact-federation"] = (contact, "done")
    if term and term.since and sheet.first:
        known["designer-referent"] = (term.since, "done" if term.since <= view.today else "planned")
    if meeting and meeting.held_on:
        held = meeting.state is MeetingState.HELD
        known[FIRST_MEETING] = (meeting.held_on, _state(held, meeting.held_on, view.today))
    for action in view.actions():
        own = code(action.code)
        if own is None or own in known or action.state is ActionState.DROPPED:
            continue
        done = action.state is ActionState.DONE
        day = action.done_on if done else action.planned or action.due
        if day:
            known[own] = (day, "done" if done else "late" if action.is_late else "planned")
    if shared:
        known[SHARED] = (shared, "done" if shared <= view.today else "planned")
    end = view.day_zero + timedelta(LAST_DAY)
    known[THE_END] = (end, "done" if end < view.today else "planned")
    found = [
        carried.Milestone(day=day, state=state, code=name, text=_MILESTONES.get(name, ""))  # type: ignore[arg-type]
        for name, (day, state) in known.items()
        if told_day(day)
    ]
    return sorted(found, key=lambda one: (one.day, one.code or ""))


def _state(done: bool, day: date, today: date) -> str:
    return "done" if done else "late" if day < today else "planned"


def _first_meeting(reader: Reader) -> Meeting | None:
    """Return the first meeting with the professionals that was held, else the first that is planned."""
    found = [row for row in reader.all(Meeting, kind=FIRST_MEETING) if row.held_on]
    for state in (MeetingState.HELD, MeetingState.PLANNED):
        days = [row for row in found if row.state is state]
        if days:
            return min(days, key=lambda row: row.held_on or date.max)
    return None


def _vigilances(reader: Reader, today: date) -> list[str]:
    aside = {row.code for row in reader.all(VigilanceAside)}
    return [signal.code for signal in signals(reader, today) if signal.code not in aside]


def _referent(reader: Reader, leaves: Leaves) -> carried.ReferentData | None:
    sheet = referent_sheet(reader)
    term = sheet.term
    if term is None or sheet.first is None:
        return None
    hours = term.hours_per_month
    names = [plain_name(person) for person in (sheet.first, sheet.second) if person is not None]
    return carried.ReferentData(
        kind=term.kind.value,
        since=told_day(term.since),
        hours_per_month=hours if hours is not None and math.isfinite(hours) and 0 <= hours <= 400 else None,
        delegated=term.delegated,
        identity=words(listed(names)) if leaves.names else "",
    )


def _headcounts(reader: Reader, today: date, leaves: Leaves) -> dict[str, list[msgspec.Struct]]:
    """Return the professionals counted in lists that do not meet, and crossed only where that is let out."""
    rows = reader.all(HealthProfessional)
    seen = [(_profession(row.profession), row.place, row.age_band, _horizon(row, today)) for row in rows]
    here = [cell for cell in seen if cell[1] is Proximity.HERE]
    counted: dict[str, list[msgspec.Struct]] = {
        "places": [
            carried.ByPlace(profession=trade, place=place, n=count(n))
            for (trade, place), n in sorted(Counter((cell[0], cell[1]) for cell in seen).items())
        ],
        "departures": [
            carried.ByDeparture(profession=trade, departure=when, n=count(n))
            for (trade, when), n in sorted(Counter((cell[0], cell[3]) for cell in here).items())
        ],
        "ages": [
            carried.ByAge(profession=trade, age=age, n=count(n))
            for (trade, age), n in sorted(Counter((cell[0], cell[2]) for cell in here).items())
        ],
    }
    if leaves.crossed:
        counted["crossed"] = [
            carried.Crossed(profession=trade, place=place, age=age, departure=when, n=count(n))
            for (trade, place, age, when), n in sorted(Counter(seen).items())
        ]
    return counted


def _horizon(row: HealthProfessional, today: date) -> Horizon:
    if known_span(row, today) is None:
        return Horizon.NONE_KNOWN if row.departure is Departure.NONE_KNOWN else Horizon.UNKNOWN
    if within(row, 2, today):
        return Horizon.WITHIN_2
    return Horizon.FROM_3_TO_5 if within(row, 5, today) else Horizon.LATER


def _profession(typed: str) -> str:
    """Return a profession of the method, « autre » for any other: what is typed as one may be a name."""
    return typed if any(entry.code == typed for entry in kit_inventory().professions) else OTHER


def _people(reader: Reader) -> Iterable[carried.Person]:
    for view in professional_views(reader):
        if name := words(plain_name(view.person)):
            yield carried.Person(
                name=name,
                profession=_profession(view.row.profession),
                place=view.row.place,
                town=words(view.row.town),
                rpps=matching(r"\d{8,12}", view.row.rpps),
            )


def _offers(reader: Reader) -> list[carried.OfferData]:
    return [
        carried.OfferData(
            kind=row.kind if row.kind in kit_inventory().offers else OTHER,
            place=row.place,
            name=words(row.name),
            town=words(row.town),
            finess=matching(r"[0-9AB]{9}", row.finess.upper()),
        )
        for row in reader.all(Offer, order="position, id")
    ]


def _needs(reader: Reader) -> list[carried.NeedData]:
    known = {entry.code for entry in kit_inventory().professions}
    return [
        carried.NeedData(
            title=words(row.title),
            public=words(row.public),
            strength=min(max(row.strength, 0), 3),
            profession=row.profession if row.profession in known else None,
        )
        for row in reader.all(Need, order="position, id")
    ]


def _findings(reader: Reader) -> list[carried.FindingData]:
    rows = reader.all(Finding, order="position, id")
    return [
        carried.FindingData(code=code(row.kit_code), question=words(row.question), answer=answer)
        for row in rows
        if (answer := text(row.answer))
    ]


def _meetings(reader: Reader) -> list[carried.MeetingData]:
    """Return the meetings, the latest first: of hundreds, the oldest are those left out."""
    agendas: dict[int, list[str]] = {}
    for item in reader.all(AgendaItem, order="position, id"):
        agendas.setdefault(item.meeting_id, []).append(words(item.title))
    rows = sorted(reader.all(Meeting), key=lambda row: (row.held_on or date.max, row.id), reverse=True)
    return [
        carried.MeetingData(
            uid=words(row.uid),
            kind=kit_meetings().kind(row.kind).code,
            state=row.state.value,
            held_on=told_day(row.held_on),
            present=None if row.present_count is None else count(row.present_count),
            agenda=tuple(agendas.get(row.id, ())),
        )
        for row in rows
    ]


def _next_steps(reader: Reader, view: Timeline) -> list[carried.Step]:
    """Return the next actions, and what meetings decided that is no action yet and whose day is to come, by day."""
    found = [
        (action.planned or action.due, _action_words(action), code(action.code))
        for action in next_actions(view, _STEPS)
    ]
    found += [
        (row.due_on, row.text, None)
        for row in reader.all(NextStep)
        if row.action_id is None and row.due_on is not None and row.due_on >= view.today
    ]
    found.sort(key=lambda step: step[0] or date.max)
    return [carried.Step(text=words(said), code=known, due_on=told_day(day)) for day, said, known in found[:_STEPS]]


def _action_words(action: ActionView) -> str:
    """Return the town's own words for an action, none where the kit's stand."""
    known = kit_timeline().action(action.code)
    return "" if known is not None and action.title == known.title else action.title


def _roles(reader: Reader) -> list[carried.RoleData]:
    table = role_table(reader)
    return [
        carried.RoleData(
            responsibility=words(row.responsibility),
            leads=tuple(words(table.parties[place].name) for place in row.leads()),
        )
        for row in table.rows
    ]
