"""Names as lists write them: told apart where something tells, whole where nothing does."""

from __future__ import annotations

import pytest

from msp_desktop.domain.person_names import from_capitals, is_body, read_civility, split_name


@pytest.mark.parametrize(
    ("written", "civility", "last", "first"),
    [
        ("DURAND Paul", "", "Durand", "Paul"), ("Paul DURAND", "", "Durand", "Paul"), ("Dr DURAND Paul", "Dr", "Durand", "Paul"),
        ("Mme de La Rochefoucauld Anne-Marie", "Mme", "de La Rochefoucauld", "Anne-Marie"),
        ("DURAND-PETIT Jean Pierre", "", "Durand-Petit", "Jean Pierre"), ("DURAND PAUL", "", "Durand", "Paul"),
        ("JEAN-MARC DUPONT", "", "Dupont", "Jean-Marc"), ("Durand Paul", "", "Durand", "Paul"),
        ("Anne Marie Durand", "", "Durand", "Anne Marie"), ("DURAND, Paul", "", "Durand", "Paul"),
        ("DURAND Paul (Dr)", "Dr", "Durand", "Paul"), ("DURAND Paul, Dr", "Dr", "Durand", "Paul"),
        ("Mme le Dr DURAND Anne", "Mme le Dr", "Durand", "Anne"), ("M. le Docteur Paul Durand", "M. le Dr", "Durand", "Paul"),
        ("D'ALMEIDA José", "", "d'Almeida", "José"), ("MC GREGOR Ewan", "", "Mc Gregor", "Ewan"),
        ("McGREGOR Ewan", "", "McGregor", "Ewan"), ("LE GOFF Yann", "", "Le Goff", "Yann"), ("Yann Le Goff", "", "Le Goff", "Yann"),
        ("DE LA ROCHEFOUCAULD ANNE-MARIE", "", "de La Rochefoucauld", "Anne-Marie"),
        ("de LA ROCHEFOUCAULD Anne", "", "de La Rochefoucauld", "Anne"), ("Jean de La Fontaine", "", "de La Fontaine", "Jean"),
        ("DUPONT épouse MARTIN Claire", "", "Dupont épouse Martin", "Claire"), ("DURAND P.", "", "Durand", "P."),
        ("VAN DEN BERG Sofia", "", "Van den Berg", "Sofia"), ("Fatima EL AMRANI", "", "El Amrani", "Fatima"),
        ("C. Martin", "", "Martin", "C."), ("Martin C.", "", "Martin", "C."), ("Dr C. MARTIN", "Dr", "Martin", "C."),
        ("Dupont-Durand J-P.", "", "Dupont-Durand", "J-P."), ("J.-P. Roux", "", "Roux", "J.-P."), ("JP Roux", "", "Roux", "JP"),
        ("A. Paul Durand", "", "Durand", "A. Paul"), ("Y. LE GOFF", "", "Le Goff", "Y."), ("LY Anne", "", "Ly", "Anne"),
        ("Prof. Michel Blanc", "Pr", "Blanc", "Michel"), ("DE LA TOUR DU PIN Marie", "", "de La Tour du Pin", "Marie"),
        ("LE DU Yann", "", "Le Du", "Yann"), ("DUPONT épouse MARTIN C.", "", "Dupont épouse Martin", "C."),
        ("Éric LÉVY", "", "Lévy", "Éric"), ("Dr Durand", "Dr", "Durand", ""), ("Durand", "", "Durand", ""),
    ],
)  # fmt: skip
def test_a_name_is_told_apart(written: str, civility: str, last: str, first: str) -> None:
    split = split_name(written)
    assert (split.civility, split.last, split.first, split.sure) == (civility, last, first, True)


@pytest.mark.parametrize(
    "written",
    [
        "Martin Claude",
        "Ngo Thi Mai",
        "DURAND Paul et PETIT Anne",
        "DURAND Paul / PETIT Anne",
        "Jean DURAND Paul",
        "Dr Durand, Dr Petit",
        "O Brien Sean",
        "a" * 200,
    ],
)
def test_what_nothing_tells_is_kept_whole(written: str) -> None:
    split = split_name(written)
    assert (split.last, split.first, split.sure) == (written, "", False)


def test_words_in_brackets_are_beside() -> None:
    assert split_name("DURAND Paul (remplaçant)").beside == "remplaçant"


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("DURAND", "Durand"), ("DURAND-PETIT", "Durand-Petit"), ("D'ALMEIDA", "d'Almeida"), ("MCGREGOR", "McGregor"),
        ("DE LA RUE", "de La Rue"), ("DU PONT", "Du Pont"), ("L'HERMITE", "L'Hermite"), ("O'BRIEN", "O'Brien"),
        ("ÉLODIE", "Élodie"), ("JP", "JP"), ("J.-P.", "J.-P."), ("Durand", "Durand"), ("durand", "durand"), ("", ""),
    ],
)  # fmt: skip
def test_capitals_are_a_name_again(capitals: str, name: str) -> None:
    assert from_capitals(capitals) == name


@pytest.mark.parametrize(
    ("typed", "civility"),
    [("Madame", "Mme"), ("MR", "M."), ("docteur", "Dr"), ("M.", "M."), ("Sœur", "Sœur"), ("", "")],
)
def test_a_civility_is_written_as_here(typed: str, civility: str) -> None:
    assert read_civility(typed) == civility


def test_a_body_is_told_from_a_person() -> None:
    assert is_body("Pharmacie du Centre")
    assert is_body("EHPAD Les Lilas")
    assert not is_body("Centrelli Anne")
    assert not is_body("DURAND Paul")
