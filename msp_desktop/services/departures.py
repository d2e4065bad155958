"""What left, as somebody said: a message prepared is not yet sent, one guest invited is not all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import select

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.change import Change
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.meetings import Attendance, Meeting
from msp_desktop.domain.people import Person, display_name
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.invitations import who_gets_one

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: The paper each guest is sent: one letter, one message.
INVITATIONS = "invitations"


class Invitations(Struct, frozen=True):
    """How far the invitations of a meeting are, by attendance: who is to get one, whose left and when, whose is prepared."""

    to_whom: tuple[int, ...]
    left: dict[int, date]
    prepared: dict[int, date]

    def first(self) -> date | None:
        """Return the day the first one left."""
        return min(self.left.values(), default=None)


def invitations(reader: Reader, meeting_id: int) -> Invitations:
    """Return how far the invitations of a meeting are; who signs them or follows the matter gets none."""
    guests = who_gets_one(reader, meeting_id)
    left = {guest.id: guest.invited_on for guest in guests if guest.invited_on is not None}
    days = _prepared(reader, meeting_id)
    waiting = {guest.id: days[guest.person_id] for guest in guests if guest.id not in left and guest.person_id in days}
    return Invitations(tuple(guest.id for guest in guests), left, waiting)


def _prepared(reader: Reader, meeting_id: int) -> dict[int, date]:
    """Return the day the last message with an invitation to a meeting was prepared, by person."""
    document, sending = TABLES[ProducedDocument].c, TABLES[Sending].c
    asked = (
        select(document.person_id, sending.sent_at)
        .where(document.key == INVITATIONS, document.meeting_uid == reader.one(Meeting, meeting_id).uid)
        .where(sending.document_id == document.id, document.person_id != 0)
        .order_by(sending.sent_at)
    )
    return {person_id: at.date() for person_id, at in reader.select(asked)}


def say_invited(store: Store, meeting_id: int, guests: Collection[int], day: date | None) -> None:
    """Say that the invitations of these guests left on a day, on paper or by e-mail; None takes it back.

    `guests` are attendances. The messages with which they were prepared left too.
    """
    rows = [store.reader.one(Attendance, guest) for guest in guests]
    if not any(row.invited_on != day for row in rows):
        return
    with store.write(_said(store.reader, rows, day)) as transaction:
        for row in rows:
            transaction.update(row.id, Change(Attendance, invited_on=day))
        people = {row.person_id for row in rows}
        for sending in _messages(transaction, meeting_id, people):
            if (sending.left_on is None) != (day is None):
                transaction.update(sending.id, Change(Sending, left_on=day))
        follow_invited(transaction, meeting_id)


def _said(reader: Reader, rows: list[Attendance], day: date | None) -> str:
    if len(rows) == 1:
        name = display_name(reader.one(Person, rows[0].person_id))
        return (_("Invitation sent: {name}") if day else _("Invitation not sent: {name}")).format(name=name)
    if day:
        words = ngettext("{count} invitation sent", "{count} invitations sent", len(rows))
    else:
        words = ngettext("{count} invitation not sent", "{count} invitations not sent", len(rows))
    return words.format(count=len(rows))


def _messages(reader: Reader, meeting_id: int, people: Collection[int]) -> list[Sending]:
    uid = reader.one(Meeting, meeting_id).uid
    letters = reader.all(ProducedDocument, key=INVITATIONS, meeting_uid=uid)
    return [
        sending
        for letter in letters
        if letter.person_id in people
        for sending in reader.all(Sending, document_id=letter.id)
    ]


def say_all_invited(store: Store, meeting_id: int, day: date | None) -> None:
    """Say that the invitations not yet said to have left did on a day, all of them where they all had; None takes all back."""
    state = invitations(store.reader, meeting_id)
    waiting = [guest for guest in state.to_whom if guest not in state.left]
    say_invited(store, meeting_id, waiting if waiting and day is not None else state.to_whom, day)


def say_left(store: Store, sending_id: int, day: date | None) -> None:
    """Say that a message prepared left on a day; None takes it back. An invitation's guest is invited with it."""
    sending = store.reader.one(Sending, sending_id)
    words = _("Sent: {title}") if day else _("Not sent: {title}")
    with store.write(words.format(title=sending.title)) as transaction:
        transaction.update(sending_id, Change(Sending, left_on=day))
        follow_sending(transaction, transaction.one(Sending, sending_id), sending.left_on)


def follow_sending(transaction: Transaction, sending: Sending, before: date | None = None) -> None:
    """Have the guest of an invitation invited the day its message left; taken back, what was said otherwise stays.

    `before` is the day the message was said to have left until now.
    """
    letter = transaction.find(ProducedDocument, id=sending.document_id) if sending.document_id is not None else None
    if letter is None or letter.key != INVITATIONS or not letter.person_id:
        return
    meeting = transaction.find(Meeting, uid=letter.meeting_uid)
    if meeting is None:
        return
    guest = transaction.find(Attendance, meeting_id=meeting.id, person_id=letter.person_id)
    if guest is None or (guest.invited_on is not None and guest.invited_on != before):
        return
    transaction.update(guest.id, Change(Attendance, invited_on=sending.left_on))
    follow_invited(transaction, meeting.id)


def follow_invited(transaction: Transaction, meeting_id: int) -> None:
    """Have a meeting know the day its first invitation left: the letters bear it."""
    first = invitations(transaction, meeting_id).first()
    transaction.update(meeting_id, Change(Meeting, invitations_sent_on=first))
