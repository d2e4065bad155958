"""What the answer of a federation says in French: its lines, on paper as in the window, and the message that brings it."""

from __future__ import annotations

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.reply import (
    Advice,
    AgendaNote,
    CallToAnswer,
    DateProposed,
    EntryCorrected,
    Line,
    Reply,
    StepProposed,
)
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.hours import clock
from msp_desktop.method.federations import kit_federations
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.method.timeline import kit_timeline

_MESSAGE = """Bonjour,

Voici notre réponse à ce que vous nous avez envoyé. Le PDF joint se lit tel quel. L’autre fichier s’ouvre d’un double \
clic dans Santé 100 jours\u00a0: chaque ligne s’y accepte une à une, et rien ne change sans votre accord.

Cordialement,"""


def message_words(reply: Reply, data: CommuneData) -> tuple[str, str]:
    """Return the subject and the words of the message that brings an answer."""
    signed = f"\n{reply.signed}" if reply.signed else ""
    return f"Réponse de la fédération\u00a0: {data.commune.name}", f"{_MESSAGE}{signed}"


def line_words(line: Line, data: CommuneData) -> tuple[str, str]:
    """Return what a line is about, and what it says, in French."""
    match line:
        case DateProposed():
            what = line.title or meeting_words(line.meeting, data) if line.meeting else line.title or "Une rencontre"
            when = ", ".join(filter(None, (_when(line), line.place)))
            return f"Date proposée\u00a0: {what}", "\n".join(filter(None, (when, line.words)))
        case Advice():
            return f"Conseil\u00a0: {action_words(line.action)}" if line.action else "Conseil", line.words
        case AgendaNote():
            item = line.title or f"point {line.position}"
            return f"Ordre du jour\u00a0: {item} ({meeting_words(line.meeting, data)})", line.words
        case StepProposed():
            due = f" (avant le {long_date(line.due_on)})" if line.due_on else ""
            return "À faire", f"{line.words}{due}"
        case EntryCorrected():
            said = {
                "Nom": line.name, "Téléphone": line.phone, "Courriel": line.email, "Site internet": line.website,
                "Adresse": line.address, "Contact": line.contact,
            }  # fmt: skip
            entries = kit_federations().federations
            name = next((entry.full_name for entry in entries if entry.code == line.federation), line.federation)
            words = "\n".join(f"{head}\u00a0: {value}" for head, value in said.items() if value)
            return f"Annuaire\u00a0: {name}", words
        case CallToAnswer():
            until = f"jusqu’au {long_date(line.closes_on)}" if line.closes_on else ""
            told = ", ".join(filter(None, (line.title, line.funder, until)))
            return "Appel à projets", "\n".join(filter(None, (told, line.words)))


def meeting_words(uid: str, data: CommuneData) -> str:
    """Return what the commune's meeting is called: its kind, and its day where it has one."""
    meeting = next((one for one in data.meetings if one.uid == uid), None)
    if meeting is None:
        return "réunion"
    title = kit_meetings().kind(meeting.kind).title
    return f"{title}, {long_date(meeting.held_on)}" if meeting.held_on else title


def action_words(code: str | None) -> str:
    """Return what an action of the method is called; its code where the method has none of it."""
    kit = kit_timeline().action(code)
    return kit.short_title if kit else code or ""


def _when(line: DateProposed) -> str:
    return f"{long_date(line.day)}, {clock(line.starts_at)}" if line.starts_at else long_date(line.day)
