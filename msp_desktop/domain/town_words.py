"""A town as lists write it: « 23000 GUERET CEDEX », « St-Vaury », « Souterraine (La) »; whether it is the commune."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from msp_desktop.formats.text import fold

#: The longest text in which a town is looked for, in characters.
_LONGEST = 500
_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "ss": "sous"}
_DROPPED = frozenset(["cedex", "arrondissement", "arr"])
#: What stands between towns, or between a town and what is said beside it: « Guéret (mardi) et Ajain », « Guéret - Le Bourg ».
_BETWEEN = re.compile(r"[/;,+&()]|\bet\b|\s[-–—]\s", re.IGNORECASE)
#: The middle of a town, said after its name; « Boussac-Bourg » is another commune than Boussac.
_MIDDLE = re.compile(r"(?<=\w)[\s-]+centre(?:[\s-](?:ville|bourg))?\s*$", re.IGNORECASE)
_NO_TOWN = re.compile(
    r"(?:a |au )?domicile|itinerante?|variable|multi ?sites?|plusieurs(?: \w+)?|diver(?:s|ses)(?: \w+)?|"
    r"(?:a |env |environ |moins de |plus de )*\d{1,3}(?: \d)? ?(?:km|kms|kilometres|min|mn|minutes)"
)
_ARTICLE = re.compile(r"^(.*?)\s*\(\s*(l['’]|la|le|les)\s*\)\s*$", re.IGNORECASE)
_ARTICLES = frozenset(("le", "la", "les", "l"))
_SMALL = frozenset("de d du des en sur sous les lès le la l et aux au à a devant près".split())


class Here(Struct, frozen=True):
    """The commune a list is read for: its name and its postcode."""

    name: str = ""
    postcode: str = ""


class Town(Struct, frozen=True):
    """A town's name and its postcode, each empty where it is not said."""

    name: str = ""
    postcode: str = ""


def read_town(text: str) -> Town:
    """Return the town of a cell, without its postcode, its department, CEDEX."""
    words = " ".join(text[:_LONGEST].split())
    turned = _ARTICLE.match(words)
    if turned:
        words = f"{turned[2]}{'' if turned[2][-1] in '’' + chr(39) else ' '}{turned[1]}"
    found = re.search(r"(?<!\d)(\d{5}|\d{2}\s\d{3})(?!\d)", words)
    postcode = found[1].replace(" ", "") if found else ""
    if found:
        words = f"{words[: found.start()]} {words[found.end() :]}"
    bare = re.sub(r"\(\s*(?:\d{2,3}|2[ABab])?\s*\)", " ", words)
    bare = re.sub(r"\bcedex\b\s*\d{0,2}", " ", bare, flags=re.IGNORECASE)
    if found or bare != words:
        words = re.sub(r"^(?:F|FR)\s*-\s*", "", " ".join(bare.split())).strip(" -,–")
    return Town(_town_from_capitals(words), postcode)


def town_of_address(address: str) -> Town:
    """Return the town of a postal address, from the last line or part that has a postcode before it; nothing else."""
    for line in reversed(re.split(r"[\n,;]| - ", address[-_LONGEST:])):
        found = re.fullmatch(r".*?(?<!\d)(\d{5})\s+(\D[^\d]{1,60}?)(?:\s+cedex\s*\d{0,2})?\s*", line, re.IGNORECASE)
        if found:
            return Town(_town_from_capitals(" ".join(found[2].split())), found[1])
    return Town()


def read_postcode(text: str) -> str:
    """Return a postcode with the zero a spreadsheet took from it, « 1000 » is « 01000 »; "" for what is none."""
    digits = re.sub(r"\s", "", text)
    digits = re.sub(r"^(\d{4,5})[.,]0+$", r"\1", digits[:10])
    return digits.zfill(5) if re.fullmatch(r"[0-9]{4,5}", digits) else ""


def is_here(town: str, here: Here) -> bool:
    """Tell whether a town's name is the commune's, arrondissements, several towns of one cell and parts of it included."""
    parts = [town, *_BETWEEN.split(town[:_LONGEST])]
    return any(is_only_here(part, here) for part in parts)


def is_only_here(town: str, here: Here) -> bool:
    """Tell whether words are the commune's name and no more: « Guéret-Centre », not « Guéret (mardi) et Ajain ».

    Many leave out the article a name begins with: « Souterraine », « Ile Bouchard ».
    """
    wanted = _words(here.name)
    names = {"".join(wanted), "".join(wanted[1:] if wanted[:1] and wanted[0] in _ARTICLES else wanted)} - {""}
    return not names.isdisjoint("".join(_words(said)) for said in (town, _MIDDLE.sub("", town[:_LONGEST])))


@lru_cache(maxsize=2_000)  # thousands of entries are in a few towns
def town_key(name: str) -> str:
    """Return a town's name as names are compared: « St-Vaury », « SAINT VAURY CEDEX » and « Saint-Vaury » are one."""
    return "".join(_words(name))


def is_no_town(words: str) -> bool:
    """Tell whether words in place of a town are none: « à domicile », « plusieurs sites », « à 5 km »."""
    return bool(_NO_TOWN.fullmatch(fold(words[:_LONGEST])))


def _words(name: str) -> list[str]:
    """Return a town’s words as they are compared: « St Rémy s/ Bouzemont » and « SAINT-REMY-SUR-BOUZEMONT » are one."""
    words = [_SHORT.get(word, word) for word in fold(read_town(name).name).split()]
    while words and words[0] in ("a", "commune", "ville", "mairie", "de", "d"):
        words = words[1:]
    return [word for word in words if word not in _DROPPED and not re.fullmatch(r"\d+(?:er|e|eme|ieme)?", word)]


def _town_from_capitals(name: str) -> str:
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < 2 or not all(letter.isupper() for letter in letters):
        return name
    parts = re.split(r"([-\s'’]+)", name)
    return "".join(
        part.lower() if place and part.lower() in _SMALL else part.capitalize() for place, part in enumerate(parts)
    )
