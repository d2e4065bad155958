"""What official files cannot tell of whom they brought: the age, a departure, the real days; and whom to ask of next."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Tri
from msp_desktop.services.register import register

#: The fields no file tells, in the order in which one asks: what is unknown in each.
ASKED = {
    "age_band": AgeBand.UNKNOWN,
    "departure": Departure.UNKNOWN,
    "works_alone": Tri.UNKNOWN,
    "new_patients": Tri.UNKNOWN,
    "ready": Tri.UNKNOWN,
}


class ToFill(Struct, frozen=True):
    """An entry that came from a file, and the fields of it that nobody has filled in."""

    professional_id: int
    name: str
    unknown: tuple[str, ...]


class Filling(Struct, frozen=True):
    """What is left to fill in of what was imported: how many entries, of how many the whole is unknown, field by field."""

    imported: int = 0
    unknown: dict[str, int] = {}
    entries: tuple[ToFill, ...] = ()

    @property
    def next(self) -> ToFill | None:
        """Return the next entry to fill in, None where nothing is unknown."""
        return self.entries[0] if self.entries else None


def filling(reader: Reader) -> Filling:
    """Return what is unknown of the professionals whose number an official file gave, in the register's order."""
    views = [view for view in register(reader).views if view.row.rpps]
    left = [ToFill(view.id, view.name, unknown_of(view.row)) for view in views]
    entries = tuple(one for one in left if one.unknown)
    counts = {name: sum(name in one.unknown for one in entries) for name in ASKED}
    return Filling(len(views), counts, entries)


def next_after(found: Filling, professional_id: int) -> ToFill | None:
    """Return the entry to fill in after one, in the register's order; the first where it is the last or is not among them."""
    ids = [one.professional_id for one in found.entries]
    if not ids:
        return None
    place = ids.index(professional_id) + 1 if professional_id in ids else 0
    return found.entries[place % len(ids)]


def unknown_of(row: HealthProfessional) -> tuple[str, ...]:
    """Return the fields of an entry that no file tells and nobody has filled in."""
    return tuple(name for name, nothing in ASKED.items() if getattr(row, name) == nothing)
