"""The référent santé: who, since when, for what."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.markers import References, Unique


class ReferentKind(StrEnum):
    """Who the référent is."""

    ELECTED = "elected"
    STAFF = "staff"
    PAIR = "pair"


class Referent(Struct, frozen=True, kw_only=True):
    """One term of a référent; the current one has no `until`.

    For a pair, `person_id` is the élu and `second_id` the agent. `hours_per_month` is in hours.
    `delegated` means an arrêté delegates functions to the élu; `signature` that it delegates signature too.
    """

    id: int = 0
    kind: ReferentKind = ReferentKind.ELECTED
    person_id: Annotated[int | None, References("person", on_delete="null")] = None
    second_id: Annotated[int | None, References("person", on_delete="null")] = None
    since: date | None = None
    until: date | None = None
    hours_per_month: float | None = None
    delegated: bool = False
    signature: bool = False
    means: str = ""
    announced_on: date | None = None


class Mission(Struct, frozen=True, kw_only=True):
    """One mission of the sheet; `text` is empty while the kit's wording stands."""

    id: int = 0
    kit_code: Annotated[str | None, Unique()] = None
    theme: str
    position: int
    text: str = ""
    kept: bool = True


class Briefing(Struct, frozen=True, kw_only=True):
    """One row of « ce qui est dit à qui »."""

    id: int = 0
    position: int
    audience: str
    message: str = ""
    means: str = ""
    done_on: date | None = None
