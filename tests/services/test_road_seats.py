"""The seats of the core on the screen: who has each, who might."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.core import Core, Part
from msp_desktop.domain.inventory import Departure, Proximity
from msp_desktop.services.road_seats import hopefuls, seats
from tests.domain.build import professional

DAY = date(2028, 6, 15)


def test_empty_seats_say_that_nobody_is_there_yet() -> None:
    assert [(seat.key, seat.filled, seat.name) for seat in seats(Core(DAY))] == [
        ("doctor1", False, "à trouver"), ("doctor2", False, "à trouver"), ("paramedical1", False, "à trouver"),
    ]  # fmt: skip
    assert {seat.detail for seat in seats(Core(DAY))} == {"personne encore dans l’état des lieux"}


def test_an_empty_seat_names_who_may_be_asked_then_who_leaves() -> None:
    asked = professional(1, place=Proximity.NEARBY, town="Valbourg", distance_km=9.0)
    leaving = professional(2, departure=Departure.WITHIN_2)
    found = seats(Core(DAY, doctors_to_ask=(asked,), leaving=(leaving,)))
    assert [seat.detail for seat in found[:2]] == ["Nom 1, à interroger", "Nom 2 part trop tôt"]
    first, second = hopefuls(Core(DAY, doctors_to_ask=(asked,), leaving=(leaving,)), Part.DOCTOR)
    assert first.words == "Nom 1, Valbourg, 9\u00a0km"
    assert second.leaves


def test_the_last_seat_of_a_kind_counts_the_others() -> None:
    nurses = tuple(professional(number, "infirmier") for number in (1, 2, 3))
    (*_doctors, seat) = seats(Core(DAY, paramedicals=nurses))
    assert seat.name == "Nom 1"
    assert seat.detail.endswith("(et 2\u00a0autres)") or seat.detail.endswith("(et 2 autres)")


def test_a_paramedical_who_leaves_is_no_doctor() -> None:
    nurse = professional(1, "infirmier", departure=Departure.WITHIN_2)
    core = Core(DAY, leaving=(nurse,))
    assert hopefuls(core, Part.DOCTOR) == ()
    assert len(hopefuls(core, Part.PARAMEDICAL)) == 1


def test_a_crowd_is_not_all_named() -> None:
    crowd = tuple(professional(number) for number in range(1, 1000))
    assert len(hopefuls(Core(DAY, doctors_to_ask=crowd, leaving=crowd), Part.DOCTOR)) == 12
