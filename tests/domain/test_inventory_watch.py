"""What to watch, with names: who leaves soon, who works alone, what is to be asked."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from msp_desktop.domain.inventory import Departure, Proximity, Tri
from msp_desktop.domain.inventory_watch import short_name, watched
from msp_desktop.domain.people import Person
from tests.domain.build import professional

TODAY = date(2026, 4, 28)


def told(*views: object) -> list[str]:
    return [line.words + line.rest for line in watched(views, TODAY)]  # type: ignore[arg-type]


def test_nobody_is_nothing_to_watch() -> None:
    assert told() == []
    assert told(professional(departure=Departure.NONE_KNOWN, works_alone=Tri.NO)) == []


def test_who_leaves_within_two_years_is_named() -> None:
    soon = professional(1, departure=Departure.WITHIN_2)
    dated = professional(2, departure=Departure.ANNOUNCED, departure_on=date(2028, 12, 31))
    later = professional(3, departure=Departure.FROM_3_TO_5)
    assert told(soon, dated, later) == ["Deux départs d’ici 2028\u00a0: Nom 1 et Nom 2."]
    assert told(soon, later) == ["Un départ d’ici 2028\u00a0: Nom 1."]


def test_who_works_alone_is_named_and_where_when_it_differs() -> None:
    known = {"departure": Departure.NONE_KNOWN, "works_alone": Tri.YES}
    here, near = professional(1, **known), professional(2, place=Proximity.NEARBY, **known)
    assert told(here) == ["Un professionnel exerce seul\u00a0: Nom 1."]
    assert told(here, near) == ["Deux professionnels exercent seuls, dont un dans la commune\u00a0: Nom 1 et Nom 2."]


def test_departures_that_nobody_knows_are_counted() -> None:
    assert told(professional(1)) == ["Un départ non renseigné\u00a0: à demander à la prochaine rencontre."]
    assert told(professional(1), professional(2))[-1].startswith("Deux départs non renseignés")


def test_a_long_list_says_how_many_others_there_are() -> None:
    views = [professional(number, departure=Departure.WITHIN_2) for number in range(1, 16)]
    assert told(*views)[0].endswith("Nom 12 et trois autres.")


@pytest.mark.parametrize(
    ("person", "name"),
    [
        (Person(civility="Dr", first_name="Léa", last_name="Fontanel"), "Dr Fontanel"),
        (Person(first_name="Léa", last_name="Fontanel"), "Nom 1"),
        (Person(organisation="SSIAD"), "Nom 1"),
    ],
)
def test_a_person_is_named_shortly(person: Person, name: str) -> None:
    assert short_name(structs.replace(professional(1), person=person)) == name
