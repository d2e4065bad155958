"""The French words of a basin, the same on the paper and on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.federated.basin import Basin, MapRow, Place
from msp_desktop.domain.federated.basin_report import Coming
from msp_desktop.formats.dates import month_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.numbers import listed
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.method.vigilance import kit_vigilances

_REFERENTS = {"elected": "élu", "staff": "agent", "pair": "binôme"}


def trade_words(code: str) -> str:
    """Return « médecin généraliste »; a code that the kit does not know is said as it is."""
    return kit_inventory().profession(code).masculine


def offer_words(kind: str) -> str:
    """Return « pharmacie »."""
    return kit_inventory().offers.get(kind, kind)


def map_lines(basin: Basin) -> tuple[tuple[str, tuple[tuple[str, MapRow], ...]], ...]:
    """Return the map's groups, each with its rows in the kit's order and what they are called; no group is empty."""
    kit = kit_inventory()
    kinds = list(kit.offers)
    trades = sorted(basin.professions, key=lambda row: (kit.order_of(row.code), row.code))
    offers = sorted(
        basin.offers, key=lambda row: (kinds.index(row.code) if row.code in kinds else len(kinds), row.code)
    )
    groups = (
        ("Professionnels", tuple((capital(trade_words(row.code)), row) for row in trades)),
        ("Offres de soins", tuple((capital(offer_words(row.code)), row) for row in offers)),
    )
    return tuple(group for group in groups if group[1])


def cell_words(count: int) -> str:
    """Return « 2 », « – » for none."""
    return str(count) if count else "–"


def total_words(row: MapRow) -> str:
    """Return « 2 », « aucun »."""
    return str(row.total) if row.total else "aucun"


def beside_words(row: MapRow) -> str:
    """Return « 2 », or « au moins 2 » where several may count the same people, of what is nearby where no commune has any."""
    least = "au moins " if row.at_least else ""
    return f"{least}{row.beside}" if row.beside else "–"


def several_words(count: int) -> str:
    """Return how many people are counted in several communes, and once in the basin."""
    if not count:
        return "Chacun est connu par son nom\u00a0: personne n’est compté deux fois."
    people = "une personne exerce" if count == 1 else f"{count} personnes exercent"
    return f"Chacun est connu par son nom\u00a0: {people} dans plusieurs communes, et ne compte qu’une fois dans le bassin."


def referent_words(data: CommuneData) -> str:
    """Return « élu, depuis avril 2026 », « à désigner »."""
    if data.referent is None:
        return "à désigner"
    since = f", depuis {month_date(data.referent.since)}" if data.referent.since else ""
    return f"{_REFERENTS[data.referent.kind]}{since}"


def vigilance_words(data: CommuneData) -> str:
    """Return the points of vigilance of a commune, "" without any."""
    found = [(kit_vigilances().point(code), code) for code in data.vigilances]
    return "\n".join(point.title if point else code for point, code in found)


def coming_words(one: Coming) -> str:
    """Return what comes: the meeting's kind, the action's title in the kit, or the town's words."""
    if one.meeting:
        return f"Rencontre\u00a0: {kit_meetings().kind(one.meeting).title}"
    action = kit_timeline().action(one.code)
    return capital(one.text or (action.title if action else one.code))


def towns_words(basin: Basin, members: Sequence[int]) -> str:
    """Return « toutes les communes », or their names."""
    if len(members) == len(basin.members):
        return "les deux communes" if len(members) == 2 else "toutes les communes"
    return listed([basin.names[number] for number in members])


def place_words(place: Place) -> str:
    """Return « Pharmacie du Centre (Guéret) »."""
    return f"{place.name} ({place.town})" if place.town else place.name


def strength_words(strength: int) -> str:
    """Return « pressant »; « – » where nobody has said."""
    return kit_inventory().strengths.get(str(strength), "–")
