"""The directory of regional federations, and what the movement they belong to is."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitFederation(Content, frozen=True):
    """A federation; `code` is the INSEE code of its first region, « national » for the national contact.

    `regions` are the codes of all its regions and `region` their names. `named` tells whether the kit prints `name`, or
    whether it is deduced from an address; `full_name` is always of the kit. `remark` is for the directory only, never
    for a letter; `to_confirm` is why the entry is uncertain.
    """

    code: str
    region: str
    name: str
    named: Literal["kit", "deduced"]
    full_name: str
    regions: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    to_confirm: bool = False
    remark: str = ""


class Movement(Content, frozen=True):
    """AVECsanté in a few sentences: what it is, its three stances, what it does on the ground and for the nation."""

    what: str
    stances: tuple[str, ...]
    ground: str
    nation: str


class KitFederations(Content, frozen=True):
    """The national contact, the regional federations, and the movement they make."""

    avecsante: Movement
    national: KitFederation
    federations: tuple[KitFederation, ...]


@cache
def kit_federations() -> KitFederations:
    """Load and check resources/method/federations.toml."""
    kit = load(KitFederations, "federations")
    unique_codes(kit.federations, "federations.toml")
    for entry in kit.federations:
        if entry.code not in entry.regions[:1]:
            raise MethodError(f"federations.toml: {entry.code}: the code of an entry is that of its first region")
    return kit


def federation_for(region_code: str) -> KitFederation:
    """Return the federation of a region, the national contact where none is listed."""
    kit = kit_federations()
    return next((entry for entry in kit.federations if region_code in entry.regions), kit.national)
