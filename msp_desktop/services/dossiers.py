"""Make, open and close dossiers, bring them home; change what concerns the commune itself."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from msp_desktop.db.copies import write_copy
from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, CommuneEntry, Picture, Round
from msp_desktop.errors import UserError
from msp_desktop.files import free_path
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX, dossiers_folder

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: The two Sundays of the 2026 municipal elections were 15 and 22 March; a council is installed from the Friday
#: to the Sunday after its election (CGCT, art. L. 2121-7): the Sunday is proposed, the town confirms.
PROPOSED_START = {Round.FIRST: date(2026, 3, 22), Round.SECOND: date(2026, 3, 29)}

#: Beyond this many days after the mandate's start, « we start today » is proposed for day 0.
LATE_START_DAYS = 100

#: Largest picture kept for the letterhead, in bytes.
LARGEST_ARMS = 4_000_000


def commune_from(entry: CommuneEntry, mandate_start: date, day_zero: date | None = None) -> Commune:
    """Return the commune of a new dossier from its entry in the national list."""
    return Commune(
        name=entry.name,
        insee=entry.insee,
        postcode=entry.postcodes[0] if entry.postcodes else "",
        department_code=entry.department_code,
        department=entry.department,
        region_code=entry.region_code,
        region=entry.region,
        epci_code=entry.epci_code,
        epci=entry.epci,
        population=entry.population,
        elected_round=_round_of(mandate_start),
        mandate_start=mandate_start,
        day_zero=day_zero or mandate_start,
    )


def starts_late(mandate_start: date, today: date) -> bool:
    """Tell whether « we start today » should be proposed for day 0."""
    return (today - mandate_start).days > LATE_START_DAYS


def new_dossier(path: Path, commune: Commune, more: Callable[[Transaction], object] | None = None) -> Store:
    """Create a dossier filled with the method's content, and what `more` adds, and return it open, with nothing to undo."""
    from msp_desktop.services.inventory import seed_inventory
    from msp_desktop.services.referent import seed_referent
    from msp_desktop.services.timeline import seed_actions

    def fill(transaction: Transaction) -> None:
        transaction.insert(replace(commune, uid=commune.uid or str(uuid.uuid4())))
        seed_actions(transaction, commune)
        seed_referent(transaction)
        seed_inventory(transaction)
        if more is not None:
            more(transaction)

    store = create_dossier(path, fill)
    # A safe copy is worth making of it, although nothing was changed since it was opened.
    store.changed_since_copy = True
    return store


def open_existing(path: Path) -> Store:
    """Open a dossier; UserError says in one sentence why it cannot be."""
    return open_dossier(path)


def close(store: Store, now: datetime) -> None:
    """Copy the dossier safely aside when it has changed, then close it."""
    try:
        if store.changed_since_copy and not store.read_only:
            safe_copy(store, now)
    finally:
        close_dossier(store)


def safe_copy(store: Store, now: datetime, *, patience: float | None = None) -> Path:
    """Write the next numbered copy of the dossier on this computer and in Documents; return the first one's path.

    With a patience, in seconds, Documents is not waited for longer once there is a copy here: it goes on by itself.
    UserError where it could be written nowhere, or the dossier is damaged.
    """
    from msp_desktop.db.copies import snapshot
    from msp_desktop.services.copies import Making

    making = Making(snapshot(store.connection), store.path.stem, now)
    making.start()
    making.here.wait()
    making.join(patience if making.made.paths else None)
    made = making.made
    if not made.paths:
        raise UserError(made.refused[0])
    store.changed_since_copy = False
    return made.paths[0]


def proposed_path(folder: Path, name: str) -> Path:
    """Return a free file path for a commune's dossier."""
    from msp_desktop.files import free_path
    from msp_desktop.formats.text import slug

    return free_path(folder / f"{slug(name)}{DOSSIER_SUFFIX}")


def update_commune(store: Store, change: Change[Commune]) -> Commune:
    """Change what the dossier says of the commune, its mayor, its letterhead or its federation."""
    if not str(change.values.get("name", "x")).strip():
        raise UserError(_("A dossier needs the commune's name."))
    with store.write(_("Commune and letterhead"), merges=True) as transaction:
        return transaction.update(1, change)


def change_arms(store: Store, data: bytes, media_type: str) -> None:
    """Keep a picture as the letterhead's coat of arms or logo; empty data takes it away."""
    if len(data) > LARGEST_ARMS:
        raise UserError(_("This picture is too large (over 4 MB): choose a smaller one."))
    with store.write(_("Coat of arms or logo")) as transaction:
        present = transaction.find(Picture, code="arms")
        if present and not data:
            transaction.delete(Picture, present.id)
        elif present:
            transaction.update(present.id, Change(Picture, data=data, media_type=media_type))
        elif data:
            transaction.insert(Picture(code="arms", data=data, media_type=media_type))


def bring_home(path: Path) -> Path:
    """Copy a dossier to this computer's own folder and return the copy's path; the original stays where it is."""
    store = open_dossier(path)
    try:
        target = free_path(dossiers_folder() / path.name)
        write_copy(store.connection, target)
    finally:
        close_dossier(store)
    return target


def _round_of(mandate_start: date) -> Round:
    for elected_round, start in PROPOSED_START.items():
        if start == mandate_start:
            return elected_round
    return Round.UNKNOWN
