"""The référent's sheet as it is shown and printed."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Briefing, Referent, ReferentKind


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
