"""Words that agree with a number, in French: nought and one are singular."""

from __future__ import annotations

from collections.abc import Sequence

from msp_desktop.formats.french.vowels import elide


def agreeing(count: float, singular: str, plural: str = "") -> str:
    """Return the form of a word that agrees with a count (« 0 réponse », « 1,5 heure », « 2 heures »)."""
    return singular if abs(count) < 2 else plural or f"{singular}s"


def not_any(words: Sequence[str]) -> str:
    """Return « pas d’infirmier, ni de pharmacien, ni de dentiste », nothing where there are no words."""
    if not words:
        return ""
    return "pas " + ", ni ".join(elide("de", word) for word in words)
