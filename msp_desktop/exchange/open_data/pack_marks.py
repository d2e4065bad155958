"""What a department's pack says of itself: which departments it covers, and the day of the national file it was taken from.

It stands where it survives a pack that is renamed or unpacked: in the name of a last, empty column of the RPPS; FINESS has
keys for it.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

_MARK = re.compile(rb"Extrait du d.{1,3}partement (\w{2,3})(?:, fichier du (\d{4}-\d\d-\d\d))?")


class Mark(Struct, frozen=True):
    """The departments covered, none where the file is the national one; `dated_on` is the national file's day."""

    covers: tuple[str, ...] = ()
    dated_on: date | None = None


def mark_words(department: str, dated_on: date | None) -> str:
    """Return what a pack says of itself."""
    return f"Extrait du département {department}" + (f", fichier du {dated_on.isoformat()}" if dated_on else "")


def mark_in(line: bytes) -> Mark:
    """Return what the first line of a file says of it as a pack."""
    found = _MARK.search(line)
    if not found:
        return Mark()
    try:
        dated_on = date.fromisoformat(found[2].decode()) if found[2] else None
    except ValueError:
        dated_on = None
    return Mark((found[1].decode("ascii", "replace"),), dated_on)
