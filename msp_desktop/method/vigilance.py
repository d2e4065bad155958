"""The five errors to avoid: what reveals each, what it costs, what to do about it, and where."""

from __future__ import annotations

from functools import cache

from msp_desktop.domain.vigilance.signals import CODES
from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitVigilance(Content, frozen=True):
    """An error to avoid; `shows` are the parts of the sentence that says what the dossier shows of it.

    `lead` is the name of the place that helps: a tab with what it shows there (`target`), or a small form. `signs` are the
    warning signs of the first day that weigh on it.
    """

    code: str
    title: str
    signal: str
    why: str
    advice: str
    lead: str
    shows: dict[str, str]
    signs: tuple[str, ...]
    tab: str = ""
    target: str = ""
    form: str = ""


class KitVigilances(Content, frozen=True):
    """The five errors to avoid; `team` says what the inventory shows of the team."""

    introduction: str
    team: dict[str, str]
    points: tuple[KitVigilance, ...]

    def point(self, code: str) -> KitVigilance | None:
        """Return the point with this code, None where there is none."""
        return next((point for point in self.points if point.code == code), None)


@cache
def kit_vigilances() -> KitVigilances:
    """Load and check resources/method/vigilance.toml."""
    kit = load(KitVigilances, "vigilance")
    unique_codes(kit.points, "vigilance.toml")
    for point in kit.points:
        if point.code not in CODES:
            raise MethodError(f"vigilance.toml: {point.code}: no rule bears this code")
        if bool(point.tab) == bool(point.form):
            raise MethodError(f"vigilance.toml: {point.code}: « {point.lead} » must lead to one place")
    return kit
