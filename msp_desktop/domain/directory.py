"""The directory as it is read: everybody by family, and all that touches one person."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct

from msp_desktop.domain.follow_ups import FollowUp
from msp_desktop.domain.people import Category, Person


class Family(StrEnum):
    """A part of the directory, in its order."""

    TOWN_HALL = "town_hall"
    PROFESSIONALS = "professionals"
    INSTITUTIONS = "institutions"
    SOCIAL = "social"
    OTHERS = "others"


#: The family of each kind of people and bodies; within a family, in this order.
FAMILY_OF = {
    Category.ELECTED: Family.TOWN_HALL,
    Category.STAFF: Family.TOWN_HALL,
    Category.PROFESSIONAL: Family.PROFESSIONALS,
    Category.FEDERATION: Family.INSTITUTIONS,
    Category.ARS: Family.INSTITUTIONS,
    Category.CPAM: Family.INSTITUTIONS,
    Category.EPCI: Family.INSTITUTIONS,
    Category.SCHEME: Family.INSTITUTIONS,
    Category.CCAS: Family.SOCIAL,
    Category.ASSOCIATION: Family.SOCIAL,
    Category.OTHER: Family.OTHERS,
}


class DirectoryLine(Struct, frozen=True, gc=False):
    """A person or body in the list: what they are, when one last spoke, what is owed them first.

    `families` are those they belong to, their main one first; `here` marks a professional of the commune, `searched` is
    what a filter looks in, folded.
    """

    id: int
    name: str
    detail: str
    phone: str
    families: tuple[Family, ...]
    is_body: bool
    here: bool = False
    last_on: date | None = None
    follow_up: FollowUp | None = None
    searched: str = ""


class FamilyLines(Struct, frozen=True):
    """A family with the lines shown in it."""

    family: Family
    lines: tuple[DirectoryLine, ...]

    @property
    def bodies(self) -> int:
        """Return how many bodies there are."""
        return sum(line.is_body for line in self.lines)

    @property
    def people(self) -> int:
        """Return how many people there are."""
        return len(self.lines) - self.bodies

    @property
    def here(self) -> int:
        """Return how many are professionals of the commune."""
        return sum(line.here for line in self.lines)


class Touching(StrEnum):
    """A kind of thing that touches a person, in the order of their card."""

    MEETINGS = "meetings"
    EXCHANGES = "exchanges"
    ACTIONS = "actions"
    ROLES = "roles"
    MESSAGES = "messages"
    PROJECT = "project"
    INVENTORY = "inventory"
    SENDINGS = "sendings"
    PEOPLE = "people"


class Touch(Struct, frozen=True):
    """One thing that touches a person: its words, its icon, and where it is: a tab and what to show there.

    `tab` is a tab's key, « form » for one of the small forms and « produced » for the documents produced; `key` tells
    it from the others of its card.
    """

    kind: Touching
    key: str
    words: str
    glyph: str
    tab: str
    target: Any = None


class PersonView(Struct, frozen=True):
    """A person or body with all that touches them.

    `reached` has the telephone and the address of their body where they have none of their own, `traits` are said as chips,
    `follow_ups` what is owed them, by date, `body` the one they belong to.
    """

    person: Person
    reached: Person
    name: str
    detail: str
    is_body: bool
    traits: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...]
    touches: tuple[Touch, ...]
    body: Person | None = None
