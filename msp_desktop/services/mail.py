"""Propose the message that goes with a document, its addressees and its words; record what was sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Wording
from msp_desktop.domain.mail import Message, MessageModel, Sending, Way
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.formats.emails import headers_of, read_emails, wrong_sentence
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.method.mail import kit_mail
from msp_desktop.services.bodies import as_reached
from msp_desktop.services.departures import follow_sending
from msp_desktop.services.mail_words import COMMON, OF_MEETING, mail_words
from msp_desktop.services.recipients import recipients

_NAMED = re.compile(r"\{(\w+)\}")


def proposed(
    reader: Reader,
    key: str,
    document: str,
    today: date,
    *,
    meeting_id: int | None = None,
    person_id: int | None = None,
    pieces: Sequence[str] = (),
) -> Message:
    """Return the message proposed with a paper, no file attached yet.

    `document` is the paper's French title, `pieces` what leaves with it. `person_id` is the guest of an invitation.
    """
    model = model_for(reader, key)
    person = reader.find(Person, id=person_id) if person_id else None
    named = as_reached(reader, person) if person else None
    words = mail_words(reader, key, document, today, pieces, meeting_id=meeting_id, person=named)
    whom = recipients(reader, key, meeting_id, person.id if person else None)
    subject = capital(one_line(filled(model.subject, words)))
    return Message(to=whom.to, bcc=whom.bcc, subject=subject, body=filled(model.body, words).strip())


def model_for(reader: Reader, key: str) -> MessageModel:
    """Return the model of a paper's message: the dossier's own words, else the method's."""
    code, given = kit_mail().model_for(key).code, method_model(key)
    subject = reader.find(Wording, code=f"mail.{code}.subject")
    body = reader.find(Wording, code=f"mail.{code}.body")
    return MessageModel(subject.text if subject else given.subject, body.text if body else given.body)


def paper_of_model(code: str) -> str:
    """Return a paper with which the model of a wording's code goes, "" where the code is no message's."""
    kind, _dot, _part = code.removeprefix("mail.").partition(".")
    models = (model for model in kit_mail().models if code.startswith("mail.") and model.code == kind)
    return next((paper for model in models for paper in (*model.papers, "timeline")), "")


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
    given = method_model(key)
    named = {*_NAMED.findall(given.subject + given.body)}
    guest = ("appel",) if kit_mail().model_for(key).to == "guest" else ()
    return (*COMMON, *guest, *(OF_MEETING if named & set(OF_MEETING) else ()))


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
    own = {address.casefold() for address in headers_of(reader.one(Commune, 1).email)}
    return any(address.casefold() not in own for address in (*message.to, *message.bcc))


def note_sending(
    store: Store,
    message: Message,
    title: str,
    way: Way,
    now: datetime,
    *,
    document_id: int | None,
    named: bool,
    left: bool = False,
) -> int:
    """Record that a message was prepared for sending, and return its key; `left` where somebody said that it left.

    Only the mail program knows whether it did: `services.departures` keeps what is said of it later.
    """
    said = _("Sent: {title}") if left else _("Message prepared: {title}")
    with store.write(said.format(title=title), undoable=False) as transaction:
        sending = transaction.insert(
            Sending(
                document_id=document_id,
                title=title,
                sent_at=now.replace(microsecond=0),
                recipients=", ".join((*message.to, *message.bcc)),
                subject=message.subject,
                way=way,
                named_people=named,
                left_on=now.date() if left else None,
            )
        )
        if left:
            follow_sending(transaction, sending)
        return sending.id
