"""Text folded for search and made safe for file names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Names a file may not bear on Windows, whatever its ending.
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(1, 10)),
    *(f"lpt{n}" for n in range(1, 10)),
}

#: How many characters of somebody's words a sentence quotes.
QUOTED = 80


class _Searched(dict[int, int | str | None]):
    """What search sees of each character, found out when it is first met: itself, a space, or nothing of an accent."""

    def __missing__(self, code: int) -> int | str | None:
        char = chr(code)
        self[code] = None if unicodedata.combining(char) else code if char.isalnum() else " "
        return self[code]


_SEARCHED = _Searched({ord("œ"): "oe", ord("æ"): "ae"})


@lru_cache(maxsize=40_000)  # a table of ten thousand names is ordered again by each change to it
def fold(text: str) -> str:
    """Return the text as search sees it: no accents, case, punctuation, ligatures; single spaces."""
    return " ".join(unicodedata.normalize("NFKD", text).casefold().translate(_SEARCHED).split())


def fold_spaces(text: str) -> str:
    """Return the text with every run of spaces, unbreakable ones too, made one plain space."""
    return " ".join(text.split())


def one_line(text: str) -> str:
    """Return a text on one line: each of its line ends and tabs is a space, other control characters are gone."""
    if text.isprintable():
        return text
    line = " ".join(text.replace("\t", " ").splitlines())
    return "".join(character for character in line if unicodedata.category(character) != "Cc")


def quoted(text: str) -> str:
    """Return somebody's words as a sentence may quote them: on one line, only their beginning where they are long."""
    line = one_line(text)
    return line if len(line) <= QUOTED else line[: QUOTED - 1] + "…"


def clipped(text: str, most: int) -> str:
    """Return a text of so many letters at most, cut after a word with « … »."""
    text = fold_spaces(one_line(text))
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:.-–')}…"


def slug(text: str, most: int = 60) -> str:
    """Return a name safe in a file on any system: « saint-exemple »; « dossier » where nothing is left."""
    name = "-".join(re.findall(r"[a-z0-9]+", fold(text)))[:most].strip("-")
    if not name:
        return "dossier"
    return f"{name}-dossier" if name in _RESERVED else name
