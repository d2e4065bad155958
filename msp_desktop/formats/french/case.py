"""Capitals: a first word is lowered only when it is a common word, never an acronym nor a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msp_desktop.formats import NBSP, NNBSP
from msp_desktop.formats.french.common import COMMON

_FIRST = re.compile(r"(?:(?P<short>[LDJSCNMT]|Qu|Jusqu|Lorsqu|Puisqu)['’])?(?P<word>[^\W_]+(?:[-.&’'][^\W_]+)*)")
#: What a name may begin with, as « Les Deux Alpes » or « Grand Bourgtheroulde » do.
_OF_NAMES = frozenset(
    "le la les aux un une haut haute porte saint deux trois quatre cinq six sept huit neuf dix bon bonne grand grande petit petite nouvelle villages".split()
)
#: Endings of common words that no town's name has.
_COMMON_END = re.compile(
    r"(?:(?<!hau)(?<!consola)tions?|logies?|logues?|nistes?|ités|isme|thérapies?|iatres?|iatries?|pathes?|graphies?|tudes?|ssements?)$"
)
_TITLES = frozenset(
    "maire mairie préfet préfète président présidente docteur directeur directrice adjoint adjointe".split()
)


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Return the text as inside a sentence: « réunion d’équipe », « l’ARS », but « CPTS du Val », « Guéret », « Mme Roche ».

    An article is lowered before a common word or an acronym, not before a name: « La Souterraine », « L’Haÿ ».
    """
    found = _FIRST.match(text)
    if not found:
        return text
    word = found["word"]
    if found["short"]:
        lowers = word[:1].islower() or _acronym(word) or word.lower() in _TITLES
    else:
        lowers = _common(word)
        following = _FIRST.match(text, found.end() + 1) if word.lower() in _OF_NAMES else None
        if lowers and following and (after := following["word"])[:1].isupper() and not following["short"]:
            lowers = _acronym(after) or after.lower() in _TITLES
    return text[:1].lower() + text[1:] if lowers else text


def after_colon(label: str, text: str) -> str:
    """Return « label : text », its first word as inside a sentence."""
    return f"{label}{NBSP}: {uncapital(text)}"


def in_series(texts: Iterable[str]) -> str:
    """Return « donner la parole ; installer la confiance »: what is listed in a sentence, as inside a sentence."""
    return f"{NNBSP}; ".join(uncapital(text.rstrip(" .;")) for text in texts if text.strip())


def _common(word: str) -> bool:
    """Tell whether a word with a capital letter is a common one: never with another capital, nor with figures."""
    low = word[:1].lower() + word[1:]
    return low == low.lower() and all(part in COMMON or _COMMON_END.search(part) for part in re.split("[-’']", low))


def _acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1
