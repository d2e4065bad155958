"""A person's name as lists write it: civility, first and last name told apart, capitals made a name again."""

from __future__ import annotations

import re

from msgspec import Struct

from msp_desktop.formats.first_names import FIRST_NAMES
from msp_desktop.formats.text import fold

#: The longest name that is divided, in characters.
_LONGEST = 150
_CIVILITIES = {
    "m": "M.", "mr": "M.", "monsieur": "M.", "mme": "Mme", "madame": "Mme", "mlle": "Mlle", "mademoiselle": "Mlle",
    "dr": "Dr", "docteur": "Dr", "dre": "Dre", "docteure": "Dre", "doctoresse": "Dre", "pr": "Pr", "professeur": "Pr",
    "professeure": "Pre", "pre": "Pre", "prof": "Pr",
}  # fmt: skip
#: What begins a last name: written with it, small after a first name where it is « de » or « d’ ».
_PARTICLES = frozenset(
    """
    de du des d la le les l van von den der del della di da dos ben el al ait bou abou saint sainte
    """.split()
)
_SMALL = frozenset(["de", "d", "den", "der", "del", "della", "di", "da", "dos", "et"])
#: What joins two last names.
_JOINING = frozenset(["epouse", "ep", "epx", "nee", "ne", "veuve", "vve"])
_SEVERAL = re.compile(r"\s(?:et|ou|&)\s|[/;&\n+]", re.IGNORECASE)
#: « C. », « J.-P. », « JP »: what stands for a first name, never for a last one.
_INITIAL = re.compile(r"[^\W\d_](?:(?:\.-?|-)[^\W\d_])*\.?|J[BCDFGHJKLMNPRSTVYZ]\.?")
#: How the name of a body begins.
_BODIES = re.compile(
    r"(?:pharmacie|cabinet|maison|centre|laboratoire|labo|ehpad|ssiad|clinique|hopital|association|msp|cpts|cds|scm|selarl|"
    r"sel|scp|sisa|service|residence|foyer|institut|polyclinique|groupe|optique|pole|esp|mairie|csapa|cmp|cmpp|had|usld|"
    r"ime|esat|mutualite|officine|ambulances?|opticiens?|espace|societe|sarl|equipe)\b"
)


class SplitName(Struct, frozen=True):
    """A name told apart; `sure` is False where it is kept whole, as a last name. `beside` is what stood in brackets."""

    last: str
    first: str = ""
    civility: str = ""
    beside: str = ""
    sure: bool = True


def split_name(text: str) -> SplitName:
    """Return a name told apart: « DURAND Paul », « Dr Paul Durand », « Mme de La Rochefoucauld Anne-Marie ».

    The word in capitals is the last name; else a particle begins it; else the first name is one of the commonest. Where
    none of these tells, the whole is kept.
    """
    if len(text) > _LONGEST:
        return SplitName(text, sure=False)
    brackets = re.findall(r"\(([^()]*)\)", text)
    bare = re.sub(r"\([^()]*\)", " ", text)
    if _SEVERAL.search(bare.strip()) or _are_two(bare):
        return SplitName(" ".join(text.split()), sure=False)
    civility, words = _civility(bare.replace(",", " , ").split())
    more = [part for part in brackets if part.strip()]
    if len(more) == 1 and not civility:
        said, left = _civility(more[0].split())
        civility, more = (said, []) if said and not left else ("", more)
    last, first, sure = _parts(words)
    return SplitName(from_capitals(last), from_capitals(first), civility, ", ".join(more), sure)


def is_body(name: str) -> bool:
    """Tell whether a name is a body's, nobody's: « Pharmacie du Centre »."""
    return bool(_BODIES.match(fold(name[:_LONGEST])))


def read_civility(text: str) -> str:
    """Return a civility as it is written here: « Madame » is « Mme », « MR » is « M. »; other words as they are."""
    civility, left = _civility(text.split())
    return civility if civility and not left else text.strip()


def from_capitals(name: str) -> str:
    """Return a name written in capitals as a name: « DURAND-PETIT », « D'ALMEIDA », « MC GREGOR »; others as they are."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < 3 or not all(letter.isupper() for letter in letters):
        return name
    words = name.split(" ")
    return " ".join(_named(word, number, len(words)) for number, word in enumerate(words))


def _named(word: str, number: int, count: int) -> str:
    if fold(word) in _SMALL and count > 1 and (number or fold(word) in ("de", "d")):
        return word.lower()
    if fold(word) in ("du", "des") and 0 < number < count - 1:
        return word.lower()
    parts = re.split(r"([-'’.])", word)
    out = []
    for place, part in enumerate(parts):
        then = parts[place + 1] if place + 1 < len(parts) else ""
        if fold(part) == "d" and then in ("'", "’"):
            out.append("d")
        elif place and number + count and fold(part) in ("de", "du", "la", "le", "les", "des") and then == "-":
            out.append(part.lower())
        elif re.fullmatch(r"MC[A-Z]{4,}", part.upper()):
            out.append(f"Mc{part[2:].capitalize()}")
        else:
            out.append(part.capitalize())
    return "".join(out)


def _civility(words: list[str]) -> tuple[str, list[str]]:
    """Return the civility that words begin or end with, and the others: « Mme le Dr »."""
    found: list[str] = []
    left = list(words)
    while left and (_title(left[0]) or (found and len(left) > 1 and fold(left[0]) in ("le", "la") and _title(left[1]))):
        found.append(_title(left.pop(0)))
    while len(left) > 1 and not found and _title(left[-1]):
        found.insert(0, _title(left.pop()))
    while left and left[-1] == ",":
        left.pop()
    titles = list(dict.fromkeys(filter(None, found)))
    if len(titles) == 2 and titles[0] in ("M.", "Mme", "Mlle"):
        return f"{titles[0]} le {titles[1]}" if titles[1] in ("Dr", "Pr") else titles[1], left
    return (titles[0] if len(titles) == 1 else " ".join(titles)), left


def _title(word: str) -> str:
    """Return the civility a word is; « M » alone too, and no initial (« J. »)."""
    return _CIVILITIES.get(fold(word), "")


def _parts(words: list[str]) -> tuple[str, str, bool]:
    """Return last name, first name, and whether they could be told apart."""
    if "," in words:
        comma = words.index(",")
        before, after = words[:comma], [word for word in words[comma + 1 :] if word != ","]
        return (
            " ".join(before or after),
            " ".join(after if before else []),
            bool(before and after) and words.count(",") == 1,
        )
    whole = " ".join(words)
    if len(words) < 2:
        return whole, "", True
    if by_initials := _by_initials(words):
        return by_initials
    capitals = [_is_capitals(word) for word in words]
    if any(capitals) and not all(capital or _is_joint(word) for capital, word in zip(capitals, words, strict=True)):
        return _by_capitals(words, capitals)
    particle = next((number for number, word in enumerate(words) if fold(_before_apostrophe(word)) in _PARTICLES), None)
    if particle is not None:
        return _by_particle(words, particle)
    return _by_first_names(words, 0, len(words))


def _are_two(text: str) -> bool:
    """Tell whether a comma divides two people: « Dr Durand, Dr Petit »."""
    parts = [part.split() for part in text.split(",")]
    return len(parts) > 1 and all(len(part) > 1 and _title(part[0]) for part in parts)


def _by_initials(words: list[str]) -> tuple[str, str, bool] | None:
    """Return the names where initials stand at one end: « C. Martin » is a first name and Martin, whatever Martin may be."""
    begin = next((number for number, word in enumerate(words) if not _is_initial(word)), len(words))
    end = next((number for number, word in enumerate(reversed(words)) if not _is_initial(word)), len(words))
    if bool(begin) == bool(end) or begin == len(words):
        return None
    initials, others = (words[:begin], words[begin:]) if begin else (words[-end:], words[:-end])
    last, first, sure = _parts(others)
    if not first:
        last = last if sure else " ".join(others)
        if any(map(_is_capitals, others)) and all(_is_capitals(word) or _is_joint(word) for word in others):
            last = " ".join(
                _named(word.upper(), number, len(others)) if _is_capitals(word) else word
                for number, word in enumerate(others)
            )
        return last, " ".join(initials), True
    if not all(word.endswith(".") for word in initials):
        return None
    return last, " ".join([*initials, first] if begin else [first, *initials]), sure


def _is_initial(word: str) -> bool:
    return bool(_INITIAL.fullmatch(word)) and fold(word) not in _PARTICLES | (
        {"o", "y", "e"} if len(word) == 1 else set()
    )


def _by_capitals(words: list[str], capitals: list[bool]) -> tuple[str, str, bool]:
    begin, end = capitals.index(True), len(capitals) - capitals[::-1].index(True)
    while begin and _is_joint(words[begin - 1]):
        begin -= 1
    inside = all(
        capital or _is_joint(word) for capital, word in zip(capitals[begin:end], words[begin:end], strict=True)
    )
    before, last, after = words[:begin], words[begin:end], words[end:]
    if not inside or (before and after):
        return " ".join(words), "", False
    name = " ".join(
        _named(word.upper(), number, len(last)) if _is_capitals(word) else word for number, word in enumerate(last)
    )
    return name, " ".join(before or after), True


def _by_particle(words: list[str], particle: int) -> tuple[str, str, bool]:
    if particle:
        return " ".join(words[particle:]), " ".join(words[:particle]), True
    end = 0
    while end < len(words) - 1 and fold(words[end]) in _PARTICLES:
        end += 1
    last, first = words[: end + 1], words[end + 1 :]
    if len(first) > 1 and not all(map(_is_first_name, first)):
        return _by_first_names(words, end + 1, len(words))
    return " ".join(last), " ".join(first), True


def _by_first_names(words: list[str], least: int, most: int) -> tuple[str, str, bool]:
    """Return the names where a run of common first names stands at one end only."""
    begin = 0
    while not least and begin < most and _is_first_name(words[begin]):
        begin += 1
    end = most
    while end > least and _is_first_name(words[end - 1]):
        end -= 1
    if 0 < begin < most and end == most:
        return " ".join(words[begin:]), " ".join(words[:begin]), True
    if least <= end < most and end and not begin and fold(words[end - 1]) not in _JOINING:
        return " ".join(words[:end]), " ".join(words[end:]), True
    return " ".join(words), "", False


def _is_first_name(word: str) -> bool:
    parts = fold(word).split()
    return bool(parts) and all(part in FIRST_NAMES for part in parts)


def _is_capitals(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    small = sum(letter.islower() for letter in letters)
    return len(letters) > 1 and (not small or bool(re.fullmatch(r"(?:Mc|Mac|[dDlLoO]['’])[A-Z]{2,}", word)))


def _is_joint(word: str) -> bool:
    return fold(word) in _PARTICLES | _JOINING


def _before_apostrophe(word: str) -> str:
    return re.split(r"['’]", word)[0] if re.search(r"['’]", word) else word
