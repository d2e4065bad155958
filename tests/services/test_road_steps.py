"""The steps of the road: proposed once, added, dated, done, taken off."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.domain.road import TEAM, VALIDATION
from msp_desktop.domain.stages import RoadStep, StageState
from msp_desktop.errors import UserError
from msp_desktop.method.road import kit_road
from msp_desktop.services import road_steps as service
from tests.conftest import TODAY


def update(store: Store, key: int, **values: object) -> RoadStep:
    service.update_step(store, key, Change(RoadStep, **values), TODAY)
    return store.reader.one(RoadStep, key)


def test_the_methods_steps_are_proposed_once_and_taken_back_at_once(store: Store) -> None:
    service.propose_steps(store)
    service.propose_steps(store)
    assert [step.kit_code for step in service.steps(store.reader)] == [kit.code for kit in kit_road().steps]
    assert service.steps_to_propose(store.reader) == ()
    store.undo()
    assert service.steps(store.reader) == []


def test_what_is_to_be_done_stands_by_date_and_what_is_done_last(store: Store) -> None:
    keys = [service.add_step(store, f"s{number}").id for number in range(4)]
    update(store, keys[0], state=StageState.DONE)
    update(store, keys[1], due_on=date(2027, 1, 1))
    update(store, keys[2], due_on=date(2026, 6, 1))
    assert [step.title for step in service.steps(store.reader)] == ["s2", "s1", "s3", "s0"]


def test_a_step_done_bears_its_day_and_loses_it_when_it_no_longer_is(store: Store) -> None:
    step = service.add_step(store, "Visiter", VALIDATION)
    assert step.stage == VALIDATION
    assert update(store, step.id, state=StageState.DONE).done_on == TODAY
    assert update(store, step.id, done_on=date(2026, 4, 1)).done_on == date(2026, 4, 1)
    assert update(store, step.id, state=StageState.DOING).done_on is None


def test_a_step_is_late_from_the_day_after(store: Store) -> None:
    step = service.add_step(store, "Visiter")
    assert service.days_late(update(store, step.id, due_on=TODAY), TODAY) == 0
    late = update(store, step.id, due_on=date(2026, 4, 27))
    assert service.days_late(late, TODAY) == 1
    assert service.days_late(update(store, step.id, state=StageState.DONE), TODAY) == 0


def test_who_does_it_is_a_reference_and_goes_with_the_person(store: Store) -> None:
    with store.write("somebody") as transaction:
        person = transaction.insert(Person(civility="Mme", last_name="Roche"))
    step = service.add_step(store, "Visiter")
    update(store, step.id, person="Mme Roche, l’équipe")
    assert service.steps(store.reader)[0].person == "Mme Roche, l’équipe"
    assert [link.road_step_id for link in store.reader.all(Assignment, person_id=person.id)] == [step.id]
    with store.write("gone") as transaction:
        transaction.delete(Person, person.id)
    assert service.steps(store.reader)[0].person == "l’équipe"
    service.delete_steps(store, [step.id])
    assert service.steps(store.reader) == []


@pytest.mark.parametrize("words", ["", "   "])
def test_a_step_has_words(store: Store, words: str) -> None:
    with pytest.raises(UserError):
        service.add_step(store, words)
    step = service.add_step(store, "", TEAM, kit_road().steps[0].code)
    assert step.title == kit_road().steps[0].title
    with pytest.raises(UserError):
        update(store, step.id, title=words)
