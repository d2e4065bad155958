"""Instances of a CLS: what each is, who sits there, and the calendar of a year they make."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References
from msp_desktop.domain.meetings import MeetingState

#: Meetings a year one instance may be proposed: one a month.
MOST_A_YEAR = 12


class Instance(Struct, frozen=True, kw_only=True):
    """One instance; `kind` is the code of a kind of meeting, `per_year` how often it is to meet.

    `led_by` is who leads it and is nobody's entry of the directory: the others are linked by an `Assignment`.
    """

    id: int = 0
    position: int
    kind: str
    name: str
    purpose: Note = ""
    led_by: str = ""
    per_year: Annotated[int, Meta(ge=0, le=MOST_A_YEAR)] = 1
    starts_at: time | None = None
    place: str = ""


class InstanceMember(Struct, frozen=True, kw_only=True):
    """Who sits in an instance, and as what (« préside », « pour la délégation de l'ARS »)."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("instance_id", "person_id")

    id: int = 0
    instance_id: Annotated[int, References("instance", on_delete="cascade")]
    person_id: Annotated[int, References("person", on_delete="cascade")]
    position: int
    capacity: str = ""


class Sitting(Struct, frozen=True):
    """A meeting of an instance in the calendar: how many of those invited were there, 0 invited where nobody is."""

    meeting_id: int
    instance_id: int
    instance: str
    kind: str
    title: str
    held_on: date | None
    starts_at: time | None
    state: MeetingState
    present: int = 0
    invited: int = 0

    @property
    def id(self) -> int:
        """Return the meeting's id."""
        return self.meeting_id


class MemberView(Struct, frozen=True):
    """A member as shown: how many of the year's meetings held they came to, of how many they were invited to."""

    id: int
    person_id: int
    name: str
    detail: str
    capacity: str
    came: int = 0
    invited: int = 0


class InstanceView(Struct, frozen=True):
    """An instance with its people and its meetings of a year, in date order, those without a date last."""

    instance: Instance
    kind_title: str
    members: tuple[MemberView, ...] = ()
    sittings: tuple[Sitting, ...] = ()

    @property
    def id(self) -> int:
        """Return the instance's id."""
        return self.instance.id

    @property
    def missing(self) -> int:
        """Return how many meetings of the year are not in the calendar yet, those cancelled left aside."""
        there = sum(one.state is not MeetingState.CANCELLED for one in self.sittings)
        return max(0, self.instance.per_year - there)

    @property
    def held(self) -> int:
        """Return how many meetings of the year were held."""
        return sum(one.state is MeetingState.HELD for one in self.sittings)


class ProposedSitting(Struct, frozen=True):
    """A day proposed for a meeting of an instance."""

    instance_id: int
    name: str
    day: date
    #: In the holidays: nothing else was left of that part of the year.
    quiet: bool = False
