"""Arrivals, departures and moves that the official files told, as the inventory and the point d'étape show them."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.official import Movement, MovementKind
from msp_desktop.domain.people import Person, display_name
from msp_desktop.formats import NBSP
from msp_desktop.formats.dates import medium_date
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.open_data.words import what_of

#: How each kind is told on paper, and on the page.
KINDS = {MovementKind.ARRIVED: "Arrivées", MovementKind.LEFT: "Départs", MovementKind.MOVED: "Déménagements"}


class MovementTold(Struct, frozen=True):
    """A movement, and whom it tells of: the name, what they are, where."""

    movement: Movement
    name: str
    what: str
    where: str


def movements(reader: Reader, since: date | None = None) -> tuple[MovementTold, ...]:
    """Return the movements told, the latest first: arrivals, then departures, then moves; `since` leaves older files out."""
    rows = [one for one in reader.all(Movement) if since is None or one.until is None or one.until >= since]
    if not rows:
        return ()
    professionals = {row.id: row for row in reader.all(HealthProfessional)}
    people = {person.id: person for person in reader.all(Person)}
    offers = {row.id: row for row in reader.all(Offer)}
    told = []
    for movement in rows:
        if movement.professional_id is not None:
            row = professionals[movement.professional_id]
            person = people[row.person_id]
            name, what = display_name(person), what_of(row.profession, row.speciality, person.civility)
        elif movement.offer_id is not None:
            offer = offers[movement.offer_id]
            what = kit_inventory().offers.get(offer.kind, offer.kind)
            name = offer.name or what
        else:
            continue
        told.append(MovementTold(movement, name, what, where_words(movement)))
    order = tuple(MovementKind)
    told.sort(key=lambda one: (order.index(one.movement.kind), one.name))
    return tuple(sorted(told, key=lambda one: one.movement.until or date.min, reverse=True))


def where_words(movement: Movement) -> str:
    """Return « Valbourg », « de Valbourg à Saint-Exemple » as « Valbourg → Saint-Exemple »."""
    return f"{movement.town_before} → {movement.town}" if movement.town_before else movement.town


def period_words(movement: Movement) -> str:
    """Return « entre le 14 avril 2026 et le 12 avril 2027 », as the two files tell it."""
    if movement.until is None:
        return ""
    until = medium_date(movement.until)
    return f"entre le {medium_date(movement.since)} et le {until}" if movement.since else f"avant le{NBSP}{until}"
