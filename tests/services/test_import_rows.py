"""A row read under a match: values, and what no field takes."""

from __future__ import annotations

import pytest

from msp_desktop.domain.town_words import Here
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.import_rows import ReadRow, read_row
from tests.conftest import TODAY

HERE = Here("Guéret", "23000")


def read(register: str, **cells: str) -> ReadRow | None:
    return read_row(register, list(cells), tuple(cells), 2, list(cells.values()), HERE, TODAY)


def read_twice(field: str, *cells: str) -> ReadRow:
    row = read_row("professionals", ["Nom", "A", "B"], ("last_name", field, field), 2, ["Petit", *cells], HERE, TODAY)
    assert row is not None
    return row


def test_a_row_that_nothing_names_is_none() -> None:
    assert read("professionals", phone="05") is None
    assert read("needs", said_by="CCAS") is None
    assert read("professionals", organisation="Cabinet") is not None


def test_two_columns_of_a_field_are_both_kept() -> None:
    row = read_twice("phone", "0555000001", "0600000002")
    assert row.values["phone"] == "0555000001"
    assert row.values["notes"] == "B\u00a0: 0600000002"
    assert [(told.kept, told.understood) for told in row.told] == [(True, True)]
    assert read_twice("phone", "", "0600000002").values["phone"] == "0600000002"
    assert read_twice("phone", "0555000001", "0555000001").told == ()
    assert read_twice("notes", "un", "deux").values["notes"] == "un\ndeux"


def test_a_second_age_is_told_and_not_kept() -> None:
    row = read_twice("age_band", "62", "12/05/1961")
    assert "notes" not in row.values
    assert [told.kept for told in row.told] == [False]


@pytest.mark.parametrize(
    ("register", "field", "words", "value"),
    [
        ("offers", "kind", "Hôpital", "hopital"),
        ("offers", "kind", "ostéopathie", "ostéopathie"),
        ("offers", "kind", "Labo", "laboratoire"),
        ("offers", "kind", "Centre Hospitalier (C.H.)", "hopital"),
        ("offers", "kind", "Pharmacie d'Officine", "pharmacie"),
        ("offers", "kind", "S.S.I.A.D", "S.S.I.A.D"),
        ("offers", "kind", "Maison de retraite", "ehpad"),
        ("dynamics", "kind", "CPTS", "cpts"),
        ("needs", "strength", "3", 3),
        ("needs", "strength", "Fréquent", 2),
        ("needs", "profession", "infirmière", "infirmier"),
    ],
)
def test_choices_of_the_other_registers_are_known_by_their_words(
    register: str, field: str, words: str, value: object
) -> None:
    row = read(register, **{"name" if register == "offers" else "title": "x", field: words})
    assert row is not None
    assert row.values[field] == value


def test_a_speciality_of_a_need_is_kept_beside_its_profession() -> None:
    row = read("needs", title="Six mois d’attente", profession="ophtalmologue")
    assert row is not None
    assert (row.values["profession"], row.values["details"]) == ("medecin", "profession\u00a0: ophtalmologue")


def test_the_code_of_a_commune_is_not_its_name() -> None:
    row = read("offers", name="EHPAD", town="096")
    assert row is not None
    assert "town" not in row.values
    assert "place" not in row.values
    assert row.values["details"] == "town\u00a0: 096"


def test_a_strength_nobody_knows_goes_into_the_details() -> None:
    row = read("needs", title="Un médecin", strength="énorme")
    assert row is not None
    assert row.values["details"] == "strength\u00a0: énorme"
    assert "strength" not in row.values


def test_an_empty_cell_says_nothing() -> None:
    row = read("professionals", last_name="Petit", age_band="", departure=" ", works_alone="")
    assert row is not None
    assert row.said == {"last_name": "Petit"}


def test_every_other_name_of_a_kind_is_of_one_there_is() -> None:
    kit = kit_inventory()
    for words in ("officine", "labo", "ssiad", "maison de retraite", "maison de santé", "centre hospitalier"):
        row = read("offers", kind=words)
        assert row is not None
        assert row.values["kind"] in kit.offers
