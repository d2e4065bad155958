"""The missions of a sheet that the town adapts: the référent's, the coordinator's, and the profile of the latter's post."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from msp_desktop.domain.limits import Note


class Sheet(StrEnum):
    """Which sheet a line is of."""

    REFERENT = "referent"
    COORDINATOR = "coordinator"
    PROFILE = "profile"


class Mission(Struct, frozen=True, kw_only=True):
    """One mission of a sheet, or one line of the profile; `text` is empty while the kit's wording stands."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("sheet", "kit_code")

    id: int = 0
    kit_code: str | None = None
    theme: str
    position: int
    text: Note = ""
    kept: bool = True
    sheet: Sheet = Sheet.REFERENT


class Commitment(Struct, frozen=True, kw_only=True):
    """Whom the référent or the coordinator reports to, and how: a line of the town's own, printed on the sheet."""

    id: int = 0
    position: int
    audience: str
    how: str = ""
    sheet: Sheet = Sheet.REFERENT


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


def kept_groups(groups: tuple[MissionGroup, ...]) -> tuple[MissionGroup, ...]:
    """Return the groups with only the missions kept, without the empty groups."""
    kept = (MissionGroup(group.code, group.title, tuple(m for m in group.missions if m.kept)) for group in groups)
    return tuple(group for group in kept if group.missions)


def mission_counts(groups: tuple[MissionGroup, ...]) -> tuple[int, int, int]:
    """Return how many missions are kept, reworded among them, and set aside."""
    missions = [mission for group in groups for mission in group.missions]
    kept = [mission for mission in missions if mission.kept]
    return len(kept), sum(m.reworded for m in kept), len(missions) - len(kept)
