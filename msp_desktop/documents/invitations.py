"""Letters of invitation: one a guest, each on a new sheet when printed on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import contact_margin, furniture, notice, place_and_date, spoken_length
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.people import form_of_address
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.hours import clock
from msp_desktop.formats.names import at_commune, of_commune
from msp_desktop.formats.wording import capital, uncapital

TITLE = "Lettre d’invitation"


def write_invitations(
    path: Target, head: Letterhead, view: MeetingView, model: Mapping[str, tuple[str, ...] | str], made_at: datetime
) -> BuildResult:
    """Write a letter for each guest; `model` holds subject, body, after and closing with words in braces."""

    def story(_density: float) -> list[Flowable]:
        flowables: list[Flowable] = []
        for number, guest in enumerate(view.guests):
            if number:
                flowables += blocks.next_sheet()
            flowables += blocks.letter(_letter(head, view, guest, model, made_at))
        return flowables

    # Several one-page letters in one file: a guest must not read « page 3 sur 19 ».
    page = furniture(head, TITLE, made_at.date(), numbered=False)
    return build(path, story, page, made_at=made_at, subject=view.meeting.title)


def _letter(
    head: Letterhead,
    view: MeetingView,
    guest: GuestView,
    model: Mapping[str, tuple[str, ...] | str],
    made_at: datetime,
) -> blocks.Letter:
    words = _words(head, view, guest)
    return blocks.Letter(
        addressee=_addressee(guest),
        place_and_date=place_and_date(head, made_at.date()),
        subject=str(model["subject"]).format(**words),
        enclosures="Ordre du jour",
        greeting=f"{form_of_address(guest.person)},",
        body=(
            *(line.format(**words) for line in model["body"]),
            blocks.callout(_when(view), _where(view)),
            *(line.format(**words) for line in model["after"]),
        ),
        closing=str(model["closing"]).format(**words),
        signer=blocks.Signer(head.mayor_title, head.mayor),
        margin=contact_margin(head, view.meeting.reference),
        note=notice(head),
    )


def _words(head: Letterhead, view: MeetingView, guest: GuestView) -> dict[str, str]:
    ways = (head.contact.phone, head.contact.email) if head.contact else ("", "")
    ways = ways if any(ways) else (head.phone, head.email)
    deadline = view.meeting.reply_by
    return {
        "commune": head.commune,
        "de_commune": of_commune(head.commune),
        "a_commune": at_commune(head.commune),
        "federation": head.federation.full_name,
        "reunion": uncapital(view.meeting.title),
        "duree": spoken_length(view.total),
        "avant": f"avant le {long_date(deadline)}" if deadline else "dès que possible",
        "contact": _reached(ways),
        "appel": form_of_address(guest.person),
    }


def _reached(ways: tuple[str, str]) -> str:
    """Return « , au 05 36 49 12 35 ou à nadia@exemple.fr », as much of it as is known."""
    telephone, email = ways
    found = " ou ".join(filter(None, (telephone and f"au {telephone}", email and f"à {email}")))
    return f", {found}" if found else ""


def _addressee(guest: GuestView) -> tuple[str, ...]:
    lines = [guest.name]
    if guest.detail and guest.detail != guest.name:
        lines.append(capital(guest.detail))
    elif guest.person.organisation and guest.person.organisation != guest.name:
        lines.append(guest.person.organisation)
    lines += [line.strip() for line in guest.person.address.splitlines() if line.strip()]
    return tuple(lines)


def _when(view: MeetingView) -> str:
    day = capital(long_date(view.meeting.held_on)) if view.meeting.held_on else "Date à fixer"
    return f"{day} à {clock(view.meeting.starts_at)}" if view.meeting.starts_at else day


def _where(view: MeetingView) -> str:
    details = ", ".join(line.strip() for line in view.meeting.place_details.splitlines() if line.strip())
    where = ", ".join(filter(None, (view.meeting.place, details))) or "Lieu à préciser"
    return f"{where}\nDurée prévue\u00a0: {spoken_length(view.total)}."
