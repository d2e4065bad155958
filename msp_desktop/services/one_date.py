"""A meeting and the action of the method it stands for have one date: changed here, it changes there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.method.meetings import kit_meetings

if TYPE_CHECKING:
    from msp_desktop.db.reader import Reader
    from msp_desktop.db.transaction import Transaction


def meeting_actions() -> frozenset[str | None]:
    """Return the codes of the actions that stand for a meeting."""
    return frozenset(kind.action for kind in kit_meetings().kinds if kind.action)


def meeting_of(reader: Reader | Transaction, action: Action) -> Meeting | None:
    """Return the meeting an action stands for, None where there is none: the next one planned, else the last held."""
    if action.kit_code is None:
        return None
    kinds = [kind.code for kind in kit_meetings().kinds if kind.action == action.kit_code]
    found = [meeting for kind in kinds for meeting in reader.all(Meeting, kind=kind)]
    planned = [meeting for meeting in found if meeting.state is MeetingState.PLANNED]
    if planned:
        return min(planned, key=lambda meeting: (meeting.held_on or date.max, meeting.id))
    held = [meeting for meeting in found if meeting.state is MeetingState.HELD]
    return max(held, key=lambda meeting: (meeting.held_on or date.min, meeting.id), default=None)


def follow_meeting(transaction: Transaction, kind_code: str) -> None:
    """Give the action that meetings of a kind stand for, while it is open, the date of its meeting, if it has one."""
    code = kit_meetings().kind(kind_code).action
    action = transaction.find(Action, kit_code=code) if code else None
    if action is None or action.state not in (ActionState.TODO, ActionState.DOING):
        return
    meeting = meeting_of(transaction, action)
    day = meeting.held_on if meeting else None
    if day is not None and day != action.planned_on:
        start = min(action.planned_start, day) if action.planned_start else None
        transaction.update(action.id, Change(Action, planned_on=day, planned_start=start))


def follow_action(transaction: Transaction, action: Action) -> None:
    """Give the meeting an action stands for, while it is still to come, the date of the action."""
    meeting = meeting_of(transaction, action)
    if meeting is not None and meeting.state is MeetingState.PLANNED and meeting.held_on != action.planned_on:
        transaction.update(meeting.id, Change(Meeting, held_on=action.planned_on))
