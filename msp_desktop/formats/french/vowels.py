"""Which words are read as if they began with a vowel: « d’Évaux », « l’hôpital », but « de Houilles », « le onze »."""

from __future__ import annotations

import re

from msp_desktop.formats.text import fold

#: First words with an h that is not joined to the word before, as they come in names of bodies, places and trades.
_ASPIRATED = re.compile(
    r"(?:hach|haie|hain|hall[es]?|halte|hamac|hameau|hanche|hand|hangar|hanse|harcel|hard|haricot|harnais|harpe|hasard|has$"
    r"|haute?s?$|hauteur|havre|hayon|heaume|heron|heros$|herisson|hernie|herse|hetre|heurt|hibou|hierarch|hip$|hobby|hockey"
    r"|holding|holland|homard|hongr|honte|hors$|hotte|houill|housse|houx|hub$|hublot|huche|huguenot|huit|hurl|hussard|hutte)"
)
_NOT_JOINED = re.compile(r"(?:onze|onzieme|oui|ouistitis?|uhlans?)\b|y[aeiou]")
#: Names in y before a vowel that are joined all the same.
_JOINED = re.compile(r"(?:yonne|yeuses?|yeux|yeres|yerres)\b")


def joined(text: str) -> bool:
    """Tell whether « de », « le », « que » lose their vowel before a text."""
    words = fold(text)
    first = words.partition(" ")[0]
    if first.startswith("h"):
        return not _ASPIRATED.match(first)
    return first[:1] in set("aeiouy") and (bool(_JOINED.match(words)) or not _NOT_JOINED.match(words))


def elide(word: str, text: str) -> str:
    """Return « d’infirmier », « de médecin » for word « de » (also « le », « la », « que »…)."""
    return f"{word[:-1]}’{text}" if joined(text) else f"{word} {text}"
