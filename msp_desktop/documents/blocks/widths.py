"""Columns as wide as their longest word: no word of a table is broken where another column can give way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msp_desktop.documents import fonts
from msp_desktop.documents.tagging import WideText

#: Where a line may break: at a space that is no no-break space, and after a hyphen between letters.
_BREAKS = re.compile(r"[ \n\t]+|(?<=[^\W\d_]-)(?=[^\W\d_])")
#: What is longer is no word: it breaks anywhere (letters).
_LONGEST = 40
_SLACK = 0.5


def longest(paragraphs: Iterable[Any]) -> float:
    """Return the width in points of the longest word of some paragraphs."""
    most = 0.0
    for paragraph in paragraphs:
        style = getattr(paragraph, "style", None)
        if style is None or isinstance(paragraph, WideText):
            continue
        written = getattr(paragraph, "written", None)
        for fragment in written() if written else paragraph.frags:
            for word in _BREAKS.split(getattr(fragment, "text", "")):
                if most < len(word) * fragment.fontSize and len(word) <= _LONGEST:
                    most = max(most, style.leftIndent + fonts.width(word, fragment.fontName, fragment.fontSize))
    return most


def fitted_widths(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Return widths of the same sum where no column is narrower than it needs, those that have more than they need giving."""
    missing = [max(0.0, need + _SLACK - width) for width, need in zip(widths, needs, strict=True)]
    spare = [max(0.0, width - need - _SLACK) for width, need in zip(widths, needs, strict=True)]
    if not any(missing) or not any(spare):
        return list(widths)
    given = min(sum(missing), sum(spare))
    return [
        width + given * lack / sum(missing) - given * more / sum(spare)
        for width, lack, more in zip(widths, missing, spare, strict=True)
    ]
