"""The wider health project: coordination of a CLS, and the conditions for success."""

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


class ConditionLine(Content, frozen=True):
    """One line to rate."""

    code: str
    text: str


class Condition(Content, frozen=True):
    """A condition: what it takes (the lines), how to get there, who can help."""

    code: str
    title: str
    how: tuple[str, ...]
    resources: tuple[str, ...]
    lines: tuple[ConditionLine, ...]


class KitConditions(Content, frozen=True):
    """The self-assessment; `ratings` goes from the least to the most."""

    introduction: str
    traits: tuple[str, ...]
    ratings: dict[str, str]
    conditions: tuple[Condition, ...]


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


@cache
def kit_conditions() -> KitConditions:
    """Load and check resources/method/conditions.toml."""
    kit = load(KitConditions, "conditions")
    unique_codes(kit.conditions, "conditions.toml")
    unique_codes((line for condition in kit.conditions for line in condition.lines), "conditions.toml")
    return kit
