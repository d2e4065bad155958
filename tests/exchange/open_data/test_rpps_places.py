from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.domain.official import Standing
from tests.exchange.open_data.rpps_rows import nowhere, one, read_lines, row


def test_a_commune_told_is_counted_whatever_its_postcode(tmp_path: Path) -> None:
    found = one(tmp_path, row(Code_postal="23011", Bureau_cedex="GUERET CEDEX", Code_Département="075"))
    assert (found.standing, found.insee, found.postcode, found.town) == (Standing.HERE, "23096", "23011", "Guéret")


@pytest.mark.parametrize(
    ("code", "sought"),
    [
        ("75103", "75056"),
        ("69387", "69123"),
        ("13208", "13055"),
        ("97127", "97801"),
        ("97801", "97801"),
        ("2A004", "2A004"),
    ],
)
def test_arrondissements_former_codes_and_overseas(tmp_path: Path, code: str, sought: str) -> None:
    assert one(tmp_path, row(Code_commune=code), communes=[sought]).insee == sought


def test_a_postcode_alone_is_to_be_confirmed(tmp_path: Path) -> None:
    found = one(tmp_path, row(**nowhere(Code_postal="23000")))
    assert (found.standing, found.insee, found.postcode) == (Standing.TO_CONFIRM, "", "23000")
    assert found.possible[0] == "23096"
    assert len(found.possible) > 1
    assert found.town == ""


def test_the_town_may_stand_beside_the_cedex(tmp_path: Path) -> None:
    found = one(tmp_path, row(**nowhere(Bureau_cedex="23000 GUERET")))
    assert (found.standing, found.possible, found.postcode, found.town) == (
        Standing.TO_CONFIRM, ("23096",), "23000", "Guéret",
    )  # fmt: skip
    other = one(tmp_path, row(**nowhere(Bureau_cedex="23000 AILLEURS")))
    assert (len(other.possible) > 1, other.town) == (True, "Ailleurs")
    with_postcode = one(tmp_path, row(**nowhere(Code_postal="23000", Libellé_commune="GUERET")))
    assert with_postcode.possible == ("23096",)


def test_a_cedex_without_a_commune_is_found_by_its_name(tmp_path: Path) -> None:
    found = one(tmp_path, row(**nowhere(Code_postal="23011", Bureau_cedex="GUERET CEDEX 1")))
    assert (found.standing, found.possible, found.postcode) == (Standing.TO_CONFIRM, ("23096",), "23011")
    elsewhere = nowhere(Code_postal="87011", Bureau_cedex="GUERET CEDEX")
    assert read_lines(tmp_path, row(**elsewhere)).found == ()


@pytest.mark.parametrize("code", ["", "0", "00000", "23000", "99999", "23", "INCONNU"])
def test_what_is_no_commune_s_code_goes_by_the_postcode(tmp_path: Path, code: str) -> None:
    assert one(tmp_path, row(**nowhere(Code_commune=code, Code_postal="23000"))).standing is Standing.TO_CONFIRM


def test_another_commune_of_the_postcode_is_not_ours(tmp_path: Path) -> None:
    assert read_lines(tmp_path, row(Code_commune="23004", Code_postal="23000")).found == ()


def test_somebody_in_two_communes_is_counted_in_each(tmp_path: Path) -> None:
    found = read_lines(tmp_path, row(1), row(1, Code_commune="23176"), row(1), communes=["23096", "23176"]).found
    assert [line.insee for line in found] == ["23096", "23176"]
