"""The one directory of people and bodies: who they are, how they are called, how they are shown."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References
from msp_desktop.formats.french.civility import ANYBODY, as_written, greeting, in_full


class Category(StrEnum):
    """What a person or body is for the town."""

    ELECTED = "elected"
    STAFF = "staff"
    PROFESSIONAL = "professional"
    FEDERATION = "federation"
    ARS = "ars"
    CPAM = "cpam"
    EPCI = "epci"
    CCAS = "ccas"
    ASSOCIATION = "association"
    SCHEME = "scheme"
    OTHER = "other"


class Person(Struct, frozen=True, kw_only=True, gc=False):
    """A person, or a body when both names are empty and `organisation` is not.

    `civility` is typed (« Mme », « M. », « Dr »); `form_of_address` too (« Docteur », « Madame »): never guessed.
    `body_id` is the body of the directory a person speaks for; `known_from` says where the town has their data from, when it is
    not from themselves.
    """

    id: int = 0
    category: Category = Category.OTHER
    civility: str = ""
    form_of_address: str = ""
    first_name: str = ""
    last_name: str = ""
    function: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    address: Note = ""
    notes: Note = ""
    body_id: Annotated[int | None, References("person", on_delete="null")] = None
    known_from: str = ""


class PersonRole(Struct, frozen=True, kw_only=True):
    """One more thing a person or body is for the town, beside `Person.category`."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("person_id", "category")

    id: int = 0
    person_id: Annotated[int, References("person", on_delete="cascade")]
    category: Category


class NotSame(Struct, frozen=True, kw_only=True):
    """Two entries that look alike, and somebody said they are two: they are not proposed again."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("one_id", "other_id")

    id: int = 0
    one_id: Annotated[int, References("person", on_delete="cascade")]
    other_id: Annotated[int, References("person", on_delete="cascade")]


def is_body(person: Person) -> bool:
    """Tell whether an entry is a body's, nobody's: it has a name of its own, and no one's."""
    return bool(person.organisation.strip()) and not (person.first_name.strip() or person.last_name.strip())


def display_name(person: Person) -> str:
    """Return « Mme Nadia Roche », « Dr Léa Fontanel », or the body's name."""
    full = " ".join(filter(None, (as_written(person.civility), person.first_name, person.last_name)))
    return full if person.first_name or person.last_name else person.organisation or full


def plain_name(person: Person) -> str:
    """Return « Nadia Roche », or the body's name."""
    return " ".join(filter(None, (person.first_name, person.last_name))) or person.organisation


def sorting_name(person: Person) -> tuple[str, str]:
    """Return what people are sorted by: last name, then first name."""
    return (person.last_name or person.organisation, person.first_name)


def form_of_address(person: Person) -> str:
    """Return the form of address typed, else the one that the civility typed asks for, else one that goes with any."""
    typed = person.form_of_address.strip(" ,")
    if typed:
        return typed
    if not (person.first_name or person.last_name):
        return ANYBODY
    return greeting(person.civility, person.function)


def full_name(person: Person) -> str:
    """Return « Madame Nadia Roche », « Docteur Léa Fontanel », the civility in full; or the body's name."""
    name = " ".join(filter(None, (person.first_name, person.last_name)))
    return f"{in_full(person.civility)} {name}".strip() if name else person.organisation


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
