"""What a function typed says: the rank in the council, who heads the staff, who practises a health profession."""

from __future__ import annotations

import pytest

from msp_desktop.domain.acts import Rank, heads_staff, is_woman, practises, rank_of


@pytest.mark.parametrize(
    ("function", "rank"),
    [
        ("deuxième adjointe", Rank.DEPUTY), ("2e adjoint au maire, chargé de la santé", Rank.DEPUTY),
        ("Adjoint au Maire", Rank.DEPUTY), ("maire déléguée de Saint-Loup", Rank.DELEGATED),
        ("conseillère municipale déléguée", Rank.COUNCILLOR), ("conseiller municipal", Rank.COUNCILLOR),
        ("maire délégué, 2e adjoint", Rank.DEPUTY), ("", Rank.COUNCILLOR), ("élue", Rank.COUNCILLOR), ("Maire", Rank.MAYOR), ("maire d’Aubusson", Rank.MAYOR),
        ("conseiller du maire", Rank.COUNCILLOR),
    ],
)  # fmt: skip
def test_the_rank_is_read_in_the_function(function: str, rank: Rank) -> None:
    assert rank_of(function) is rank


@pytest.mark.parametrize(
    ("function", "heads"),
    [
        ("secrétaire générale de mairie", True), ("Secrétaire de mairie", True), ("Secrétaire général", True),
        ("directrice générale des services", True), ("DGS", True), ("directeur général adjoint", False),
        ("secrétaire générale adjointe", False), ("secrétaire médicale", False), ("secrétaire", False),
        ("agente d’accueil", False), ("", False),
    ],
)  # fmt: skip
def test_whose_superior_is_the_mayor(function: str, heads: bool) -> None:
    assert heads_staff(function) is heads


@pytest.mark.parametrize(
    ("function", "is_one"),
    [
        ("adjointe, infirmière libérale", True), ("conseiller municipal, médecin généraliste", True), ("Pharmacienne", True),
        ("kiné et conseiller", True), ("sage-femme", True), ("chirurgien-dentiste", True), ("IDEL", True),
        ("masseur-kinésithérapeute", True), ("médecins du monde", True),
        ("médecin retraité", False), ("ancienne infirmière", False), ("adjointe à la santé", False),
        ("secrétaire médicale", False), ("deuxième adjointe", False), ("idée", False), ("", False),
    ],
)  # fmt: skip
def test_who_practises_a_health_profession(function: str, is_one: bool) -> None:
    assert practises(function) is is_one


@pytest.mark.parametrize(
    ("civility", "function", "woman"),
    [
        ("Mme", "", True), ("M.", "adjointe", False), ("Dr", "première adjointe, médecin", True), ("", "conseillère", True),
        ("Dr", "adjoint", False), ("", "", False), ("Dr", "secrétaire générale de mairie", True), ("", "référent", False),
    ],
)  # fmt: skip
def test_a_function_typed_in_the_feminine_says_what_a_rank_does_not(civility: str, function: str, woman: bool) -> None:
    assert is_woman(civility, function) is woman
