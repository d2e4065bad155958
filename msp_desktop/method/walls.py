"""What is said of premises before any is decided: why the page waits, the three cases, what the figures suppose."""

from __future__ import annotations

from functools import cache

from msp_desktop.domain.walls import Case
from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitCase(Content, frozen=True):
    """One of the three cases, and what it supposes."""

    code: Case
    title: str
    text: str


class KitWalls(Content, frozen=True):
    """The words of the page on the screen and on paper."""

    title: str
    principle: str
    purpose: str
    closed: str
    closed_kept: str
    not_approved: str
    assumptions: tuple[str, ...]
    questions: tuple[str, ...]
    cases: tuple[KitCase, ...]

    def case(self, code: Case) -> KitCase:
        """Return one of the three cases."""
        return next(case for case in self.cases if case.code is code)


@cache
def kit_walls() -> KitWalls:
    """Load and check resources/method/walls.toml."""
    kit = load(KitWalls, "walls")
    unique_codes(kit.cases, "walls.toml")
    if {case.code for case in kit.cases} != set(Case):
        raise MethodError(f"walls.toml: cases are {', '.join(Case)}")
    return kit
