"""The directory of regional federations."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msp_desktop.method.reading import Content, load, unique_codes


class KitFederation(Content, frozen=True):
    """A federation; `code` is the INSEE code of its region, « national » for the national contact.

    `named` tells whether the kit prints `name`, or whether it is deduced from an address; `full_name` is always of the
    kit. `remark` is for the directory only, never for a letter; `to_confirm` is why the entry is uncertain.
    """

    code: str
    name: str
    named: Literal["kit", "deduced"]
    full_name: str
    phone: str = ""
    email: str = ""
    website: str = ""
    to_confirm: bool = False
    remark: str = ""


class KitFederations(Content, frozen=True):
    """The national contact and the regional federations."""

    national: KitFederation
    federations: tuple[KitFederation, ...]


@cache
def kit_federations() -> KitFederations:
    """Load and check resources/method/federations.toml."""
    kit = load(KitFederations, "federations")
    unique_codes(kit.federations, "federations.toml")
    return kit


def federation_for(region_code: str) -> KitFederation:
    """Return the federation of a region, the national contact where none is listed."""
    kit = kit_federations()
    return next((entry for entry in kit.federations if entry.code == region_code), kit.national)
