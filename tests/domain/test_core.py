"""The core that recognition asks for: who counts, who does not, who would do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from msp_desktop.domain.core import Core, Part, Trades, core_of, is_general, may_leave_before, part_of
from msp_desktop.domain.core_words import heading, lacking, missing_words
from msp_desktop.domain.inventory import Departure, Proximity, Tri
from tests.domain.build import professional

TODAY, RECOGNISED = date(2026, 4, 28), date(2028, 6, 15)
TRADES = Trades(frozenset({"infirmier", "orthophoniste"}), ("manipulateur",))


def ready(id: int, profession: str = "medecin", **values: Any) -> Any:
    return professional(id, profession, **{"ready": Tri.YES, "departure": Departure.NONE_KNOWN, **values})


def core(*views: Any, recognised: date = RECOGNISED) -> Core:
    return core_of(views, TRADES, recognised, TODAY)


def ids(views: Any) -> list[int]:
    return [view.id for view in views]


def test_nobody_is_three_missing_and_no_town_is_told_that_it_cannot() -> None:
    empty = core()
    assert (empty.missing_doctors, empty.missing_paramedicals, empty.is_there) == (2, 1, False)
    assert lacking(empty) == "Il manque deux médecins généralistes et un professionnel paramédical prêts à s’engager."


def test_two_doctors_and_a_nurse_are_the_core_and_more_are_too_many_for_nobody() -> None:
    there = core(ready(1), ready(2), ready(3, "infirmier"))
    assert there.is_there
    assert missing_words(there) == ""
    assert heading(there) == "il est là"
    assert core(ready(1), ready(2), ready(4), ready(3, "infirmier"), ready(5, "orthophoniste")).is_there
    one = core(ready(1), ready(3, "infirmier"))
    assert lacking(one) == "Il manque un médecin généraliste prêt à s’engager."
    assert heading(core(ready(1), ready(2))) == "il manque un professionnel paramédical"


@pytest.mark.parametrize("profession", ["sage-femme", "pharmacien", "chirurgien-dentiste", "psychologue", "autre", ""])
def test_who_is_neither_doctor_nor_paramedical_is_ready_beside_the_core(profession: str) -> None:
    found = core(ready(1), ready(2), ready(3, profession))
    assert found.missing_paramedicals == 1
    assert ids(found.others) == [3]


@pytest.mark.parametrize(
    ("speciality", "general"),
    [
        ("", True), ("médecine générale", True), ("Spécialiste en Médecine Générale", True), ("Qualifié en médecine générale", True),
        ("MG", True), ("généraliste", True), ("Médecine générale, gériatrie", True), ("cardiologie", False), ("gériatrie", False),
        ("chirurgie générale", False), ("pédiatrie", False), ("médecine du travail", False),
    ],
)  # fmt: skip
def test_only_general_practitioners_are_doctors_of_the_core(speciality: str, general: bool) -> None:
    assert is_general(speciality) is general
    assert len(core(ready(1, speciality=speciality)).doctors) == general


def test_a_trade_that_the_method_does_not_list_is_known_by_its_words() -> None:
    assert part_of(professional(1, "autre", speciality="Manipulateur radio").row, TRADES) is Part.PARAMEDICAL
    assert part_of(professional(1, "autre", speciality="ostéopathe").row, TRADES) is Part.OTHER


@pytest.mark.parametrize(
    ("departure", "day", "counts"),
    [
        (Departure.NONE_KNOWN, None, True), (Departure.UNKNOWN, None, True), (Departure.ANNOUNCED, None, False),
        (Departure.ANNOUNCED, date(2028, 6, 15), False), (Departure.ANNOUNCED, date(2028, 6, 16), True),
        (Departure.WITHIN_2, None, False), (Departure.FROM_3_TO_5, None, True),
    ],
)  # fmt: skip
def test_who_may_be_gone_before_recognition_does_not_count(
    departure: Departure, day: date | None, counts: bool
) -> None:
    view = ready(1, departure=departure, departure_on=day, checked_on=TODAY)
    assert may_leave_before(view.row, RECOGNISED, TODAY) is not counts
    found = core(view, ready(2))
    assert len(found.doctors) == 1 + counts
    assert ids(found.leaving) == ([] if counts else [1])


def test_a_departure_in_three_years_comes_before_a_late_recognition() -> None:
    view = ready(1, departure=Departure.FROM_3_TO_5, checked_on=TODAY)
    assert core(view, recognised=date(2030, 1, 1)).missing_doctors == 2


def test_a_recognition_whose_day_is_gone_is_looked_at_from_today() -> None:
    view = ready(1, departure=Departure.ANNOUNCED, departure_on=date(2026, 5, 1))
    gone = ready(2, departure=Departure.ANNOUNCED, departure_on=TODAY)
    found = core(view, gone, recognised=date(2020, 1, 1))
    assert found.recognised_on == TODAY
    assert (ids(found.doctors), ids(found.leaving)) == ([1], [2])


def test_who_would_do_is_whoever_was_not_asked_from_near_to_far_never_who_said_no() -> None:
    far = professional(1, place=Proximity.NEARBY, distance_km=14.0)
    near = professional(2, place=Proximity.NEARBY, distance_km=3.0)
    unknown = professional(3, place=Proximity.NEARBY)
    here = professional(4)
    refused = professional(5, ready=Tri.NO)
    leaving = professional(6, departure=Departure.ANNOUNCED)
    nurse, midwife = professional(7, "infirmier"), professional(8, "sage-femme")
    found = core(far, near, unknown, here, refused, leaving, nurse, midwife)
    assert ids(found.doctors_to_ask) == [4, 2, 1, 3]
    assert ids(found.paramedicals_to_ask) == [7]
    assert not found.leaving
    assert not found.others


def test_a_person_entered_twice_counts_once_and_for_what_was_said() -> None:
    here = professional(1)
    again = ready(2, place=Proximity.NEARBY, distance_km=9.0)
    again = replace(again, row=replace(again.row, person_id=1))
    found = core(here, again)
    assert (ids(found.doctors), ids(found.doctors_to_ask)) == ([2], [])


def test_ten_thousand_are_looked_through_in_no_time() -> None:
    crowd = [professional(number, ready=Tri.NO) for number in range(10_000)]
    assert core(*crowd, ready(10_001), ready(10_002)).missing_doctors == 0
