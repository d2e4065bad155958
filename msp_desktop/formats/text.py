"""Texts as search compares them and as file names may bear them."""

from __future__ import annotations

import re
import unicodedata

#: Names a file may not bear on Windows, whatever its ending.
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(1, 10)),
    *(f"lpt{n}" for n in range(1, 10)),
}
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "’": " ", "'": " ", "-": " ", "\u2011": " "}
)


def fold(text: str) -> str:
    """Return the text as search sees it: no accents, case, punctuation, ligatures; single spaces."""
    flat = unicodedata.normalize("NFKD", text).translate(_LIGATURES).casefold()
    return " ".join(
        "".join(char if char.isalnum() else " " for char in flat if not unicodedata.combining(char)).split()
    )


def fold_spaces(text: str) -> str:
    """Return the text with every run of spaces, unbreakable ones too, made one plain space."""
    return " ".join(text.split())


def slug(text: str, most: int = 60) -> str:
    """Return a name safe in a file on any system: « saint-exemple »; « dossier » where nothing is left."""
    name = "-".join(re.findall(r"[a-z0-9]+", fold(text)))[:most].strip("-")
    if not name:
        return "dossier"
    return f"{name}-dossier" if name in _RESERVED else name
