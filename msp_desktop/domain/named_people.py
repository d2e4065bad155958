"""Which people of the directory a text names: what goes out to residents names nobody without the town's choice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct, structs

from msp_desktop.formats.french.common import COMMON

_WORD = re.compile(r"[^\W_]+")
#: What stands before a last name, as it is compared: whoever is so called is named, whatever the name.
_TITLES = frozenset(
    """
    m mr mm mme mmes mlle mlles dr dre drs pr pre me monsieur messieurs madame mesdames mademoiselle docteur docteure
    docteurs professeur professeure maitre
    """.split()
)
#: What a last name of several words is told without: « le docteur Roche » is M. de La Roche.
_PARTICLES = frozenset("d da de del der des di do dos du e el l la las le les los o van von y".split())
#: What no screen shows, and text copied from a page holds within its words.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
#: Shortest last name that is looked for inside an address (« nadia.roche@… »), in letters.
_SHORT = 4


class Named(Struct, frozen=True):
    """Somebody who may be named: what they are called here, and both parts of their name."""

    label: str
    first_name: str
    last_name: str


class _Token(Struct, frozen=True):
    """A word of a text, as it is compared; `joined` where a hyphen ties it to the word before."""

    word: str
    capital: bool = False
    joined: bool = False
    address: bool = False
    place: bool = False


def people_named(text: str, people: Iterable[Named], places: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the labels of those a text names, in the order of the list.

    Accents, case and hyphens do not matter. A last name alone counts where it is written with a capital; one that is a
    common word (« Petit », « Maire »), or part of one of `places` (the town's own name), only after a title, an initial or
    the first name. A part of a last name (« Mme Faure » for Faure-Lebœuf) counts after a title, an initial or the first name.
    """
    tokens = _tokens(_UNSEEN.sub("", text), list(filter(None, map(_words, places))))
    where: dict[str, list[int]] = {}
    for number, token in enumerate(tokens):
        where.setdefault(token.word, []).append(number)
    return tuple(dict.fromkeys(person.label for person in people if _is_named(person, tokens, where)))


def _is_named(person: Named, tokens: list[_Token], where: dict[str, list[int]]) -> bool:
    last, first = _words(person.last_name), _words(person.first_name)
    if not last:
        return bool(first) and any(
            tokens[begin].capital and _follows(tokens, begin, first) and begin and tokens[begin - 1].word in _TITLES
            for begin in where.get(first[0], ())
        )
    common = all(word in _COMMON for word in last) or len("".join(last)) < 2
    for begin in where.get(last[0], ()):
        if not _follows(tokens, begin, last):
            continue
        end = begin + len(last)
        before = tokens[begin - 1] if begin else None
        beside = _follows(tokens, end, first) or (begin >= len(first) and _follows(tokens, begin - len(first), first))
        if first and beside:
            return True
        if tokens[begin].address:
            if len("".join(last)) >= _SHORT and not common:
                return True
            continue
        if before is not None and (before.word in _TITLES or _is_initial(before, first)):
            return True
        # « Saint-Martin » and « Martin-Luther » are other names than Martin's.
        inside = any(token.place for token in tokens[begin:end]) or tokens[begin].joined
        inside = inside or (end < len(tokens) and tokens[end].joined)
        if not common and tokens[end - 1].capital and not inside:
            return True
    return len(last) > 1 and any(_is_part_named(part, first, tokens, where) for part in last)


def _is_part_named(part: str, first: tuple[str, ...], tokens: list[_Token], where: dict[str, list[int]]) -> bool:
    """Tell whether somebody is called by one word of their last name, as « M. Faure » or « Jean-Pierre Faure »."""
    if part in _PARTICLES or len(part) < 2:
        return False
    for at in where.get(part, ()):
        begin = at
        # « Madame la maire » is nobody called Maire: between a title and a common word, nothing is passed over.
        while begin and part not in _COMMON and tokens[begin - 1].word in _PARTICLES:
            begin -= 1
        if not begin or tokens[at].address:
            continue
        before = tokens[begin - 1]
        if before.word in _TITLES or _is_initial(before, first):
            return True
        if begin >= len(first) and _follows(tokens, begin - len(first), first):
            return True
    return False


def _follows(tokens: list[_Token], begin: int, words: tuple[str, ...]) -> bool:
    return bool(words) and tuple(token.word for token in tokens[begin : begin + len(words)]) == words


def _is_initial(token: _Token, first: tuple[str, ...]) -> bool:
    return token.capital and len(token.word) == 1 and bool(first) and first[0].startswith(token.word)


def _tokens(text: str, places: list[tuple[str, ...]]) -> list[_Token]:
    """Return the words of a text, those of the places marked."""
    addresses = [found.span() for found in re.finditer(r"\S+@\S+|\bhttps?://\S+|\bwww\.\S+", text)]
    found = []
    for match in _WORD.finditer(text):
        found.append(
            _Token(
                word=_plain(match[0]),
                capital=match[0][:1].isupper(),
                joined=match.start() > 0 and text[match.start() - 1] == "-",
                address=any(begin <= match.start() < end for begin, end in addresses),
            )
        )
    for place in places:
        for begin, token in enumerate(found):
            if token.word == place[0] and _follows(found, begin, place):
                for number in range(begin, begin + len(place)):
                    found[number] = structs.replace(found[number], place=True)
    return found


@lru_cache(maxsize=4096)  # the same directory is looked for at each key
def _words(name: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in _WORD.findall(name))


@lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    """Return a word without its accents and capitals; « œ » is « oe »."""
    letters = unicodedata.normalize("NFKD", word).casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_COMMON = frozenset(_plain(word) for word in COMMON)
