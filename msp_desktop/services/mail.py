"""Propose the message that goes with a document, its addressees and its words; record what was sent."""

from __future__ import annotations

import re
from datetime import date, datetime

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Wording
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.mail import Message, MessageModel, Sending, Way
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person, form_of_address
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.emails import read_emails, wrong_sentence
from msp_desktop.formats.hours import clock
from msp_desktop.formats.names import of_commune
from msp_desktop.formats.phones import phone
from msp_desktop.formats.wording import uncapital
from msp_desktop.i18n import _
from msp_desktop.method.mail import kit_mail
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.meetings import meeting_view

_WORD = re.compile(r"\{(\w+)\}")


def proposed(
    reader: Reader, key: str, document: str, today: date, *, meeting_id: int | None = None, person_id: int | None = None
) -> Message:
    """Return the message proposed with a paper, no file attached yet.

    `document` is the paper's French title. `person_id` is the guest of an invitation.
    """
    model = model_for(reader, key)
    person = reader.find(Person, id=person_id) if person_id else None
    words = _words(reader, document, today, meeting_id, person)
    to, bcc = _addressees(reader, key, meeting_id, person)
    return Message(to=to, bcc=bcc, subject=_filled(model.subject, words), body=_filled(model.body, words).strip())


def model_for(reader: Reader, key: str) -> MessageModel:
    """Return the model of a paper's message: the dossier's own words, else the method's."""
    code, given = kit_mail().model_for(key).code, method_model(key)
    subject = reader.find(Wording, code=f"mail.{code}.subject")
    body = reader.find(Wording, code=f"mail.{code}.body")
    return MessageModel(subject.text if subject else given.subject, body.text if body else given.body)


def method_model(key: str) -> MessageModel:
    """Return the method's own words for a paper's message."""
    kit = kit_mail().model_for(key)
    return MessageModel(kit.subject, "\n\n".join(kit.body))


def keep_model(store: Store, key: str, model: MessageModel) -> MessageModel:
    """Store the dossier's own words for messages of this kind, unless they are the method's; return them."""
    kind, method = kit_mail().model_for(key).code, method_model(key)
    with store.write(_("Model of message")) as transaction:
        for name, text, given in (
            ("subject", model.subject, method.subject),
            ("body", model.body.strip(), method.body),
        ):
            code = f"mail.{kind}.{name}"
            present = transaction.find(Wording, code=code)
            if not text.strip() or text == given:
                if present is not None:
                    transaction.delete(Wording, present.id)
            elif present is not None:
                transaction.update(present.id, Change(Wording, text=text))
            else:
                transaction.insert(Wording(code=code, text=text))
    return model


def model_words(key: str) -> tuple[str, ...]:
    """Return the placeholders that a model for this paper may use."""
    common = ("document", "commune", "de_commune", "signature")
    model = kit_mail().model_for(key)
    if model.to == "guest":
        return (*common, "appel", "reunion", "date", "heure", "lieu", "avant")
    if model.to == "silent":
        return (*common, "reunion", "date", "heure", "lieu", "avant")
    return (*common, "reunion", "date", "heure", "lieu") if "{reunion}" in model.subject else common


def goes_one_by_one(key: str) -> bool:
    """Tell whether a paper is sent one message a guest, each with only their letter."""
    return kit_mail().model_for(key).to == "guest"


def checked_addresses(text: str) -> tuple[str, ...]:
    """Return the addresses typed, as headers take them; UserError that names what is none."""
    found = read_emails(text)
    if found.wrong:
        raise UserError(wrong_sentence(found))
    return found.addresses


def leaves_the_town(message: Message, reader: Reader) -> bool:
    """Tell whether a message goes to anyone but the town hall itself."""
    own = reader.one(Commune, 1).email.strip().casefold()
    return any(address.casefold() != own for address in (*message.to, *message.bcc))


def note_sending(
    store: Store,
    message: Message,
    title: str,
    way: Way,
    now: datetime,
    *,
    document_id: int | None,
    named: bool,
    invited_to: int | None = None,
) -> None:
    """Record that a message was prepared for sending: only the mail program knows whether it left.

    `invited_to` is the meeting an invitation is for: the day the first one left is noted there.
    """
    with store.write(_("Sent: {title}").format(title=title), undoable=False) as transaction:
        transaction.insert(
            Sending(
                document_id=document_id,
                title=title,
                sent_at=now.replace(microsecond=0),
                recipients=", ".join((*message.to, *message.bcc)),
                subject=message.subject,
                way=way,
                named_people=named,
            )
        )
        meeting = transaction.find(Meeting, id=invited_to) if invited_to is not None else None
        if meeting is not None and meeting.invitations_sent_on is None:
            transaction.update(meeting.id, Change(Meeting, invitations_sent_on=now.date()))


def sendings(reader: Reader) -> list[Sending]:
    """Return what was sent, the latest first."""
    return reader.all(Sending, order="sent_at DESC, id DESC")


def _addressees(
    reader: Reader, key: str, meeting_id: int | None, person: Person | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    head, to = letterhead(reader), kit_mail().model_for(key).to
    own = tuple(filter(None, (head.email.strip(),)))
    if to == "federation":
        return tuple(filter(None, (head.federation.email.strip(),))), ()
    if to == "guest":
        return tuple(filter(None, (person.email.strip() if person else "",))), ()
    if to in ("guests", "silent"):
        view = meeting_view(reader, meeting_id) if meeting_id is not None else None
        guests = () if view is None else view.silent() if to == "silent" else view.guests
        return own, tuple(dict.fromkeys(guest.person.email.strip() for guest in guests if guest.person.email.strip()))
    return (own, ()) if to == "town_hall" else ((), ())


def _words(reader: Reader, document: str, today: date, meeting_id: int | None, person: Person | None) -> dict[str, str]:
    head = letterhead(reader)
    words = {
        "document": document,
        "commune": head.commune,
        "de_commune": of_commune(head.commune),
        "signature": _signature(head),
        "appel": form_of_address(person) if person else "Madame, Monsieur",
    }
    meeting = reader.find(Meeting, id=meeting_id) if meeting_id is not None else None
    if meeting is not None:
        words |= {
            "reunion": uncapital(meeting.title),
            "date": long_date(meeting.held_on) if meeting.held_on else "à une date à fixer",
            "heure": clock(meeting.starts_at) if meeting.starts_at else "une heure à fixer",
            "lieu": meeting.place or "en un lieu à préciser",
            "avant": f"avant le {long_date(meeting.reply_by)}" if meeting.reply_by else "dès que possible",
        }
    return words


def _signature(head: Letterhead) -> str:
    """Return who writes: the contact where there is one, the town hall, its telephone."""
    lines = [head.contact.name, head.contact.role] if head.contact else [head.mayor]
    return "\n".join(filter(None, (*lines, f"Mairie {of_commune(head.commune)}", phone(head.phone))))


def _filled(text: str, words: dict[str, str]) -> str:
    """Fill in the placeholders; an unknown one stays as typed."""
    return _WORD.sub(lambda found: words.get(found[1], found[0]), text)
