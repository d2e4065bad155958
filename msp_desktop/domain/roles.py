"""Who leads, takes part or is informed, responsibility by responsibility."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Share(StrEnum):
    """What a party does for a responsibility."""

    NONE = ""
    LEADS = "leads"
    TAKES_PART = "takes_part"
    INFORMED = "informed"


class Role(Struct, frozen=True, kw_only=True):
    """One responsibility and what each party does for it."""

    id: int = 0
    position: int
    responsibility: str
    commune: Share = Share.NONE
    professionals: Share = Share.NONE
    federation: Share = Share.NONE
    partners: Share = Share.NONE
