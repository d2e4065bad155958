"""What a document about a period tells: from which day to which, with names or without, and for whom."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Audience(StrEnum):
    """For whom a report is written."""

    COUNCIL = "council"
    MAYOR = "mayor"
    FEDERATION = "federation"


class Scope(Struct, frozen=True, omit_defaults=True):
    """A period, both days included; None is day 0 and the day the document is made. Names leave only where they are asked for.

    `person_id` keeps what concerns one person of the directory, for a document that can be about one.
    """

    since: date | None = None
    until: date | None = None
    with_names: bool = False
    audience: Audience = Audience.COUNCIL
    person_id: int | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether it is what a document tells where nobody has chosen."""
        return self == Scope()
