"""A trade said of a person: « médecin généraliste » where a register says « médecine générale »."""

from __future__ import annotations

import re

from msp_desktop.formats.text import fold

#: What registers put before a speciality (« Spécialiste en Médecine Générale », « Qualifié en… »).
_BEFORE = re.compile(r"(?i)^(?:spécialiste|qualifiée?|spécialité|compétente?|diplômée?) (?:en|de|d’|d')\s*")
#: By what is left, as search sees it: said of a man, of a woman.
_PEOPLE = {
    "medecine generale": ("médecin généraliste", "médecin généraliste"),
    "medecine d urgence": ("médecin urgentiste", "médecin urgentiste"),
    "medecine interne": ("médecin interniste", "médecin interniste"),
    "medecine vasculaire": ("médecin vasculaire", "médecin vasculaire"),
    "medecine du sport": ("médecin du sport", "médecin du sport"),
    "medecine du travail": ("médecin du travail", "médecin du travail"),
    "medecine scolaire": ("médecin scolaire", "médecin scolaire"),
    "pediatrie": ("pédiatre", "pédiatre"),
    "psychiatrie": ("psychiatre", "psychiatre"),
    "geriatrie": ("gériatre", "gériatre"),
    "anesthesie reanimation": ("anesthésiste-réanimateur", "anesthésiste-réanimatrice"),
    "chirurgie dentaire": ("chirurgien-dentiste", "chirurgienne-dentiste"),
    "orthopedie dento faciale": ("orthodontiste", "orthodontiste"),
    "orthodontie": ("orthodontiste", "orthodontiste"),
    "gynecologie medicale": ("gynécologue", "gynécologue"),
    "gynecologie obstetrique": ("gynécologue-obstétricien", "gynécologue-obstétricienne"),
    "gastro enterologie et hepatologie": ("gastro-entérologue", "gastro-entérologue"),
    "hepato gastro enterologie": ("gastro-entérologue", "gastro-entérologue"),
    "medecine cardiovasculaire": ("cardiologue", "cardiologue"),
    "cardiologie et maladies vasculaires": ("cardiologue", "cardiologue"),
    "dermatologie et venereologie": ("dermatologue", "dermatologue"),
    "oto rhino laryngologie": ("oto-rhino-laryngologiste", "oto-rhino-laryngologiste"),
    "radiologie": ("radiologue", "radiologue"),
}
_OF_PEOPLE = re.compile(r"(?i)(.*)(log)ie$")


def trade(word: str, speciality: str = "", *, feminine: bool = False) -> str:
    """Return what one is: « médecin généraliste », « cardiologue », « infirmière », « infirmière, stomathérapie ».

    `word` is the profession already agreed. A speciality that already says what one is stands alone (« médecin
    acupuncteur »); one that is not known follows the profession. Each is said as inside a sentence.
    """
    said = _BEFORE.sub("", " ".join(speciality.split()))
    if not said:
        return word
    if fold(word) == "autre metier":
        # The words of a list for a profession that is none of ours.
        return _inside(said)
    known = _PEOPLE.get(fold(said))
    if known:
        return known[feminine]
    if " " not in said and (found := _OF_PEOPLE.fullmatch(said)):
        return f"{found[1].lower()}{found[2].lower()}ue"
    first = fold(word).partition(" ")[0]
    if fold(said).startswith(first) and not fold(said).startswith("medecine"):
        return _inside(said)
    return f"{word}, {_inside(said)}"


def _inside(said: str) -> str:
    """Return a speciality with a small letter, but for an acronym."""
    return f"{said[:1].lower()}{said[1:]}" if said[1:2].islower() else said
