"""The commune whose dossier it is, its corrections to what the application brings, and any commune of the national list."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Unique


class Round(StrEnum):
    """At which round the council was elected; the installation date is proposed from it."""

    FIRST = "first"
    SECOND = "second"
    UNKNOWN = "unknown"


class Commune(Struct, frozen=True, kw_only=True):
    """The town, its mayor, its dates and its letterhead (one row, id 1).

    `insee` is empty for the fictitious sample. `mandate_start` is the installation of the council,
    `day_zero` the day from which the hundred days run. `uid` tells this dossier from others in calendars, for ever. `dpo_*` is the town's data protection officer,
    `privacy_reviewed_on` the day it last looked at whom it keeps.
    """

    id: int = 1
    name: str
    insee: str = ""
    postcode: str = ""
    department_code: str = ""
    department: str = ""
    region_code: str = ""
    region: str = ""
    epci_code: str = ""
    epci: str = ""
    population: int | None = None
    is_sample: bool = False
    mayor_civility: str = ""
    mayor_first_name: str = ""
    mayor_last_name: str = ""
    elected_round: Round = Round.UNKNOWN
    mandate_start: date
    day_zero: date
    address: Note = ""
    phone: str = ""
    email: str = ""
    opening_hours: Note = ""
    uid: str = ""
    dpo_name: str = ""
    dpo_email: str = ""
    dpo_phone: str = ""
    privacy_reviewed_on: date | None = None


class Picture(Struct, frozen=True, kw_only=True):
    """An image kept in the dossier; code « arms » is the coat of arms or logo of the letterhead."""

    id: int = 0
    code: Annotated[str, Unique()] = ""
    media_type: str = ""
    data: bytes = b""


class Wording(Struct, frozen=True, kw_only=True):
    """The town's own words in place of a sentence of the method, found by the sentence's code."""

    id: int = 0
    code: Annotated[str, Unique()] = ""
    text: Note = ""


class CommuneEntry(Struct, frozen=True):
    """What the national list says of a commune; `via` is the former name by which it was found."""

    insee: str
    name: str
    department_code: str
    department: str
    region_code: str
    region: str
    postcodes: tuple[str, ...]
    population: int | None
    epci_code: str
    epci: str
    epci_members: int
    via: str = ""


def mayor_name(commune: Commune) -> str:
    """Return « Mme Nadia Roche », empty where the mayor's name is not known."""
    full = " ".join(filter(None, (commune.mayor_first_name, commune.mayor_last_name)))
    return f"{commune.mayor_civility} {full}".strip() if full else ""
