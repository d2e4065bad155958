"""The hundred days: phases, actions of the kit, the help one can ask of the federation."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitPhase(Content, frozen=True):
    """A phase; days are counted from day 0, both ends included."""

    number: int
    title: str
    first_day: int
    last_day: int


class Help(Content, frozen=True):
    """A pointer to what helps: exactly one of a tab, a document or a small form; `page` is the one of a tab with pages."""

    label: str
    tab: str = ""
    page: str = ""
    document: str = ""
    form: str = ""


class KitAction(Content, frozen=True):
    """An action of the kit; planned days are counted from day 0."""

    code: str
    phase: int
    order: int
    title: str
    short_title: str
    brief_title: str
    why: str
    steps: tuple[str, ...]
    done_when: str
    depends_on: tuple[str, ...]
    with_federation: bool
    planned_start: int
    planned_end: int
    helps: tuple[Help, ...]


class KitHelp(Content, frozen=True):
    """One kind of help of the federation; `text` goes on « nous aimerions… »."""

    code: str
    title: str
    text: str


class KitTimeline(Content, frozen=True):
    """The whole timeline of the method."""

    phases: tuple[KitPhase, ...]
    actions: tuple[KitAction, ...]
    federation_helps: tuple[KitHelp, ...]

    def action(self, code: str | None) -> KitAction | None:
        """Return the kit's action with this code, None for the town's own."""
        return next((action for action in self.actions if action.code == code), None)


@cache
def kit_timeline() -> KitTimeline:
    """Load and check resources/method/timeline.toml."""
    kit = load(KitTimeline, "timeline")
    unique_codes(kit.actions, "timeline.toml")
    unique_codes(kit.federation_helps, "timeline.toml")
    codes = {action.code for action in kit.actions}
    for action in kit.actions:
        for code in action.depends_on:
            if code not in codes:
                raise MethodError(f"timeline.toml: {action.code} depends on an unknown « {code} »")
        for help_ in action.helps:
            if sum(map(bool, (help_.tab, help_.document, help_.form))) != 1:
                raise MethodError(f"timeline.toml: {action.code}: « {help_.label} » must lead to one place")
    return kit
