"""What professions are called in the lists one receives: other names, abbreviations, specialities."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from msp_desktop.domain.inventory import OTHER
from msp_desktop.formats.text import fold
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.reading import Content, MethodError, load

#: The longest name of a profession, in characters: what is longer is a note.
_LONGEST = 200
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
def _doubtful() -> dict[str, tuple[str, ...]]:
    return {_words(word): means for word, means in profession_names().doubtful.items()}


def _words(text: str) -> str:
    return " ".join(_plain(word) for word in re.findall(r"\w+", text))


def _plain(word: str) -> str:
    """Return a word as it is compared: « Infirmières » is « infirmiere »."""
    folded = fold(word).replace(" ", "")
    return folded[:-1] if len(folded) > 3 and folded[-1] in "sx" else folded
