"""« Croire que l’intercommunalité ou l’État régleront tout »."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.vigilance.signals import WAITING_FOR_OTHERS, Signal


class SharedOut(Struct, frozen=True):
    """The table of roles: how many responsibilities have at least one share, how many the commune leads."""

    filled: int
    led_by_commune: int


def waiting_for_others(roles: SharedOut) -> Signal | None:
    """Return the signal where at least one role is filled and the commune leads none."""
    if not roles.filled or roles.led_by_commune:
        return None
    return Signal(WAITING_FOR_OTHERS, count=roles.filled)
