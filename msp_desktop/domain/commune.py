"""The commune whose dossier it is, its corrections to what the application brings, and any commune of the national list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msp_desktop.domain.markers import unique


class Round(StrEnum):
    """At which round the council was elected; the installation date is proposed from it."""

    FIRST = "first"
    SECOND = "second"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """Hold the town, its mayor, its dates and its letterhead (one row, id 1).

    `insee` is empty for the fictitious sample. `mandate_start` is the installation of the council,
    `day_zero` the day from which the hundred days run. `federation_*` correct the directory when not empty.
    `uid` tells this dossier from others in calendars, for ever.
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
    address: str = ""
    phone: str = ""
    email: str = ""
    opening_hours: str = ""
    federation_name: str = ""
    federation_full_name: str = ""
    federation_phone: str = ""
    federation_email: str = ""
    federation_website: str = ""
    federation_contact: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Hold an image kept in the dossier; code « arms » is the coat of arms or logo of the letterhead."""

    id: int = 0
    code: str = unique(default="")
    media_type: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Hold the town's own words in place of a sentence of the method, found by the sentence's code."""

    id: int = 0
    code: str = unique(default="")
    text: str = ""


@dataclass(frozen=True, slots=True)
class CommuneEntry:
    """Hold what the national list says of a commune; `via` is the former name by which it was found."""

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
