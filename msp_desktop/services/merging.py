"""Two entries of the directory made one, in a step that moves every reference and loses nothing typed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from msp_desktop.db.shape import referring_to
from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.instances import InstanceMember
from msp_desktop.domain.inventory import OTHER, HealthProfessional, Tri
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import Attendance, Reply
from msp_desktop.domain.merge_words import is_said, kept_apart, line_kept_apart
from msp_desktop.domain.official import Movement
from msp_desktop.domain.people import Category, NotSame, Person, PersonRole, display_name, is_body
from msp_desktop.domain.referent import Referent
from msp_desktop.formats import NBSP
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.bodies import people_of
from msp_desktop.services.duplicates import CHOSEN

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def merge_people(store: Store, kept_id: int, gone_id: int, theirs: Collection[str] = ()) -> Person:
    """Make two entries one, the first; `theirs` names the fields in which the other's value is kept.

    Every reference goes to the entry kept; what differs is written in its notes, so that nothing typed is lost.
    """
    kept, gone = store.reader.one(Person, kept_id), store.reader.one(Person, gone_id)
    with store.write(_("Two entries made one: {name}").format(name=display_name(kept))) as transaction:
        merged, lost = _joined(kept, gone, theirs)
        _move_roles(transaction, merged, gone)
        lost += _join_register_lines(transaction, kept_id, gone_id)
        for record, shape in referring_to("person"):
            _move(transaction, record, shape.name, kept_id, gone_id)
        for paper in transaction.all(ProducedDocument, person_id=gone_id):  # refers to nothing in the database
            transaction.update(paper.id, Change(ProducedDocument, person_id=kept_id))
        notes = "\n".join(filter(None, (merged.notes.strip(), *lost)))
        changed = {name: getattr(merged, name) for name in Person.__struct_fields__ if name not in ("id", "notes")}
        transaction.delete(Person, gone_id)
        now = transaction.update(kept_id, Change(Person, **changed, notes=notes))
        for spoken in people_of(transaction, kept_id) if is_body(now) else ():
            transaction.update(spoken.id, Change(Person, organisation=now.organisation))
        return now


def _joined(kept: Person, gone: Person, theirs: Collection[str]) -> tuple[Person, list[str]]:
    """Return the entry both make, and in words what of either it does not have."""
    values: dict[str, Any] = {}
    lost: dict[str, str] = {}
    for name in CHOSEN:
        own, other = getattr(kept, name), getattr(gone, name)
        chosen, left = (other, own) if name in theirs or not own.strip() else (own, other)
        values[name] = chosen
        if left.strip() and left.strip() != chosen.strip():
            lost[name] = left
    notes = [kept.notes.strip(), gone.notes.strip()]
    sources = dict.fromkeys(filter(None, (kept.known_from.strip(), gone.known_from.strip())))
    body = next((key for key in (kept.body_id, gone.body_id) if key and key not in (kept.id, gone.id)), None)
    merged = replace(
        kept,
        **values,
        category=gone.category if kept.category is Category.OTHER else kept.category,
        notes="\n".join(dict.fromkeys(filter(None, notes))),
        known_from=", ".join(sources),
        body_id=body,
    )
    return merged, kept_apart(lost)


def _move_roles(transaction: Transaction, merged: Person, gone: Person) -> None:
    """Let the entry kept be all that both were."""
    have = {row.category for row in transaction.all(PersonRole, person_id=merged.id)} | {merged.category}
    more = [gone.category, *(row.category for row in transaction.all(PersonRole, person_id=gone.id))]
    own = transaction.one(Person, merged.id).category
    for category in dict.fromkeys([own, *more]):
        if category not in have and category is not Category.OTHER:
            transaction.insert(PersonRole(person_id=merged.id, category=category))
    for row in transaction.all(PersonRole, person_id=gone.id):
        transaction.delete(PersonRole, row.id)
    for row in transaction.all(PersonRole, person_id=merged.id, category=merged.category):
        transaction.delete(PersonRole, row.id)


def _join_register_lines(transaction: Transaction, kept_id: int, gone_id: int) -> list[str]:
    """Make one line of the register of two, each filling what the other leaves open; return in words what differs."""
    own = transaction.find(HealthProfessional, person_id=kept_id)
    lines = transaction.all(HealthProfessional, person_id=gone_id)
    if own is None or not lines:
        return []
    told: list[str] = []
    for line in lines:
        values: dict[str, Any] = {}
        lost: dict[str, Any] = {}
        for name in HealthProfessional.__struct_fields__:
            mine, other = getattr(own, name), getattr(line, name)
            if name in ("id", "person_id") or mine == other or not is_said(other):
                continue
            if not is_said(mine) or (name == "profession" and mine == OTHER):
                values[name] = other
            elif name != "profession" or other != OTHER:
                lost[name] = other
        named = kit_inventory().profession(lost["profession"]).masculine if "profession" in lost else ""
        told += line_kept_apart(lost, named)
        own = transaction.update(own.id, Change(HealthProfessional, **values))
        for movement in transaction.all(Movement, professional_id=line.id):
            transaction.update(movement.id, Change(Movement, professional_id=own.id))
        transaction.delete(HealthProfessional, line.id)
    return told


def _move(transaction: Transaction, record: type[Any], column: str, kept_id: int, gone_id: int) -> None:
    """Give the entry kept the rows of one table that refer to the other; two that would be one are joined."""
    equals: dict[str, Any] = {column: gone_id}
    for row in transaction.all(record, **equals):
        if record is Person and row.id == kept_id:
            transaction.update(row.id, Change(Person, body_id=None))
            continue
        twin = _twin(transaction, record, column, row, kept_id)
        join = _JOINS.get(record)
        if twin is None:
            transaction.update(row.id, Change(record, **{column: kept_id}))
        else:
            transaction.delete(record, row.id)
            if join is not None:
                join(transaction, twin, row)
    if record is Referent:
        for term in transaction.all(Referent, person_id=kept_id, second_id=kept_id):
            transaction.update(term.id, Change(Referent, second_id=None))


def _twin(transaction: Transaction, record: type[Any], column: str, row: Any, kept_id: int) -> Any:
    """Return the row of the entry kept that says the same of it, None where there is none."""
    if record in (Person, Referent, HealthProfessional):
        return None
    if record is NotSame:
        return row if kept_id in (row.one_id, row.other_id) else _same_pair(transaction, row, kept_id, column)
    own = {"id", column, *_SAID.get(record, ())}
    equals: dict[str, Any] = {name: getattr(row, name) for name in record.__struct_fields__ if name not in own}
    given = {name: value for name, value in equals.items() if value is not None}
    wanted: dict[str, Any] = {column: kept_id, **given}
    return next((one for one in transaction.all(record, **wanted)), None)


def _same_pair(transaction: Transaction, row: NotSame, kept_id: int, column: str) -> NotSame | None:
    other = row.other_id if column == "one_id" else row.one_id
    return transaction.find(NotSame, one_id=kept_id, other_id=other) or transaction.find(
        NotSame, one_id=other, other_id=kept_id
    )


def _join_attendances(transaction: Transaction, own: Attendance, other: Attendance) -> None:
    """Make one guest of two of one meeting: who answered answered, who was there was there."""
    reply = own.reply if own.reply is not Reply.NONE else other.reply
    present = Tri.YES if Tri.YES in (own.present, other.present) else own.present
    if present is Tri.UNKNOWN:
        present = other.present
    notes = list(dict.fromkeys(filter(None, (own.note.strip(), other.note.strip()))))
    days = [day for day in (own.invited_on, other.invited_on) if day is not None]
    if other.reply not in (Reply.NONE, reply):
        notes.append(f"Autre réponse{NBSP}: {_REPLIES[other.reply]}")
    transaction.update(
        own.id,
        Change(
            Attendance,
            reply=reply,
            present=present,
            note="\n".join(notes),
            position=min(own.position, other.position),
            invited_on=min(days, default=None),
        ),
    )


def _join_members(transaction: Transaction, own: InstanceMember, other: InstanceMember) -> None:
    """Make one member of two of one instance, as all that both were."""
    said = dict.fromkeys(filter(None, (own.capacity.strip(), other.capacity.strip())))
    change = Change(InstanceMember, capacity=", ".join(said), position=min(own.position, other.position))
    transaction.update(own.id, change)


#: In which fields two rows of one thing may differ.
_SAID: dict[type[Any], tuple[str, ...]] = {
    Attendance: ("position", "reply", "present", "note", "invited_on"),
    Assignment: ("position",),
    InstanceMember: ("position", "capacity"),
}
_REPLIES = {Reply.COMING: "viendra", Reply.EXCUSED: "excusé"}
_JOINS: dict[type[Any], Callable[[Transaction, Any, Any], None]] = {
    Attendance: _join_attendances,
    InstanceMember: _join_members,
}
