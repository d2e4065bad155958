"""Whom a message is for, and which guests it cannot reach."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Attendance, Reply
from msp_desktop.domain.people import Category, Person
from msp_desktop.formats.emails import headers_of, read_emails, wrong_sentence
from msp_desktop.i18n import ngettext
from msp_desktop.method.mail import kit_mail
from msp_desktop.services.bodies import as_reached
from msp_desktop.services.invitations import is_who_writes, reached
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.meetings import meeting_view


class Recipients(Struct, frozen=True):
    """Addresses as headers take them; `missed` are the guests among those written to who have none that is one."""

    to: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    missed: tuple[GuestView, ...] = ()


def recipients(reader: Reader, key: str, meeting_id: int | None = None, person_id: int | None = None) -> Recipients:
    """Return whom the message of a paper is for; `person_id` is the guest of an invitation."""
    to = kit_mail().model_for(key).to
    if to == "federation":
        return Recipients(_federation(reader))
    if to == "town_hall":
        return Recipients(_own(reader))
    if to == "council":
        elected = reader.all(Person, category=Category.ELECTED)
        unseen = [address for person in elected for address in headers_of(person.email)]
        return Recipients(_own(reader), tuple(dict.fromkeys(one for one in unseen if one not in _own(reader))))
    if to == "guest" and person_id is not None:
        return Recipients(headers_of(as_reached(reader, reader.one(Person, person_id)).email))
    if to in ("guests", "silent", "participants"):
        guests = written_to(reader, key, meeting_id)
        unseen = [address for guest in guests for address in headers_of(guest.person.email)]
        if to == "participants":
            unseen += _federation(reader)
        return Recipients(_own(reader), tuple(dict.fromkeys(unseen)), missed(guests))
    return Recipients()


def written_to(reader: Reader, key: str, meeting_id: int | None) -> tuple[GuestView, ...]:
    """Return the guests a meeting's message is for, with or without an address: nobody writes to himself."""
    if meeting_id is None:
        return ()
    view = meeting_view(reader, meeting_id, parts=(Attendance,))
    guests = tuple(reached(reader, guest) for guest in view.guests if not is_who_writes(reader, guest.person))
    to = kit_mail().model_for(key).to
    if to == "silent":
        # Nobody is asked again before being asked.
        return tuple(
            guest
            for guest in guests
            if guest.attendance.reply is Reply.NONE and guest.attendance.invited_on is not None
        )
    return tuple(_took_part(view, guests)) if to == "participants" else guests


def missed(guests: Iterable[GuestView]) -> tuple[GuestView, ...]:
    """Return the guests that no e-mail reaches."""
    return tuple(guest for guest in guests if not headers_of(guest.person.email))


def missed_sentences(guests: Iterable[GuestView]) -> tuple[str, ...]:
    """Return who of these guests cannot be written to, and what is wrong with the addresses of the others."""
    guests = tuple(guests)
    bare = [guest.name for guest in guests if not guest.person.email.strip()]
    sentences = []
    if bare:
        words = ngettext(
            "{count} guest has no e-mail address: {names}.",
            "{count} guests have no e-mail address: {names}.",
            len(bare),
        )
        sentences.append(words.format(count=len(bare), names=", ".join(bare)))
    for guest in guests:
        wrong = wrong_sentence(read_emails(guest.person.email))
        if wrong:
            sentences.append(f"{guest.name}\u00a0: {wrong}")
    return tuple(sentences)


def _took_part(view: MeetingView, guests: Iterable[GuestView]) -> Iterable[GuestView]:
    """Return who was there or excused; everybody where it is not noted who was there."""
    noted = any(guest.attendance.present is Tri.YES for guest in view.guests)
    return [
        guest
        for guest in guests
        if not noted or guest.attendance.present is Tri.YES or guest.attendance.reply is Reply.EXCUSED
    ]


def _own(reader: Reader) -> tuple[str, ...]:
    return headers_of(letterhead(reader).email)


def _federation(reader: Reader) -> tuple[str, ...]:
    return headers_of(letterhead(reader).federation.email)
