"""The directory as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.domain.people import Person


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a person one may invite or choose; `detail` is the profession, function or body."""

    person: Person
    name: str
    detail: str
    is_professional: bool


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner to contact, and whether an exchange with them is noted."""

    person: Person
    contacted: bool

    @property
    def id(self) -> int:
        """Return the person's id."""
        return self.person.id
