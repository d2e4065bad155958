"""Pair a document with its message: its addressees, and whether names of professionals leave the town hall."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.mail import Message
from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.scope import Audience
from msp_desktop.i18n import _
from msp_desktop.method.mail import kit_mail
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.enclosures import enclosed
from msp_desktop.papers.paper import Context, Paper
from msp_desktop.services import mail
from msp_desktop.services.invitations import without_letter
from msp_desktop.services.meetings import meeting_view
from msp_desktop.services.recipients import missed_sentences, written_to

#: The message to those who have not answered an invitation: it takes the agenda with it.
REMINDER = "reminder"
#: The document whose message depends on whom it is written for.
REPORT = "progress-report"


def attached(key: str) -> Paper:
    """Return the document attached to a message of this kind: its own, the agenda for a reminder, the report for any audience."""
    if key in (f"{REPORT}-{audience}" for audience in Audience):
        return paper(REPORT)
    return paper("agenda" if key == REMINDER else key)


def kind_of(key: str, context: Context) -> str:
    """Return the kind of message that goes with a document: a report has one for each of those it may be written for."""
    return f"{REPORT}-{context.scope.audience}" if key == REPORT else key


def proposal(reader: Reader, key: str, context: Context) -> Message:
    """Return the message proposed with a document, no file attached yet."""
    document, key = attached(key), kind_of(key, context)
    own = context if document.per_meeting else Context(context.today, context.now, scope=context.scope)
    return mail.proposed(
        reader,
        key,
        document.title,
        context.today,
        meeting_id=own.meeting_id,
        person_id=own.person_id,
        pieces=enclosed(reader, key, own),
    )


def letters_of(reader: Reader, key: str, context: Context) -> list[Context]:
    """Return the contexts in which a document is made to be sent: one for each guest who gets a letter, else one."""
    if not mail.goes_one_by_one(key) or context.meeting_id is None or context.person_id is not None:
        return [context]
    guests = written_to(reader, key, context.meeting_id)
    return [Context(context.today, context.now, context.meeting_id, guest.person.id) for guest in guests]


def missed(reader: Reader, key: str, context: Context) -> tuple[str, ...]:
    """Return in words whom the message cannot reach: the guests without an address, those whose address is none."""
    if not attached(key).per_meeting or context.person_id is not None:
        return ()
    if kit_mail().model_for(key).to not in ("guest", "guests", "silent", "participants"):
        return ()
    return missed_sentences(written_to(reader, key, context.meeting_id))


def unwritten(reader: Reader, key: str, context: Context) -> tuple[str, ...]:
    """Return in words which guests get no invitation, since nobody writes to himself."""
    if not mail.goes_one_by_one(key) or context.meeting_id is None:
        return ()
    return without_letter(reader, meeting_view(reader, context.meeting_id, parts=(Attendance,)))


def is_one_letter(key: str, context: Context) -> bool:
    """Tell whether this is the letter of one guest, which names that guest alone."""
    return mail.goes_one_by_one(key) and context.person_id is not None


def names_leave(reader: Reader, key: str, context: Context, message: Message) -> bool:
    """Tell whether this message carries names of professionals out of the town hall."""
    return attached(key).names(context) and not is_one_letter(key, context) and mail.leaves_the_town(message, reader)


def names_leave_words() -> str:
    """Return the sentence said before names of professionals leave the town hall."""
    return _("Names of professionals leave the commune with this document: send it only if each of them agrees.")
