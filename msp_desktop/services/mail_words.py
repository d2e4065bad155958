"""What fills in the models of messages: the town, the meeting, what is attached, who signs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person, form_of_address
from msp_desktop.formats.dates import long_date, near_date
from msp_desktop.formats.french.bodies import federation_words
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.french.gatherings import meeting_words
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import mayor_words
from msp_desktop.formats.french.towns import town_hall, town_words
from msp_desktop.formats.hours import clock
from msp_desktop.formats.numbers import listed
from msp_desktop.formats.text import one_line
from msp_desktop.method.mail import kit_mail
from msp_desktop.services.letterhead import letterhead

#: What a model may name of any message, and of a message about a meeting.
COMMON = ("document", "ci_joint", "commune", "de_commune", "a_commune", "la_federation", "le_maire", "signature")
OF_MEETING = (
    "reunion", "la_reunion", "a_une_reunion", "de_la_reunion", "jour", "quand", "rendez_vous", "date", "heure", "lieu", "avant",
)  # fmt: skip


def mail_words(
    reader: Reader,
    key: str,
    document: str,
    today: date,
    pieces: Sequence[str],
    *,
    meeting_id: int | None = None,
    person: Person | None = None,
) -> dict[str, str]:
    """Return the words of a message by their names; `document` is the paper's title, `pieces` what leaves with it."""
    head, commune, kit = letterhead(reader), reader.one(Commune, 1), kit_mail()
    meeting = reader.find(Meeting, id=meeting_id) if meeting_id is not None else None
    words = {
        **town_words(commune.name, commune.insee),
        **federation_words(head.federation.name),
        **mayor_words(commune.mayor_civility),
        "document": document,
        "signature": _signature(head),
        "appel": form_of_address(person) if person else "Madame, Monsieur",
    }
    if meeting is not None:
        words |= _of_meeting(meeting, today)
    main = filled(kit.model_for(key).main, words) or document
    return words | {"ci_joint": listed([main, *(kit.pieces[piece] for piece in pieces)])}


def _of_meeting(meeting: Meeting, today: date) -> dict[str, str]:
    day, place = meeting.held_on, uncapital(one_line(meeting.place).strip(" .,;"))
    hour = f" à {clock(meeting.starts_at)}" if meeting.starts_at else ""
    when = f"le {long_date(day)}{hour}" if day else "à une date qui reste à fixer"
    where = f", {place}" if place else ""
    late = meeting.reply_by is None or meeting.reply_by < today
    return {
        **meeting_words(one_line(meeting.title)),
        "jour": f", {near_date(day, today)}" if day else "",
        "quand": f"{when}{where}",
        "rendez_vous": f", {when}{where}",
        "date": long_date(day) if day else "date à fixer",
        "heure": clock(meeting.starts_at) if meeting.starts_at else "une heure à fixer",
        "lieu": place or "en un lieu à préciser",
        "avant": "dès que possible" if late or meeting.reply_by is None else f"avant le {long_date(meeting.reply_by)}",
    }


def _signature(head: Letterhead) -> str:
    """Return who writes: who follows the matter, else the mayor; the town hall; the telephone that letters give."""
    lines = [head.contact.name, head.contact.role] if head.contact else [head.mayor]
    return "\n".join(filter(None, (*lines, town_hall(head.commune, head.insee), head.ways[0])))
