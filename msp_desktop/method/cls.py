"""The coordination of a CLS: how it may be done, the coordinator's post."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes
from msp_desktop.method.referent import KitCommitment, KitMission, KitMissions, KitTheme


class KitOption(Content, frozen=True):
    """A way of doing the coordination: what speaks for it, what against."""

    code: str
    title: str
    in_favour: str
    against: str


class KitCls(Content, frozen=True):
    """What the coordinator's post says before the town adapts it; `own` is the title over the town's own missions."""

    introduction: str
    purpose: tuple[str, ...]
    grade: str
    level: str
    choose: str
    own: str
    options: tuple[KitOption, ...]
    commitments: tuple[KitCommitment, ...]
    profile: KitMissions
    themes: tuple[KitTheme, ...]
    missions: tuple[KitMission, ...]

    def sheet(self) -> KitMissions:
        """Return the missions alone."""
        return KitMissions(themes=self.themes, missions=self.missions, own=self.own)


@cache
def kit_cls() -> KitCls:
    """Load and check resources/method/cls.toml."""
    kit = load(KitCls, "cls")
    unique_codes(kit.options, "cls.toml")
    kit.sheet().check("cls.toml")
    kit.profile.check("cls.toml")
    return kit
