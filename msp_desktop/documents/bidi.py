"""Hebrew and Arabic inside French lines: letters joined, then in the order in which they are drawn.

In a paragraph whose direction is left to right, the Unicode algorithm (UAX 9) turns each stretch between two
right-to-left letters, numbers inside it excepted. A stretch longer than one line is drawn as if it were on
one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
#: From one right-to-left letter to the last one, or to a number that follows.
STRETCH = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[^\n\u0041-\u005a\u0061-\u007a\u00c0-\u024f]*[{_RIGHT_TO_LEFT}0-9])?")
_PART = re.compile(r"[0-9\u0660-\u0669]+(?:[.,:/][0-9\u0660-\u0669]+)*|.", re.DOTALL)
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_FORMS = ("isolated", "final", "initial", "medial")


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the presentation forms of each Arabic letter, from the Unicode data of Python."""
    forms: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEF5):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2:
            forms.setdefault(chr(int(parts[1], 16)), {})[parts[0].strip("<>")] = chr(code)
    return forms


def joined(text: str) -> str:
    """Replace Arabic letters by the form that their neighbours ask for."""
    forms = _forms()
    letters = [(index, c) for index, c in enumerate(text) if not unicodedata.combining(c)]
    out = list(text)
    for order, (index, letter) in enumerate(letters):
        if letter not in forms:
            continue
        before = letters[order - 1][1] if order else ""
        after = letters[order + 1][1] if order + 1 < len(letters) else ""
        from_before = "initial" in forms.get(before, {}) and "final" in forms[letter]
        to_after = "initial" in forms[letter] and "final" in forms.get(after, {})
        name = _FORMS[from_before + 2 * to_after]
        out[index] = forms[letter].get(name, letter)
    return "".join(out)


def visual(stretch: str) -> str:
    """Return a right-to-left stretch in the order in which it is drawn, from left to right."""
    clusters: list[str] = []
    for part in _PART.findall(joined(stretch)):
        if clusters and unicodedata.combining(part[0]):
            clusters[-1] += part
        else:
            clusters.append(part.translate(_MIRROR))
    return "".join(reversed(clusters))
