"""The one directory of people and bodies, and the exchanges with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msp_desktop.domain.markers import references


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Hold a person, or a body when both names are empty and `organisation` is not.

    `civility` is typed (« Mme », « M. », « Dr »); `form_of_address` too (« Docteur », « Madame »): never guessed.
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
    address: str = ""
    notes: str = ""


class Channel(StrEnum):
    """By what means an exchange took place."""

    PHONE = "phone"
    EMAIL = "email"
    MEETING = "meeting"
    LETTER = "letter"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Hold one entry of the journal; `next_step_on` makes it a relance until `next_step_done_on`."""

    id: int = 0
    held_on: date
    person_id: int | None = references("person", on_delete="null", optional=True)
    category: Category = Category.OTHER
    with_whom: str = ""
    channel: Channel = Channel.PHONE
    subject: str = ""
    said: str = ""
    next_step: str = ""
    next_step_on: date | None = None
    next_step_done_on: date | None = None
    action_id: int | None = references("action", on_delete="null", optional=True)
