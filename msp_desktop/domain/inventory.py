"""The inventory: findings, and the registers of care behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msp_desktop.domain.markers import references, unique


class Tri(StrEnum):
    """A yes, a no, or a question not yet asked."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Proximity(StrEnum):
    """Whether care is in the commune or nearby."""

    HERE = "here"
    NEARBY = "nearby"


class Mode(StrEnum):
    """How a professional practises."""

    SELF_EMPLOYED = "self_employed"
    EMPLOYED = "employed"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class AgeBand(StrEnum):
    """The only age ever kept: a band, with the date it was noted."""

    UNDER_40 = "under_40"
    FROM_40 = "40_49"
    FROM_50 = "50_54"
    FROM_55 = "55_59"
    FROM_60 = "60_64"
    FROM_65 = "65_plus"
    UNKNOWN = "unknown"


class Departure(StrEnum):
    """What is known of a professional's departure."""

    ANNOUNCED = "announced"
    WITHIN_2 = "within_2"
    FROM_3_TO_5 = "3_to_5"
    NONE_KNOWN = "none_known"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """Hold what concerns the inventory as a whole (one row, id 1); `retirement_age` is in years."""

    id: int = 1
    made_with_federation: Tri = Tri.UNKNOWN
    shared_on: date | None = None
    retirement_age: int = 67
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Hold a question and what was found; `question` is empty while the kit's wording stands."""

    id: int = 0
    kit_code: str | None = unique()
    theme: str
    position: int
    question: str = ""
    answer: str = ""
    noted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthProfessional:
    """Hold what the inventory knows of a person of the directory; `distance_km` from the commune."""

    id: int = 0
    person_id: int = references("person", on_delete="cascade")
    profession: str
    speciality: str = ""
    place: Proximity = Proximity.HERE
    town: str = ""
    distance_km: float | None = None
    mode: Mode = Mode.UNKNOWN
    age_band: AgeBand = AgeBand.UNKNOWN
    age_noted_on: date | None = None
    departure: Departure = Departure.UNKNOWN
    departure_on: date | None = None
    works_alone: Tri = Tri.UNKNOWN
    ready: Tri = Tri.UNKNOWN
    new_patients: Tri = Tri.UNKNOWN
    source: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Hold an offer of care: pharmacy, laboratory, EHPAD, MSP nearby…"""

    id: int = 0
    position: int
    kind: str
    name: str = ""
    place: Proximity = Proximity.HERE
    town: str = ""
    distance_km: float | None = None
    details: str = ""
    source: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dynamic:
    """Hold a cooperation, a project, a scheme already there."""

    id: int = 0
    position: int
    kind: str = ""
    title: str = ""
    who: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Hold a need: who says it, whom it concerns, how strong (1 to 3)."""

    id: int = 0
    position: int
    title: str
    said_by: str = ""
    public: str = ""
    strength: int = 2
    profession: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """Hold an opportunity; `profession` when it names one."""

    id: int = 0
    position: int
    title: str
    who: str = ""
    profession: str = ""
    details: str = ""
