"""What to watch in the register of professionals, with names: for the town hall alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.domain.forecast import known_span
from msp_desktop.domain.inventory import Departure, Proximity, Tri
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters, listed

#: Names said one by one.
_MOST = 12
#: Years in which a departure is near, this one not counted.
_NEAR = 2


class Watched(Struct, frozen=True):
    """A line: what there is, and of whom."""

    words: str
    rest: str = ""


def watched(professionals: Sequence[ProfessionalView], today: date) -> tuple[Watched, ...]:
    """Return who leaves soon, who works alone, and of how many nothing is known of a departure."""
    horizon = today.year + _NEAR
    spans = [(known_span(view.row, today), view) for view in professionals]
    leaving = [view for span, view in spans if span is not None and span[1] <= horizon + 1]
    alone = [view for view in professionals if view.row.works_alone is Tri.YES]
    unknown = sum(view.row.departure is Departure.UNKNOWN for view in professionals)
    found = []
    if leaving:
        count = f"{capital(in_letters(len(leaving)))} {agreeing(len(leaving), 'départ')} d’ici {horizon}"
        found.append(Watched(count, f"\u00a0: {_names(leaving)}."))
    if alone:
        verb = agreeing(len(alone), "professionnel exerce seul", "professionnels exercent seuls")
        here = [view for view in alone if view.row.place is Proximity.HERE]
        rest = f", dont {in_letters(len(here))} dans la commune" if 0 < len(here) < len(alone) else ""
        found.append(Watched(f"{capital(in_letters(len(alone)))} {verb}", f"{rest}\u00a0: {_names(alone)}."))
    if unknown:
        count = f"{capital(in_letters(unknown))} {agreeing(unknown, 'départ non renseigné', 'départs non renseignés')}"
        found.append(Watched(count, "\u00a0: à demander à la prochaine rencontre."))
    return tuple(found)


def _names(views: Sequence[ProfessionalView]) -> str:
    names = [short_name(view) for view in views[:_MOST]]
    if len(views) > _MOST:
        others = len(views) - _MOST
        names.append(f"{in_letters(others)} {agreeing(others, 'autre')}")
    return listed(names)


def short_name(view: ProfessionalView) -> str:
    """Return « Dr Fontanel », « Mme Teyssier », « Léa Fontanel » without a civility, or the body's name."""
    person = view.person
    if person.civility and person.last_name:
        return f"{person.civility} {person.last_name}"
    return view.name or "une personne sans nom"
