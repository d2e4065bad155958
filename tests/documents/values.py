"""What documents are drawn from, made by hand: a letterhead, a meeting."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from msp_desktop.domain.agenda import GuestView, MeetingView, Verdict, later, timed
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.letterhead import Contact, FederationView, Letterhead
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, NextStep, Reply
from msp_desktop.domain.people import Person, display_name
from tests import pdf

MADE_AT = datetime(2026, 4, 28, 9, 30)
#: What a form says of the data on it, as long as for most towns.
NOTICE = (
    "La commune de Saint-Essai garde cette feuille pour son projet de santé, mission d’intérêt public. La lire, la corriger, "
    "s’y opposer\u00a0: sante@essai.example. Délégué à la protection des données\u00a0: "
    "dpo@essai.example. Notice complète en mairie."
)


def head(**values: Any) -> Letterhead:
    """A town hall with everything filled in, unless told otherwise."""
    given: dict[str, Any] = {
        "commune": "Saint-Essai",
        "department": "Creuse",
        "address": ("2, place de la Mairie", "23990 Saint-Essai"),
        "phone": "05 55 00 00 01",
        "email": "mairie@saint-essai.example",
        "opening_hours": "le mardi de 9 h à 12 h",
        "arms": None,
        "mayor": "Claude Faure",
        "mayor_title": "Le Maire,",
        "federation": FederationView(name="FemasEssai", full_name="Fédération des maisons de santé d’Essai"),
        "contact": Contact(name="Nadia Roche", role="référente santé", phone="05 55 00 00 02", email="sante@essai.example"),
        "is_sample": False,
    }  # fmt: skip
    return Letterhead(**given | values)


def item(position: int, title: str, minutes: int = 10, **values: Any) -> AgendaItem:
    """A point of an agenda."""
    return AgendaItem(id=position, meeting_id=1, position=position, title=title, minutes=minutes, **values)


def guest(id: int, detail: str = "", reply: Reply = Reply.NONE, present: Tri = Tri.UNKNOWN, **person: Any) -> GuestView:
    """Somebody invited."""
    who = Person(id=id, **person)
    attendance = Attendance(id=id, meeting_id=1, person_id=id, position=id, reply=reply, present=present)
    return GuestView(id=id, person=who, name=display_name(who), detail=detail, attendance=attendance)


def meeting_view(
    items: tuple[AgendaItem, ...] = (),
    guests: tuple[GuestView, ...] = (),
    next_steps: tuple[NextStep, ...] = (),
    **values: Any,
) -> MeetingView:
    """A meeting on Tuesday 12 May 2026 at half past six, unless told otherwise."""
    given: dict[str, Any] = {
        "id": 1,
        "kind": "premiere-rencontre",
        "title": "Première rencontre",
        "held_on": date(2026, 5, 12),
        "starts_at": time(18, 30),
        "place": "Salle des associations",
    }
    meeting = Meeting(**given | values)
    total = sum(point.minutes for point in items)
    return MeetingView(
        meeting=meeting,
        items=timed(items, meeting.starts_at),
        guests=guests,
        preparations=(),
        next_steps=next_steps,
        total=total,
        ends=later(meeting.starts_at, total),
        verdict=Verdict.ADVISED,
    )


def read(path: Path) -> str:
    """Return the text of a document, every run of spaces made one: where a line breaks is not what is tested."""
    return " ".join(pdf.text(path).replace("\u00ad", "").split())
