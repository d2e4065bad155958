"""The line that names the columns, wherever people put it."""

from __future__ import annotations

import pytest

from msp_desktop.exchange.tables.header import header_of

KNOWN = {"nom", "prénom", "métier", "téléphone", "courriel", "ville", "téléphone fixe", "téléphone portable"}


def score(text: str) -> int:
    return 1 if text.lower() in KNOWN else -1 if text in ("médecin", "infirmière") else 0


ROWS = [["Durand", "Paul", "médecin", "0555000001"], ["Petit", "Anne", "infirmière", ""]]
NAMES = ["Nom", "Prénom", "Métier", "Téléphone"]


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["Liste des professionnels – mars 2026", "", "", ""]],
        [["Liste"], [], ["Mise à jour :", "12/03/2026"], []],
        [[]] * 5,
        [["Note sur la liste, ligne après ligne"]] * 14,
        [["Commune", "Guéret"], ["Nom de la liste", "Santé"]],
    ],
)
def test_lines_above_are_no_header(above: list[list[str]]) -> None:
    header, sure = header_of([*above, NAMES, *ROWS], score)
    assert header.names == tuple(NAMES)
    assert (header.line, header.first, sure) == (len(above), len(above) + 1, 4)


def test_without_any_the_first_line_is_a_row() -> None:
    header, sure = header_of(ROWS, score)
    assert (header.names, header.line, header.first, sure) == ((), -1, 0, 0)


def test_names_that_nobody_knows_are_names_above_figures() -> None:
    header, sure = header_of([["Recette", "Farine"], ["Tarte", "200 g"]], score)
    assert (header.names, sure) == (("Recette", "Farine"), 0)
    assert header_of([["Durand", "Guéret"], ["Petit", "Bonnat"]], score)[0].line == -1


def test_one_known_word_among_a_row_is_no_header() -> None:
    assert header_of([["Durand", "ville", "0555000001"], ["Petit", "Bonnat", "0555000002"]], score)[0].line == -1


def test_a_group_above_names_the_columns_it_alone_names() -> None:
    rows = [["Nom", "Prénom", "Coordonnées", ""], ["", "", "Téléphone", "Courriel"], *ROWS]
    header, _sure = header_of(rows, score)
    assert header.names == ("Nom", "Prénom", "Téléphone", "Courriel")
    assert header.first == 2


def test_a_header_goes_on_below_its_groups() -> None:
    header, _sure = header_of([["Nom", "Prénom", "Téléphone", ""], ["", "", "fixe", "portable"], *ROWS], score)
    assert header.names == ("Nom", "Prénom", "Téléphone fixe", "Téléphone portable")
    assert header.first == 2


def test_a_row_without_a_name_is_not_the_header_s_second_line() -> None:
    rows = [["Nom", "Métier", "Téléphone", ""], ["", "", "05 55 00 00 01", "le mardi"]]
    assert header_of(rows, score)[0].first == 1


def test_without_a_score_the_first_line_that_is_not_empty_names_them() -> None:
    assert header_of([[], ["a", "b"], ["c", "d"]], None)[0].names == ("a", "b")
    assert header_of([], None)[0].names == ()


def test_a_group_says_what_its_column_alone_does_not() -> None:
    rows = [["Identité", "", "Coordonnées", "", "Téléphone"], ["Nom", "Prénom", "Courriel", "Ville", "Portable"], *ROWS]
    assert header_of(rows, score)[0].names == ("Nom", "Prénom", "Courriel", "Ville", "Téléphone Portable")
