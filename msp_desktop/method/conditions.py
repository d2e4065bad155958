"""The conditions of a local health project: seven traits and four conditions, line by line, to be rated."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes
from msp_desktop.method.timeline import Help


class ConditionLine(Content, frozen=True):
    """One line to rate: its words, shorter ones for a table, what it covers and where the dossier deals with it."""

    code: str
    text: str
    detail: str
    short: str = ""
    leads: Help | None = None

    @property
    def title(self) -> str:
        """Return the shorter words."""
        return self.short or self.text


class Condition(Content, frozen=True):
    """A condition, or the seven traits: what it takes (the lines), how to get there, who can help.

    `weak` says that it is the one least met; the traits have no such words.
    """

    code: str
    title: str
    short: str
    how: tuple[str, ...]
    resources: tuple[str, ...]
    lines: tuple[ConditionLine, ...]
    weak: str = ""


class KitConditions(Content, frozen=True):
    """The self-assessment; `ratings` goes from the least to the most."""

    title: str
    introduction: str
    reading: str
    ratings: dict[str, str]
    traits: Condition
    conditions: tuple[Condition, ...]

    def lines(self) -> tuple[ConditionLine, ...]:
        """Return every line: the traits', then the conditions'."""
        return tuple(line for group in (self.traits, *self.conditions) for line in group.lines)

    def line(self, code: str) -> ConditionLine | None:
        """Return the line with this code, None where the method has none (any more)."""
        return next((line for line in self.lines() if line.code == code), None)

    def group_of(self, code: str) -> Condition | None:
        """Return the condition a line stands under, or the traits."""
        return next(
            (group for group in (self.traits, *self.conditions) if code in {line.code for line in group.lines}), None
        )


@cache
def kit_conditions() -> KitConditions:
    """Load and check resources/method/conditions.toml."""
    kit = load(KitConditions, "conditions")
    unique_codes((kit.traits, *kit.conditions), "conditions.toml")
    unique_codes(kit.lines(), "conditions.toml")
    return kit
