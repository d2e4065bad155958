"""What professions are called in the lists one receives: other names, abbreviations, specialities."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from msp_desktop.domain.inventory import OTHER
from msp_desktop.domain.vigilance.doctors import DOCTOR
from msp_desktop.formats.text import fold
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.reading import Content, MethodError, load

#: The longest name of a profession, in characters: what is longer is a note.
_LONGEST = 200
#: The shortest name of a profession looked for in a sentence, in letters.
_SHORTEST_WORD = 4
#: « infirmier(e) », « infirmier·ère », « diététicien/ne »: what is added for the other gender.
_GENDERED = re.compile(
    r"[(/·•.\-–](?:e|es|ne|nes|ère|ere|ière|iere|ienne|enne|euse|trice|rice|se|ses|s)\b\)?", re.IGNORECASE
)
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_MODES = {"liberal": "self_employed", "liberale": "self_employed", "salarie": "employed", "salariee": "employed"}
_DIPLOMA = ("de", "diplome", "etat")
_ENDS = " \t\u00a0\u202f-–—,;:/|()[].·•"


class ProfessionNames(Content, frozen=True):
    """Other names of the professions, those of specialists, and names that may mean several."""

    names: dict[str, tuple[str, ...]]
    specialists: dict[str, dict[str, tuple[str, ...]]]
    doubtful: dict[str, tuple[str, ...]]
    only_alone: tuple[str, ...]
    bodies: tuple[str, ...]


class NamedProfession(Struct, frozen=True):
    """What somebody's word for a profession says: its code, the speciality and how it is practised, where it says them.

    `code` is empty where the words name none. `doubt` are the professions they may mean, where there are several. `body`
    are the words where they name a place of work: « Pharmacie du Centre ».
    """

    code: str
    speciality: str = ""
    mode: str = ""
    doubt: tuple[str, ...] = ()
    body: str = ""


@cache
def profession_names() -> ProfessionNames:
    """Load resources/method/professions.toml."""
    return load(ProfessionNames, "professions")


@lru_cache(maxsize=2000)
def named_profession(text: str) -> NamedProfession:
    """Return what a word for a profession says: « Kiné », « Infirmière libérale (IDEL) », « Médecin – cardiologue »."""
    if len(text) > _LONGEST:
        return NamedProfession("")
    spelt = _GENDERED.sub(" ", _ACRONYM.sub(lambda found: found.group().replace(".", ""), text))
    pieces = list(re.finditer(r"\w+", spelt))
    if len(pieces) > 1 and _plain(pieces[0].group()) in ("dr", "docteur") and _named(spelt, pieces[1:]).code:
        pieces = pieces[1:]
    return _named(spelt, pieces)


def professions_named(text: str) -> frozenset[str]:
    """Return the codes of the professions that a field « profession » names: several in « médecin, infirmier ».

    A trade that the method does not list (« ostéopathe ») is « autre »; what may be a doctor or somebody else
    (« docteur ») is none.
    """
    if not text.strip():
        return frozenset()
    said = named_profession(text)
    meant = frozenset(filter(None, (said.code, *(named_profession(word).code for word in said.doubt))))
    if said.code:
        return meant
    if said.doubt:
        return frozenset() if DOCTOR in meant else meant or frozenset({OTHER})
    return professions_in(text) or frozenset({OTHER})


@lru_cache(maxsize=4000)
def professions_in(sentence: str) -> frozenset[str]:
    """Return the codes of the professions that a sentence names, by whole words: « Six semaines d’attente en kinésithérapie ».

    Abbreviations of fewer than four letters, and what may be several professions, are none there.
    """
    words = [_plain(piece) for piece in re.findall(r"\w+", _GENDERED.sub(" ", sentence))]
    found, at = set(), 0
    while at < len(words):
        size = next((n for n in range(_most_words(), 0, -1) if " ".join(words[at : at + n]) in _in_sentences()), 0)
        if size:
            found.add(_table()[" ".join(words[at : at + size])][0])
        at += size or 1
    return frozenset(found)


def _named(spelt: str, pieces: list[re.Match[str]]) -> NamedProfession:
    words = [_plain(piece.group()) for piece in pieces]
    mode = next((_MODES[word] for word in words if word in _MODES), "")
    for count in range(len(words), 0, -1):
        wanted = " ".join(words[:count])
        if wanted in _doubtful():
            return NamedProfession("", "", mode, _doubtful()[wanted])
        if wanted not in _table():
            continue
        code, speciality = _table()[wanted]
        rest = re.sub(r"^en\s+", "", spelt[pieces[count - 1].end() :].strip(_ENDS))
        if rest and words[0] in profession_names().bodies:
            return NamedProfession(code, "", mode, body=" ".join(spelt.split()))
        others = [_table()[word][0] for word in words[count:] if word in _table()]
        doubt = (
            tuple(kit_inventory().profession(other).masculine for other in (code, *others))
            if set(others) - {code}
            else ()
        )
        more = _speciality(rest)
        both = f"{speciality} ({more})" if speciality and more and more != speciality else speciality or more
        return NamedProfession(code, both, mode, doubt)
    return NamedProfession("")


def _speciality(rest: str) -> str:
    """Return what follows a profession as its speciality: nothing where it only says it again, or how it is practised."""
    words = [_plain(word) for word in re.findall(r"\w+", rest)]
    if all(word in _MODES or word in _table() or word in _DIPLOMA or len(word) == 1 for word in words):
        return next((_table()[word][1] for word in words if word in _table() and _table()[word][1]), "")
    return rest


@cache
def _table() -> dict[str, tuple[str, str]]:
    """Return the code and the speciality of each name, as names are compared."""
    names = profession_names()
    unknown = {*names.names, *names.specialists} - {entry.code for entry in kit_inventory().professions}
    if unknown:
        raise MethodError(f"professions.toml: unknown professions: {', '.join(sorted(unknown))}")
    table: dict[str, tuple[str, str]] = {}
    for entry in kit_inventory().professions:
        if entry.code != OTHER:
            for word in (entry.code, entry.masculine, entry.feminine, entry.plural, *names.names.get(entry.code, ())):
                table[_words(word)] = (entry.code, "")
    for code, specialities in names.specialists.items():
        for speciality, words in specialities.items():
            for word in words:
                table[_words(word)] = (code, speciality)
    return table


@cache
def _in_sentences() -> frozenset[str]:
    """Return the names that mean a profession wherever they stand in a sentence, as names are compared."""
    alone = {_words(word) for word in profession_names().only_alone}
    return frozenset(name for name in _table() if len(name) >= _SHORTEST_WORD and name not in alone | set(_doubtful()))


@cache
def _most_words() -> int:
    return max(name.count(" ") for name in _in_sentences()) + 1


@cache
def _doubtful() -> dict[str, tuple[str, ...]]:
    return {_words(word): means for word, means in profession_names().doubtful.items()}


def _words(text: str) -> str:
    return " ".join(_plain(word) for word in re.findall(r"\w+", text))


def _plain(word: str) -> str:
    """Return a word as it is compared: « Infirmières » is « infirmiere »."""
    folded = fold(word).replace(" ", "")
    return folded[:-1] if len(folded) > 3 and folded[-1] in "sx" else folded
