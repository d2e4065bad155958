"""Towns as lists write them, and whether one is the commune."""

from __future__ import annotations

import pytest

from msp_desktop.domain.town_words import (
    Here,
    Town,
    is_here,
    is_no_town,
    is_only_here,
    read_postcode,
    read_town,
    town_of_address,
)


@pytest.mark.parametrize(
    ("written", "name", "postcode"),
    [
        ("Guéret", "Guéret", ""), ("23000 Guéret", "Guéret", "23000"), ("GUERET CEDEX 9", "Gueret", ""),
        ("Guéret (23)", "Guéret", ""), ("Porto-Vecchio (2A)", "Porto-Vecchio", ""), ("Guéret - 23000", "Guéret", "23000"),
        ("Souterraine (La)", "La Souterraine", ""), ("Haÿ-les-Roses (L')", "L'Haÿ-les-Roses", ""),
        ("LA SOUTERRAINE", "La Souterraine", ""), ("SAINT-REMY-EN-BOUZEMONT", "Saint-Remy-en-Bouzemont", ""),
        ("F-23000 Guéret", "Guéret", "23000"), ("", "", ""), ("23000", "", "23000"),
    ],
)  # fmt: skip
def test_a_town_is_its_name(written: str, name: str, postcode: str) -> None:
    assert read_town(written) == Town(name, postcode)


@pytest.mark.parametrize(
    ("town", "commune"),
    [
        ("GUERET", "Guéret"), ("guéret", "Guéret"), ("Guéret Cedex", "Guéret"), ("St Rémy en Bouzemont St Genest et Isson",
         "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"), ("SOUTERRAINE (LA)", "La Souterraine"), ("LES ABYMES", "Les Abymes"),
        ("L HAY LES ROSES", "L’Haÿ-les-Roses"), ("PARIS 12", "Paris"), ("Marseille 13e arrondissement", "Marseille"),
        ("Lyon 1er Arrondissement", "Lyon"), ("PORTO VECCHIO", "Porto-Vecchio"), ("Commune de Guéret", "Guéret"),
        ("Guéret (mardi) et Ajain (jeudi)", "Guéret"), ("Guéret - Maindigour", "Guéret"), ("GUERET CENTRE", "Guéret"),
        ("Guéret-Centre", "Guéret"), ("Maindigour (Guéret)", "Guéret"), ("Guéret et Bonnat", "Guéret"), ("St-Vaury", "Saint-Vaury"), ("Le Grand Bourg", "Le Grand-Bourg"),
         ("Grand Bourg", "Le Grand-Bourg"), ("37220 Ile bouchard", "L’Île-Bouchard"), ("ABYMES", "Les Abymes"),
    ],
)  # fmt: skip
def test_the_commune_is_known_however_it_is_written(town: str, commune: str) -> None:
    assert is_here(town, Here(commune))


@pytest.mark.parametrize(
    ("town", "commune"),
    [("La Souterraine", "Guéret"), ("Saint-Vaury", "Vaury"), ("Sainte-Feyre", "Saint-Feyre"), ("", "Guéret"), ("Guéret", ""),
     ("Bourg", "Le Grand-Bourg"), ("23000", "Guéret"), ("Boussac-Bourg", "Boussac"), ("Saint-Sulpice-le-Guérétois", "Guéret"),
     ("La Guéret", "Guéret"), ("La Bouchard", "L’Île-Bouchard")],
)  # fmt: skip
def test_another_is_another(town: str, commune: str) -> None:
    assert not is_here(town, Here(commune))


def test_words_beside_the_name_of_the_commune_are_told() -> None:
    assert is_only_here("GUERET CEDEX", Here("Guéret"))
    assert is_only_here("Guéret-Centre", Here("Guéret"))
    assert not is_only_here("Guéret - Maindigour", Here("Guéret"))


@pytest.mark.parametrize("words", ["à domicile", "Plusieurs sites", "à 5 km", "20 min", "itinérante"])
def test_words_that_are_no_town(words: str) -> None:
    assert is_no_town(words)
    assert not is_no_town("Saint-Martin-du-Mont")


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("2 rue du Lac\n23300 La Souterraine", Town("La Souterraine", "23300")),
        ("2 rue du Lac, 23000 GUERET CEDEX", Town("Gueret", "23000")), ("2 rue du Lac 23000 Guéret", Town("Guéret", "23000")),
        ("2 rue du Lac", Town()), ("12345", Town()), ("", Town()),
    ],
)  # fmt: skip
def test_an_address_tells_its_town(address: str, town: Town) -> None:
    assert town_of_address(address) == town


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [
        ("1000", "01000"),
        ("01000", "01000"),
        ("23 000", "23000"),
        ("23000.0", "23000"),
        ("97139", "97139"),
        ("x", ""),
        ("123", ""),
    ],
)
def test_a_postcode_has_five_figures(typed: str, postcode: str) -> None:
    assert read_postcode(typed) == postcode
