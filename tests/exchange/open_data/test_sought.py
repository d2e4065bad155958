from __future__ import annotations

import msgspec
import pytest

from msp_desktop.errors import UserError
from msp_desktop.exchange.open_data.sought import Sought, sought_of


def test_a_commune_is_sought_by_its_former_codes_too() -> None:
    sought = sought_of(["49023"])  # Beaupréau-en-Mauges, of ten communes in 2015
    assert sought.codes["49023"] == sought.codes["49006"] == "49023"


def test_the_arrondissements_of_a_city_are_the_city() -> None:
    for city, arrondissement in (("75056", "75101"), ("69123", "69383"), ("13055", "13201")):
        assert sought_of([city]).codes[arrondissement] == city
        assert sought_of([arrondissement]).communes == (city,)
    assert "75116" in sought_of(["75056"]).postcodes


def test_a_postcode_leads_to_every_commune_that_has_it_those_sought_first() -> None:
    sought = sought_of(["23096"])
    assert all(communes[0] == "23096" for communes in sought.postcodes.values())
    assert {insee for communes in sought.postcodes.values() for insee in communes} == set(sought.names)


def test_overseas_and_corsica() -> None:
    assert sought_of(["97801"]).codes["97127"] == "97801"
    assert sought_of(["97801"]).postcodes["97150"][0] == "97801"
    assert sought_of(["2A004"]).postcodes["20000"] == ("2A004",)


def test_a_commune_told_twice_is_sought_once() -> None:
    assert sought_of(["23096", " 23096", "23176"]).communes == ("23096", "23176")


def test_an_unknown_code_is_told() -> None:
    with pytest.raises(UserError, match="99999"):
        sought_of(["99999"])


def test_it_crosses_to_another_process() -> None:
    sought = sought_of(["23096", "75056"])
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(sought), type=Sought) == sought
