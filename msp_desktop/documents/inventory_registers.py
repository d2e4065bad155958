"""The registers as they go round the table: needs, dynamics, opportunities, offers of care; nobody named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks
from msp_desktop.domain.inventory import Offer, Proximity
from msp_desktop.domain.inventory_privacy import naming, shown
from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.domain.inventory_words import NO_STRENGTH
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import decimal

#: What stands for words that name a professional.
ONE, KEPT = "un professionnel", "Précisions gardées à la mairie."


class RegisterWords(Struct, frozen=True):
    """The method's words for kinds of offers and dynamics, and for how strong a need is, by their codes."""

    offers: Mapping[str, str]
    dynamics: Mapping[str, str]
    strengths: Mapping[str, str]


def registers(view: InventoryView, words: RegisterWords, commune: str) -> list[Flowable]:
    """Return the tables of the registers that have rows, the needs by their strength."""
    names = naming(view.professionals)

    def who(text: str) -> str:
        return shown(text, names, ONE) or "–"

    def more(text: str) -> str:
        return shown(text, names, KEPT)

    needs = [
        [_titled(need.title, more(need.details)), need.public or "–", who(need.said_by),
         words.strengths.get(str(need.strength), NO_STRENGTH)]
        for need in sorted(view.needs, key=lambda need: -need.strength)
    ]  # fmt: skip
    dynamics = [
        [_titled(row.title or capital(words.dynamics.get(row.kind, row.kind)), more(row.details)), who(row.who)]
        for row in view.dynamics
    ]
    opportunities = [[_titled(row.title, more(row.details)), who(row.who)] for row in view.opportunities]
    offers = [
        [capital(words.offers.get(offer.kind, offer.kind)), offer.name or "–", _place(offer, commune),
         "\n".join(filter(None, (more(offer.details), _source(offer, names)))) or "–"]
        for offer in view.offers
    ]  # fmt: skip
    return [
        *_table("Les besoins", ["Besoin", "Public", "Qui le dit", "Force"], needs, [66, 40, 38, 24]),
        *_table("Les dynamiques", ["Ce qui se passe", "Qui le porte"], dynamics, [106, 62]),
        *_table("Les opportunités", ["Opportunité", "Qui"], opportunities, [106, 62]),
        *_table("Les offres de soins", ["Offre", "Nom", "Lieu", "À savoir"], offers, [40, 46, 36, 46]),
    ]


def _table(title: str, header: Sequence[str], rows: Sequence[blocks.Line], widths: Sequence[float]) -> list[Flowable]:
    if not rows:
        return []
    return [
        blocks.gap(6),
        blocks.section_heading(title),
        blocks.gap(1.5),
        *blocks.open_table(header, rows, widths, stub=1, air=1.6, summary=title),
    ]


def _titled(title: str, details: str) -> str:
    """Return a title, and what there is to know on the lines under it."""
    return "\n".join(filter(None, (title.strip() or "–", details.strip())))


def _source(offer: Offer, names: Callable[[str], bool]) -> str:
    """Return where a line comes from, unless that names somebody, and when it was checked; nothing where neither is known."""
    checked = f"vérifié le {medium_date(offer.checked_on)}" if offer.checked_on else ""
    said = shown(offer.source.strip(), names, "")
    source = f"source\u00a0: {said}" if said else ""
    return capital(", ".join(filter(None, (source, checked))))


def _place(offer: Offer, commune: str) -> str:
    if offer.place is Proximity.HERE:
        return commune
    distance = f", {decimal(offer.distance_km)}\u00a0km" if offer.distance_km else ""
    return (offer.town or "à proximité") + distance
