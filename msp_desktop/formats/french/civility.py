"""What a civility typed says: how one writes to the person, and their name in full on an envelope. Nothing is guessed."""

from __future__ import annotations

import re

from msgspec import Struct

from msp_desktop.formats.text import fold

#: Civilities as people type them, by what they mean. A title goes before a name; a rank says what one is.
TITLES = {
    **dict.fromkeys(("m", "mr", "monsieur"), "Monsieur"),
    **dict.fromkeys(("mme", "mrs", "madame", "mlle", "melle", "mademoiselle"), "Madame"),
    **dict.fromkeys(("mm", "messieurs"), "Messieurs"),
    **dict.fromkeys(("mmes", "mesdames"), "Mesdames"),
}
RANKS = {
    **dict.fromkeys(("dr", "docteur"), "Docteur"),
    **dict.fromkeys(("dre", "docteure", "doctoresse"), "Docteure"),
    **dict.fromkeys(("drs", "docteurs"), "Docteurs"),
    **dict.fromkeys(("pr", "prof", "professeur"), "Professeur"),
    **dict.fromkeys(("pre", "professeure"), "Professeure"),
    **dict.fromkeys(("me", "maitre"), "Maître"),
}
_BETWEEN = frozenset(("le", "la", "l", "et", "ou"))
FEMININE_RANKS = frozenset(("Docteure", "Professeure"))
#: Functions by which one addresses who bears them, whole or followed by « de … ».
_FUNCTIONS = re.compile(r"(maire|présidente?|directeur|directrice)(?: (?:de|du|des|d’|d').*)?", re.IGNORECASE)
#: What goes with any person, and with any body.
ANYBODY = "Madame, Monsieur"


class Civility(Struct, frozen=True):
    """A civility understood: its titles (« Madame »), and the rank (« Docteur »), either of them possibly empty."""

    titles: tuple[str, ...] = ()
    rank: str = ""


def civility(typed: str) -> Civility | None:
    """Return what « Mme », « M. », « Dr », « Mme le Dr », « M. et Mme » mean; None for words that are no civility."""
    titles: list[str] = []
    rank = ""
    for word in fold(typed).split():
        if word in TITLES:
            titles.append(TITLES[word])
        elif word in RANKS and not rank:
            rank = RANKS[word]
        elif word not in _BETWEEN:
            return None
    return Civility(tuple(dict.fromkeys(titles)), rank) if titles or rank else None


def greeting(typed: str, function: str = "") -> str:
    """Return the form of address that a civility asks for: « Docteur » before « Madame », « Madame la Présidente ».

    A function counts only beside « Monsieur » or « Madame »; without a civility that is understood, it is
    « Madame, Monsieur », which goes with any.
    """
    found = civility(typed)
    if found is None:
        return ANYBODY
    if found.rank:
        return found.rank
    if len(found.titles) > 1:
        return ANYBODY if {"Madame", "Monsieur"} & set(found.titles) else "Mesdames, Messieurs"
    (title,) = found.titles
    borne = _FUNCTIONS.fullmatch(function.strip())
    if not borne or title not in ("Madame", "Monsieur"):
        return title
    word = borne[1].lower()
    feminine = title == "Madame"
    if word == "maire":
        return f"{title} {'la' if feminine else 'le'} Maire"
    # « Madame la Directrice », but « Madame le Directeur » where that is what the town typed.
    article = "la" if word.endswith(("ente", "trice")) else "le"
    return f"{title} {article} {word.capitalize()}"


def as_written(typed: str) -> str:
    """Return a civility with the capitals it has before a name: « Mme » for « mme », « Mme le Dr » for « mme le dr »."""
    if civility(typed) is None:
        return typed
    words = (word if fold(word) in _BETWEEN else word[:1].upper() + word[1:] for word in typed.split())
    return " ".join("M." if word == "M" else word for word in words)


def in_full(typed: str) -> str:
    """Return the civility as an envelope has it: « Madame », « Docteur », « Madame le Docteur », « Monsieur et Madame »."""
    found = civility(typed)
    if found is None:
        return typed.strip()
    if found.rank and len(found.titles) == 1:
        return f"{found.titles[0]} {'la' if found.rank in FEMININE_RANKS else 'le'} {found.rank}"
    return " et ".join(found.titles) or found.rank
