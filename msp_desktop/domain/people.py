"""The one directory of people and bodies."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


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


class Person(Struct, frozen=True, kw_only=True):
    """A person, or a body when both names are empty and `organisation` is not.

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
