"""« Ne chercher que des médecins »."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.vigilance.signals import DOCTORS_ONLY, Signal

DOCTOR = "medecin"


class Sought(Struct, frozen=True):
    """The professions that each need, and each opportunity, names: codes of the method's, none where it names none."""

    needs: tuple[frozenset[str], ...] = ()
    opportunities: tuple[frozenset[str], ...] = ()


def doctors_only(sought: Sought) -> Signal | None:
    """Return the signal where the needs and opportunities that name a profession name doctors, of whatever speciality, only."""
    needs, opportunities = (sum(map(bool, entries)) for entries in (sought.needs, sought.opportunities))
    named = frozenset().union(*sought.needs, *sought.opportunities)
    if named != {DOCTOR}:
        return None
    cases = tuple(name for name, count in (("needs", needs), ("opportunities", opportunities)) if count)
    return Signal(DOCTORS_ONLY, cases, needs, needs + opportunities)
