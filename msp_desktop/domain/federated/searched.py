"""The words by which a commune is found: accents, hyphens and case ignored, « st » is « saint »."""

from __future__ import annotations

from msp_desktop.formats.text import fold

_WHOLE = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def searched(*texts: str) -> str:
    """Return texts as search sees them, one after another: a commune's name first, by which it is also sorted."""
    words = " ".join(fold(text) for text in texts).split()
    return " ".join(_WHOLE.get(word, word) for word in words)
