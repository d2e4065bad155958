"""A meeting's title in a sentence: « à une première rencontre… », « du comité de pilotage »."""

from __future__ import annotations

import re

from msp_desktop.formats import NBSP
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.french.vowels import joined
from msp_desktop.formats.text import fold

_FEMININE = frozenset(
    """
    assemblee commission concertation conference consultation decouverte demi journee formation inauguration
    information journee matinee pleniere prise preparation presentation reflexion rencontre restitution
    reunion seance session soiree table tournee visite
    """.split()
)
_MASCULINE = frozenset(
    """
    aperitif atelier bilan bureau cafe comite conseil copil cotech debat dejeuner dialogue diner echange entretien forum
    gouter groupe moment point pot repas rendez retour seminaire suivi tour travail webinaire
    """.split()
)
#: What stands before the noun and says nothing of what it is.
_BEFORE = frozenset(
    """
    premiere deuxieme seconde second troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme derniere
    dernier prochaine prochain premier nouvelle nouveau nouvel grande grand petite petit breve bref 1re 1ere 1er 2e 2eme
    3e 3eme 4e 4eme 5e 5eme
    """.split()
)
#: What an article typed before a title stands for; nothing is added to it.
_ARTICLE = re.compile(r"(?i)(?:(?:un|une|le|la|notre|votre|nos|les|des) |l['’])")


def meeting_words(title: str) -> dict[str, str]:
    """Return what a model may name of a meeting: `reunion`, `la_reunion`, `a_une_reunion`, `de_la_reunion`.

    Of a title whose first noun says nothing of its gender, it is « à une réunion : … », « de notre réunion : … ».
    """
    words = uncapital(" ".join(title.split()).rstrip(" .,;:"))
    feminine = None if _ARTICLE.match(words) else _gender(words)
    if feminine is None:
        after = f"{NBSP}: {words}" if words else ""
        return {
            "reunion": words or "réunion",
            "la_reunion": f"notre réunion{after}",
            "a_une_reunion": f"à une réunion{after}",
            "de_la_reunion": f"de notre réunion{after}",
        }
    elided = joined(words)
    return {
        "reunion": words,
        "la_reunion": f"l’{words}" if elided else f"{'la' if feminine else 'le'} {words}",
        "a_une_reunion": f"à un{'e' if feminine else ''} {words}",
        "de_la_reunion": f"de l’{words}" if elided else f"{'de la' if feminine else 'du'} {words}",
    }


def _gender(words: str) -> bool | None:
    """Tell whether the first noun is feminine, None where it is not known."""
    for word in fold(words).split():
        if word in _FEMININE:
            return True
        if word in _MASCULINE:
            return False
        if word not in _BEFORE:
            return None
    return None
