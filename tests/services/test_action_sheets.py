"""Axes, objectives, fiches action and steps: they come, go, move, and each act is one step that can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, Axis, AxisObjective, SheetState, SheetStep
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.services import action_sheets as service
from msp_desktop.services import people
from tests.dossiers import TODAY


@pytest.fixture
def filled(store: Store) -> Store:
    """Two axes, three sheets: 1.1, 1.2 and 2.1."""
    first, second = service.add_axis(store, "Accès aux soins"), service.add_axis(store, "Prévention")
    for axis, title in ((first, "Consultations"), (first, "Transport"), (second, "Cantine")):
        service.add_sheet(store, axis.id, title)
    return store


def numbered(store: Store) -> list[str]:
    return [f"{view.number} {view.sheet.title}" for view in service.plan(store.reader).sheets()]


def update(store: Store, sheet_id: int, **values: object) -> ActionSheet:
    service.update_sheet(store, sheet_id, Change(ActionSheet, **values))
    return store.reader.one(ActionSheet, sheet_id)


def test_sheets_are_numbered_by_their_place_under_their_axis(filled: Store) -> None:
    assert numbered(filled) == ["1.1 Consultations", "1.2 Transport", "2.1 Cantine"]


@pytest.mark.parametrize(
    "act",
    [
        lambda s: service.add_axis(s, "  "),
        lambda s: service.add_objective(s, 1, ""),
        lambda s: service.add_sheet(s, 1, " "),
        lambda s: service.add_step(s, 1, ""),
        lambda s: service.update_axis(s, 1, Change(Axis, title="")),
        lambda s: update(s, 1, title=" "),
    ],
)
def test_nothing_is_without_words(filled: Store, act: object) -> None:
    before = numbered(filled)
    with pytest.raises(UserError):
        act(filled)  # type: ignore[operator]
    assert numbered(filled) == before


def test_an_axis_goes_with_its_sheets_and_comes_back_with_them(filled: Store) -> None:
    service.delete_axis(filled, 1)
    assert numbered(filled) == ["1.1 Cantine"]
    filled.undo()
    assert len(numbered(filled)) == 3


def test_a_sheet_goes_past_the_edge_into_the_axis_beside_it_and_no_further(filled: Store) -> None:
    service.move_sheet(filled, 2, 1)
    assert numbered(filled) == ["1.1 Consultations", "2.1 Transport", "2.2 Cantine"]
    service.move_sheet(filled, 2, -1)
    assert numbered(filled) == ["1.1 Consultations", "1.2 Transport", "2.1 Cantine"]
    service.move_sheet(filled, 1, -1)
    service.move_sheet(filled, 3, 1)
    assert numbered(filled) == ["1.1 Consultations", "1.2 Transport", "2.1 Cantine"]


def test_a_sheet_that_changes_axis_stands_last_there_without_its_objective(filled: Store) -> None:
    own = service.add_objective(filled, 1, "Un médecin pour chacun")
    update(filled, 1, objective_id=own.id)
    moved = update(filled, 1, axis_id=2)
    assert (moved.objective_id, numbered(filled)[-1]) == (None, "2.2 Consultations")


def test_an_objective_of_another_axis_takes_the_sheet_there(filled: Store) -> None:
    other = service.add_objective(filled, 2, "Manger mieux")
    assert update(filled, 1, objective_id=other.id).axis_id == 2


def test_an_objective_without_words_goes_and_its_sheets_stay(filled: Store) -> None:
    own = service.add_objective(filled, 1, "Un médecin pour chacun")
    update(filled, 1, objective_id=own.id)
    service.reword_objective(filled, own.id, " ")
    assert filled.reader.all(AxisObjective) == []
    assert filled.reader.one(ActionSheet, 1).objective_id is None
    filled.undo()
    assert filled.reader.one(ActionSheet, 1).objective_id == own.id


def test_the_first_step_ticked_begins_the_action_and_nothing_ends_it(filled: Store) -> None:
    step = service.add_step(filled, 1, "Trouver un cabinet")
    service.tick_step(filled, step.id, True, TODAY)
    assert filled.reader.one(SheetStep, step.id).done_on == TODAY
    assert filled.reader.one(ActionSheet, 1).state is SheetState.DOING
    assert filled.history.undo_label() == "Étape cochée\u00a0: «\u00a0Trouver un cabinet\u00a0», fiche 1.1"
    service.tick_step(filled, step.id, False, TODAY)
    assert filled.reader.one(SheetStep, step.id).done_on is None


def test_a_finished_action_stays_so_when_a_step_is_ticked(filled: Store) -> None:
    step = service.add_step(filled, 1, "Bilan")
    update(filled, 1, state=SheetState.DONE)
    service.tick_step(filled, step.id, True, TODAY)
    assert filled.reader.one(ActionSheet, 1).state is SheetState.DONE


def test_steps_move_among_their_own(filled: Store) -> None:
    for sheet, text in ((1, "a"), (2, "x"), (1, "b")):
        service.add_step(filled, sheet, text)
    service.move_step(filled, 3, -1)
    service.move_step(filled, 2, -1)
    assert [step.text for step in service.plan(filled.reader).sheets()[0].steps] == ["b", "a"]


def test_people_are_references_and_their_new_name_is_shown(filled: Store) -> None:
    person = people.add_person(filled, Person(civility="Mme", last_name="Petit", category=Category.ELECTED))
    update(filled, 1, lead="Mme Petit, le CCAS", elected="Mme Petit", partners="la MSA")
    view = service.plan(filled.reader).sheets()[0]
    assert (view.sheet.lead, view.sheet.elected, view.sheet.partners) == ("Mme Petit, le CCAS", "Mme Petit", "la MSA")
    people.update_person(filled, person.id, Change(Person, last_name="Grand"))
    assert service.plan(filled.reader).sheets()[0].sheet.lead == "Mme Grand, le CCAS"
    people.delete_person(filled, person.id)
    assert filled.reader.all(Assignment) == []
    assert service.plan(filled.reader).sheets()[0].sheet.lead == "le CCAS"


def test_who_does_a_step_is_a_reference_too(filled: Store) -> None:
    people.add_person(filled, Person(civility="Mme", last_name="Petit", category=Category.ELECTED))
    step = service.add_step(filled, 1, "Bilan")
    service.update_step(filled, step.id, Change(SheetStep, who="Mme Petit", due_on=date(2026, 6, 1)))
    assert service.plan(filled.reader).sheets()[0].steps[0].who == "Mme Petit"
    assert filled.reader.one(SheetStep, step.id).who == ""


def test_ten_sheets_taken_out_at_once_are_one_step(filled: Store) -> None:
    ids = [service.add_sheet(filled, 2, f"n° {number}").id for number in range(10)]
    service.delete_sheets(filled, ids)
    assert len(numbered(filled)) == 3
    filled.undo()
    assert len(numbered(filled)) == 13
