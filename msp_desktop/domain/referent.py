"""The référent santé: the record of each term and mission, and the sheet as it is shown and printed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References, Unique
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


class Mission(Struct, frozen=True, kw_only=True):
    """One mission of the sheet; `text` is empty while the kit's wording stands."""

    id: int = 0
    kit_code: Annotated[str | None, Unique()] = None
    theme: str
    position: int
    text: Note = ""
    kept: bool = True


class Briefing(Struct, frozen=True, kw_only=True):
    """One row of « ce qui est dit à qui »."""

    id: int = 0
    position: int
    audience: str
    message: Note = ""
    means: str = ""
    done_on: date | None = None


class Commitment(Struct, frozen=True, kw_only=True):
    """Whom the référent reports to, and how: a line of the town's own, printed on the sheet that both sign."""

    id: int = 0
    position: int
    audience: str
    how: str = ""


class MissionView(Struct, frozen=True):
    """A mission; `text` agrees with the civility, `reworded` marks the town's own words."""

    id: int
    theme: str
    text: str
    kept: bool
    reworded: bool
    own: bool


class MissionGroup(Struct, frozen=True):
    """The missions of one theme."""

    code: str
    title: str
    missions: tuple[MissionView, ...]


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
        groups = (
            MissionGroup(group.code, group.title, tuple(m for m in group.missions if m.kept)) for group in self.groups
        )
        return tuple(group for group in groups if group.missions)

    def counts(self) -> tuple[int, int, int]:
        """Return how many missions are kept, reworded among them, and set aside."""
        missions = [mission for group in self.groups for mission in group.missions]
        kept = [mission for mission in missions if mission.kept]
        return len(kept), sum(m.reworded for m in kept), len(missions) - len(kept)
