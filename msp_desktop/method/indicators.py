"""Public figures: what each says and does not say, whose it is, and which finding of the inventory it supports."""

from __future__ import annotations

import re
from functools import cache

from msp_desktop.formats.text import fold
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.reading import Content, MethodError, load, unique_codes

#: What a level begins with where its file orders them: « 1_ZIP », « 5b_Sur_dotee ».
_ORDER = re.compile(r"\A\d+[a-z]?[\s_-]+", re.IGNORECASE)


class KitMark(Content, frozen=True):
    """What to compare a figure of these years with; only where it is under `below`, if that is said."""

    since: int
    until: int
    words: str
    told_by: str
    below: float | None = None


class KitIndicator(Content, frozen=True):
    """A public figure: `one` and `many` are its unit («\u00a0%\u00a0» for a share, none for words), `supports` a question's code."""

    code: str
    supports: str
    title: str
    publisher: str
    dataset: str
    licence: str
    says: str
    not_said: str
    one: str = ""
    many: str = ""
    decimals: int = 0
    marks: tuple[KitMark, ...] = ()

    def mark(self, value: float | None, year: int | None) -> KitMark | None:
        """Return what a value of a year is compared with, None where nothing is."""
        if value is None or year is None:
            return None
        of_year = (mark for mark in self.marks if mark.since <= year <= mark.until)
        return next((mark for mark in of_year if mark.below is None or value < mark.below), None)


class KitZone(Content, frozen=True):
    """A level of a zoning in our words, and its names in files, folded."""

    words: str
    names: tuple[str, ...]


class KitIndicators(Content, frozen=True):
    """All public figures that can be imported, in the order they are shown."""

    title: str
    indicators: tuple[KitIndicator, ...]
    zones: tuple[KitZone, ...]

    def indicator(self, code: str) -> KitIndicator | None:
        """Return the figure with this code, None where it is not in the list."""
        return next((one for one in self.indicators if one.code == code), None)

    def zone_words(self, level: str) -> str:
        """Return the words of a level as a file writes it, nothing for what is no level («\u00a0NC\u00a0»)."""
        name = fold(_ORDER.sub("", level.strip()).replace("_", " "))
        return next((zone.words for zone in self.zones if name in zone.names), "")


@cache
def kit_indicators() -> KitIndicators:
    """Load and check resources/method/indicators.toml."""
    kit = load(KitIndicators, "indicators")
    unique_codes(kit.indicators, "indicators.toml")
    for one in kit.indicators:
        if kit_inventory().question(one.supports) is None:
            raise MethodError(f"indicators.toml: {one.code}: unknown question « {one.supports} »")
    return kit
