"""Who was at a meeting held is in the journal: one exchange a meeting, never two, kept in step with who is ticked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msp_desktop.domain.assignments import Assignment, Who
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.formats.text import one_line
from msp_desktop.services.who import write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def follow_presence(
    transaction: Transaction, meeting_id: int, day: date | None = None, gone: frozenset[int] = frozenset()
) -> None:
    """Have the journal say who was at a meeting, where it is held and somebody is ticked.

    `day` is when it was where it has no date, `gone` are people just taken off its guests. Somebody added to the exchange by
    hand stays; an exchange in which something was written stays too where the meeting turns out not to have been held.
    """
    meeting = transaction.one(Meeting, meeting_id)
    guests = transaction.all(Attendance, order="position, id", meeting_id=meeting_id)
    present = [row.person_id for row in guests if row.present is Tri.YES]
    noted = transaction.find(Exchange, meeting_id=meeting_id)
    held_on = meeting.held_on or day
    if meeting.state is not MeetingState.HELD or not present or held_on is None:
        if noted is not None and not _has_words(noted):
            transaction.delete(Exchange, noted.id)
        return
    if noted is None:
        title = one_line(meeting.title)
        noted = transaction.insert(
            Exchange(held_on=held_on, channel=Channel.MEETING, subject=title, meeting_id=meeting_id)
        )
    elif noted.held_on != held_on:
        transaction.update(noted.id, Change(Exchange, held_on=held_on))
    invited = {row.person_id for row in guests} | gone
    links = transaction.all(Assignment, order="position, id", exchange_id=noted.id)
    others = [link.person_id for link in links if link.person_id not in invited]
    write_who(transaction, Exchange, noted.id, Who((*present, *others), noted.with_whom))


def _has_words(exchange: Exchange) -> bool:
    """Tell whether somebody wrote something in an exchange that a meeting made."""
    texts = (exchange.with_whom, exchange.said, exchange.next_step, exchange.next_step_by)
    return any(text.strip() for text in texts) or exchange.next_step_on is not None
