"""Find the communes people type, among the real ones."""

from __future__ import annotations

import pytest

from msp_desktop.exchange.communes import by_insee, codes_of, is_called, members_of, of_postcode, search, the_one


@pytest.mark.parametrize(
    ("code", "insee", "name"),
    [
        ("23096", "23096", "Guéret"),
        ("48095", "48095", "Mende"),
        ("2a247", "2A247", "Porto-Vecchio"),
        ("97411", "97411", "Saint-Denis"),
        ("97302", "97302", "Cayenne"),
        ("67482", "67482", "Strasbourg"),
        ("75101", "75056", "Paris"),
        ("69381", "69123", "Lyon"),
        ("13201", "13055", "Marseille"),
        ("97502", "97502", "Saint-Pierre"),
        ("98818", "98818", "Nouméa"),
        ("97127", "97801", "Saint-Martin"),  # of Guadeloupe until 2007
        ("97123", "97701", "Saint-Barthélemy"),
        ("75120", "75056", "Paris"),
        ("69389", "69123", "Lyon"),
        ("13216", "13055", "Marseille"),
        ("01091", "01033", "Valserhône"),  # Châtillon-en-Michaille, merged
        ("01187", "01187", "Haut Valromey"),
        ("49101", "49018", "Baugé-en-Anjou"),  # a delegated commune
        ("1053", "01053", "Bourg-en-Bresse"),  # a spreadsheet took the nought
    ],
)
def test_a_code_leads_to_todays_commune(code: str, insee: str, name: str) -> None:
    found = by_insee(code)
    assert found is not None
    assert (found.insee, found.name) == (insee, name)


def test_an_unknown_code_leads_nowhere() -> None:
    assert by_insee("99999") is None


def test_the_twelve_sainte_colombe_come_first_and_apart() -> None:
    twelve = search("sainte colombe")[:12]
    assert {entry.name for entry in twelve} == {"Sainte-Colombe"}
    assert len({(entry.department_code, entry.postcodes) for entry in twelve}) == 12
    assert search("sainte colombe")[12].name != "Sainte-Colombe"


@pytest.mark.parametrize("typed", ["st etienne du bois 85", "Saint-Étienne-du-Bois 85670", "ST ETIENNE DU BOIS 85"])
def test_a_name_with_its_department_or_postcode_is_one_commune(typed: str) -> None:
    assert [(entry.name, entry.department_code) for entry in search(typed)] == [("Saint-Étienne-du-Bois", "85")]


def test_a_merged_commune_leads_to_todays_and_says_how() -> None:
    assert [(e.name, e.via) for e in search("st etienne en cogles")] == [("Maen Roch", "Saint-Étienne-en-Coglès")]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("chalon s/ saone", "Chalon-sur-Saône"),
        ("l'hay les roses", "L’Haÿ-les-Roses"),
        ("23000", "Guéret"),
        ("2a247", "Porto-Vecchio"),
        ("oeuilly", "Œuilly"),
        ("75001", "Paris"),
    ],
)
def test_what_people_type_finds_the_commune_first(typed: str, name: str) -> None:
    assert search(typed)[0].name == name


@pytest.mark.parametrize("typed", ["", "   ", "(", "%", "zzzz", "99999"])
def test_nothing_readable_finds_nothing(typed: str) -> None:
    assert search(typed) == []


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("gueret", "23096"),
        ("le grand bourg", "23095"),
        ("abymes", "97101"),
        ("l’hay les roses", "94038"),
        ("souterraine", "23176"),
        ("porto vecchio", "2A247"),
        ("aubusson 23", "23008"),
        ("st denis 93", "93066"),
        ("aubusson", None),
        ("grand bourg", None),
        ("sainte colombe", None),
        ("23000", None),
        ("evaux", None),
        ("zzzz", None),
        ("", None),
    ],
)
def test_what_can_mean_only_one_commune_is_that_one(typed: str, one: str | None) -> None:
    found = the_one(typed, search(typed))
    assert (found.insee if found else None) == one


def test_every_code_of_a_commune_leads_back_to_it() -> None:
    codes = codes_of("75056")
    assert codes[0] == "75056"
    assert len(codes) == 21
    assert {found.insee for code in codes if (found := by_insee(code))} == {"75056"}
    assert codes_of("99999") == ()


def test_the_communes_of_a_postcode_and_of_an_epci() -> None:
    gueret = by_insee("23096")
    assert gueret is not None
    assert "23096" in {entry.insee for entry in of_postcode("23000")}
    assert all("23000" in entry.postcodes for entry in of_postcode("23000"))
    assert of_postcode("23") == of_postcode("") == []
    members = members_of(gueret.epci_code)
    assert "23096" in members
    assert len(members) == gueret.epci_members
    assert members_of("") == members_of("1") == ()


@pytest.mark.parametrize(
    ("insee", "name", "so"),
    [
        ("23096", "Guéret", True),
        ("23096", "GUERET", True),
        ("23095", "Grand Bourg", True),
        ("69383", "Lyon 3e Arrondissement", True),
        ("75056", "Paris", True),
        ("75056", "Marseille", False),
        ("23096", "Gué", False),
        ("23096", "", False),
        ("99999", "Guéret", False),
    ],
)
def test_a_code_and_a_name_go_together_or_not(insee: str, name: str, so: bool) -> None:
    assert is_called(insee, name) is so


def test_a_commune_that_joined_another_may_go_by_the_name_it_had() -> None:
    joined = next(entry for entry in search("mesnil", 500) if entry.via)
    assert is_called(joined.insee, joined.via)
    assert is_called(joined.insee, joined.name)
