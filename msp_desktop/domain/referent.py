"""The référent santé: the record of each term and mission, and the sheet as it is shown and printed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References
from msp_desktop.domain.missions import Commitment, MissionGroup, kept_groups, mission_counts
from msp_desktop.domain.people import Person


class ReferentKind(StrEnum):
    """Who the référent is."""

    ELECTED = "elected"
    STAFF = "staff"
    PAIR = "pair"


class Referent(Struct, frozen=True, kw_only=True):
    """One term of a référent; the current one has no `until`.

    For a pair, `person_id` is the élu and `second_id` the agent. `hours_per_month` is in hours.
    `delegated` means an arrêté delegates functions to the élu; `signature` that it delegates signature too;
    `decree_number` is its number, `functions` are the functions delegated, one a line, and `deputies_set_on` is the day
    of the délibération that fixed the number of adjoints.
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
    means: Note = ""
    announced_on: date | None = None
    decree_number: str = ""
    functions: Note = ""
    deputies_set_on: date | None = None


class Briefing(Struct, frozen=True, kw_only=True):
    """One row of « ce qui est dit à qui »."""

    id: int = 0
    position: int
    audience: str
    message: Note = ""
    means: str = ""
    done_on: date | None = None


class TermView(Struct, frozen=True):
    """One term of the history."""

    id: int
    names: str
    kind: ReferentKind
    since: date | None
    until: date | None


class ReferentSheet(Struct, frozen=True):
    """The whole sheet; `missing` names in French what keeps it from being complete."""

    term: Referent | None
    first: Person | None
    second: Person | None
    feminine: bool
    groups: tuple[MissionGroup, ...]
    briefings: tuple[Briefing, ...]
    commitments: tuple[Commitment, ...]
    history: tuple[TermView, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Tell whether the sheet is complete and dated."""
        return not self.missing

    def kept(self) -> tuple[MissionGroup, ...]:
        """Return the groups with only the missions kept, without the empty groups."""
        return kept_groups(self.groups)

    def counts(self) -> tuple[int, int, int]:
        """Return how many missions are kept, reworded among them, and set aside."""
        return mission_counts(self.groups)
