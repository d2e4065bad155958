"""The core that recognition asks for, and what the inventory shows of it: who is ready, who is missing, who would do.

At least two general practitioners and one « auxiliaire médical », ready to write a common health project (code de la santé
publique, article L. 6323-3; the numbers are those of the agreement that pays teams, « accord conventionnel
interprofessionnel », to be confirmed). It says what the inventory shows, never that a town cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from msp_desktop.domain.forecast import known_span, year_of
from msp_desktop.domain.inventory import Departure, HealthProfessional, Proximity, Tri
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.vigilance.doctors import DOCTOR
from msp_desktop.formats.text import fold

#: How many of each recognition asks for, at least.
DOCTORS, PARAMEDICALS = 2, 1
#: What a speciality says of a general practitioner, as search sees words; a doctor of whom none is said is one.
_GENERAL = ("medecine generale", "generaliste", "medecine de famille", "medecin de famille", "omnipraticien")


class Part(StrEnum):
    """What somebody may be in the core."""

    DOCTOR = "doctor"
    PARAMEDICAL = "paramedical"
    OTHER = "other"


class Trades(Struct, frozen=True):
    """Who is an « auxiliaire médical »: the codes of professions, and words for those the method does not list."""

    codes: frozenset[str]
    words: tuple[str, ...] = ()


class Core(Struct, frozen=True):
    """What the inventory shows of the core for a recognition on `recognised_on`.

    Of each part, `ready` are those who count; `leaving` are ready and may be gone before that day; of `to_ask`, nobody has
    noted what they wish. All from the nearest to the furthest. `others` are ready in another profession.
    """

    recognised_on: date
    doctors: tuple[ProfessionalView, ...] = ()
    paramedicals: tuple[ProfessionalView, ...] = ()
    others: tuple[ProfessionalView, ...] = ()
    leaving: tuple[ProfessionalView, ...] = ()
    doctors_to_ask: tuple[ProfessionalView, ...] = ()
    paramedicals_to_ask: tuple[ProfessionalView, ...] = ()

    @property
    def missing_doctors(self) -> int:
        """Return how many general practitioners are missing."""
        return max(0, DOCTORS - len(self.doctors))

    @property
    def missing_paramedicals(self) -> int:
        """Return how many paramedical professionals are missing."""
        return max(0, PARAMEDICALS - len(self.paramedicals))

    @property
    def is_there(self) -> bool:
        """Tell whether nobody is missing."""
        return not (self.missing_doctors or self.missing_paramedicals)


def core_of(professionals: Sequence[ProfessionalView], trades: Trades, recognised_on: date, today: date) -> Core:
    """Return the core that the inventory shows on a day; a person entered twice counts once.

    A recognition planned for a day that is gone is looked at from today.
    """
    day = max(recognised_on, today)
    found: dict[str, list[ProfessionalView]] = {name: [] for name in Core.__struct_fields__ if name != "recognised_on"}
    seen: set[int] = set()
    for view in sorted(professionals, key=_order):
        place = _place(view.row, trades, day, today)
        if place and view.row.person_id not in seen:
            seen.add(view.row.person_id)
            found[place].append(view)
    return Core(recognised_on=day, **{name: tuple(views) for name, views in found.items()})


def part_of(row: HealthProfessional, trades: Trades) -> Part:
    """Return what somebody may be in the core; a midwife, a pharmacist, a dentist are neither doctor nor paramedical."""
    if row.profession == DOCTOR:
        return Part.DOCTOR if is_general(row.speciality) else Part.OTHER
    if row.profession in trades.codes:
        return Part.PARAMEDICAL
    said = fold(row.speciality)
    return Part.PARAMEDICAL if any(word in said for word in trades.words) else Part.OTHER


@lru_cache(maxsize=1000)  # thousands of professionals share a few specialities
def is_general(speciality: str) -> bool:
    """Tell whether a doctor of this speciality is a general practitioner; one of whom none is said is taken for one."""
    said = " ".join(fold(speciality).split())
    return not said or said == "mg" or any(words in said for words in _GENERAL)


def may_leave_before(row: HealthProfessional, day: date, today: date) -> bool:
    """Tell whether somebody may be gone before a day: an announced date before it, a span of years that begins before it.

    Whoever announced a departure without a date may be.
    """
    if row.departure is Departure.ANNOUNCED:
        return row.departure_on is None or row.departure_on <= day
    span = known_span(row, today)
    return span is not None and span[0] < year_of(day)


def _place(row: HealthProfessional, trades: Trades, day: date, today: date) -> str:
    """Return the field of `Core` somebody stands in, "" for none."""
    part = part_of(row, trades)
    gone = may_leave_before(row, day, today)
    if row.ready is Tri.YES:
        if part is Part.OTHER:
            return "" if gone else "others"
        return "leaving" if gone else f"{part}s"
    if row.ready is Tri.UNKNOWN and part is not Part.OTHER and not gone:
        return f"{part}s_to_ask"
    return ""


def _order(view: ProfessionalView) -> tuple[bool, float, int]:
    """Return what sorts: who is ready first, so that of two entries of one person theirs counts; then from near to far."""
    near = 0.0 if view.row.place is Proximity.HERE else view.row.distance_km
    return view.row.ready is not Tri.YES, 1e9 if near is None else near, view.id
