"""What decides which legal act appoints a référent, and in which words: the rank, the service, the trade of a person.

Each is read in the function that was typed, in French; what is not understood is None or False, never guessed.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from msp_desktop.formats.french.people import is_feminine
from msp_desktop.formats.text import fold

#: Words that make a health professional of whom one calls so (code de la santé publique, quatrième partie). Folded.
_TRADES = (
    "medecin", "generaliste", "chirurgien", "chirurgienne", "dentiste", "pharmacien", "pharmacienne", "infirmier",
    "infirmiere", "kinesitherapeute", "kine", "sage femme", "orthophoniste", "ergotherapeute", "psychomotricien",
    "psychomotricienne", "podologue", "pedicure", "orthoptiste", "dieteticien", "dieteticienne", "opticien", "opticienne",
    "audioprothesiste", "biologiste", "aide soignant", "aide soignante", "ambulancier", "ambulanciere", "psychologue",
    "osteopathe", "prothesiste", "orthesiste", "radiologue", "cardiologue", "pediatre", "psychiatre", "ophtalmologue",
    "ophtalmologiste", "gynecologue", "dermatologue", "geriatre", "ide", "idel",
)  # fmt: skip
_TRADE = re.compile(rf"\b(?:{'|'.join(_TRADES)})s?\b")
#: Who no longer practises has no practice of their own to keep apart.
_FORMER = re.compile(r"\b(?:retraitee?s?|ancien|ancienne|honoraire|ex)\b")
_HEAD = re.compile(
    r"(?:secretaire (?:generale?|(?:de|de la) (?:mairie|commune))|directeur general|directrice generale|dgs|sgm)\b"
)


#: Functions in the feminine, as one types them.
_WOMAN = re.compile(
    r"\b(?:adjointe|conseillere|elue|agente|directrice|secretaire generale|deleguee|attachee|chargee|presidente|maire deleguee)\b"
)


class Rank(StrEnum):
    """What an elected person is in the council."""

    MAYOR = "mayor"
    DEPUTY = "deputy"
    DELEGATED = "delegated"
    COUNCILLOR = "councillor"


class Act(Struct, frozen=True):
    """One legal act, one file: whose (with their name as shown), called what, and the middle of its file's name."""

    person_id: int
    who: str
    title: str
    slug: str


def rank_of(function: str) -> Rank:
    """Return the rank that a function says; a member of the council who says none is a conseiller.

    A maire délégué is adjoint by right (CGCT, L. 2113-13), and none of those whose number the council fixes.
    """
    words = fold(function)
    if re.search(r"\badjointe?s?\b", words):
        return Rank.DEPUTY
    if re.search(r"\bmaire deleguee?\b", words):
        return Rank.DELEGATED
    return Rank.MAYOR if re.fullmatch(r"(?:l[ae] )?maire(?: d.*)?", words) else Rank.COUNCILLOR


def is_woman(civility: str, function: str) -> bool:
    """Tell whether words about a person are feminine: by the civility, or the function where that is « Dr » or none."""
    known = fold(civility).split()[:1]
    return is_feminine(civility) or (known not in (["m"], ["mr"], ["monsieur"]) and bool(_WOMAN.search(fold(function))))


def heads_staff(function: str) -> bool:
    """Tell whether an agent's own superior is the mayor: secrétaire général(e) de mairie, DGS (CGCT, L. 2122-19-1)."""
    words = fold(function)
    return bool(_HEAD.match(words)) and not re.search(r"\badjointe?\b", words)


def practises(function: str) -> bool:
    """Tell whether a function typed is, or goes with, a health profession still practised."""
    words = fold(function)
    return bool(_TRADE.search(words)) and not _FORMER.search(words)
