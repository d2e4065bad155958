"""The directory as it is shown."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.people import Person


class Candidate(Struct, frozen=True):
    """A person one may invite or choose; `detail` is the profession, function or body."""

    person: Person
    name: str
    detail: str
    is_professional: bool


class Partner(Struct, frozen=True):
    """A partner to contact, and whether an exchange with them is noted."""

    person: Person
    contacted: bool

    @property
    def id(self) -> int:
        """Return the person's id."""
        return self.person.id
