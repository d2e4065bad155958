"""The inventory: findings, and the registers of care behind them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References, Unique


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


#: What a profession or a kind is until somebody says, and where none of the method's fits.
OTHER = "autre"
#: The strength of a need of which nobody has said how strong it is.
STRENGTH_UNKNOWN = 0


#: The ages at which one may be supposed to retire, in years: least and most.
RETIREMENT_AGES = (55, 80)


class Inventory(Struct, frozen=True, kw_only=True):
    """What concerns the inventory as a whole (one row, id 1); `retirement_age` is in years."""

    id: int = 1
    made_with_federation: Tri = Tri.UNKNOWN
    shared_on: date | None = None
    retirement_age: Annotated[int, Meta(ge=0, le=150)] = 67
    notes: Note = ""


class Finding(Struct, frozen=True, kw_only=True):
    """A question and what was found; `question` is empty while the kit's wording stands."""

    id: int = 0
    kit_code: Annotated[str | None, Unique()] = None
    theme: str
    position: int
    question: Note = ""
    answer: Note = ""
    noted_on: date | None = None


class HealthProfessional(Struct, frozen=True, kw_only=True, gc=False):
    """What the inventory knows of a person in the directory; `distance_km` is from the commune, `rpps` their number there."""

    id: int = 0
    person_id: Annotated[int, References("person", on_delete="cascade")]
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
    rpps: str = ""


class Offer(Struct, frozen=True, kw_only=True):
    """An offer of care: pharmacy, laboratory, EHPAD, MSP nearby…; `finess` is its number there."""

    id: int = 0
    position: int
    kind: str
    name: str = ""
    place: Proximity = Proximity.HERE
    town: str = ""
    distance_km: float | None = None
    details: Note = ""
    source: str = ""
    checked_on: date | None = None
    finess: str = ""


class Dynamic(Struct, frozen=True, kw_only=True):
    """A cooperation, a project or a scheme already in place."""

    id: int = 0
    position: int
    kind: str = ""
    title: str = ""
    who: str = ""
    details: Note = ""


class Need(Struct, frozen=True, kw_only=True):
    """A need: who voices it, whom it concerns, how strong it is (1 to 3, 0 while nobody has said)."""

    id: int = 0
    position: int
    title: str
    said_by: str = ""
    public: str = ""
    strength: Annotated[int, Meta(ge=0, le=9)] = STRENGTH_UNKNOWN
    profession: str = ""
    details: Note = ""


class Opportunity(Struct, frozen=True, kw_only=True):
    """An opportunity; `profession` where it concerns one."""

    id: int = 0
    position: int
    title: str
    who: str = ""
    profession: str = ""
    details: Note = ""
