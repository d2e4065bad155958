"""Names of towns in a sentence: « du Grand-Bourg, aux Abymes, d’Hyères, de Haute-Goulaine »."""

from __future__ import annotations

import re

from msp_desktop.formats import NBSP
from msp_desktop.formats.french.liaisons import BY_CODE, INVERTED
from msp_desktop.formats.french.vowels import joined
from msp_desktop.formats.text import fold

#: Articles that « de » and « à » change. Of « Aux Marais », INSEE says « des Marais » (its type 6).
_ARTICLES = {"le": ("du", "au"), "les": ("des", "aux"), "aux": ("des", "aux")}
_WITH_ARTICLE = re.compile(r"(le|les|aux)\s+(?=\S)", re.IGNORECASE)


def of_commune(name: str, insee: str = "") -> str:
    """Return « de Guéret », « d’Évaux », « du Havre », « des Abymes », « de La Rochelle », « de L’Isle ».

    INSEE's `typeLiaison` decides (`liaisons`); the code matters to eleven names only, such as « Hauteville », that it
    joins in one department and not in another. Names that are not in its list follow the common rule.
    """
    if article := _WITH_ARTICLE.match(name):
        return f"{_ARTICLES[article[1].lower()][0]} {name[article.end() :]}"
    return f"d’{name}" if town_joined(name, insee) else f"de {name}"


def at_commune(name: str) -> str:
    """Return « à Guéret », « au Havre », « aux Abymes », « à La Rochelle »."""
    if article := _WITH_ARTICLE.match(name):
        return f"{_ARTICLES[article[1].lower()][1]} {name[article.end() :]}"
    return f"à{NBSP}{name}"


def town_hall(name: str, insee: str = "") -> str:
    """Return « Mairie de Saint-Exemple », « Mairie du Mans », « Mairie des Lilas », « Mairie d’Issy »."""
    return f"Mairie {of_commune(name, insee)}"


def town_joined(name: str, insee: str = "") -> bool:
    """Tell whether « de » is joined to a town's name."""
    if insee in BY_CODE:
        return BY_CODE[insee]
    return plainly_joined(name) != (fold(name) in INVERTED)


def plainly_joined(name: str) -> bool:
    """Tell the same by the common rule alone; unlike other words, all towns in y are joined (« d’Yenne »)."""
    return joined(name) or fold(name)[:1] == "y"


def town_words(name: str, insee: str = "") -> dict[str, str]:
    """Return what a model may name of a town: `commune`, `de_commune`, `a_commune`."""
    return {"commune": name, "de_commune": of_commune(name, insee), "a_commune": at_commune(name)}
