"""What changed in a commune between two of the things it sent: the points of its story."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from msp_desktop.domain.carried.data import CommuneData, Horizon
from msp_desktop.domain.federated.communes import Version
from msp_desktop.domain.inventory import Proximity

_SOON = (Horizon.WITHIN_2, Horizon.FROM_3_TO_5)


class What(StrEnum):
    """What a point of the story is about."""

    FIRST = "first"
    DONE = "done"
    VIGILANCE = "vigilance"
    VIGILANCE_OVER = "vigilance_over"
    REFERENT = "referent"
    LEAVING = "leaving"
    HEADCOUNT = "headcount"


class Point(Struct, frozen=True):
    """A change: `subject` is a code (a vigilance, a profession) where there is one, `before` and `after` what it was and is."""

    made_at: datetime
    what: What
    subject: str = ""
    before: str = ""
    after: str = ""


def points(versions: tuple[Version, ...]) -> tuple[Point, ...]:
    """Return what changed from each version to the next, the oldest first."""
    out = [Point(version.made_at, What.FIRST) for version in versions[:1]]
    for old, new in pairwise(versions):
        out += _between(old.data, new.data, new.made_at)
    return tuple(out)


def _between(old: CommuneData, new: CommuneData, made_at: datetime) -> list[Point]:
    pairs = [
        (What.DONE, "", _done(old), _done(new)),
        (What.REFERENT, "", _referent(old), _referent(new)),
        (What.LEAVING, "", _leaving(old), _leaving(new)),
    ]
    before, after = _here(old), _here(new)
    pairs += [(What.HEADCOUNT, code, str(before[code]), str(after[code])) for code in sorted({*before, *after})]
    found = [Point(made_at, what, subject, was, now) for what, subject, was, now in pairs if was != now]
    found += [Point(made_at, What.VIGILANCE, code) for code in sorted({*new.vigilances} - {*old.vigilances})]
    found += [Point(made_at, What.VIGILANCE_OVER, code) for code in sorted({*old.vigilances} - {*new.vigilances})]
    return found


def _done(data: CommuneData) -> str:
    return f"{sum(phase.done for phase in data.phases)}/{sum(phase.total for phase in data.phases)}"


def _referent(data: CommuneData) -> str:
    return data.referent.kind if data.referent else ""


def _leaving(data: CommuneData) -> str:
    return str(sum(count.n for count in data.departures if count.departure in _SOON))


def _here(data: CommuneData) -> Counter[str]:
    found: Counter[str] = Counter()
    for count in data.places:
        if count.place is Proximity.HERE:
            found[count.profession] += count.n
    return found
