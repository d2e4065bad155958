"""One line a commune, as the newest of what it sent tells; which lines are shown, and in what order."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.schedule import day_number, phase_of_day


class CommuneLine(Struct, frozen=True, kw_only=True, gc=False):
    """One commune; `made_at` is UTC, `leaving` how many professionals leave within five years, as far as it is known.

    `referent` is the kind of référent, "" where none is designated. `content` is the identity of what was sent.
    `federation` is the code of its region's federation.
    """

    insee: str
    name: str
    department: str = ""
    epci: str = ""
    federation: str = ""
    population: int | None = None
    made_at: datetime
    content: str
    dossier: str
    day_zero: date
    done: int = 0
    total: int = 0
    late: int = 0
    vigilances: tuple[str, ...] = ()
    contacted: bool = False
    contacted_on: date | None = None
    referent: str = ""
    leaving: int = 0

    def day(self, today: date) -> int:
        """Return which of the hundred days it is there, under 0 before they begin."""
        return day_number(self.day_zero, today)

    def phase(self, today: date) -> str:
        """Return « before », « 1 », « 2 », « 3 » or « after »."""
        return phase_of_day(self.day(today))


class Order(StrEnum):
    """What the lines are sorted by; the name of the commune comes next."""

    VIGILANCES = "vigilances"
    NAME = "name"
    DEPARTMENT = "department"
    DAY = "day"
    DONE = "done"
    LATE = "late"
    REFERENT = "referent"
    LEAVING = "leaving"
    MADE_AT = "made_at"
    CONTACTED = "contacted"


class Chosen(Struct, frozen=True, kw_only=True):
    """Which communes are shown: each empty field lets all through.

    `words` are looked for in names, departments and codes, accents and hyphens ignored. `phase` is as `CommuneLine.phase`
    says it, `referent` a kind, « none » or « any ». `older_than` is in days since the last news.
    """

    words: str = ""
    department: str = ""
    epci: str = ""
    phase: str = ""
    referent: str = ""
    with_vigilance: bool = False
    with_late: bool = False
    not_contacted: bool = False
    older_than: int | None = None


class View(Struct, frozen=True, kw_only=True):
    """A way to look at the communes, as it is kept: `name` is what the federation calls it."""

    name: str = ""
    chosen: Chosen = Chosen()
    order: Order = Order.VIGILANCES
    descending: bool = True


class Version(Struct, frozen=True):
    """What a commune sent at a moment (UTC): one point of its story."""

    made_at: datetime
    content: str
    data: CommuneData
