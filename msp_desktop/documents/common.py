"""What all documents share: the furniture made from a letterhead, and a few ways of saying things."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from msp_desktop.documents.page import Furniture
from msp_desktop.domain.agenda import GuestView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Category
from msp_desktop.formats.dates import long_date, medium_date, weekday_name
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.hours import clock


def furniture(head: Letterhead, title: str, made_on: date, **flags: Any) -> Furniture:
    """Return the page furniture of a document."""
    ways = " · ".join(filter(None, (head.phone, head.email)))
    return Furniture(
        title=title,
        commune=head.commune,
        insee=head.insee,
        department=head.department,
        letterhead=tuple(filter(None, (", ".join(head.address), ways, head.opening_hours))),
        arms=head.arms,
        made_on=long_date(made_on),
        sample=head.is_sample,
        **flags,
    )


def place_and_date(head: Letterhead, day: date) -> str:
    """Return « Saint-Exemple, le mardi 28 avril 2026 »."""
    return f"{head.commune}, le {long_date(day)}"


def contact_margin(head: Letterhead, reference: str = "") -> tuple[tuple[str, str], ...]:
    """Return the letter's margin column: « Affaire suivie par », « Nos réf. »."""
    rows = []
    if head.contact:
        who = f"{head.contact.name}, {head.contact.role}" if head.contact.role else head.contact.name
        rows.append(("Affaire suivie par", "\n".join(filter(None, (who, head.contact.phone, head.contact.email)))))
    if reference:
        rows.append(("Nos réf.", reference))
    return tuple(rows)


def meeting_band(meeting: Meeting, ends: time | None) -> list[tuple[str, str, str]]:
    """Return the three cells that tell a meeting's day, hour and place."""
    day = ("Date", "à fixer", "")
    if meeting.held_on:
        day = (capital(weekday_name(meeting.held_on)), medium_date(meeting.held_on), "")
    hour = ("Heure", "à fixer", "")
    if meeting.starts_at:
        hour = ("Heure", clock(meeting.starts_at), f"fin vers {clock(ends)}" if ends else "")
    return [day, hour, ("Lieu", meeting.place or "à fixer", meeting.place_details)]


def held_band(meeting: Meeting) -> list[tuple[str, str, str]]:
    """Return the three cells of a meeting that was held: the end as noted, and lines to fill where nothing is."""
    day, hour, place = meeting_band(meeting, None)
    ended = clock(meeting.ended_at) if meeting.ended_at else "_" * 8
    return [
        day if meeting.held_on else ("Date", "_" * 12, ""),
        ("Heure", hour[1] if meeting.starts_at else "_" * 8, f"fin à {ended}"),
        place if meeting.place.strip() else ("Lieu", "_" * 26, meeting.place_details),
    ]


def trade(head: Letterhead, guest: GuestView) -> str:
    """Return what a guest is, and where if it is not here; whoever speaks for a body is given with it.

    « infirmière », « infirmière, Guéret », « chargée de mission, FemasEssai ».
    """
    person = guest.person
    own = (Category.PROFESSIONAL, Category.ELECTED, Category.STAFF)
    body = person.organisation if person.last_name and person.category not in own else ""
    said = guest.detail.removesuffix(f", {head.commune}")
    return ", ".join(filter(None, (said, body if body not in said else "")))


def person_line(head: Letterhead, guest: GuestView) -> str:
    """Return « Mme Anne Roche, infirmière, Guéret »."""
    return ", ".join(filter(None, (guest.name, trade(head, guest))))
