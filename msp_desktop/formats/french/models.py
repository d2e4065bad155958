"""Models filled in: each word in braces, with the article that the preposition before it asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msp_desktop.formats.french.case import capital

_WORD = re.compile(
    r"(?:\b(de|d’|d'|à|avec|par|pour|chez|sans|et|vers|selon|que)([ \u00a0]|(?<=[’'])))?\{(\w+)\}", re.IGNORECASE
)
#: Words in braces that take no article by themselves, and what they are called once they have one.
_WITH_ARTICLE = {"federation": "la_federation", "reunion": "la_reunion"}


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return a model with its words in braces, « {Avec_la_federation} » with a capital; one that is unknown stays as typed.

    A preposition that somebody typed before one of them makes the article all the same: « du Grand-Bourg ».
    """

    def said(found: re.Match[str]) -> str:
        before, space, name = found[1] or "", found[2] or "", found[3]
        if name not in words:
            small = name[:1].lower() + name[1:]
            return before + space + capital(words[small]) if small in words else found[0]
        named = _WITH_ARTICLE.get(name, name)
        short = {"de": "de", "d’": "de", "d'": "de", "à": "a"}.get(before.lower(), "")
        if short and f"{short}_{named}" in words:
            whole = words[f"{short}_{named}"]
            return capital(whole) if before[0].isupper() else whole
        return before + space + words[named if before and named in words else name]

    return _WORD.sub(said, text)
