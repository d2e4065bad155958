"""What neighbouring towns have lived through, noted and compared."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.domain.limits import Note

#: The years one may type, as one says « since 2019 ».
FIRST_YEAR, LAST_YEAR = 1900, 2200


class NeighbourTown(Struct, frozen=True, kw_only=True):
    """The experience of a neighbouring town.

    `contact` is who is nobody's entry of the directory. `noted_on` is the day it was told, `begun` the year the project began
    there, `recognised` the year the ARS validated it.
    """

    id: int = 0
    position: int
    town: str
    distance_km: float | None = None
    contact: str = ""
    noted_on: date | None = None
    begun: int | None = None
    recognised: int | None = None
    team: Note = ""
    premises: Note = ""
    helped: Note = ""
    hindered: Note = ""
    kept: Note = ""


def years_taken(town: NeighbourTown) -> int | None:
    """Return how many years went from the beginning to the recognition, None where either is not known or they disagree."""
    if town.begun is None or town.recognised is None or town.recognised < town.begun:
        return None
    return town.recognised - town.begun
