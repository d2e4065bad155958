"""The sample filled beyond what is usual: the longest names in France, long words everywhere, forty action sheets."""

from __future__ import annotations

from typing import Any, get_type_hints

from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.db.transaction import Transaction
from msp_desktop.domain.action_sheets import ActionSheet
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.instances import Instance
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.people import Person
from msp_desktop.services.search_places import SEARCHED

#: The longest name of a commune, of a département, of an établissement; a person's; what is added to every text.
TOWN, DEPARTMENT = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Alpes-de-Haute-Provence"
EPCI = "Communauté d’agglomération Saint-Dizier, Der et Blaise, Perthois-Bocage et Haute-Marne"
FIRST, LAST = "Jean-Sébastien", "de la Rochefoucauld-Montmorency"
MORE = " en lien avec la communauté professionnelle territoriale de santé interdépartementale (hypercoordonnée)"
#: How many of each there are at least.
MANY = {ActionSheet: 40, Instance: 12, Person: 60, Exchange: 60, NeighbourTown: 10}


def crowd(store: Store) -> None:
    """Fill a dossier so: every text of two words gets many more, every person a long name, and rows come by dozens."""
    with store.write("Beaucoup de tout") as tx:
        tx.update(1, Change(Commune, name=TOWN, department=DEPARTMENT, epci=EPCI))
        for place in SEARCHED:
            if place.record is not Commune:
                _lengthen(tx, place.record, tuple(place.fields))
        for person in tx.all(Person):
            if person.last_name:
                tx.update(person.id, Change(Person, first_name=FIRST, last_name=LAST))
        for record, wanted in MANY.items():
            there = tx.all(record)
            for number in range(wanted - len(there) if there else 0):
                tx.insert(replace(there[number % len(there)], id=0))


def _lengthen(tx: Transaction, record: type[Any], names: tuple[str, ...]) -> None:
    kinds = get_type_hints(record)
    for row in tx.all(record):
        longer = {
            name: getattr(row, name) + MORE
            for name in names
            if kinds.get(name) is str and " " in (getattr(row, name) or "")
        }
        longer.pop("phone", None)
        if longer:
            tx.update(row.id, Change(record, **longer))
