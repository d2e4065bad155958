"""Coordination of a CLS."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes
from msp_desktop.method.referent import KitMission, KitTheme


class KitCls(Content, frozen=True):
    """The coordinator's post and the fields of an action sheet."""

    introduction: str
    purpose: str
    profile: tuple[str, ...]
    sheet_fields: tuple[str, ...]
    themes: tuple[KitTheme, ...]
    missions: tuple[KitMission, ...]


@cache
def kit_cls() -> KitCls:
    """Load and check resources/method/cls.toml."""
    kit = load(KitCls, "cls")
    unique_codes(kit.themes, "cls.toml")
    unique_codes(kit.missions, "cls.toml")
    themes = {theme.code for theme in kit.themes}
    for mission in kit.missions:
        if mission.theme not in themes:
            raise MethodError(f"cls.toml: {mission.code}: unknown theme « {mission.theme} »")
    return kit
