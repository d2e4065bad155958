"""What a copy's name says: whose it is, its number, its moment, its day of work, and the fingerprint of its content.

The proof of a copy is in its name, since a name cannot be cut, lost or left behind as a file beside it could: forty-eight
bits of the content's SHA-256. With it, two different copies never bear the same name.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from msp_desktop.paths import DOSSIER_SUFFIX

#: Bytes kept of the dossier's own name in that of a copy: file systems take 255 in all.
LONGEST = 150
#: Letters of a fingerprint in a name.
FINGERPRINT = 12

_MOMENT = "%Y-%m-%d_%Hh%M"
_NAME = re.compile(
    r"(?P<name>.*)_(?P<number>\d{4,9})(?:_(?P<moment>\d{4}-\d\d-\d\d_\d\dh\d\d))?"
    r"(?:_(?P<owner>[0-9a-f]{8})-(?P<day>[1-9]\d{0,8})-(?P<digest>[0-9a-f]{12}))?",
    re.DOTALL | re.ASCII,
)


class Copy(Struct, frozen=True):
    """A copy of a dossier: its file, its number in the series, when it was made (None where its name does not say).

    `name` is the dossier's file name, `owner` a short form of the dossier's own identity, `day` the number of days on
    which copies were made so far, `digest` the beginning of its SHA-256. The last three are empty in former copies.
    """

    path: Path
    number: int
    made_at: datetime | None
    name: str = ""
    owner: str = ""
    day: int = 0
    digest: str = ""


def copy_of(path: Path) -> Copy | None:
    """Return what a file's name says of the copy it is, None where it is not named as one."""
    found = _NAME.fullmatch(path.stem) if path.suffix == DOSSIER_SUFFIX else None
    if found is None:
        return None
    made_at = None
    if found["moment"]:
        try:
            made_at = datetime.strptime(found["moment"], _MOMENT)
        except ValueError:
            return None
    return Copy(
        path, int(found["number"]), made_at, found["name"], found["owner"] or "", int(found["day"] or 0),
        found["digest"] or "",
    )  # fmt: skip


def name_of(name: str, number: int, now: datetime, owner: str, day: int, digest: str) -> str:
    """Return the file name of a copy."""
    return f"{series_name(name)}_{number:04d}_{now.strftime(_MOMENT)}_{owner}-{day}-{digest}{DOSSIER_SUFFIX}"


def series_name(name: str) -> str:
    """Return a dossier's file name, shortened where a copy's would be longer than file systems take."""
    encoded = os.fsencode(name)
    if len(encoded) <= LONGEST:
        return name
    mark = hashlib.sha256(encoded).hexdigest()[:8]
    return f"{encoded[: LONGEST - 9].decode('utf-8', 'ignore')}-{mark}"


def owner_of(uid: str) -> str:
    """Return the short form of a dossier's identity."""
    return hashlib.sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def fingerprint(content: bytes) -> str:
    """Return what a copy's content is known again by."""
    return hashlib.sha256(content).hexdigest()[:FINGERPRINT]


def of_series(copies: Iterable[Copy], name: str, owner: str = "") -> list[Copy]:
    """Return the copies of one dossier: of its name, and of its identity where a copy says it; the newest first."""
    wanted = series_name(name)
    found = [copy for copy in copies if copy.name == wanted and (not owner or copy.owner in ("", owner))]
    return sorted(found, key=lambda copy: copy.number, reverse=True)


def next_day(series: list[Copy], now: datetime) -> int:
    """Return the number of the day of work of a new copy: a new one where no copy bears its date yet."""
    last = max((copy.day for copy in series), default=0)
    known = any(copy.day and copy.made_at and copy.made_at.date() == now.date() for copy in series)
    return last if known else last + 1
