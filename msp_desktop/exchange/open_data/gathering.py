"""What a reader hands out row by row, put together: several rows of a file tell of one person, or of one establishment."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from msp_desktop.domain.official import FileFound, Found, FoundOffer
from msp_desktop.exchange.open_data.rpps_people import Met, People

#: What one row tells.
Piece = Met | FoundOffer
#: Told each piece as it is read, so that a reader keeps none.
Give = Callable[[Piece], None]


class Gathered:
    """Everybody and every establishment that a file tells of, each once, in its order."""

    def __init__(self) -> None:
        self._people = People()
        self._offers: dict[str, FoundOffer] = {}

    def take(self, piece: Piece) -> None:
        """Take what a row tells; of an establishment, the first row counts."""
        if isinstance(piece, Met):
            self._people.add(piece)
        else:
            self._offers.setdefault(piece.finess or f"#{len(self._offers)}", piece)

    def whole(self, read: FileFound) -> FileFound:
        """Return what a file gave, with what was taken of it."""
        found: tuple[Found, ...] = (*self._people.found(), *self._offers.values())
        return replace(read, file=replace(read.file, kept=len(found) + len(read.figures)), found=found)
