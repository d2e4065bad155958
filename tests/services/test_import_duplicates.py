"""Who is already there: by name, profession and place together."""

from __future__ import annotations

from typing import Any

import pytest

from msp_desktop.domain.imports import Act, State
from msp_desktop.domain.inventory import AgeBand, Proximity, Tri
from msp_desktop.services.import_duplicates import MOST, Known
from msp_desktop.services.import_entries import Entry

MARTIN: dict[str, Any] = {"last_name": "Martin", "first_name": "Claude", "profession": "infirmier", "town": "Guéret",
                          "place": Proximity.NEARBY, "phone": "0555000001"}  # fmt: skip
POST: dict[str, Any] = {"organisation": "Pharmacie de la Poste", "profession": "pharmacien", "town": "Guéret",
                        "place": Proximity.NEARBY}  # fmt: skip


def verdict(known: dict[str, Any], **values: Any) -> tuple[State, Act]:
    found = Known("professionals", "Aubusson", [Entry(7, 0, known)]).look(values)
    assert found.like is None or found.like.id == 7
    return found.state, found.act


def but(known: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {name: value for name, value in (known | values).items() if value is not None}


@pytest.mark.parametrize(
    "values",
    [
        {"last_name": "MARTIN", "first_name": "Claude"},
        {"last_name": "Dr Martin", "first_name": "Claude"},
        {"last_name": "Claude", "first_name": "Martin"},
        {"last_name": "Claude Martin", "first_name": None},
        {"town": "23000 GUERET CEDEX"},
        {"town": None, "place": None},
        {"phone": "05.55.00.00.01"},
        {"profession": "autre"},
    ],
)
def test_the_same_name_profession_and_place_are_one_person(values: dict[str, Any]) -> None:
    assert verdict(MARTIN, **but(MARTIN, **values)) == (State.EXISTING, Act.LEAVE)


@pytest.mark.parametrize(
    ("values", "act"),
    [
        ({"town": "Bonnat", "phone": "0555000002"}, Act.ADD),
        ({"profession": "medecin", "phone": None}, Act.ADD),
        ({"town": None, "place": Proximity.HERE, "phone": None}, Act.ADD),
        ({"town": "Bonnat"}, Act.COMPLETE),  # the same telephone
        ({"first_name": "C.", "phone": None}, Act.COMPLETE),
        ({"first_name": None, "town": "Bonnat"}, Act.COMPLETE),
    ],
)
def test_a_namesake_is_a_question(values: dict[str, Any], act: Act) -> None:
    assert verdict(MARTIN, **but(MARTIN, **values)) == (State.DOUBTFUL, act)


@pytest.mark.parametrize(
    "values",
    [
        {"first_name": "Paul"},  # the telephone of a practice is everybody's
        {"last_name": "Martinez"},
        {"first_name": None, "last_name": None, "organisation": "Martin Claude"},
        {"first_name": None, "town": "Bonnat", "phone": None},
    ],
)
def test_another_name_is_somebody_else(values: dict[str, Any]) -> None:
    assert verdict(MARTIN, **but(MARTIN, **values))[0] is State.NEW


def test_a_body_without_a_person_is_told_apart() -> None:
    assert verdict(POST, **POST) == (State.EXISTING, Act.LEAVE)
    assert verdict(POST, **but(POST, town="Bonnat")) == (State.DOUBTFUL, Act.ADD)
    assert verdict(POST, **but(POST, town=None, place=None, phone="05")) == (State.DOUBTFUL, Act.ADD)
    assert verdict(POST, **but(POST, phone="05")) == (State.CHANGED, Act.COMPLETE)
    assert verdict(but(POST, phone="05"), **but(POST, phone="06")) == (State.DOUBTFUL, Act.ADD)
    works_there = but(POST, last_name="Petit", first_name="Anne")
    assert verdict(works_there, **POST)[0] is State.NEW


def test_only_what_is_empty_is_completed() -> None:
    known = Known("professionals", "Aubusson", [Entry(7, 0, MARTIN)])
    said = but(MARTIN, phone="0699999999", email="c@exemple.fr", works_alone=Tri.YES, age_band=AgeBand.FROM_50)
    found = known.look(said)
    assert found.state is State.CHANGED
    assert dict(found.fills) == {"email": "c@exemple.fr", "works_alone": Tri.YES, "age_band": AgeBand.FROM_50}
    assert "0699999999" in found.why


def test_a_day_goes_only_with_what_it_is_the_day_of() -> None:
    known = Known("professionals", "Aubusson", [Entry(7, 0, but(MARTIN, age_band=AgeBand.FROM_40))])
    found = known.look(but(MARTIN, age_band=AgeBand.FROM_50, age_noted_on="2026-01-01", email="c@exemple.fr"))
    assert dict(found.fills) == {"email": "c@exemple.fr"}


def test_where_several_have_the_name_none_is_chosen_but_by_a_telephone() -> None:
    both = [Entry(1, 0, MARTIN), Entry(2, 0, but(MARTIN, town="Bonnat", phone="0555000002"))]
    known = Known("professionals", "Aubusson", both)
    vague = {"last_name": "Martin", "first_name": "Claude", "email": "c@exemple.fr"}
    assert known.look(vague).act is Act.LEAVE
    found = known.look({**vague, "phone": "05 55 00 00 02"})
    assert (found.state, found.like and found.like.id) == (State.CHANGED, 2)


def test_a_thousand_of_one_name_are_compared_in_no_time() -> None:
    known = Known("professionals", "Aubusson", [])
    for number in range(3 * MOST):
        values = {"organisation": "Cabinet infirmier", "profession": "infirmier", "town": f"Ville {number}"}
        assert known.look(values).act is Act.ADD
        known.add(Entry(0, number, values))
    assert (
        known.look({"organisation": "Cabinet infirmier", "profession": "infirmier", "town": "Ville 140"}).act
        is Act.LEAVE
    )


def test_an_initial_is_a_question_where_the_place_is_not_said() -> None:
    vague = {"last_name": "Roux", "first_name": "J.-P.", "profession": "infirmier"}
    assert verdict(vague, **but(vague, first_name="Jean-Pierre")) == (State.DOUBTFUL, Act.ADD)
    assert verdict(vague, **but(vague, first_name="JP")) == (State.DOUBTFUL, Act.ADD)
    assert verdict(vague, **but(vague, first_name="Luc")) == (State.NEW, Act.ADD)


def test_a_name_kept_whole_gets_no_first_name_twice() -> None:
    known = Known("professionals", "Aubusson", [Entry(7, 0, but(MARTIN, last_name="Martin Claude", first_name=None))])
    found = known.look(but(MARTIN, email="c@exemple.fr"))
    assert (found.state, dict(found.fills)) == (State.CHANGED, {"email": "c@exemple.fr"})


def test_an_initial_that_answers_a_telephone_is_whose_that_is() -> None:
    claude = but(MARTIN, profession="medecin")
    both = [Entry(7, 0, claude), Entry(8, 0, but(MARTIN, first_name="C", town="Bonnat", phone="0555000009"))]
    found = Known("professionals", "Aubusson", both).look(but(MARTIN, first_name="C.", town="Ajain"))
    assert (found.act, found.like and found.like.id) == (Act.COMPLETE, 7)


def test_an_initial_is_one_first_name_and_not_two() -> None:
    entry = Entry(7, 0, but(MARTIN, first_name="C.", phone=None))
    known = Known("professionals", "Aubusson", [entry])
    claude, cecile = but(MARTIN, phone=None), but(MARTIN, phone=None, first_name="Cécile")
    found = known.look(claude)
    assert (found.state, found.act) == (State.DOUBTFUL, Act.COMPLETE)
    known.fill(entry, found.fills, claude)
    assert known.look(claude).act is Act.COMPLETE
    assert known.look(but(claude, first_name="C.")).state is State.EXISTING
    assert known.look(cecile).act is Act.ADD


def test_words_in_place_of_a_telephone_are_no_hint() -> None:
    evening = but(MARTIN, phone="le soir")
    assert verdict(evening, **but(evening, town="Bonnat")) == (State.DOUBTFUL, Act.ADD)


def test_two_telephones_of_two_practices_are_rather_two_people() -> None:
    assert verdict(MARTIN, **but(MARTIN, first_name="C.", phone="0699999999")) == (State.DOUBTFUL, Act.ADD)
