"""The open next steps of the last meeting, taken up as the first item of the one being prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState, NextStep
from msp_desktop.formats.dates import day_date, short_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import ngettext
from msp_desktop.services.who import as_shown

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: Minutes of that item: with it the first meeting of the kit still holds in the 90 advised.
MINUTES = 5
#: Meetings whose agenda goes to people who were at no other: there it is offered, never put in by itself.
OFFERED_ONLY = ("premiere-rencontre", "publique")


class Carried(Struct, frozen=True):
    """What the last meeting left open: its id, the item's title and words, and who sees to what, for the mayor alone."""

    meeting_id: int
    title: str
    content: str
    note: str
    count: int


def left_open(reader: Reader, but: int | None = None) -> Carried | None:
    """Return what the last meeting held left open, None where it left nothing; `but` is one that does not count."""
    held = reader.all(Meeting, order="held_on DESC, id DESC", state=MeetingState.HELD)
    dated = [row for row in held if row.held_on is not None and row.id != but]
    if not dated or dated[0].held_on is None:
        return None
    last, day = dated[0], dated[0].held_on
    steps = [step for step in reader.all(NextStep, order="position, id", meeting_id=last.id) if _is_open(reader, step)]
    if not steps:
        return None
    shown = as_shown(reader, NextStep, steps, few=True)
    said = [f"{one_line(step.text)}\u00a0: {step.person}" for step in shown if step.person.strip()]
    title = f"Suites de la réunion du {day_date(day)}"
    return Carried(last.id, title, "\n".join(map(_words, steps)), "\n".join(said), len(steps))


def carried(reader: Reader, meeting_id: int) -> Carried | None:
    """Return what a meeting being prepared may take up; None where it does already."""
    if reader.one(Meeting, meeting_id).state is not MeetingState.PLANNED:
        return None
    found = left_open(reader, meeting_id)
    items = reader.all(AgendaItem, meeting_id=meeting_id)
    return None if found is None or any(item.title == found.title for item in items) else found


def carry(store: Store, meeting_id: int) -> None:
    """Make the open next steps of the last meeting the first item of this one."""
    found = carried(store.reader, meeting_id)
    if found is None:
        return
    label = ngettext("First item: {count} next step of the last meeting",
                     "First item: {count} next steps of the last meeting", found.count)  # fmt: skip
    with store.write(label.format(count=found.count)) as transaction:
        insert_carried(transaction, meeting_id, found)


def insert_carried(transaction: Transaction, meeting_id: int, found: Carried) -> None:
    """Insert the item before all others."""
    for row in transaction.all(AgendaItem, meeting_id=meeting_id):
        transaction.update(row.id, Change(AgendaItem, position=row.position + 1))
    transaction.insert(
        AgendaItem(
            meeting_id=meeting_id,
            position=1,
            title=found.title,
            minutes=MINUTES,
            content=found.content,
            mayor_note=found.note,
        )
    )


def offer_words(found: Carried) -> str:
    """Return what is offered, in words."""
    words = ngettext("Begin with the {count} next step of the last meeting",
                     "Begin with the {count} next steps of the last meeting", found.count)  # fmt: skip
    return words.format(count=found.count)


def said_words(title: str, found: Carried) -> str:
    """Return the name of the step that makes a meeting which begins so."""
    words = ngettext("New meeting: {title}. Its first item: {count} next step of the last one",
                     "New meeting: {title}. Its first item: {count} next steps of the last one", found.count)  # fmt: skip
    return words.format(title=title, count=found.count)


def _is_open(reader: Reader, step: NextStep) -> bool:
    """Tell whether a next step is still to be done: none of it is known, or the action it became is open."""
    action = reader.find(Action, id=step.action_id) if step.action_id is not None else None
    return action is None or action.state in (ActionState.TODO, ActionState.DOING)


def _words(step: NextStep) -> str:
    due = f", pour le {short_date(step.due_on)}" if step.due_on else ""
    return f"{one_line(step.text)}{due}"
