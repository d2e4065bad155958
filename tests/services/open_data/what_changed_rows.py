"""A dossier in which two official files told of arrivals, departures and moves."""

from __future__ import annotations

from datetime import date, datetime

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional, Offer, Proximity
from msp_desktop.domain.official import FileKind, Movement, MovementKind, OfficialFile
from msp_desktop.domain.people import Person
from msp_desktop.services import inventory as service

SINCE, UNTIL = date(2025, 4, 14), date(2026, 4, 14)


def professional(store: Store, last_name: str, profession: str, town: str = "") -> HealthProfessional:
    """Add a woman to the register, nearby where a town is told."""
    place = Proximity.NEARBY if town else Proximity.HERE
    return service.add_professional(
        store,
        Person(civility="Mme", first_name="Zoé", last_name=last_name),
        {
            "profession": profession,
            "place": place,
            "town": town,
            "source": "RPPS du 14 avril 2026",
            "checked_on": UNTIL,
        },
    )


def read_file(store: Store, dated_on: date = UNTIL, kind: FileKind = FileKind.RPPS) -> None:
    """Note that an official file was read."""
    with store.write("fichier") as tx:
        tx.insert(OfficialFile(kind=kind, name="PS.txt", dated_on=dated_on, read_at=datetime(2026, 4, 28, 9)))


def told_changes(store: Store) -> None:
    """Tell that one nurse of two arrived in Valbourg, the only midwife left, a doctor moved, a pharmacy opened."""
    arrived = professional(store, "Nomsecreta", "infirmier", "Valbourg")
    professional(store, "Nomsecretb", "infirmier", "Valbourg")
    left = professional(store, "Nomsecretc", "sage-femme", "Valbourg")
    moved = professional(store, "Nomsecretd", "medecin")
    professional(store, "Nomsecrete", "medecin")
    offer = service.add_row(store, Change(Offer, kind="pharmacie", name="Pharmacie du Lavoir", town="Valbourg"))
    with store.write("mouvements") as tx:
        days = {"since": SINCE, "until": UNTIL}
        tx.insert(Movement(kind=MovementKind.ARRIVED, professional_id=arrived.id, town="Valbourg", **days))
        tx.insert(Movement(kind=MovementKind.LEFT, professional_id=left.id, town="Valbourg", **days))
        tx.insert(
            Movement(
                kind=MovementKind.MOVED,
                professional_id=moved.id,
                town="Saint-Exemple",
                town_before="Les Essarts",
                **days,
            )
        )
        tx.insert(Movement(kind=MovementKind.ARRIVED, offer_id=offer.id, town="Valbourg", until=UNTIL))
    read_file(store)
