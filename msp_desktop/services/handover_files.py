"""The parts of the handover about things: inventory, meetings, roles, communication, documents, places, confidences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import Action
from msp_desktop.domain.communications import CommunicationState
from msp_desktop.domain.handover import Grid, Lines, lines_of
from msp_desktop.domain.inventory import Inventory, Tri
from msp_desktop.domain.inventory_privacy import RegisterRow, who_of
from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.domain.inventory_words import departure_words
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState, NextStep
from msp_desktop.domain.people import Person, display_name
from msp_desktop.domain.report_words import present_sentence, sentence
from msp_desktop.formats.dates import long_date, near_date
from msp_desktop.formats.french.case import capital, uncapital
from msp_desktop.formats.hours import clock
from msp_desktop.method.handover import kit_handover
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.alert_signs import alert_signs
from msp_desktop.services.communication import communications, day_of
from msp_desktop.services.inventory import inventory_view
from msp_desktop.services.meeting_people import present_at
from msp_desktop.services.produced import ProducedView, produced
from msp_desktop.services.roles import role_table, share_words
from msp_desktop.services.small_forms import meeting_place
from msp_desktop.services.vigilance import vigilances
from msp_desktop.services.who import as_shown

Content = tuple[Lines | Grid, ...]
_MESSAGES = {
    CommunicationState.TODO: "à écrire",
    CommunicationState.READY: "texte prêt",
    CommunicationState.PUBLISHED: "paru",
}
_MEETINGS = {
    MeetingState.PLANNED: "à venir",
    MeetingState.HELD: "tenue",
    MeetingState.CANCELLED: "annulée",
}


def _inventory(reader: Reader, today: date) -> Content:
    view, kit = inventory_view(reader, today), kit_inventory()
    found: list[Lines | Grid] = [*_made(view)]
    for finding in view.findings():
        if finding.answer.strip():
            found.append(Lines(finding.question, tuple(lines_of(finding.answer))))
    rows = tuple(
        (one.name, one.label, one.where or "–", departure_words(one.row) or "–")
        for one in view.professionals
    )  # fmt: skip
    if rows:
        found.append(Grid("Les professionnels", ("Nom", "Métier", "Où", "Départ"), rows, (52, 40, 42, 34)))
    registers: tuple[tuple[str, tuple[RegisterRow, ...]], ...] = (
        ("Besoins", view.needs), ("Ce qui existe déjà", view.dynamics), ("Ce qui s’offre à nous", view.opportunities),
    )  # fmt: skip
    for title, kept in registers:
        lines = tuple(_register_line(row) for row in kept)
        if lines:
            found.append(Lines(title, lines))
    offers = tuple(
        capital(", ".join(filter(None, (kit.offers.get(row.kind, row.kind), row.name, row.town, row.details))))
        for row in view.offers
    )
    if offers:
        found.append(Lines("Offre de soins", offers))
    return tuple(found)


def _made(view: InventoryView) -> list[Lines]:
    inventory: Inventory = view.inventory
    with_federation = inventory.made_with_federation is Tri.YES
    if not (with_federation or inventory.shared_on):
        return []
    how = "Dressé avec la fédération" if with_federation else "Partagé avec la fédération"
    return [Lines("Comment", (f"{how}{f' le {long_date(inventory.shared_on)}' if inventory.shared_on else ''}.",))]


def _register_line(row: RegisterRow) -> str:
    title = getattr(row, "title", "") or getattr(row, "name", "")
    who = uncapital(who_of(row).strip())
    if not row.details.strip():
        return ", ".join(filter(None, (title.strip(), who)))
    return f"{sentence(', '.join(filter(None, (title.strip(' .'), who))))} {sentence(row.details)}".strip()


def _watch(reader: Reader, today: date) -> Content:
    found = vigilances(reader, today)
    lines = [Lines(point.title, (point.shows, point.advice)) for point in found.active]
    lines += [Lines(point.title, (sentence(f"Mis de côté\u00a0: {point.reason}"),)) for point in found.aside]
    signs = tuple(
        f"{sentence(sign.text)} {sentence(sign.note)}".strip() for sign in alert_signs(reader) if sign.noted_on
    )
    if signs:
        lines.append(Lines("Signaux du premier jour", signs))
    return tuple(lines)


def _meetings(reader: Reader, today: date) -> Content:
    meetings = reader.all(Meeting, order="held_on IS NULL, held_on DESC, id DESC")
    rows = tuple(
        (
            near_date(row.held_on, today) if row.held_on else "à fixer",
            ", ".join(
                filter(
                    None,
                    (
                        row.title.strip(),
                        f"à {clock(row.starts_at)}" if row.starts_at else "",
                        uncapital(row.place.strip()),
                    ),
                )
            ),
            _MEETINGS[row.state],
        )
        for row in meetings
    )
    found: list[Lines | Grid] = []
    if rows:
        found.append(Grid("", ("Date", "Rencontre", "État"), rows, (48, 90, 30)))
    for row in meetings:
        if row.state is MeetingState.HELD:
            steps = as_shown(reader, NextStep, reader.all(NextStep, order="position, id", meeting_id=row.id))
            told = [
                sentence(", ".join(filter(None, (
                    step.text.strip(), step.person.strip(), f"pour le {near_date(step.due_on, today)}" if step.due_on else "",
                ))))
                for step in steps
            ]  # fmt: skip
            lines = tuple(filter(None, (present_sentence(present_at(reader, row)), *lines_of(row.summary), *told)))
            if lines:
                day = f", {near_date(row.held_on, today)}" if row.held_on else ""
                found.append(Lines(f"{row.title.strip()}{day}", lines))
    return tuple(found)


def _roles(reader: Reader, _today: date) -> Content:
    table, found = role_table(reader), []
    for row in table.rows:
        shares = [
            f"{party.name}\u00a0: {share_words(cell.share)}{f' ({cell.who})' if cell.who else ''}"
            for party, cell in zip(table.parties, row.cells, strict=True)
            if cell.share
        ]
        found.append((row.responsibility, "\n".join(shares) or "personne encore"))
    return (Grid("", ("Responsabilité", "Qui"), tuple(found), (84, 84)),) if found else ()


def _communication(reader: Reader, today: date) -> Content:
    rows = []
    for row in communications(reader):
        day = day_of(row)
        what = ", ".join(filter(None, (row.message.strip(), uncapital(row.channel.strip()))))
        who = row.person.strip() or "–"
        rows.append((near_date(day, today) if day else "–", what, who, _MESSAGES[row.state]))
    return (Grid("", ("Date", "Message", "Qui", "État"), tuple(rows), (44, 68, 32, 24)),) if rows else ()


def _documents(reader: Reader, today: date) -> Content:
    latest: dict[tuple[str, str], ProducedView] = {}
    for one in produced(reader, lambda _path: True):  # no disk is asked
        latest.setdefault((one.document.key, one.document.meeting_uid), one)
    rows = []
    for one in latest.values():
        path = Path(one.document.path)
        sent = ", ".join(f"{near_date(s.sent_at.date(), today)} ({s.recipients})" for s in one.sendings) or "–"
        title = f"{one.document.title}\n{path.name}"
        rows.append((near_date(one.document.made_at.date(), today), title, sent))
    return (Grid("", ("Fait le", "Document", "Parti le, à qui"), tuple(rows), (34, 90, 44)),) if rows else ()


def _places(reader: Reader, _today: date) -> Content:
    place = meeting_place(reader)
    known = (
        ("Lieu", place.place), ("Créneau", place.slots), ("Capacité", place.capacity), ("Accès", place.access),
        ("Clé", place.key_holder), ("Contact", place.contact), ("À noter", place.notes),
    )  # fmt: skip
    room = tuple(f"{name}\u00a0: {' '.join(words.split())}" for name, words in known if words.strip())
    lines = [Lines("La salle", room)] if room else []
    return (*lines, *(Lines(one.title, (one.text,)) for one in kit_handover().places))


def _private(reader: Reader, today: date) -> Content:
    found: list[Lines | Grid] = []
    people = tuple(
        (display_name(person), "\n".join(lines_of(person.notes)))
        for person in reader.all(Person)
        if person.notes.strip()
    )
    if people:
        found.append(Grid("Sur les personnes", ("Nom", "Note"), people, (56, 112)))
    actions = tuple(line for row in reader.all(Action) for line in lines_of(row.notes))
    if actions:
        found.append(Lines("Sur les actions", actions))
    meetings = []
    for row in reader.all(Meeting, order="held_on, id"):
        items = reader.all(AgendaItem, order="position, id", meeting_id=row.id)
        notes = [row.mayor_notes, *(item.mayor_note for item in items)]
        said = [line for note in notes for line in lines_of(note)]
        if said:
            day = f", {near_date(row.held_on, today)}" if row.held_on else ""
            meetings.append(Lines(f"{row.title.strip()}{day}", tuple(said)))
    return (*found, *meetings)


FILES: dict[str, Callable[[Reader, date], Content]] = {
    "inventory": _inventory,
    "watch": _watch,
    "meetings": _meetings,
    "roles": _roles,
    "communication": _communication,
    "documents": _documents,
    "places": _places,
    "private": _private,
}
