"""Columns taken for fields: by their names, by hand, by what is said, as the last time."""

from __future__ import annotations

import pytest

from msp_desktop.domain.inventory_columns import REGISTER_COLUMNS
from msp_desktop.errors import UserError
from msp_desktop.services.import_match import (
    field_of,
    file_columns,
    is_enough,
    memory_key,
    pasted_table,
    proposed_match,
    remember,
    remembered,
    said_match,
    score_of,
    with_column,
    with_header,
)
from msp_desktop.services.preferences import MOST_MATCHES
from tests.services.tables import table

FILE = table(["Nom", "Machin", "Tél.", "Machin"], ["Petit", "a", "05", ""], ["Noël", "b", "06", "c"])
NOTHING = ("", "", "", "")


@pytest.mark.parametrize("register", REGISTER_COLUMNS)
def test_each_register_knows_its_own_columns(register: str) -> None:
    for field, name, others in REGISTER_COLUMNS[register]:
        assert field_of(name, register) == field
        assert score_of(register)(name) == 1
        assert all(field_of(other, register) for other in others)


def test_what_the_names_say_is_proposed() -> None:
    assert proposed_match(FILE, "professionals") == ("last_name", "", "phone", "")
    assert proposed_match(table(["Nom", "Fonction"], ["a", "b"]), "professionals") == ("last_name", "profession")
    both = table(["Nom", "Fonction", "Métier"], ["a", "b", "c"])
    assert proposed_match(both, "professionals") == ("last_name", "function", "profession")


def test_an_age_is_taken_once_and_other_fields_as_often_as_one_likes() -> None:
    assert with_column(("age_band", "phone", ""), 3, "age_band") == ("", "phone", "age_band")
    assert with_column(("age_band", "phone", ""), 3, "phone") == ("age_band", "phone", "phone")
    assert proposed_match(table(["Nom", "Âge", "Tranche d'âge"]), "professionals") == ("last_name", "age_band", "")


@pytest.mark.parametrize(
    ("pair", "match"),
    [
        ("Machin=Métier", ("", "profession", "", "profession")),
        ("machin = profession", ("", "profession", "", "profession")),
        ("2=Téléphone", ("", "phone", "", "")),
        ("D=notes", ("", "", "", "notes")),
        ("Tél=Courriel", ("", "", "email", "")),
    ],
)
def test_what_is_said_is_taken(pair: str, match: tuple[str, ...]) -> None:
    assert said_match(NOTHING, FILE, "professionals", [pair]) == match


@pytest.mark.parametrize("nothing", ["", "ne pas reprendre"])
def test_a_column_is_left_aside_where_that_is_said(nothing: str) -> None:
    assert said_match(("last_name", "", "phone", ""), FILE, "professionals", [f"Tél.={nothing}"]) == (
        "last_name",
        "",
        "",
        "",
    )


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ("Machin=pointure", "last_name (Nom)"),
        ("Truc=Nom", "Machin"),
        ("9=Nom", "Machin"),
        ("Machin", "--match"),
        ("=Nom", "--match"),
    ],
)
def test_what_is_not_understood_says_what_there_is(pair: str, told: str) -> None:
    with pytest.raises(UserError) as error:
        said_match(NOTHING, FILE, "professionals", [pair])
    assert told in error.value.sentence


def test_a_column_shows_its_first_values() -> None:
    columns = file_columns(FILE, NOTHING)
    assert [column.samples for column in columns] == [("Petit", "Noël"), ("a", "b"), ("05", "06"), ("c",)]
    late = table(["a"], *([[""]] * 300), ["enfin"])
    assert file_columns(late, ("",))[0].samples == ("enfin",)


def test_a_row_needs_something_that_names_it() -> None:
    assert is_enough(("organisation",), "professionals")
    assert not is_enough(("phone", "notes"), "professionals")
    assert is_enough(("title",), "needs")


def test_a_match_is_remembered_by_the_names_of_the_columns() -> None:
    matches: dict[str, list[str]] = {}
    key = memory_key(FILE, "professionals")
    assert key == memory_key(table(["NOM", "machin", "Tel", "Machin"]), "professionals")
    assert key != memory_key(FILE, "offers")
    remember(matches, key, ("last_name", "notes", "", ""), NOTHING)
    assert remembered(matches[key], FILE, "professionals") == ("last_name", "notes", "", "")
    remember(matches, key, NOTHING, NOTHING)
    assert matches == {}
    for number in range(MOST_MATCHES + 5):
        remember(matches, str(number), ("notes",), NOTHING)
    assert len(matches) == MOST_MATCHES
    assert "0" not in matches


@pytest.mark.parametrize("fields", [None, ["last_name"], ["last_name", "", "", "pointure"]])
def test_what_fits_no_more_is_not_remembered(fields: list[str] | None) -> None:
    assert remembered(fields, FILE, "professionals") is None


def test_the_first_line_names_the_columns_or_not() -> None:
    bare = pasted_table([["Petit", "", "Bonnat"], ["Noël", "x", "Guéret"]], "professionals")
    named = with_header(bare, True)
    assert (named.columns, named.rows, named.lines) == (
        ("Petit", "Colonne B", "Bonnat"),
        (("Noël", "x", "Guéret"),),
        (2,),
    )
    assert with_header(named, False) == bare
    assert with_header(named, True) is named
    empty = pasted_table([], "needs")
    assert with_header(empty, True) is empty


def test_cells_pasted_with_and_without_names_are_a_table() -> None:
    named = pasted_table([["Nom", "Métier"], ["Petit"], ["", ""], ["Noël", "médecin", "x"]], "professionals")
    assert named.columns == ("Nom", "Métier", "Colonne C")
    assert named.rows == (("Petit", "", ""), ("Noël", "médecin", "x"))
    assert named.lines == (2, 4)
    bare = pasted_table([["Petit", "Bonnat"]], "professionals")
    assert (bare.columns, bare.header_line, bare.lines) == (("Colonne A", "Colonne B"), 0, (1,))
    assert pasted_table([], "needs").rows == ()
