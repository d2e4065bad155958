"""What to know first, the compass, the roles to share out, the points de vigilance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from msp_desktop.method.reading import load, unique_codes


@dataclass(frozen=True, slots=True)
class KitAlert:
    """Hold a sign the town can note on arrival."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Basics:
    """Hold what it is all about."""

    points: tuple[str, ...]
    alerts: tuple[KitAlert, ...]


@dataclass(frozen=True, slots=True)
class Compass:
    """Hold what to keep in mind, the stages of an MSP and the good order of things."""

    motto: str
    points: tuple[str, ...]
    stages: tuple[str, ...]
    good_order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KitRoles:
    """Hold the responsibilities first proposed."""

    responsibilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KitVigilance:
    """Hold an error to avoid: what shows it, why it costs, what to do and the tab where one does it."""

    code: str
    title: str
    signal: str
    why: str
    advice: str
    tab: str


@dataclass(frozen=True, slots=True)
class KitVigilances:
    """Hold the five errors to avoid."""

    introduction: str
    points: tuple[KitVigilance, ...]

    def point(self, code: str) -> KitVigilance | None:
        """Return the point with this code, None where there is none."""
        return next((point for point in self.points if point.code == code), None)


@cache
def basics() -> Basics:
    """Load and check resources/method/basics.toml."""
    kit = load(Basics, "basics")
    unique_codes(kit.alerts, "basics.toml")
    return kit


@cache
def compass() -> Compass:
    """Load resources/method/compass.toml."""
    return load(Compass, "compass")


@cache
def kit_roles() -> KitRoles:
    """Load resources/method/roles.toml."""
    return load(KitRoles, "roles")


@cache
def kit_vigilances() -> KitVigilances:
    """Load and check resources/method/vigilance.toml."""
    kit = load(KitVigilances, "vigilance")
    unique_codes(kit.points, "vigilance.toml")
    return kit
