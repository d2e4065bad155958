"""The words of the handover."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load

#: The parts, in the order in which a successor needs them; what was confided comes last.
PARTS = (
    "referent", "timeline", "people", "owed", "said", "inventory", "watch", "project", "meetings", "roles", "communication",
    "documents", "places", "private",
)  # fmt: skip


class KitPart(Content, frozen=True):
    """The name of a part, and what it holds."""

    title: str
    intro: str


class KitPlace(Content, frozen=True):
    """Where something lies."""

    title: str
    text: str


class KitHandover(Content, frozen=True):
    """All the words of the handover; `parts` by their codes."""

    title: str
    subtitle: str
    closed: str
    from_whom: str
    to_whom: str
    unnamed: str
    minute: str
    week: str
    contents: str
    given: str
    received: str
    seen: str
    quiet: str
    parts: dict[str, KitPart]
    places: tuple[KitPlace, ...]


@cache
def kit_handover() -> KitHandover:
    """Load and check resources/method/handover.toml."""
    kit = load(KitHandover, "handover")
    if set(kit.parts) != set(PARTS):
        raise MethodError(f"handover.toml: parts are {', '.join(PARTS)}")
    return kit
