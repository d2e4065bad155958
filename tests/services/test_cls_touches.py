"""What a person has a part in of a CLS stands on their card, and goes with them."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.domain.calls import Call
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.instances import Instance, InstanceMember
from msp_desktop.domain.people import Category, Person
from msp_desktop.services import calls, evaluation, instances
from msp_desktop.services.cls_touches import cls_touches
from msp_desktop.services.merging import merge_people
from msp_desktop.services.people import add_person, delete_person
from tests.conftest import TODAY


def part(store: Store, name: str) -> int:
    """Let somebody sit in an instance, lead it, answer a call, see to a question."""
    person = add_person(store, Person(category=Category.ARS, last_name=name)).id
    instance = instances.add_instance(store, f"COPIL de {name}", "copil").id
    instances.add_members(store, instance, [person])
    instances.update_instance(store, instance, Change(Instance, led_by=name))
    call = calls.add_call(store, "Prévention").id
    calls.update_call(store, call, Change(Call, answered_by=name), TODAY)
    question = evaluation.add_question(store, "Et les soins ?").id
    evaluation.update_question(store, question, Change(EvaluationQuestion, seen_to_by=name), TODAY)
    return person


def test_each_part_is_told_and_leads_to_its_page(store: Store) -> None:
    person = part(store, "Alba")
    told = list(cls_touches(store.reader, person))
    assert [one.words for one in told] == [
        "siège\u00a0: COPIL de Alba", "anime\u00a0: COPIL de Alba", "répond à un appel\u00a0: Prévention",
        "évalue\u00a0: et les soins ?",
    ]  # fmt: skip
    assert [one.target[0] for one in told] == ["instances", "instances", "calls", "evaluation"]


def test_nothing_is_left_of_somebody_deleted(store: Store) -> None:
    person = part(store, "Alba")
    delete_person(store, person)
    assert store.reader.all(InstanceMember) == []
    assert list(cls_touches(store.reader, person)) == []
    assert len(store.reader.all(Instance)) == 1


def test_two_entries_made_one_sit_once_and_keep_what_either_was(store: Store) -> None:
    one, other = part(store, "Alba"), part(store, "Berne")
    instances.add_members(store, 1, [other])
    (mine, twin) = store.reader.all(InstanceMember, order="id", instance_id=1)
    instances.update_member(store, twin.id, Change(InstanceMember, capacity="préside"))
    merge_people(store, one, other)
    members = store.reader.all(InstanceMember, instance_id=1)
    assert [(row.person_id, row.capacity) for row in members] == [(one, "préside")]
    assert mine.id == members[0].id
    assert len(store.reader.all(InstanceMember)) == 2
