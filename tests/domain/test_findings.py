"""Drafted findings: French that agrees for nobody, one, two or many, and claims nothing that was not asked."""

from __future__ import annotations

import pytest

from msp_desktop.domain.findings import (
    alone_sentence,
    departures_sentence,
    dynamics_sentence,
    needs_sentence,
    professionals_sentence,
    professions_sentence,
    publics_sentence,
    ready_sentence,
)
from msp_desktop.domain.inventory import Dynamic, Need, Opportunity, Proximity, Tri
from msp_desktop.domain.inventory_views import DepartureSpan, ProfessionCount, tallied
from tests.domain.build import professional


@pytest.mark.parametrize(
    ("total", "here", "sentence"),
    [
        (0, 0, ""),
        (1, 1, "Un professionnel, dans la commune."),
        (1, 0, "Un professionnel, à proximité\u00a0: aucun dans la commune."),
        (2, 2, "Deux professionnels, tous à\u00a0Guéret."),
        (3, 0, "Trois professionnels, à proximité\u00a0: aucun dans la commune."),
        (15, 4, "Quinze professionnels\u00a0: quatre à\u00a0Guéret, onze à proximité."),
        (20, 1, "20 professionnels\u00a0: un à\u00a0Guéret, 19 à proximité."),
    ],
)
def test_how_many_professionals_there_are(total: int, here: int, sentence: str) -> None:
    views = [
        professional(number, place=Proximity.HERE if number < here else Proximity.NEARBY) for number in range(total)
    ]
    assert professionals_sentence(tallied(views), "Guéret") == sentence


EXPECTED = (("medecin", "médecin"), ("infirmier", "infirmier"), ("kine", "kinésithérapeute"))


def test_professions_are_listed_and_those_missing_in_the_commune_named() -> None:
    counts = [ProfessionCount("medecin", "médecin", 1, 0), ProfessionCount("infirmier", "infirmiers", 0, 2)]
    assert professions_sentence(counts, EXPECTED) == (
        "Médecin et infirmiers. Dans la commune, pas d’infirmier, ni de kinésithérapeute."
    )


def test_nothing_is_missing_where_every_profession_is_there() -> None:
    counts = [ProfessionCount(code, word, 1, 0) for code, word in EXPECTED]
    assert professions_sentence(counts, EXPECTED) == "Médecin, infirmier et kinésithérapeute."


def test_where_all_are_nearby_the_missing_ones_are_not_listed_one_by_one() -> None:
    assert professions_sentence([ProfessionCount("medecin", "médecins", 0, 3)], EXPECTED) == "Médecins."


def test_an_empty_register_has_no_profession() -> None:
    assert professions_sentence([], EXPECTED) == ""


def span(end: float, possible: bool = False) -> DepartureSpan:
    return DepartureSpan("Médecin", "", end - 1, end, possible, Proximity.HERE)


@pytest.mark.parametrize(
    ("ends", "possible", "sentence"),
    [
        ([], 0, ""),
        ([2027.5], 0, "Un départ d’ici 2028."),
        ([2026.5, 2028.9], 0, "Deux départs d’ici 2028."),
        ([2027.5, 2031.0], 0, "Un départ d’ici 2028."),
        ([2027.5], 1, "Un départ d’ici 2028\u202f; un autre possible d’après l’âge."),
        ([2027.5], 2, "Un départ d’ici 2028\u202f; deux autres possibles d’après l’âge."),
    ],
)
def test_departures_known_and_possible(ends: list[float], possible: int, sentence: str) -> None:
    spans = [*(span(end) for end in ends), *(span(2034.0, possible=True) for _time in range(possible))]
    assert departures_sentence(spans, 2028) == sentence


def test_one_who_works_alone_and_several_do_not_take_the_same_verb() -> None:
    alone = [professional(number, works_alone=Tri.YES) for number in range(3)]
    assert alone_sentence(tallied(alone[:1])) == "Un professionnel exerce seul."
    assert alone_sentence(tallied(alone)) == "Trois professionnels exercent seuls."


def test_nobody_alone_is_only_said_of_those_who_were_asked() -> None:
    assert alone_sentence(tallied([professional()])) == ""
    assert alone_sentence(tallied([])) == ""
    assert "interrogés" in alone_sentence(tallied([professional(works_alone=Tri.NO), professional(2)]))


def test_those_ready_are_counted_with_their_professions() -> None:
    one = [professional(1, ready=Tri.YES), professional(2, ready=Tri.NO), professional(3)]
    assert ready_sentence(tallied(one)) == "Un se dit prêt à travailler en équipe."
    two = [professional(1, ready=Tri.YES), professional(2, "infirmier", ready=Tri.YES)]
    assert ready_sentence(tallied(two)) == "Deux se disent prêts à travailler en équipe, de deux métiers."
    assert ready_sentence(tallied([professional(1, ready=Tri.YES), professional(2, ready=Tri.YES)])).endswith(
        "en équipe."
    )
    assert ready_sentence(tallied([professional(ready=Tri.UNKNOWN)])) == ""


def need(title: str, strength: int = 2, public: str = "") -> Need:
    return Need(position=1, title=title, strength=strength, public=public)


def test_the_strongest_need_comes_first_and_the_rest_go_on_in_small_letters() -> None:
    found = needs_sentence([need("Un dentiste.", 1), need("Soins le soir", 3), need("Transport", 2)])
    assert found == "Soins le soir\u202f; transport\u202f; un dentiste."


def test_needs_without_words_say_nothing() -> None:
    assert needs_sentence([]) == ""
    assert needs_sentence([need("  ")]) == ""


def test_an_acronym_and_a_name_keep_their_capital_in_the_list() -> None:
    found = needs_sentence([need("Soins le soir", 3), need("CPTS du Val", 2), need("Guéret trop loin", 1)])
    assert found == "Soins le soir\u202f; CPTS du Val\u202f; Guéret trop loin."


def test_three_professionals_in_a_town_with_an_article() -> None:
    three = [professional(number, place=Proximity.HERE if number else Proximity.NEARBY) for number in range(3)]
    assert professionals_sentence(tallied(three), "Le Grand-Bourg") == (
        "Trois professionnels\u00a0: deux au Grand-Bourg, un à proximité."
    )
    assert professionals_sentence(tallied(three[1:]), "Les Abymes") == "Deux professionnels, tous aux Abymes."


def test_whom_the_needs_concern_is_told_once() -> None:
    found = publics_sentence(
        [
            need("a", 1, "jeunes"),
            need("b", 3, "personnes âgées, familles"),
            need("c", 2, "Familles , Tous"),
        ]
    )
    assert found == "Personnes âgées, familles et jeunes."
    assert publics_sentence([need("a", public="tous")]) == ""
    assert publics_sentence([]) == ""


def test_dynamics_then_opportunities() -> None:
    dynamics = [Dynamic(position=1, title="Cabinet infirmier partagé")]
    opportunities = [Opportunity(position=1, title="Un local libre"), Opportunity(position=2, title="")]
    assert dynamics_sentence(dynamics, opportunities) == "Cabinet infirmier partagé\u202f; un local libre."
    assert dynamics_sentence([], []) == ""
