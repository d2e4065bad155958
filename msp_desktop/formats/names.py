"""Names of communes and people: articles, elisions, masculine and feminine."""

from __future__ import annotations

from msp_desktop.formats import NBSP
from msp_desktop.formats.text import fold

_ARTICLES = {"le ": ("du ", "au "), "les ": ("des ", "aux ")}
_VOWELS = "aeiouyàâäéèêëîïôöùûüœæh"
_FEMININE = ("mme", "madame", "mlle", "mademoiselle", "dre", "docteure", "pre", "professeure")


def elide(word: str, name: str) -> str:
    """Return « d’Évaux », « de Guéret » for word « de » (also « le », « que »…)."""
    if name[:1].lower() in _VOWELS and name[:1]:
        return f"{word[:-1]}’{name}"
    return f"{word} {name}"


def of_commune(name: str) -> str:
    """Return « de Guéret », « d’Évaux », « du Havre », « des Abymes », « de La Rochelle »."""
    for article, (of, _at) in _ARTICLES.items():
        if name.lower().startswith(article):
            return of + name[len(article) :]
    return elide("de", name)


def at_commune(name: str) -> str:
    """Return « à Guéret », « au Havre », « aux Abymes »."""
    for article, (_of, at) in _ARTICLES.items():
        if name.lower().startswith(article):
            return at + name[len(article) :]
    return f"à{NBSP}{name}"


def is_feminine(civility: str) -> bool:
    """Tell whether a civility typed is feminine; without one, words stay in the masculine form."""
    return fold(civility).partition(" ")[0] in _FEMININE


def gendered(civility: str, masculine: str, feminine: str) -> str:
    """Return the form that goes with a civility typed."""
    return feminine if is_feminine(civility) else masculine
