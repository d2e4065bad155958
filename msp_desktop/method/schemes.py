"""The territorial schemes that may already be there, each spelled out by the glossary."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.guidance import Term, glossary
from msp_desktop.method.reading import Content, load, unique_codes


class KitScheme(Content, frozen=True):
    """A scheme: its word in the glossary, who usually carries one, what a town's project may ask of it."""

    code: str
    term: str
    carriers: str
    asks: str

    def word(self) -> Term:
        """Return its acronym, spelled out and explained."""
        found = glossary().find(self.term)
        assert found is not None, self.term
        return found


class KitSchemes(Content, frozen=True):
    """The schemes of the method; `standings` says what a town may be for one."""

    introduction: str
    standings: dict[str, str]
    schemes: tuple[KitScheme, ...]

    def scheme(self, code: str) -> KitScheme | None:
        """Return the scheme with this code, None for one of the town's own."""
        return next((scheme for scheme in self.schemes if scheme.code == code), None)


@cache
def kit_schemes() -> KitSchemes:
    """Load and check resources/method/schemes.toml."""
    kit = load(KitSchemes, "schemes")
    unique_codes(kit.schemes, "schemes.toml")
    return kit
