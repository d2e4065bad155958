"""Words that agree with people: « {référent|référente} », « La Maire », « invités »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msp_desktop.formats.french.civility import FEMININE_RANKS, RANKS, TITLES
from msp_desktop.formats.text import fold

_FEMININE = frozenset(
    word for word, said in (TITLES | RANKS).items() if said in ("Madame", "Mesdames", *FEMININE_RANKS)
)
_MASCULINE = frozenset(word for word, said in TITLES.items() if said in ("Monsieur", "Messieurs"))
_CHOICE = re.compile(r"\{([^{}|]*(?:\|[^{}|]*){1,3})\}")


def is_feminine(civility: str) -> bool:
    """Tell whether a civility typed is a woman's; without one, and of « M. et Mme », words stay in the masculine form."""
    words = set(fold(civility).split())
    return bool(words & _FEMININE) and not words & _MASCULINE


def is_masculine(civility: str) -> bool:
    """Tell whether a civility typed is a man's; « Dr » alone is nobody's."""
    words = set(fold(civility).split())
    return bool(words & _MASCULINE) and not words & _FEMININE


def gendered(civility: str, masculine: str, feminine: str) -> str:
    """Return the form that goes with a civility typed."""
    return feminine if is_feminine(civility) else masculine


def all_feminine(civilities: Sequence[str]) -> bool:
    """Tell whether several people are all women: French then has a feminine plural."""
    return bool(civilities) and all(is_feminine(civility) for civility in civilities)


def agreed(text: str, feminine: bool, several: bool = False) -> str:
    """Return the text with each « {masculine|feminine} » choice made; other braces are left.

    A choice of four forms is « {référent|référente|référents|référentes} », of three has one plural for all
    (« {est|est|sont} »). With two, the number changes nothing.
    """

    def chosen(found: re.Match[str]) -> str:
        forms = found[1].split("|")
        return forms[min(feminine + 2 * several, len(forms) - 1) if len(forms) > 2 else int(feminine)]

    return _CHOICE.sub(chosen, text)


def mayor_words(civility: str) -> dict[str, str]:
    """Return what a model may name of the mayor: `le_maire`, `Le_Maire`, `du_maire`, `au_maire`."""
    woman = is_feminine(civility)
    return {
        "le_maire": "la maire" if woman else "le maire",
        "Le_Maire": "La Maire" if woman else "Le Maire",
        "du_maire": "de la maire" if woman else "du maire",
        "au_maire": "à la maire" if woman else "au maire",
    }
