"""An address as the post wants it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats.postal import WIDEST, address, has_town, town_line, wrapped


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("4, rue du Lavoir\n\n23990 Saint-Exemple", ("4 rue du Lavoir", "23990 SAINT-EXEMPLE")),
        ("4 rue du Lavoir, 23990 Saint-Exemple", ("4 rue du Lavoir", "23990 SAINT-EXEMPLE")),
        ("4 rue du Lavoir - 23990 Saint-Exemple", ("4 rue du Lavoir", "23990 SAINT-EXEMPLE")),
        ("12 bis, grande rue\n23 000 Guéret", ("12 bis grande rue", "23000 GUÉRET")),
        ("12 grande rue\nF-23000 Guéret", ("12 grande rue", "23000 GUÉRET")),
        ("12 grande rue\nGuéret (23000)", ("12 grande rue", "23000 GUÉRET")),
        ("BP 10012 23000 Guéret cedex 9", ("BP 10012", "23000 GUÉRET CEDEX 9")),
        ("CS 40012\n23011 Guéret CEDEX", ("CS 40012", "23011 GUÉRET CEDEX")),
        ("1 place de L'Haÿ\n94240 L'Haÿ-les-Roses", ("1 place de L'Haÿ", "94240 L’HAŸ-LES-ROSES")),
        ("Quai nord\n20137 Porto-Vecchio", ("Quai nord", "20137 PORTO-VECCHIO")),
        ("8 rue du Bourg\n97139 Les Abymes\nGuadeloupe", ("8 rue du Bourg", "97139 LES ABYMES", "Guadeloupe")),
        ("Le Bourg\nSaint-Exemple\n23990 Saint-Exemple", ("Le Bourg", "23990 SAINT-EXEMPLE")),
        ("23990 Saint-Exemple", ("23990 SAINT-EXEMPLE",)),
        ("12 grande rue", ("12 grande rue",)),
        ("", ()),
        (" ,\n ;", ()),
    ],
)
def test_the_town_is_last_in_capitals_and_said_once(typed: str, lines: tuple[str, ...]) -> None:
    assert address(typed) == lines


def test_a_long_line_is_cut_where_one_breathes() -> None:
    typed = "Maison de santé, 12 bis, rue de la République, bâtiment B, 97139 Les Abymes"
    lines = address(typed)
    assert lines == ("Maison de santé", "12 bis rue de la République", "bâtiment B", "97139 LES ABYMES")
    assert max(map(len, lines)) <= WIDEST
    assert wrapped("Communauté d’agglomération de Saint-Quentin-en-Yvelines") == [
        "Communauté d’agglomération",
        "de Saint-Quentin-en-Yvelines",
    ]


def test_a_long_town_s_name_is_shortened_as_the_post_does() -> None:
    line = "51290 Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    assert town_line(line) == "51290 ST-REMY-EN-BOUZEMONT-ST-GENEST-ET-ISSON"
    assert town_line("23990 Saint-Exemple") == "23990 SAINT-EXEMPLE"
    assert town_line("97180 Sainte-Anne") == "97180 SAINTE-ANNE"


def test_what_stands_above_is_not_said_again() -> None:
    typed = "Fédération d’exemple\n18, avenue du Modèle\n87990 Limoges-Témoin"
    assert address(typed, above=("Fédération d'Exemple",)) == ("18 avenue du Modèle", "87990 LIMOGES-TÉMOIN")


def test_a_town_known_otherwise_ends_an_address_that_has_none() -> None:
    assert address("12 grande rue", town="23990 Saint-Exemple") == ("12 grande rue", "23990 SAINT-EXEMPLE")
    assert address("12 grande rue", town="Bourg-Témoin") == ("12 grande rue", "BOURG-TÉMOIN")
    assert address("", town="23990 Saint-Exemple") == ()
    assert address("12 grande rue\n23000 Guéret", town="23990 Saint-Exemple")[-1] == "23000 GUÉRET"


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("12 grande rue\n23000 Guéret", True),
        ("12 grande rue, 23000 Guéret", True),
        ("12 grande rue", False),
        ("", False),
    ],
)
def test_one_can_tell_whether_the_town_is_there(typed: str, there: bool) -> None:
    assert has_town(typed) is there


@given(st.text(alphabet="ab É,-;( )’'\n123", max_size=200))
def test_any_words_keep_their_letters_in_time(typed: str) -> None:
    lines = address(typed)
    assert all(line.strip() for line in lines)
    assert len(lines) <= len(typed)


@given(st.text(alphabet="abcdé ’", max_size=300))
def test_no_word_is_lost_when_a_line_is_cut(typed: str) -> None:
    line = " ".join(typed.split())
    assert " ".join(wrapped(line)) == line
