"""What the categories of FINESS are for a town, and how FINESS abbreviates names and streets."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class FinessCategory(Content, frozen=True):
    """A category of establishments that care: `kind` is the offer's of inventory.toml."""

    code: str
    kind: str
    label: str


class KitFiness(Content, frozen=True):
    """The categories that are an offer of care; `acronyms` keep their capitals, `streets` are the kinds of street."""

    acronyms: tuple[str, ...]
    categories: tuple[FinessCategory, ...]
    streets: dict[str, str]


@cache
def kit_finess() -> KitFiness:
    """Load and check resources/method/finess.toml."""
    kit = load(KitFiness, "finess")
    unique_codes(kit.categories, "finess.toml")
    offers = kit_inventory().offers
    for category in kit.categories:
        if category.kind not in offers:
            raise MethodError(f"finess.toml: {category.code}: unknown kind of offer « {category.kind} »")
    return kit


@cache
def finess_categories() -> dict[str, FinessCategory]:
    """Return the categories that are an offer of care, by their code."""
    return {category.code: category for category in kit_finess().categories}
