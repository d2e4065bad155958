"""What the town corrects in the directory of federations."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Unique


class FederationCorrection(Struct, frozen=True, kw_only=True):
    """The town's own words for an entry of the directory of federations, found by its code; empty where none."""

    id: int = 0
    code: Annotated[str, Unique()] = ""
    name: str = ""
    full_name: str = ""
    address: Note = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    contact: str = ""
