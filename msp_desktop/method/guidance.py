"""The compass and the roles to share out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from msp_desktop.method.reading import load


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


@cache
def compass() -> Compass:
    """Load resources/method/compass.toml."""
    return load(Compass, "compass")


@cache
def kit_roles() -> KitRoles:
    """Load resources/method/roles.toml."""
    return load(KitRoles, "roles")
