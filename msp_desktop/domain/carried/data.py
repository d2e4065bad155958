"""What a commune sends: one frozen type is the decoder, the limits and the published schema."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from msp_desktop.domain.carried.texts import Code, Count, Department, Moment, Named, Siren, Text, Told, Uid, Words
from msp_desktop.domain.inventory import AgeBand, Proximity

Format = Literal["sante-100-jours/donnees"]
#: What the file is called inside a paper, and when it is exported.
NAME = "donnees.json"
VERSION = 1
_FEW, _SOME, _MANY = Meta(max_length=20), Meta(max_length=100), Meta(max_length=500)
#: The years a file may tell of.
YEARS = range(2020, 2101)


class Horizon(StrEnum):
    """When somebody leaves, counted from the moment the data were made: an announced day is already placed in its span."""

    WITHIN_2 = "within_2"
    FROM_3_TO_5 = "3_to_5"
    LATER = "later"
    NONE_KNOWN = "none_known"
    UNKNOWN = "unknown"


class Sender(Told, frozen=True, kw_only=True):
    """Which dossier, made by which application."""

    dossier: Uid
    application: Words = ""


class Town(Told, frozen=True, kw_only=True):
    """The commune; `insee` is "" for the made-up one of the sample. `epci` is the SIREN of its EPCI, `federation` the code of its region's federation in the directory."""

    insee: Annotated[str, Meta(pattern=r"^(?:(?:[0-9]{2}|2[AB])[0-9]{3})?$(?!\n)")]
    name: Named
    department: Department = ""
    population: Annotated[int, Meta(ge=0, le=5_000_000)] | None = None
    epci: Siren = ""
    federation: Words = ""


class Phase(Told, frozen=True, kw_only=True):
    """How many actions of a phase are done, are to be done at all, and are late; 4 is after the hundred days."""

    number: Annotated[int, Meta(ge=1, le=9)]
    done: Count
    total: Count
    late: Count = 0


class Milestone(Told, frozen=True, kw_only=True):
    """A dated step of the commune's story, by its code in the kit: `text` where it is the town's own, and sent."""

    day: date
    state: Literal["done", "planned", "late"]
    code: Code | None = None
    text: Words = ""


class ReferentData(Told, frozen=True, kw_only=True):
    """The référent: no name unless the sender asked for it (`identity`)."""

    kind: Literal["elected", "staff", "pair"]
    since: date | None = None
    hours_per_month: Annotated[float, Meta(ge=0, le=400)] | None = None
    delegated: bool = False
    identity: Words = ""


class ByPlace(Told, frozen=True, kw_only=True):
    """Professionals of a profession, here or nearby."""

    profession: Code
    place: Proximity
    n: Count


class ByDeparture(Told, frozen=True, kw_only=True):
    """Professionals of the commune, by when they leave."""

    profession: Code
    departure: Horizon
    n: Count


class ByAge(Told, frozen=True, kw_only=True):
    """Professionals of the commune, by age band."""

    profession: Code
    age: AgeBand
    n: Count


class Crossed(Told, frozen=True, kw_only=True):
    """A cell of the crossed table, of one person most often: only where the sender ticked it."""

    profession: Code
    place: Proximity
    age: AgeBand
    departure: Horizon
    n: Count


class OfferData(Told, frozen=True, kw_only=True):
    """An offer of care; `finess` is its public number, by which two communes’ entries are known to be one."""

    kind: Code
    place: Proximity = Proximity.HERE
    name: Words = ""
    town: Words = ""
    finess: Annotated[str, Meta(pattern=r"^(?:[0-9AB]{9})?$(?!\n)")] = ""


class NeedData(Told, frozen=True, kw_only=True):
    """A need noted; `strength` is 1 to 3, 0 where nobody has said."""

    title: Words
    public: Words = ""
    strength: Annotated[int, Meta(ge=0, le=3)] = 0
    profession: Code | None = None


class FindingData(Told, frozen=True, kw_only=True):
    """A question of the inventory, by its code or in the town's words, and what was found: free text."""

    code: Code | None = None
    question: Words = ""
    answer: Text


class MeetingData(Told, frozen=True, kw_only=True):
    """A meeting; `uid` is its own in calendars, by which an answer finds it, `agenda` the titles of its items."""

    uid: Words
    kind: Code
    state: Literal["planned", "held", "cancelled"]
    held_on: date | None = None
    present: Count | None = None
    agenda: Annotated[tuple[Words, ...], _SOME] = ()


class Step(Told, frozen=True, kw_only=True):
    """What comes next: an action of the kit by its code, or words."""

    text: Words = ""
    code: Code | None = None
    due_on: date | None = None


class RoleData(Told, frozen=True, kw_only=True):
    """A responsibility and the parties that lead it, as the table of roles calls them."""

    responsibility: Words
    leads: Annotated[tuple[Words, ...], _FEW] = ()


class Person(Told, frozen=True, kw_only=True):
    """A professional by name: only where the sender ticked it."""

    name: Words
    profession: Code
    place: Proximity = Proximity.HERE
    town: Words = ""
    rpps: Annotated[str, Meta(pattern=r"^(?:[0-9]{8,12})?$(?!\n)")] = ""


class CommuneData(Told, frozen=True, kw_only=True):
    """The whole of what a commune sends.

    `made_at` orders the versions of a commune: a dossier never goes back. `contacted_on` is the day of the first exchange
    with the federation, `contacted` that there was one.
    """

    format: Format
    version: Literal[1]
    made_at: Moment
    sender: Sender
    commune: Town
    day_zero: date
    mandate_start: date | None = None
    contacted: bool = False
    contacted_on: date | None = None
    phases: Annotated[tuple[Phase, ...], _FEW] = ()
    milestones: Annotated[tuple[Milestone, ...], _SOME] = ()
    vigilances: Annotated[tuple[Code, ...], _FEW] = ()
    referent: ReferentData | None = None
    places: Annotated[tuple[ByPlace, ...], _MANY] = ()
    departures: Annotated[tuple[ByDeparture, ...], _MANY] = ()
    ages: Annotated[tuple[ByAge, ...], _MANY] = ()
    crossed: Annotated[tuple[Crossed, ...], _MANY] = ()
    people: Annotated[tuple[Person, ...], _MANY] = ()
    offers: Annotated[tuple[OfferData, ...], _MANY] = ()
    needs: Annotated[tuple[NeedData, ...], _MANY] = ()
    findings: Annotated[tuple[FindingData, ...], _SOME] = ()
    meetings: Annotated[tuple[MeetingData, ...], _MANY] = ()
    next_steps: Annotated[tuple[Step, ...], _SOME] = ()
    roles: Annotated[tuple[RoleData, ...], _SOME] = ()

    def __post_init__(self) -> None:
        """Raise ValueError where a day is out of `YEARS`."""
        told = [self.made_at.date(), self.day_zero, self.mandate_start, self.contacted_on]
        told.append(self.referent.since if self.referent else None)
        told += [milestone.day for milestone in self.milestones]
        told += [meeting.held_on for meeting in self.meetings]
        told += [step.due_on for step in self.next_steps]
        if any(day.year not in YEARS for day in told if day):
            raise ValueError("a day out of the years told")
