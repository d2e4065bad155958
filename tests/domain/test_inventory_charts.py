"""The inventory's charts: the finding as the title, the same figures in the marks and in the table."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.charts import Bar, Fill, Frame
from msp_desktop.domain.inventory import AgeBand, Departure, Inventory, Proximity
from msp_desktop.domain.inventory_charts import (
    age_chart,
    departure_chart,
    profession_chart,
    single_person_note,
)
from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.domain.people import Person
from msp_desktop.services import inventory as service
from tests.conftest import TODAY

FRAME = Frame(width=372, names=138)


def view(store: Store) -> InventoryView:
    rows = (
        {"profession": "medecin", "departure": Departure.ANNOUNCED, "departure_on": date(2027, 12, 31)},
        {"profession": "infirmier", "departure": Departure.WITHIN_2},
        {"profession": "infirmier", "place": Proximity.NEARBY, "age_band": AgeBand.FROM_60, "age_noted_on": TODAY},
    )
    for number, values in enumerate(rows):
        service.add_professional(store, Person(last_name=f"N{number}"), values)
    return service.inventory_view(store.reader, TODAY)


def test_departures_known_are_solid_and_those_age_makes_possible_hatched(store: Store) -> None:
    chart = departure_chart(view(store), FRAME)
    assert chart.title == "Deux départs d’ici 2028"
    fills = [mark.fill for mark in chart.marks if isinstance(mark, Bar)]
    assert sorted(fills) == [Fill.HATCHED, Fill.SOLID, Fill.SOLID]
    assert [row[-1] for row in chart.rows] == ["2", "1"]


def test_another_retirement_age_moves_what_is_possible(store: Store) -> None:
    view(store)
    service.update_inventory(store, Change(Inventory, retirement_age=80))
    assert sum(span.possible for span in service.inventory_view(store.reader, TODAY).departures) == 0


def test_professions_are_counted_here_and_nearby(store: Store) -> None:
    chart = profession_chart(view(store), FRAME)
    assert chart.title == "Un seul médecin dans la commune"
    assert chart.rows == (("Infirmiers", "1", "1", "2"), ("Médecin", "1", "0", "1"), ("Ensemble", "2", "1", "3"))
    assert all(mark.x + mark.width <= FRAME.width for mark in chart.marks if isinstance(mark, Bar))


def test_a_line_that_designates_one_person_is_told(store: Store) -> None:
    assert "désignent une seule personne" in single_person_note(view(store))


def test_ages_are_bands_and_nothing_is_claimed_of_an_empty_register(store: Store) -> None:
    empty = service.inventory_view(store.reader, TODAY)
    assert age_chart(empty, FRAME).title == "Tranches d’âge"
    assert single_person_note(empty) == ""
    assert departure_chart(empty, FRAME).title == "Aucun départ connu d’ici 2028"
