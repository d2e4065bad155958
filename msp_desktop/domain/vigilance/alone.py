"""« S’engager seul »."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.vigilance.signals import ALONE, Signal

#: The last day without an exchange that says nothing, counted from day 0 (contenu-metier, section 2).
LAST_QUIET_DAY = 30


class Contacts(Struct, frozen=True):
    """The day counted from day 0, and how many exchanges with the federation the journal holds."""

    day: int
    exchanges: int


def engaged_alone(contacts: Contacts) -> Signal | None:
    """Return the signal where day 30 has passed without an exchange with the federation in the journal."""
    if contacts.day <= LAST_QUIET_DAY or contacts.exchanges:
        return None
    return Signal(ALONE, count=contacts.day)
