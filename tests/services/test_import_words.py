"""What is told of an import, to people and to programs."""

from __future__ import annotations

import json
from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import Departure
from msp_desktop.services.import_words import as_values, report, value_words
from tests.conftest import TODAY
from tests.services.tables import preview_import, table

FILE = table(
    ["Nom", "Métier", "Ville", "Tél", "Portable", "Vérifié le", "Pointure"],
    ["Martin", "infirmier", "Guéret", "0555000001", "", "à voir", "43"],
    ["Martin", "infirmier", "Bonnat", "0555000002", "0600000002", "", ""],
    ["Martin", "infirmier", "Guéret", "", "", "", ""],
    ["", "médecin", "", "", "", "", ""],
)


def test_a_program_is_told_rows_columns_and_values(store: Store) -> None:
    values = as_values(preview_import(store.reader, FILE, TODAY))
    assert json.loads(json.dumps(values)) == values
    assert [entry["row"] for entry in values["new"]] == [2]
    assert values["new"][0] | {"why": ""} == {
        "row": 2, "name": "Martin", "profession": "infirmier", "place": "Guéret", "phone": "0555000001", "why": ""
    }  # fmt: skip
    assert [entry["row"] for entry in values["doubtful"]] == [3]
    assert [entry["row"] for entry in values["existing"]] == [4]
    assert values["changed"] == []
    assert values["set_aside"][0]["row"] == 5
    assert values["not_understood"] == [{"row": 2, "column": "Vérifié le", "value": "à voir"}]
    assert values["left_aside"] == ["Pointure"]


def test_people_are_told_all_of_it_in_french(store: Store) -> None:
    words = "\n".join(report(preview_import(store.reader, FILE, TODAY), "liste.csv"))
    for expected in (
        "liste.csv\u00a0: 2 lignes à ajouter, 1 laissée telle quelle", "Vérifié le\u00a0: à voir", "Portable\u00a0: 0600000002", "Pointure",
        "pareil que la ligne 2", "est-ce la ligne 2, Martin, infirmier, Guéret", "ligne 5, médecin",
    ):  # fmt: skip
        assert expected in words


def test_values_are_told_as_the_register_shows_them() -> None:
    assert value_words("distance_km", 9.125) == "9,125"
    assert value_words("checked_on", date(2026, 4, 1)) == "01/04/2026"
    assert value_words("departure", Departure.WITHIN_2) == "d’ici 2 ans"
    assert value_words("profession", "medecin") == "médecin"
    assert value_words("strength", 2) == "fréquent"
