"""The référent santé: who, since when, for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msp_desktop.domain.markers import references, unique


class ReferentKind(StrEnum):
    """Who the référent is."""

    ELECTED = "elected"
    STAFF = "staff"
    PAIR = "pair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Hold one term of a référent; the current one has no `until`.

    For a pair, `person_id` is the élu and `second_id` the agent. `hours_per_month` is in hours.
    `delegated` means an arrêté delegates functions to the élu; `signature` that it delegates signature too.
    """

    id: int = 0
    kind: ReferentKind = ReferentKind.ELECTED
    person_id: int | None = references("person", on_delete="null", optional=True)
    second_id: int | None = references("person", on_delete="null", optional=True)
    since: date | None = None
    until: date | None = None
    hours_per_month: float | None = None
    delegated: bool = False
    signature: bool = False
    means: str = ""
    announced_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """Hold one mission of the sheet; `text` is empty while the kit's wording stands."""

    id: int = 0
    kit_code: str | None = unique()
    theme: str
    position: int
    text: str = ""
    kept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Hold one row of « ce qui est dit à qui »."""

    id: int = 0
    position: int
    audience: str
    message: str = ""
    means: str = ""
    done_on: date | None = None
