"""Which instance of a CLS a meeting is of, what it has of it, and its members invited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msp_desktop.db.reader import Reader
from msp_desktop.domain.instances import Instance, InstanceMember
from msp_desktop.domain.meetings import Attendance, Meeting

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def instance_for(reader: Reader, kind: str) -> Instance | None:
    """Return the instance a meeting of this kind is of, where one alone is of it."""
    own = reader.all(Instance, kind=kind)
    return own[0] if len(own) == 1 else None


def instance_count(reader: Reader) -> int:
    """Return how many instances there are."""
    return len(reader.all(Instance))


def given_by(instance: Instance) -> dict[str, Any]:
    """Return what a meeting has of its instance: its name, its place, its hour where there is one."""
    given: dict[str, Any] = {"title": instance.name, "place": instance.place, "instance_id": instance.id}
    return given if instance.starts_at is None else given | {"starts_at": instance.starts_at}


def of_instance(reader: Reader, kind: str) -> dict[str, Any]:
    """Return what a new meeting of this kind has of the one instance of it, nothing where there is none or several."""
    instance = instance_for(reader, kind)
    return given_by(instance) if instance is not None else {}


def invite_members(transaction: Transaction, meeting: Meeting) -> None:
    """Invite those who sit in the instance of a meeting, within a transaction."""
    if meeting.instance_id is None:
        return
    known = {row.person_id for row in transaction.all(Attendance, meeting_id=meeting.id)}
    rows = transaction.all(InstanceMember, order="position, id", instance_id=meeting.instance_id)
    for row in rows:
        if row.person_id not in known:
            position = transaction.next_position(Attendance, meeting_id=meeting.id)
            transaction.insert(Attendance(meeting_id=meeting.id, person_id=row.person_id, position=position))
