"""Who is of the town hall, and who is its mayor."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.town_hall import is_mayor, of_the_town

START = date(2026, 3, 22)
TOWN = Commune(
    name="Saint-Essai", mandate_start=START, day_zero=START,
    mayor_civility="Mme", mayor_first_name="Anne", mayor_last_name="Faure",
)  # fmt: skip
ELECTED = {"category": Category.ELECTED}


@pytest.mark.parametrize(
    ("values", "mayor"),
    [
        ({"first_name": "Anne", "last_name": "Faure"}, True),
        ({"first_name": "Paul", "last_name": "Faure"}, False),
        ({"first_name": "Anne", "last_name": "Faure", "civility": "Dr"}, True),
        ({"first_name": "Anne", "last_name": "Faure", "civility": "M."}, False),
        (ELECTED | {"function": "Maire"}, True),
        (ELECTED | {"function": "La Maire"}, True),
        (ELECTED | {"function": "maire de Saint-Essai"}, True),
        (ELECTED | {"function": "maire de Valbourg"}, False),
        (ELECTED | {"function": "maire", "organisation": "Mairie de Valbourg"}, False),
        (ELECTED | {"function": "maire adjoint"}, False),
        (ELECTED | {"function": "maire déléguée"}, False),
        ({"function": "maire"}, False),
    ],
)
def test_the_mayor_is_known_by_name_or_by_function(values: dict[str, Any], mayor: bool) -> None:
    assert is_mayor(TOWN, Person(**values)) is mayor


def test_without_a_mayor_s_name_nobody_without_a_name_is_the_mayor() -> None:
    assert not is_mayor(Commune(name="Saint-Essai", mandate_start=START, day_zero=START), Person(organisation="CPTS"))


def test_the_town_s_name_in_a_body_s_is_a_whole_word() -> None:
    assert of_the_town(TOWN, Person(organisation="Commune de SAINT-ESSAI"))
    assert not of_the_town(TOWN, Person(organisation="Saint-Essaimont"))
