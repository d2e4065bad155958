from __future__ import annotations

from msp_desktop.documents.basin_words import beside_words, several_words, towns_words
from msp_desktop.domain.federated.basin import MapRow, joined
from tests.basins import basin_of


def test_several_communes_are_named_and_all_of_them_counted() -> None:
    basin = joined(basin_of(3))
    assert towns_words(basin, (0, 1, 2)) == "toutes les communes"
    assert towns_words(basin, (0, 2)) == "Bellefond-sur-Creuse et Le Mesnil"
    assert towns_words(joined(basin_of(2)), (0, 1)) == "les deux communes"


def test_what_is_nearby_is_a_least_where_several_may_tell_of_the_same() -> None:
    assert beside_words(MapRow("dentiste", (0, 0), 0, 2, at_least=True)) == "au moins 2"
    assert beside_words(MapRow("dentiste", (0, 0), 0, 2)) == "2"
    assert beside_words(MapRow("dentiste", (1, 0), 1)) == "–"
    assert "une personne exerce" in several_words(1)
