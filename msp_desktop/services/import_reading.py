"""A row of professionals while it is read: its cells, what they say so far, what is not understood of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.town_words import Here
from msp_desktop.formats.text import fold, one_line
from msp_desktop.services.import_cells import LONGEST, read_cell

#: What people write in a cell of which they know nothing; never in a name or a note.
_NOTHING = frozenset(
    ("nc", "nr", "na", "n a", "n c", "n r", "neant", "sans objet", "so", "non renseigne", "non communique", "inconnu")
)
_KEPT_WHOLE = ("last_name", "first_name", "full_name", "organisation", "notes", "address", "details")


class Doubt(Struct, frozen=True):
    """A cell that is not understood, or not surely: its field, its words, why (empty: not understood at all).

    `kept` where its words must go into the notes, since no field has them.
    """

    field: str
    value: str
    why: str = ""
    kept: bool = True

    @property
    def is_understood(self) -> bool:
        """Tell whether the cell is only one thing too many: a second number, words in brackets."""
        return self.kept and bool(self.why) and self.field != "profession"


class Reading:
    """A row while it is read: `cells` by field, `values` found so far; `here` is the commune."""

    def __init__(self, cells: dict[str, str], here: Here, today: date) -> None:
        self.cells, self.here, self.today = cells, here, today
        self.values: dict[str, Any] = {}
        self.doubts: list[Doubt] = []

    def doubt(self, field: str, why: str = "", *, kept: bool = True) -> None:
        """Tell that a cell is not understood, or not surely."""
        self.doubts.append(Doubt(field, self.cells.get(field, "").strip(), why, kept))

    def plain(self, field: str, text: str) -> None:
        """Read a cell for itself."""
        value = read_cell(field, text, self.today)
        if value is None:
            self.doubt(field, kept=field != "age_band")  # only bands of age are ever kept: this may be a date of birth
        elif value != "":
            self.values[field] = value

    def line(self, field: str) -> None:
        """Read a text of one line; what is too long for one is told."""
        text = one_line(self.cells.get(field, "")).strip()
        if len(text) > LONGEST:
            self.doubt(field)
            if field == "speciality":
                return
        if text:
            self.values[field] = text[:LONGEST]


def is_nothing(field: str, text: str) -> bool:
    """Tell whether a cell says nothing: « - », « NC »."""
    if field in _KEPT_WHOLE:
        return not text.strip("-–—./_ \u00a0\n\t")
    words = text.strip()
    return not words.strip("-–—./_ \u00a0") or (len(words) < 20 and fold(words) in _NOTHING and field != "departure")
