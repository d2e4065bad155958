"""The day of which an official file is, as its name tells it."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?:\d{4}(?:\d\d)?)?(?!\d)")


def day_in(name: str) -> date | None:
    """Return the day that a file's name tells (« …_202604140812.txt », « …-2026-04-02.json.gz »), None where it tells none."""
    for found in _DAY.finditer(name):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
    return None
