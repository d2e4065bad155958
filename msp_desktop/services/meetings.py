"""Meetings: from a template to the minutes."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import func, select

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import LARGE, Store
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.actions import Action
from msp_desktop.domain.agenda import GuestView, MeetingLine, MeetingView, later, timed, verdict
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional, Tri
from msp_desktop.domain.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingState,
    NextStep,
    Party,
    Preparation,
    Reply,
)
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.schedule import phase_of_date
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import N_, _, language, ngettext
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.services.carried_steps import OFFERED_ONLY, insert_carried, left_open, said_words
from msp_desktop.services.departures import follow_invited
from msp_desktop.services.instance_of import invite_members, of_instance
from msp_desktop.services.meeting_journal import follow_presence
from msp_desktop.services.meeting_words import item_in_words, meeting_in_words
from msp_desktop.services.one_date import follow_meeting
from msp_desktop.services.who import as_shown, copy_who, detail_of, who_in, who_is, write_change, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: The longest a point may be, in minutes.
LONGEST = 480

STATE_LABELS = {
    MeetingState.PLANNED: N_("To prepare: {title}"),
    MeetingState.HELD: N_("Held: {title}"),
    MeetingState.CANCELLED: N_("Cancelled: {title}"),
}


# --- reading -------------------------------------------------------------------------------------


def meeting_lines(reader: Reader) -> list[MeetingLine]:
    """Return every meeting: those to come first by date, those without a date, then the past ones."""
    m, item = TABLES[Meeting].c, TABLES[AgendaItem].c
    total = select(func.coalesce(func.sum(item.minutes), 0)).where(item.meeting_id == m.id).scalar_subquery()
    lines = select(m.id, m.kind, m.title, m.held_on, m.starts_at, m.state, total)
    planned = lines.where(m.state == MeetingState.PLANNED).order_by(m.held_on.asc().nulls_last(), m.id)
    others = lines.where(m.state != MeetingState.PLANNED).order_by(m.held_on.desc().nulls_last(), m.id.desc())
    return [MeetingLine(*row) for question in (planned, others) for row in reader.select(question)]


def following_meeting(reader: Reader, meeting: Meeting) -> Meeting | None:
    """Return the first meeting planned after another one's day, None where there is none."""
    m = TABLES[Meeting].c
    if meeting.held_on is None:
        return None
    later_ones = select(TABLES[Meeting]).where(m.state == MeetingState.PLANNED, m.held_on > meeting.held_on)
    found = reader.select(later_ones.order_by(m.held_on, m.starts_at, m.id).limit(1))
    return found[0] if found else None


R = TypeVar("R", bound=Struct)
#: What hangs on a meeting.
MEETING_PARTS: tuple[type[Any], ...] = (AgendaItem, Attendance, Preparation, NextStep)


def meeting_view(
    reader: Reader, meeting_id: int, person_id: int | None = None, parts: Collection[type[Any]] = MEETING_PARTS
) -> MeetingView:
    """Return a meeting with the parts named (all), or with this guest alone; KeyError where it is gone."""
    meeting = meeting_in_words(reader, reader.one(Meeting, meeting_id))
    kit = kit_meetings()

    def part(record: type[R], **equals: Any) -> list[R]:
        if record not in parts:
            return []
        return reader.all(record, order="position, id", meeting_id=meeting_id, **equals)

    items = [item_in_words(reader, item) for item in part(AgendaItem)]
    present = part(Attendance) if person_id is None else part(Attendance, person_id=person_id)
    total = sum(item.minutes for item in items)
    advised = {item.title: (item.least, item.most) for item in kit.kind(meeting.kind).items if item.most}
    return MeetingView(
        meeting=meeting,
        items=timed(items, meeting.starts_at, advised),
        guests=tuple(_guest(reader, row) for row in present),
        preparations=tuple(part(Preparation)),
        next_steps=tuple(as_shown(reader, NextStep, part(NextStep), few=True)),
        total=total,
        ends=later(meeting.starts_at, total),
        verdict=verdict(total, kit.least_minutes, kit.most_minutes),
    )


def _guest(reader: Reader, row: Attendance) -> GuestView:
    # One read a guest, not the whole directory: what a paper was made from must not change with strangers.
    person = reader.one(Person, row.person_id)
    body = reader.find(Person, id=person.body_id) if person.body_id is not None else None
    if body is not None and not person.organisation.strip():
        person = replace(person, organisation=body.organisation)  # who speaks for a body is invited in its name
    professional = reader.find(HealthProfessional, person_id=row.person_id)
    return GuestView(row.id, person, display_name(person), detail_of(person, professional), row)


# --- writing: the meeting --------------------------------------------------------------------------


def add_meeting(store: Store, kind_code: str) -> Meeting:
    """Add a meeting from the template of its kind; its first item takes up what the last one left open."""
    kind = kit_meetings().kind(kind_code)
    found = left_open(store.reader) if kind_code not in OFFERED_ONLY else None
    label = said_words(kind.title, found) if found else _("New meeting: {title}").format(title=kind.title)
    with store.write(label) as transaction:
        meeting = insert_meeting(transaction, kind_code)
        invite_members(transaction, meeting)
        if found is not None:
            insert_carried(transaction, meeting.id, found)
        return meeting


def insert_meeting(transaction: Transaction, kind_code: str, change: Change[Meeting] | None = None) -> Meeting:
    """Insert a meeting, its agenda and what there is to prepare, within a transaction.

    `change` is what differs from the template of its kind.
    """
    kit = kit_meetings()
    kind = kit.kind(kind_code)
    filled: dict[str, Any] = {
        "title": kind.full_title,
        "introduction": kind.introduction,
        "objectives": "\n".join(kind.aims),
        "opening_words": kind.opening_words,
        "starts_at": time(18, 30),
        **of_instance(transaction, kind.code),
    }
    meeting = transaction.insert(
        Meeting(uid=str(uuid.uuid4()), kind=kind.code, **(filled | dict(change.values if change else {})))
    )
    for position, item in enumerate(kind.items, 1):
        transaction.insert(
            AgendaItem(
                meeting_id=meeting.id,
                position=position,
                title=item.title,
                minutes=item.minutes,
                leads=item.leads,
                content=item.content,
                posture=item.posture,
            )
        )
    for position, entry in enumerate(kit.preparations if kind.prepared_by_three else kind.preparations, 1):
        transaction.insert(
            Preparation(meeting_id=meeting.id, party=Party(entry.party), position=position, text=entry.text)
        )
    follow_meeting(transaction, kind.code)
    return meeting


def update_meeting(store: Store, meeting_id: int, change: Change[Meeting]) -> None:
    """Change fields of a meeting."""
    if "title" in change.values and not change.values["title"].strip():
        raise UserError(_("A meeting needs a title."))
    before = store.reader.one(Meeting, meeting_id)
    if "state" in change.values:
        template = STATE_LABELS[change.values["state"]]
        label = _(template).format(title=before.title)
    elif change.values.get("held_on"):
        label = _("{title} on {day}").format(title=before.title, day=day_date(change.values["held_on"], language()))
    else:
        label = _("Meeting: {title}").format(title=change.values.get("title", before.title))
    with store.write(label, merges="state" not in change.values) as transaction:
        transaction.update(meeting_id, change)
        if "held_on" in change.values or "state" in change.values:
            follow_meeting(transaction, before.kind)
            follow_presence(transaction, meeting_id)


def set_meeting_state(store: Store, meeting_id: int, state: MeetingState) -> None:
    """Say that a meeting is planned, was held, or is cancelled."""
    update_meeting(store, meeting_id, Change(Meeting, state=state))


def delete_meeting(store: Store, meeting_id: int) -> None:
    """Delete a meeting with its agenda, guests and minutes."""
    before = store.reader.one(Meeting, meeting_id)
    with store.write(_("Meeting deleted: {title}").format(title=before.title), large=True) as transaction:
        transaction.delete(Meeting, meeting_id)
        follow_meeting(transaction, before.kind)


def duplicate_meeting(store: Store, meeting_id: int) -> Meeting:
    """Prepare the same meeting again: agenda and guests kept, date, answers and minutes empty."""
    before = store.reader.one(Meeting, meeting_id)
    with store.write(_("New meeting: {title}").format(title=before.title)) as transaction:
        meeting = transaction.insert(
            Meeting(
                uid=str(uuid.uuid4()),
                kind=before.kind,
                title=before.title,
                starts_at=before.starts_at,
                place=before.place,
                place_details=before.place_details,
                objectives=before.objectives,
                introduction=before.introduction,
                opening_words=before.opening_words,
            )
        )
        for item in transaction.all(AgendaItem, order="position, id", meeting_id=meeting_id):
            transaction.insert(replace(item, id=0, meeting_id=meeting.id, mayor_note="", discussion=""))
        for guest in transaction.all(Attendance, order="position, id", meeting_id=meeting_id):
            transaction.insert(Attendance(meeting_id=meeting.id, person_id=guest.person_id, position=guest.position))
        for entry in transaction.all(Preparation, order="position, id", meeting_id=meeting_id):
            transaction.insert(replace(entry, id=0, meeting_id=meeting.id, done=False))
    return meeting


# --- writing: the agenda -----------------------------------------------------------------------------


def add_item(store: Store, meeting_id: int) -> AgendaItem:
    """Add a point of ten minutes before the last one, or at the end of an empty agenda."""
    with store.write(_("Point added to the agenda")) as transaction:
        rows = transaction.all(AgendaItem, order="position, id", meeting_id=meeting_id)
        item = transaction.insert(
            AgendaItem(meeting_id=meeting_id, position=len(rows) + 1, title=_("New point"), minutes=10)
        )
        order = [row.id for row in rows]
        order.insert(max(0, len(order) - 1), item.id)
        _renumber(transaction, order)
        return transaction.one(AgendaItem, item.id)


def update_item(store: Store, item_id: int, change: Change[AgendaItem]) -> None:
    """Change a point of the agenda; its length goes from one minute to eight hours."""
    item = store.reader.one(AgendaItem, item_id)
    minutes = change.values.get("minutes", item.minutes)
    if not 1 <= minutes <= LONGEST:
        raise UserError(_("A point lasts at least one minute: delete it if it is not needed."))
    if "title" in change.values and not change.values["title"].strip():
        raise UserError(_("A point needs a title: delete it if it is not needed."))
    if "minutes" in change.values:
        label = ngettext("Length of « {title} »: {count} minute", "Length of « {title} »: {count} minutes", minutes)
        label = label.format(title=item.title, count=minutes)
    else:
        label = _("Agenda: {title}").format(title=change.values.get("title", item.title))
    with store.write(label, merges=True) as transaction:
        transaction.update(item_id, change)


def move_item(store: Store, item_id: int, by: int) -> None:
    """Move a point up (-1) or down (1); nothing at the ends."""
    order = _order(store.reader, item_id)
    place_item(store, item_id, min(max(order.index(item_id) + by, 0), len(order) - 1))


def place_item(store: Store, item_id: int, place: int) -> None:
    """Make a point the one at this place of its agenda, from 0; nothing where it is there."""
    order = _order(store.reader, item_id)
    if order.index(item_id) == place:
        return
    order.remove(item_id)
    order.insert(place, item_id)
    title = store.reader.one(AgendaItem, item_id).title
    with store.write(_("Point moved: {title}").format(title=title)) as transaction:
        _renumber(transaction, order)


def _order(reader: Reader, item_id: int) -> list[int]:
    meeting_id = reader.one(AgendaItem, item_id).meeting_id
    return [row.id for row in reader.all(AgendaItem, order="position, id", meeting_id=meeting_id)]


def delete_item(store: Store, *item_ids: int) -> None:
    """Take points off the agenda, in one step."""
    titles = ", ".join(store.reader.one(AgendaItem, item_id).title for item_id in item_ids)
    with store.write(_("Point deleted: {title}").format(title=titles), large=len(item_ids) >= LARGE) as transaction:
        for item_id in item_ids:
            transaction.delete(AgendaItem, item_id)


def _renumber(transaction: Transaction, order: list[int]) -> None:
    for position, item_id in enumerate(order, 1):
        transaction.update(item_id, Change(AgendaItem, position=position))


# --- writing: guests, preparation, minutes -----------------------------------------------------------


def invite(store: Store, meeting_id: int, people: list[int]) -> None:
    """Invite people of the directory who are not yet guests; of a body, the one person who speaks for it."""
    known = {row.person_id for row in store.reader.all(Attendance, meeting_id=meeting_id)}
    meant = [speaks_for(store.reader, person) for person in people]
    new = [person for person in dict.fromkeys(meant) if person not in known]
    if not new:
        return
    label = ngettext("{count} guest added", "{count} guests added", len(new)).format(count=len(new))
    with store.write(label) as transaction:
        position = transaction.next_position(Attendance, meeting_id=meeting_id)
        for offset, person in enumerate(new):
            transaction.insert(Attendance(meeting_id=meeting_id, person_id=person, position=position + offset))


def speaks_for(reader: Reader, person_id: int) -> int:
    """Return who speaks for a body, where one person of the directory alone does; else whoever was given."""
    person = reader.one(Person, person_id)
    if person.first_name or person.last_name:
        return person_id
    people = reader.all(Person, body_id=person_id)
    return people[0].id if len(people) == 1 else person_id


def set_reply(store: Store, attendance_id: int, reply: Reply) -> None:
    """Note what a guest answered."""
    set_replies(store, [attendance_id], reply)


def set_replies(store: Store, attendance_ids: list[int], reply: Reply) -> None:
    """Note what guests answered, all of them in one step."""
    rows = [store.reader.one(Attendance, attendance_id) for attendance_id in attendance_ids]
    if all(row.reply is reply for row in rows):
        return
    labels = {
        Reply.COMING: _("Will come: {name}"),
        Reply.EXCUSED: _("Excused: {name}"),
        Reply.NONE: _("No answer: {name}"),
    }
    with store.write(labels[reply].format(name=_names(store.reader, rows))) as transaction:
        for row in rows:
            transaction.update(row.id, Change(Attendance, reply=reply))


def set_present(store: Store, attendance_id: int, present: Tri) -> None:
    """Note who is in the room."""
    set_presences(store, [attendance_id], present)


def set_presences(store: Store, attendance_ids: list[int], present: Tri) -> None:
    """Note which guests are in the room, or were, all of them in one step."""
    rows = [store.reader.one(Attendance, attendance_id) for attendance_id in attendance_ids]
    if all(row.present is present for row in rows):
        return
    labels = {
        Tri.YES: _("Present: {name}"),
        Tri.NO: _("Not present: {name}"),
        Tri.UNKNOWN: _("Presence not noted: {name}"),
    }
    with store.write(labels[present].format(name=_names(store.reader, rows))) as transaction:
        for row in rows:
            transaction.update(row.id, Change(Attendance, present=present))
        for meeting_id in {row.meeting_id for row in rows}:
            follow_presence(transaction, meeting_id)


def _names(reader: Reader, rows: list[Attendance]) -> str:
    """Return the guest's name, or how many they are."""
    if len(rows) == 1:
        return display_name(reader.one(Person, rows[0].person_id))
    return ngettext("{count} guest", "{count} guests", len(rows)).format(count=len(rows))


def remove_guests(store: Store, attendance_ids: list[int]) -> None:
    """Take guests off a meeting; they stay in the directory."""
    label = ngettext("{count} guest removed", "{count} guests removed", len(attendance_ids))
    with store.write(label.format(count=len(attendance_ids)), large=len(attendance_ids) >= LARGE) as transaction:
        rows = [transaction.one(Attendance, attendance_id) for attendance_id in attendance_ids]
        for row in rows:
            transaction.delete(Attendance, row.id)
        for meeting_id in {row.meeting_id for row in rows}:
            gone = frozenset(row.person_id for row in rows if row.meeting_id == meeting_id)
            follow_presence(transaction, meeting_id, gone=gone)
            if any(row.invited_on is not None for row in rows if row.meeting_id == meeting_id):
                follow_invited(transaction, meeting_id)


def tick_preparation(store: Store, preparation_id: int, done: bool) -> None:
    """Tick one thing to prepare."""
    text = store.reader.one(Preparation, preparation_id).text
    label = _("Ticked: {text}") if done else _("Unticked: {text}")
    with store.write(label.format(text=text)) as transaction:
        transaction.update(preparation_id, Change(Preparation, done=done))


def add_preparation(store: Store, meeting_id: int, party: Party, text: str) -> Preparation:
    """Add one thing a party prepares."""
    if not text.strip():
        raise UserError(_("Write what there is to prepare first."))
    with store.write(_("To prepare: {title}").format(title=text.strip())) as transaction:
        position = transaction.next_position(Preparation, meeting_id=meeting_id)
        added = Preparation(meeting_id=meeting_id, party=party, position=position, text=text.strip())
        return transaction.insert(added)


def add_next_step(store: Store, meeting_id: int, text: str, person: str = "", due_on: date | None = None) -> NextStep:
    """Add a next step to the minutes."""
    if not text.strip():
        raise UserError(_("Write the next step first."))
    who = who_is(store.reader, person)
    with store.write(_("Next step: {text}").format(text=text.strip())) as transaction:
        position = transaction.next_position(NextStep, meeting_id=meeting_id)
        step = transaction.insert(NextStep(meeting_id=meeting_id, position=position, text=text.strip(), due_on=due_on))
        write_who(transaction, NextStep, step.id, who)
        return transaction.one(NextStep, step.id)


def update_next_step(store: Store, step_id: int, change: Change[NextStep]) -> None:
    """Change a next step of the minutes; `person` is what is typed: those of the directory become references."""
    who = who_in(store.reader, change)
    with store.write(_("Next step changed"), merges=True) as transaction:
        write_change(transaction, step_id, change, who)


def delete_next_step(store: Store, *step_ids: int) -> None:
    """Delete next steps, all at once; the actions made of them stay."""
    with store.write(_("Next step deleted")) as transaction:
        for step_id in step_ids:
            transaction.delete(NextStep, step_id)


def next_steps_to_actions(store: Store, meeting_id: int) -> int:
    """Make an action of the timeline of each next step that is none yet; return how many."""
    steps = store.reader.all(NextStep, order="position, id", meeting_id=meeting_id)
    waiting = [step for step in steps if step.action_id is None]
    if not waiting:
        return 0
    day_zero = store.reader.one(Commune, 1).day_zero
    label = ngettext("{count} next step became an action", "{count} next steps became actions", len(waiting))
    with store.write(label.format(count=len(waiting))) as transaction:
        for step in waiting:
            phase = phase_of_date(step.due_on, day_zero)
            action = transaction.insert(
                Action(
                    phase=phase,
                    position=transaction.next_position(Action, phase=phase),
                    title=step.text,
                    planned_start=step.due_on,
                    planned_on=step.due_on,
                )
            )
            copy_who(transaction, NextStep, step.id, Action, action.id)
            transaction.update(step.id, Change(NextStep, action_id=action.id))
    return len(waiting)


def end_meeting(store: Store, meeting_id: int, now: datetime) -> None:
    """Close a meeting held: its end, how many were there, and that the others of the list were not, where it was ticked.

    The end is not noted where notes are written up another day: the minutes would say « fin à 9 h » of an evening.
    """
    rows = store.reader.all(Attendance, meeting_id=meeting_id)
    present = sum(row.present is Tri.YES for row in rows)
    meeting = store.reader.one(Meeting, meeting_id)
    ended_at = now.time().replace(second=0, microsecond=0) if _in_the_room(meeting, now) else meeting.ended_at
    with store.write(_("Held: {title}").format(title=meeting.title)) as transaction:
        for row in rows if present else ():
            if row.present is Tri.UNKNOWN:
                transaction.update(row.id, Change(Attendance, present=Tri.NO))
        transaction.update(
            meeting_id, Change(Meeting, state=MeetingState.HELD, ended_at=ended_at, present_count=present or None)
        )
        follow_presence(transaction, meeting_id, now.date())


def _in_the_room(meeting: Meeting, now: datetime) -> bool:
    """Tell whether a meeting may be going on, a long evening included; one without a date is now."""
    if meeting.held_on is None:
        return True
    begins = datetime.combine(meeting.held_on, meeting.starts_at or time())
    return begins <= now.replace(tzinfo=None) < begins + timedelta(hours=12 if meeting.starts_at else 24)
