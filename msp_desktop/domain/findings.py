"""Drafted findings: an answer to each key question, in French, computed from the registers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msp_desktop.domain.inventory import Dynamic, Need, Opportunity, Proximity, Tri
from msp_desktop.domain.inventory_views import DepartureSpan, ProfessionCount, Trait, how_many
from msp_desktop.formats import NNBSP
from msp_desktop.formats.french.case import capital, in_series
from msp_desktop.formats.french.counts import agreeing, not_any
from msp_desktop.formats.french.towns import at_commune
from msp_desktop.formats.numbers import in_letters, listed


def professionals_sentence(tally: Mapping[Trait, int], commune: str) -> str:
    """Return how many professionals there are, here and nearby; nothing where there is none."""
    total, here = how_many(tally), how_many(tally, place=Proximity.HERE)
    if not total:
        return ""
    nearby = total - here
    count = f"{capital(in_letters(total))} {agreeing(total, 'professionnel')}"
    if not nearby:
        return f"{count}, dans la commune." if total == 1 else f"{count}, tous {at_commune(commune)}."
    if not here:
        return f"{count}, à proximité\u00a0: aucun dans la commune."
    return f"{count}\u00a0: {in_letters(here)} {at_commune(commune)}, {in_letters(nearby)} à proximité."


def professions_sentence(counts: Sequence[ProfessionCount], expected: Sequence[tuple[str, str]]) -> str:
    """Return which professions there are, and which of the expected ones are missing in the commune."""
    if not counts:
        return ""
    present = capital(listed([count.label for count in counts])) + "."
    here = {count.code for count in counts if count.here}
    absent = [word for code, word in expected if code not in here]
    if absent and here:
        return f"{present} Dans la commune, {not_any(absent)}."
    return present


def departures_sentence(spans: Sequence[DepartureSpan], horizon: int) -> str:
    """Return how many departures are known by a year, and how many age makes possible after."""
    known = known_departures(spans, horizon)
    possible = [span for span in spans if span.possible]
    if not known and not possible:
        return ""
    if known:
        sentence = f"{capital(in_letters(known))} {agreeing(known, 'départ')} d’ici {horizon}"
    else:
        sentence = f"Aucun départ connu d’ici {horizon}"
    if possible:
        others = agreeing(len(possible), "autre possible", "autres possibles")
        sentence += f"{NNBSP}; {in_letters(len(possible))} {others} d’après l’âge"
    return sentence + "."


def known_departures(spans: Sequence[DepartureSpan], horizon: int) -> int:
    """Return how many departures are known by the end of a year."""
    return sum(not span.possible and span.end <= horizon + 1 for span in spans)


def alone_sentence(tally: Mapping[Trait, int]) -> str:
    """Return how many work alone."""
    alone = how_many(tally, works_alone=Tri.YES)
    if not alone and not how_many(tally, works_alone=Tri.NO):
        return ""
    if not alone:
        return "Personne n’exerce seul parmi ceux que l’on a interrogés."
    verb = "exerce seul" if alone == 1 else "exercent seuls"
    return f"{capital(in_letters(alone))} {agreeing(alone, 'professionnel')} {verb}."


def needs_sentence(needs: Sequence[Need]) -> str:
    """Return the needs noted, the strongest first."""
    ordered = sorted(needs, key=lambda need: -need.strength)
    return _sentences([need.title for need in ordered])


def publics_sentence(needs: Sequence[Need]) -> str:
    """Return whom the needs concern."""
    publics: list[str] = []
    for need in sorted(needs, key=lambda need: -need.strength):
        for public in (part.strip() for part in need.public.split(",")):
            if public and public.lower() not in ("tous", *map(str.lower, publics)):
                publics.append(public)
    return capital(listed(publics)) + "." if publics else ""


def ready_sentence(tally: Mapping[Trait, int]) -> str:
    """Return how many say they are ready, and of how many professions."""
    ready = how_many(tally, ready=Tri.YES)
    if not ready:
        return ""
    professions = len({trait.profession for trait in tally if trait.ready is Tri.YES})
    said = "se dit prêt" if ready == 1 else "se disent prêts"
    tail = f", de {in_letters(professions)} métiers" if professions > 1 else ""
    return f"{capital(in_letters(ready))} {said} à travailler en équipe{tail}."


def dynamics_sentence(dynamics: Sequence[Dynamic], opportunities: Sequence[Opportunity]) -> str:
    """Return the dynamics and opportunities noted."""
    return _sentences([*(row.title for row in dynamics), *(row.title for row in opportunities)])


def _sentences(titles: Sequence[str]) -> str:
    words = in_series(titles)
    return f"{capital(words)}." if words else ""
