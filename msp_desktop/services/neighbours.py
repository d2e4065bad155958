"""What neighbouring towns have lived through: noted, and read side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.who import as_shown, who_in, write_change


def neighbours(reader: Reader) -> list[NeighbourTown]:
    """Return the towns, the nearest first, with the names of those to contact there."""
    rows = as_shown(reader, NeighbourTown, reader.all(NeighbourTown, order="position, id"))
    return sorted(rows, key=lambda row: (row.distance_km is None, row.distance_km or 0.0))


def add_neighbour(store: Store, town: str, today: date) -> NeighbourTown:
    """Add a town whose experience is told today."""
    words = town.strip()
    if not words:
        raise UserError(_("Write the name of the town first."))
    with store.write(_("Neighbouring town: {town}").format(town=words)) as transaction:
        position = transaction.next_position(NeighbourTown)
        return transaction.insert(NeighbourTown(position=position, town=words, noted_on=today))


def update_neighbour(store: Store, key: int, change: Change[NeighbourTown]) -> None:
    """Change what is noted of a town."""
    if "town" in change.values and not change.values["town"].strip():
        raise UserError(_("Write the name of the town first."))
    who = who_in(store.reader, change)
    with store.write(_("Neighbouring towns"), merges=True) as transaction:
        write_change(transaction, key, change, who)


def delete_neighbours(store: Store, ids: Sequence[int]) -> None:
    """Take towns out."""
    with store.write(_("Neighbouring town taken out")) as transaction:
        for key in ids:
            transaction.delete(NeighbourTown, key)
