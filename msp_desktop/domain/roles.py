"""Who leads, takes part or is kept informed, responsibility by responsibility, party by party."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References
from msp_desktop.formats.text import fold

#: Words by which a column of the town's own is the commune's.
_COMMUNE = frozenset(("commune", "mairie", "municipalite", "maire", "municipal"))


class Share(StrEnum):
    """What a party does for a responsibility."""

    NONE = ""
    LEADS = "leads"
    TAKES_PART = "takes_part"
    INFORMED = "informed"


class Role(Struct, frozen=True, kw_only=True):
    """One responsibility."""

    id: int = 0
    position: int
    responsibility: str
    note: Note = ""


class RoleParty(Struct, frozen=True, kw_only=True):
    """A party of the table; one of the method's is called as the method calls it until it has a `name`."""

    id: int = 0
    position: int
    kit_code: str = ""
    name: str = ""


class RoleShare(Struct, frozen=True, kw_only=True):
    """What one party does for one responsibility.

    `who` is who is nobody's entry of the directory, in words: the others are linked by an `Assignment`.
    """

    UNIQUE: ClassVar[tuple[str, ...]] = ("role_id", "party_id")

    id: int = 0
    role_id: Annotated[int, References("role", on_delete="cascade")]
    party_id: Annotated[int, References("role_party", on_delete="cascade")]
    share: Share = Share.NONE
    who: str = ""


class PartyView(Struct, frozen=True):
    """A party as it is called."""

    id: int
    name: str
    kit_code: str = ""

    def is_commune(self) -> bool:
        """Tell whether it is the commune: the method's column, or one of the town's own called « La mairie »."""
        return self.kit_code == "commune" or (not self.kit_code and not _COMMUNE.isdisjoint(fold(self.name).split()))


class Cell(Struct, frozen=True):
    """What a party does for a responsibility, and who, by name, where known."""

    share: Share = Share.NONE
    who: str = ""


EMPTY = Cell()


class RoleRow(Struct, frozen=True):
    """A responsibility with one cell a party, in the order of the parties."""

    id: int
    responsibility: str
    note: str
    cells: tuple[Cell, ...]

    def leads(self) -> tuple[int, ...]:
        """Return the places of the parties that lead it."""
        return tuple(place for place, cell in enumerate(self.cells) if cell.share is Share.LEADS)

    def is_filled(self) -> bool:
        """Tell whether any party does anything for it."""
        return any(cell.share is not Share.NONE for cell in self.cells)


class RoleTable(Struct, frozen=True):
    """The whole table."""

    parties: tuple[PartyView, ...] = ()
    rows: tuple[RoleRow, ...] = ()

    def row(self, role_id: int) -> RoleRow | None:
        """Return the row with this id, None where there is none."""
        return next((row for row in self.rows if row.id == role_id), None)

    def place_of(self, party_id: int) -> int:
        """Return the place of a party, -1 where it is gone."""
        return next((place for place, party in enumerate(self.parties) if party.id == party_id), -1)

    def without_lead(self) -> tuple[RoleRow, ...]:
        """Return the responsibilities that nobody leads."""
        return tuple(row for row in self.rows if not row.leads())

    def led_by_several(self) -> tuple[RoleRow, ...]:
        """Return the responsibilities that more than one party leads."""
        return tuple(row for row in self.rows if len(row.leads()) > 1)

    def led_by_commune(self) -> int:
        """Return how many responsibilities the commune leads, whatever its column is called."""
        places = {place for place, party in enumerate(self.parties) if party.is_commune()}
        return sum(not places.isdisjoint(row.leads()) for row in self.rows)


def parted(parties: Sequence[PartyView], most: int) -> list[range]:
    """Return the parties in as few tables as it takes with at most so many columns each, as evenly as it gets."""
    tables = max(1, -(-len(parties) // most))
    each, more = divmod(len(parties), tables)
    found, begin = [], 0
    for number in range(tables):
        end = begin + each + (number < more)
        found.append(range(begin, end))
        begin = end
    return found
