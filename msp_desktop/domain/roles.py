"""Who leads, takes part or is informed, responsibility by responsibility."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Share(StrEnum):
    """What a party does for a responsibility."""

    NONE = ""
    LEADS = "leads"
    TAKES_PART = "takes_part"
    INFORMED = "informed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Hold one responsibility and what each party does for it."""

    id: int = 0
    position: int
    responsibility: str
    commune: Share = Share.NONE
    professionals: Share = Share.NONE
    federation: Share = Share.NONE
    partners: Share = Share.NONE
