"""The preliminary diagnosis an ARS asks a candidate team for, prefilled from the dossier; no professional is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.core_words import lacking
from msp_desktop.domain.diagnostic_page import Diagnostic, DiagnosticSection, DiagnosticTable
from msp_desktop.domain.findings import alone_sentence, departures_sentence, professionals_sentence
from msp_desktop.domain.inventory import Proximity
from msp_desktop.domain.inventory_views import InventoryView, tallied
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.neighbours import years_taken
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, decimal, in_letters, inhabitants
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.road import kit_road
from msp_desktop.services.federation_exchanges import federation_exchanges
from msp_desktop.services.inventory import inventory_view
from msp_desktop.services.neighbours import neighbours
from msp_desktop.services.report_who import Discretion, discretion
from msp_desktop.services.road import RoadView, road_view
from msp_desktop.services.road_paper import core_lines
from msp_desktop.services.schemes import standing_words, ticked_schemes

_KEPT = "Précisions gardées à la mairie."
#: Years ahead for which departures are told.
_AHEAD = 5
#: Questions of the inventory whose findings are told where the needs are.
_OF_NEEDS = ("difficultes", "publics")


class _Known:
    """What is read once for all sections."""

    def __init__(self, reader: Reader, today: date) -> None:
        self.reader, self.today = reader, today
        self.commune = reader.one(Commune, 1)
        self.inventory: InventoryView = inventory_view(reader, today)
        self.road: RoadView = road_view(reader, today)
        self.kept: Discretion = discretion(reader, with_names=False)

    def said(self, words: str) -> str:
        """Return words as they may leave the town hall."""
        return _KEPT if self.kept.named(words) else words.strip()


def preliminary_diagnosis(reader: Reader, today: date) -> Diagnostic:
    """Return the diagnosis."""
    kit, known = kit_road().diagnostic, _Known(reader, today)
    sections = []
    for section in kit.sections:
        sentences, tables = _SECTIONS[section.code](known)
        sections.append(
            DiagnosticSection(
                section.title, tuple(filter(None, sentences)), tuple(t for t in tables if t.rows), section.asks
            )
        )
    return Diagnostic(kit.title, kit.subtitle, kit.intro, kit.blank, tuple(sections))


Section = tuple[list[str], list[DiagnosticTable]]


def _territory(known: _Known) -> Section:
    commune = known.commune
    facts = (
        ("Commune", commune.name),
        ("Population", inhabitants(commune.population)),
        ("Intercommunalité", commune.epci),
        ("Département", commune.department),
        ("Région", commune.region),
    )
    rows = tuple((name, value) for name, value in facts if value)
    return [], [DiagnosticTable(("Repère", "Ce que l’on sait"), rows, (48, 120))]


def _supply(known: _Known) -> Section:
    view = known.inventory
    tally = tallied(view.professionals)
    sentences = [
        professionals_sentence(tally, known.commune.name),
        departures_sentence(view.departures, known.today.year + _AHEAD),
        alone_sentence(tally),
    ]
    trades = tuple((capital(count.label), str(count.here), str(count.nearby)) for count in view.counts)
    kinds = kit_inventory().offers
    offers = tuple(
        (
            capital(kinds.get(row.kind, row.kind)),
            known.said(row.name) or "–",
            _where(row.place, row.town, row.distance_km, known),
        )
        for row in view.offers
    )
    return sentences, [
        DiagnosticTable(("Métier", "Dans la commune", "À proximité"), trades, (88, 40, 40)),
        DiagnosticTable(("Offre", "Nom", "Lieu"), offers, (52, 62, 54)),
    ]


def _needs(known: _Known) -> Section:
    view = known.inventory
    findings = [known.said(one.answer) for one in view.findings() if one.code in _OF_NEEDS and one.answer.strip()]
    rows = tuple(
        (known.said(need.title), known.said(need.public) or "–", known.said(need.said_by) or "–")
        for need in sorted(view.needs, key=lambda need: -need.strength)
    )
    return findings, [DiagnosticTable(("Besoin", "Public", "Qui le dit"), rows, (78, 48, 42))]


def _cooperation(known: _Known) -> Section:
    kinds = kit_inventory().dynamics
    dynamics = tuple(
        (known.said(row.title) or capital(kinds.get(row.kind, row.kind)), known.said(row.who) or "–")
        for row in known.inventory.dynamics
    )
    there = tuple(
        (view.title, standing_words(view.standing), known.said(view.perimeter) or "–")
        for view in ticked_schemes(known.reader)
    )
    return [], [
        DiagnosticTable(("Coopération, projet", "Qui"), dynamics, (108, 60)),
        DiagnosticTable(("Dispositif", "La commune", "Périmètre"), there, (88, 30, 50)),
    ]


def _approach(known: _Known) -> Section:
    held = known.reader.all(Meeting, order="held_on, id", state=MeetingState.HELD)
    meetings = tuple(
        (medium_date(row.held_on) if row.held_on else "–", known.said(row.title), known.said(row.summary) or "–")
        for row in held
    )
    exchanges = sum(row.held_on <= known.today for row in federation_exchanges(known.reader))
    noted = f"{capital(in_letters(exchanges))} {agreeing(exchanges, 'échange noté', 'échanges notés')}"
    sentences = [f"{noted} avec la fédération régionale."] if exchanges else []
    towns = tuple(
        (
            row.town,
            counted(years, "an") if (years := years_taken(row)) is not None else "–",
            known.said(row.kept) or "–",
        )
        for row in neighbours(known.reader)
    )
    return sentences, [
        DiagnosticTable(("Date", "Rencontre", "Ce qu’on en retient"), meetings, (34, 54, 80)),
        DiagnosticTable(("Commune voisine", "Temps", "Ce que nous en retenons"), towns, (44, 20, 104)),
    ]


def _team(known: _Known) -> Section:
    core = known.road.core
    rows = tuple((line.title, str(line.ready), f"{line.least} au moins", line.missing) for line in core_lines(core))
    return [lacking(core), kit_road().core.asks], [
        DiagnosticTable(("Le noyau", "Prêts", "Il en faut", "Ce qui manque"), rows, (54, 24, 30, 60))
    ]


def _calendar(known: _Known) -> Section:
    rows = tuple(
        (f"{number}. {kit.title}", medium_date(span.begin), medium_date(span.end))
        for number, (kit, span) in enumerate(zip(kit_road().stages, known.road.spans, strict=True), 1)
    )
    waits = f"Troisième étape\u00a0: {known.road.waits}." if known.road.waits else ""
    return [waits], [DiagnosticTable(("Étape", "Du", "Au"), rows, (92, 38, 38))]


def _where(place: Proximity, town: str, distance: float | None, known: _Known) -> str:
    if place is Proximity.HERE:
        return known.commune.name
    far = f"{decimal(distance)}\u00a0km" if distance is not None else ""
    return ", ".join(filter(None, (town, far))) or "à proximité"


_SECTIONS: dict[str, Callable[[_Known], Section]] = {
    "territory": _territory, "supply": _supply, "needs": _needs, "cooperation": _cooperation, "approach": _approach,
    "team": _team, "calendar": _calendar,
}  # fmt: skip
