"""What the town says of its points de vigilance, and the warning signs it noted on arrival."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Unique


class VigilanceAside(Struct, frozen=True, kw_only=True):
    """A point de vigilance set aside, with the town's reason; `code` is the method's."""

    id: int = 0
    code: Annotated[str, Unique()] = ""
    reason: Note = ""
    set_on: date


class AlertSign(Struct, frozen=True, kw_only=True):
    """A warning sign of the first day that the town ticked; `code` is the method's."""

    id: int = 0
    code: Annotated[str, Unique()] = ""
    note: Note = ""
    noted_on: date
