"""French sentences: words that agree with a civility (« {référent|référente} »), capitals."""

from __future__ import annotations

import re

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def agreed(text: str, feminine: bool) -> str:
    """Return the text with each « {masculine|feminine} » choice made; other braces are left."""
    return _CHOICE.sub(lambda found: found[2] if feminine else found[1], text)


def uncapital(text: str) -> str:
    """Return the text with a small first letter, as inside a sentence: « réunion d’équipe », but « CPTS du Val » unchanged."""
    return text if text[1:2].isupper() or text[1:2].isdecimal() else text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
