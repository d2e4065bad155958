"""Where the cells of a row say that something is: nothing said that is not, nothing lost."""

from __future__ import annotations

import pytest

from msp_desktop.domain.inventory import Proximity
from msp_desktop.domain.town_words import Here
from msp_desktop.services.import_people import PersonRead, read_people
from msp_desktop.services.import_where import placed
from tests.conftest import TODAY

HERE = Here("Guéret", "23000")


def read(**cells: str) -> PersonRead:
    return read_people(cells, tuple(cells), HERE, TODAY)


@pytest.mark.parametrize(
    ("cells", "place", "town"),
    [
        ({"town": "Guéret"}, Proximity.HERE, "Guéret"),
        ({"town": "GUERET"}, Proximity.HERE, "Guéret"),
        ({"town": "23000 GUERET CEDEX 9"}, Proximity.HERE, "Guéret"),
        ({"town": "Guéret (23)"}, Proximity.HERE, "Guéret"),
        ({"town": "La Souterraine"}, Proximity.NEARBY, "La Souterraine"),
        ({"town": "St-Vaury"}, Proximity.NEARBY, "St-Vaury"),
        ({"town": "Bonnat", "distance_km": "0"}, Proximity.NEARBY, "Bonnat"),
        ({"place": "Bonnat"}, Proximity.NEARBY, "Bonnat"),
        ({"place": "commune", "town": "Guéret"}, Proximity.HERE, "Guéret"),
        ({"place": "à proximité", "town": "Guéret"}, Proximity.NEARBY, "Guéret"),
        ({"town": "à proximité"}, Proximity.NEARBY, None),
        ({"distance_km": "12,5"}, Proximity.NEARBY, None),
        ({"distance_km": "12.5 km"}, Proximity.NEARBY, None),
        ({"distance_km": "0"}, Proximity.HERE, None),
        ({"address": "2 rue du Lac\n23300 La Souterraine"}, Proximity.NEARBY, "La Souterraine"),
        ({"address": "2 rue du Lac, 23000 Guéret"}, Proximity.HERE, "Guéret"),
        ({"postcode": "87000"}, Proximity.NEARBY, None),
        ({"postcode": "23300"}, None, None),
        ({}, None, None),
    ],
)
def test_another_town_is_nearby_and_nothing_is_said_of_what_is_not(
    cells: dict[str, str], place: Proximity | None, town: str | None
) -> None:
    row = read(last_name="Durand", **cells)
    assert row.values.get("place") is place
    assert row.values.get("town") == town
    assert row.doubts == ()


def test_of_two_towns_none_is_lost() -> None:
    row = read(last_name="Durand", town="Guéret / Bonnat")
    assert (row.values["place"], row.values["town"]) == (Proximity.HERE, "Guéret")
    assert [(doubt.value, doubt.kept) for doubt in row.doubts] == [("Guéret / Bonnat", True)]


def test_a_town_said_to_be_the_commune_is_told() -> None:
    row = read(last_name="Durand", place="commune", town="Bonnat")
    assert row.values["place"] is Proximity.HERE
    assert [(doubt.field, doubt.value) for doubt in row.doubts] == [("town", "Bonnat")]


@pytest.mark.parametrize("words", ["12 min", "loin", "12 à 15 km", "9" * 400])
def test_a_distance_that_is_none_is_told(words: str) -> None:
    row = read(last_name="Durand", distance_km=words)
    assert "distance_km" not in row.values
    assert "place" not in row.values
    assert [(doubt.field, doubt.kept) for doubt in row.doubts] == [("distance_km", True)]


def test_a_postcode_has_its_zero_again() -> None:
    row = read(last_name="Durand", postcode="1000", town="Bourg-en-Bresse", address="2 rue X").values
    assert row["address"] == "2 rue X\n01000 Bourg-en-Bresse"


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"place": Proximity.HERE, "town": "Bonnat"}, Proximity.HERE),
        ({"town": "GUERET"}, Proximity.HERE),
        ({"town": "Bonnat"}, Proximity.NEARBY),
        ({"distance_km": 0}, Proximity.HERE),
        ({"distance_km": 3.5}, Proximity.NEARBY),
        ({}, None),
    ],
)
def test_what_a_town_or_a_distance_says_of_a_place(values: dict[str, object], place: Proximity | None) -> None:
    assert placed(values, HERE).get("place") is place
