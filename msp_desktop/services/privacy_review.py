"""Whom the town hall still keeps without a reason it can see: once a year they are looked at, and kept or deleted.

The law asks that data be kept no longer than is needed (RGPD, article 5.1.e); how often one looks is the town's own rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Departure, HealthProfessional
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person, display_name, sorting_name
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.town_hall import is_mayor
from msp_desktop.domain.welcome import WelcomeStep
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _, language
from msp_desktop.services.project_at_work import at_work

#: Without an exchange nor a meeting for so long, somebody is looked at again.
YEAR = timedelta(days=365)


class ToReview(Struct, frozen=True):
    """Somebody to look at again, and why, in words."""

    person: Person
    name: str
    why: str


def to_review(reader: Reader, today: date) -> tuple[ToReview, ...]:
    """Return the people whose role has ended, or with whom nothing happened for a year; by name.

    Whoever has something to do, or is the mayor or the référent of today, is not among them, nor a body.
    """
    commune, seen, busy = reader.one(Commune, 1), _last_seen(reader), _busy(reader)
    terms = reader.all(Referent)
    now = {key for term in terms if _goes_on(term, today) for key in (term.person_id, term.second_id) if key}
    ended = {key: term.until for term in terms for key in (term.person_id, term.second_id) if key and term.until}
    left = {
        row.person_id: row.departure_on
        for row in reader.all(HealthProfessional)
        if row.departure is Departure.ANNOUNCED and row.departure_on and row.departure_on < today
    }
    found = []
    for person in reader.all(Person):
        if not (person.first_name or person.last_name) or person.id in now or is_mayor(commune, person):
            continue
        last = seen.get(person.id)
        if person.id in ended and ended[person.id] is not None:
            why = _("no longer the référent since {day}").format(day=_day(ended[person.id]))
        elif person.id in left:
            why = _("left on {day}").format(day=_day(left[person.id]))
        elif person.id not in busy and today - (last or commune.day_zero) >= YEAR:
            why = _("nothing since {day}").format(day=_day(last)) if last else _("no exchange, no meeting noted")
        else:
            continue
        found.append(ToReview(person, display_name(person), why))
    return tuple(sorted(found, key=lambda one: tuple(map(fold, sorting_name(one.person)))))


def review_due(reader: Reader, today: date) -> bool:
    """Tell whether a year has gone by since people were last looked at, and there is somebody to look at."""
    commune = reader.one(Commune, 1)
    last = commune.privacy_reviewed_on or max(commune.mandate_start, commune.day_zero)
    return today - last >= YEAR and bool(to_review(reader, today))


def note_review(store: Store, today: date) -> None:
    """Note that people were looked at today: whoever is still there is kept for a year."""
    with store.write(_("People looked at again")) as transaction:
        transaction.update(1, Change(Commune, privacy_reviewed_on=today))


def _last_seen(reader: Reader) -> dict[int, date]:
    """Return the last day each person was met, spoken to, or checked in the inventory; a meeting to come counts."""
    seen: dict[int, date] = {}
    for person, day in _days(reader):
        if day is not None and (person not in seen or day > seen[person]):
            seen[person] = day
    return seen


def _days(reader: Reader) -> Iterator[tuple[int, date | None]]:
    meetings = {row.id: row.held_on for row in reader.all(Meeting) if row.state is not MeetingState.CANCELLED}
    exchanges = {row.id: row.held_on for row in reader.all(Exchange)}
    for guest in reader.all(Attendance):
        yield guest.person_id, meetings.get(guest.meeting_id)
    for link in reader.all(Assignment):
        yield link.person_id, exchanges.get(link.exchange_id or 0)
    for row in reader.all(HealthProfessional):
        yield row.person_id, row.checked_on


def _busy(reader: Reader) -> set[int]:
    """Return who has something to do still: an action, an objective, a message, what follows an exchange, the project…

    Whoever has a part in what is ready for newcomers has it as long as it is kept.
    """
    over = (ActionState.DONE, ActionState.DROPPED)
    actions = {row.id for row in reader.all(Action) if row.state not in over}
    objectives = {row.id for row in reader.all(Objective) if row.done_on is None}
    messages = {row.id for row in reader.all(Communication) if row.state is not CommunicationState.PUBLISHED}
    steps = {row.id for row in reader.all(Exchange) if row.next_step_on and row.next_step_done_on is None}
    welcome = {row.id for row in reader.all(WelcomeStep) if row.done_on is None}
    return at_work(reader) | {
        link.person_id
        for link in reader.all(Assignment)
        if link.action_id in actions
        or link.objective_id in objectives
        or link.communication_id in messages
        or link.follow_up_id in steps
        or link.exchange_id in steps
        or link.welcome_entry_id is not None
        or link.welcome_step_id in welcome
    }


def _goes_on(term: Referent, today: date) -> bool:
    return term.until is None or term.until >= today


def _day(day: date | None) -> str:
    return medium_date(day, language()) if day else ""
