"""The instances of a CLS as the method proposes them."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load


class KitInstance(Content, frozen=True):
    """An instance: its kind of meeting, what it is for, how often it meets, who usually sits there."""

    kind: str
    name: str
    purpose: str
    per_year: int
    members: tuple[str, ...]


class KitInstances(Content, frozen=True):
    """All that is said of instances; `outside` is of those that others organise."""

    introduction: str
    concertation: str
    no_quorum: str
    outside: str
    instances: tuple[KitInstance, ...]

    def of_kind(self, kind: str) -> KitInstance | None:
        """Return the instance proposed for a kind of meeting, None where none is."""
        return next((one for one in self.instances if one.kind == kind), None)

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of meeting that are instances."""
        return tuple(one.kind for one in self.instances)


@cache
def kit_instances() -> KitInstances:
    """Load resources/method/instances.toml."""
    return load(KitInstances, "instances")
