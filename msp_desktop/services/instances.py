"""Instances of a CLS: what each is, who sits there, who came, and the meetings of a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import LARGE, Store
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.instances import Instance, InstanceMember, InstanceView, MemberView, ProposedSitting, Sitting
from msp_desktop.domain.inventory import HealthProfessional, Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.sittings import avoided_in, is_in, spread
from msp_desktop.errors import UserError
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.instances import kit_instances
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.method.school import school_holidays
from msp_desktop.services.instance_of import given_by, invite_members
from msp_desktop.services.meetings import insert_meeting, speaks_for
from msp_desktop.services.who import as_shown, detail_of, who_in, write_change

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

_ORDER = "position, id"


# --- reading -------------------------------------------------------------------------------------


def instances(reader: Reader, year: int) -> list[InstanceView]:
    """Return the instances in the town's order, each with its members and its meetings of a year."""
    own = sittings(reader, year)
    came = _presences(reader, year)
    return [
        InstanceView(
            instance,
            kit_meetings().kind(instance.kind).title,
            tuple(_members(reader, instance.id, came)),
            tuple(one for one in own if one.instance_id == instance.id),
        )
        for instance in as_shown(reader, Instance, reader.all(Instance, order=_ORDER))
    ]


def sittings(reader: Reader, year: int) -> list[Sitting]:
    """Return the meetings of all instances in a year by date, then those without a date."""
    meeting, instance, guest = TABLES[Meeting].c, TABLES[Instance].c, TABLES[Attendance].c
    invited = select(func.count()).where(guest.meeting_id == meeting.id).scalar_subquery()
    present = select(func.count()).where(guest.meeting_id == meeting.id, guest.present == Tri.YES).scalar_subquery()
    question = (
        select(
            meeting.id, instance.id, instance.name, instance.kind, meeting.title, meeting.held_on, meeting.starts_at,
            meeting.state, present, invited,
        )
        .join_from(TABLES[Meeting], TABLES[Instance], meeting.instance_id == instance.id)
        .where(meeting.held_on.is_(None) | meeting.held_on.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(meeting.held_on.asc().nulls_last(), meeting.starts_at, meeting.id)
    )  # fmt: skip
    return [Sitting(*row) for row in reader.select(question)]


def years(reader: Reader, today: date) -> list[int]:
    """Return the years one may look at: those with a meeting of an instance, this one and the next."""
    meeting = TABLES[Meeting].c
    asked = select(meeting.held_on).where(meeting.instance_id.is_not(None), meeting.held_on.is_not(None))
    return sorted({today.year, today.year + 1} | {row[0].year for row in reader.select(asked)})


def kinds() -> list[tuple[str, str]]:
    """Return the kinds of meeting an instance may be, with their titles: those of a CLS first."""
    first = kit_instances().kinds()
    named = {kind.code: kind.title for kind in kit_meetings().kinds}
    return [(code, named[code]) for code in (*first, *(code for code in named if code not in first))]


def proposed(reader: Reader, year: int, today: date) -> list[ProposedSitting]:
    """Return the days proposed for what is missing of the calendar of a year, in date order.

    They are worked days of the commune, out of the school holidays that are known while any other is left, three weeks
    away at least, and spread over the year. No two fall on one day.
    """
    department = reader.one(Commune, 1).department_code
    views = [view for view in instances(reader, year) if view.missing]
    taken = {row.held_on for row in reader.all(Meeting, state=MeetingState.PLANNED) if row.held_on is not None}
    off = [(one.begin, one.end) for one in school_holidays(department, date(year, 1, 1), date(year, 12, 31))]
    quiet = avoided_in(year, off)
    found: list[ProposedSitting] = []
    for view in sorted(views, key=lambda one: one.instance.per_year):  # the rarest first: it has the best days
        known = [one.held_on for one in view.sittings if one.held_on and one.state is not MeetingState.CANCELLED]
        days = spread(year, today, view.instance.per_year, known, department, off, taken)[: view.missing]
        taken.update(days)
        found += [ProposedSitting(view.id, view.instance.name, day, is_in(day, quiet)) for day in days]
    return sorted(found, key=lambda one: one.day)


def _members(reader: Reader, instance_id: int, came: dict[tuple[int, int], tuple[int, int]]) -> list[MemberView]:
    found = []
    for row in reader.all(InstanceMember, order=_ORDER, instance_id=instance_id):
        person = reader.one(Person, row.person_id)
        detail = detail_of(person, reader.find(HealthProfessional, person_id=person.id))
        present, invited = came.get((instance_id, person.id), (0, 0))
        found.append(MemberView(row.id, person.id, display_name(person), detail, row.capacity, present, invited))
    return found


def _presences(reader: Reader, year: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Return, by instance and person, to how many meetings held in a year they came, of how many they were invited to."""
    meeting, guest = TABLES[Meeting].c, TABLES[Attendance].c
    question = (
        select(
            meeting.instance_id, guest.person_id, func.sum(case((guest.present == Tri.YES, 1), else_=0)), func.count()
        )
        .join_from(TABLES[Attendance], TABLES[Meeting], guest.meeting_id == meeting.id)
        .where(
            meeting.instance_id.is_not(None),
            meeting.state == MeetingState.HELD,
            meeting.held_on.between(date(year, 1, 1), date(year, 12, 31)),
        )
        .group_by(meeting.instance_id, guest.person_id)
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in reader.select(question)}


# --- writing -------------------------------------------------------------------------------------


def propose_instances(store: Store) -> None:
    """Put the method's instances where there is none yet."""
    if store.reader.all(Instance, limit=1):
        return
    with store.write(_("Instances of the method")) as transaction:
        for kit in kit_instances().instances:
            _insert(transaction, kit.kind, kit.name)


def add_instance(store: Store, name: str, kind: str) -> Instance:
    """Add an instance; of a kind that the method describes, it comes with what it is for and how often it meets."""
    words = name.strip()
    if not words:
        raise UserError(_("Write the name of the instance first."))
    with store.write(_("Instance: {name}").format(name=words)) as transaction:
        return _insert(transaction, kind, words)


def update_instance(store: Store, instance_id: int, change: Change[Instance]) -> None:
    """Change an instance; `led_by` is what is typed of who leads it."""
    if "name" in change.values and not change.values["name"].strip():
        raise UserError(_("Write the name of the instance first."))
    who = who_in(store.reader, change)
    with store.write(_("Instances"), merges=True) as transaction:
        write_change(transaction, instance_id, change, who)


def delete_instances(store: Store, ids: Sequence[int]) -> None:
    """Take instances out; their meetings stay in the list of meetings."""
    with store.write(_("Instance taken out")) as transaction:
        for instance_id in ids:
            transaction.delete(Instance, instance_id)


def add_members(store: Store, instance_id: int, people: Sequence[int]) -> None:
    """Let people of the directory sit in an instance; of a body, the one person who speaks for it."""
    known = {row.person_id for row in store.reader.all(InstanceMember, instance_id=instance_id)}
    meant = dict.fromkeys(speaks_for(store.reader, person) for person in people)
    new = [person for person in meant if person not in known]
    if not new:
        return
    label = ngettext("{count} member added", "{count} members added", len(new)).format(count=len(new))
    with store.write(label) as transaction:
        first = transaction.next_position(InstanceMember, instance_id=instance_id)
        for position, person in enumerate(new, first):
            transaction.insert(InstanceMember(instance_id=instance_id, person_id=person, position=position))


def update_member(store: Store, member_id: int, change: Change[InstanceMember]) -> None:
    """Say as what somebody sits there."""
    with store.write(_("Members"), merges=True) as transaction:
        transaction.update(member_id, change)


def remove_members(store: Store, ids: Sequence[int]) -> None:
    """Take people out of an instance; those already invited to a meeting stay invited."""
    with store.write(_("Member taken out"), large=len(ids) >= LARGE) as transaction:
        for member_id in ids:
            transaction.delete(InstanceMember, member_id)


def plan(store: Store, chosen: Sequence[ProposedSitting]) -> list[Meeting]:
    """Make meetings of the days chosen, with the agenda of their kind and the members invited, in one step."""
    if not chosen:
        return []
    label = ngettext("{count} meeting put in the calendar", "{count} meetings put in the calendar", len(chosen))
    with store.write(label.format(count=len(chosen))) as transaction:
        return [insert_sitting(transaction, one.instance_id, held_on=one.day) for one in chosen]


def add_sitting(store: Store, instance_id: int) -> Meeting:
    """Add one meeting of an instance, without a date."""
    name = store.reader.one(Instance, instance_id).name
    with store.write(_("New meeting: {title}").format(title=name)) as transaction:
        return insert_sitting(transaction, instance_id)


def insert_sitting(transaction: Transaction, instance_id: int, **values: Any) -> Meeting:
    """Insert a meeting of an instance within a transaction: its members are invited."""
    instance = transaction.one(Instance, instance_id)
    meeting = insert_meeting(transaction, instance.kind, Change(Meeting, **(given_by(instance) | values)))
    invite_members(transaction, meeting)
    return meeting


def _insert(transaction: Transaction, kind: str, name: str) -> Instance:
    kit = kit_instances().of_kind(kind)
    first = not transaction.all(Instance, kind=kind)
    instance = transaction.insert(
        Instance(
            position=transaction.next_position(Instance),
            kind=kind,
            name=name,
            purpose=kit.purpose if kit else "",
            per_year=kit.per_year if kit else 1,
        )
    )
    if first and kit is not None:  # meetings of this kind that were there before are its own
        for meeting in transaction.all(Meeting, kind=kind):
            if meeting.instance_id is None:
                transaction.update(meeting.id, Change(Meeting, instance_id=instance.id))
    return instance
