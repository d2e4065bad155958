"""What changed between two official files, with the entries it tells of."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import Offer, Proximity
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.official import FileKind, Movement, MovementKind, OfficialFile
from msp_desktop.domain.what_changed import SOURCES, ChangeView, WhatChanged
from msp_desktop.formats.text import fold
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.register import register


def what_changed(reader: Reader) -> WhatChanged:
    """Return the movements, the latest first, and the files of people and establishments that were read."""
    rows = reader.all(Movement)
    files = [file for file in reader.all(OfficialFile) if file.kind in SOURCES]
    files.sort(key=lambda file: (file.dated_on or date.min, file.read_at), reverse=True)
    if not rows:
        return WhatChanged((), tuple(files))
    people = {view.id: view for view in register(reader).views}
    offers = {offer.id: offer for offer in reader.all(Offer)}
    commune = reader.one(Commune, 1).name
    changes = []
    for row in rows:
        if row.professional_id in people:
            changes.append(_of_professional(row, people[row.professional_id], commune))
        elif row.offer_id in offers:
            changes.append(_of_offer(row, offers[row.offer_id], commune))
    kinds = list(MovementKind)
    changes.sort(key=lambda change: (kinds.index(change.kind), fold(change.town), fold(change.name)))
    changes.sort(key=lambda change: change.until or date.min, reverse=True)
    return WhatChanged(tuple(changes), tuple(files))


def _of_professional(row: Movement, view: ProfessionalView, commune: str) -> ChangeView:
    here = commune if view.row.place is Proximity.HERE else ""
    return ChangeView(
        id=row.id,
        kind=row.kind,
        source=FileKind.RPPS,
        entry_id=view.id,
        person_id=view.person.id,
        name=view.name,
        what=view.label,
        neutral=kit_inventory().profession(view.row.profession).masculine,
        profession=view.row.profession,
        place=view.row.place,
        town=row.town or view.row.town or here,
        town_before=row.town_before,
        since=row.since,
        until=row.until,
    )


def _of_offer(row: Movement, offer: Offer, commune: str) -> ChangeView:
    here = commune if offer.place is Proximity.HERE else ""
    words = kit_inventory().offers.get(offer.kind, offer.kind)
    return ChangeView(
        id=row.id,
        kind=row.kind,
        source=FileKind.FINESS,
        entry_id=offer.id,
        name=offer.name or words,
        what=words,
        neutral=words,
        place=offer.place,
        town=row.town or offer.town or here,
        town_before=row.town_before,
        since=row.since,
        until=row.until,
    )
