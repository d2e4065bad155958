"""Instances of a CLS: who sits there, the meetings of a year in one step, who came, nothing lost when one goes."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.calendar import is_working_day
from msp_desktop.domain.change import Change
from msp_desktop.domain.instances import Instance, InstanceMember
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.services import instances as service
from msp_desktop.services.instance_of import instance_for
from msp_desktop.services.meetings import add_meeting, set_present, update_meeting
from msp_desktop.services.people import add_person
from tests.conftest import TODAY

NEXT = TODAY.year + 1


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


@pytest.fixture
def proposed(store: Store) -> Store:
    service.propose_instances(store)
    return store


def people(store: Store, *names: str) -> list[int]:
    return [add_person(store, Person(category=Category.ARS, last_name=name)).id for name in names]


def test_the_instances_proposed_are_there_once_and_go_in_one_step(store: Store) -> None:
    before = dump(store)
    service.propose_instances(store)
    service.propose_instances(store)
    assert [view.instance.per_year for view in service.instances(store.reader, TODAY.year)] == [2, 4, 4, 2]
    store.undo()
    assert dump(store) == before


def test_a_year_of_twelve_meetings_is_made_in_one_step_with_agendas_and_members(proposed: Store) -> None:
    first = service.instances(proposed.reader, NEXT)[0].id
    service.add_members(proposed, first, people(proposed, "Alba", "Berne"))
    service.update_instance(proposed, first, Change(Instance, place="Mairie"))
    before = dump(proposed)
    chosen = service.proposed(proposed.reader, NEXT, TODAY)
    assert len(chosen) == 12
    assert len({one.day for one in chosen}) == 12
    assert all(is_working_day(one.day, "23") for one in chosen)
    made = service.plan(proposed, chosen)
    assert len(made) == 12
    assert service.proposed(proposed.reader, NEXT, TODAY) == []
    views = service.instances(proposed.reader, NEXT)
    assert [(len(view.sittings), view.missing) for view in views] == [(2, 0), (4, 0), (4, 0), (2, 0)]
    own = proposed.reader.all(Meeting, instance_id=first)
    assert {row.place for row in own} == {"Mairie"}
    for row in own:
        assert len(proposed.reader.all(Attendance, meeting_id=row.id)) == 2
        assert proposed.reader.all(AgendaItem, meeting_id=row.id)
    proposed.undo()
    assert dump(proposed) == before


def test_nothing_chosen_makes_nothing(proposed: Store) -> None:
    before = dump(proposed)
    assert service.plan(proposed, ()) == []
    assert dump(proposed) == before


def test_who_came_is_counted_without_any_quorum(proposed: Store) -> None:
    first = service.instances(proposed.reader, TODAY.year)[0].id
    ids = people(proposed, "Alba", "Berne")
    service.add_members(proposed, first, ids)
    for day in (date(TODAY.year, 2, 5), date(TODAY.year, 4, 9)):
        meeting = service.add_sitting(proposed, first)
        update_meeting(proposed, meeting.id, Change(Meeting, held_on=day, state=MeetingState.HELD))
        guest = proposed.reader.find(Attendance, meeting_id=meeting.id, person_id=ids[0])
        assert guest is not None
        set_present(proposed, guest.id, Tri.YES)
    view = service.instances(proposed.reader, TODAY.year)[0]
    assert [(one.name, one.came, one.invited) for one in view.members] == [("Alba", 2, 2), ("Berne", 0, 2)]
    assert [(one.present, one.invited) for one in view.sittings] == [(1, 2), (1, 2)]
    assert (view.held, view.missing) == (2, 0)
    assert [one.came for one in service.instances(proposed.reader, NEXT)[0].members] == [0, 0]


def test_an_instance_that_goes_leaves_its_meetings(proposed: Store) -> None:
    first = service.instances(proposed.reader, NEXT)[0].id
    service.plan(proposed, service.proposed(proposed.reader, NEXT, TODAY))
    service.delete_instances(proposed, [first])
    assert len(proposed.reader.all(Meeting)) == 12
    assert len(proposed.reader.all(Meeting, instance_id=first)) == 0
    assert len(service.sittings(proposed.reader, NEXT)) == 10


def test_meetings_of_its_kind_that_were_there_before_are_its_own(store: Store) -> None:
    before = add_meeting(store, "copil")
    other = add_meeting(store, "equipe")
    service.propose_instances(store)
    own = instance_for(store.reader, "copil")
    assert own is not None
    assert store.reader.one(Meeting, before.id).instance_id == own.id
    assert store.reader.one(Meeting, other.id).instance_id is None


def test_a_meeting_added_by_hand_is_of_the_one_instance_of_its_kind_with_its_members(proposed: Store) -> None:
    first = service.instances(proposed.reader, NEXT)[0].id
    service.add_members(proposed, first, people(proposed, "Alba"))
    meeting = add_meeting(proposed, "copil")
    assert proposed.reader.one(Meeting, meeting.id).instance_id == first
    assert len(proposed.reader.all(Attendance, meeting_id=meeting.id)) == 1
    service.add_instance(proposed, "Groupe « santé mentale »", "groupe-de-travail")
    assert proposed.reader.one(Meeting, add_meeting(proposed, "groupe-de-travail").id).instance_id is None


def test_nobody_sits_twice_and_a_capacity_is_kept(proposed: Store) -> None:
    first = service.instances(proposed.reader, NEXT)[0].id
    ids = people(proposed, "Alba")
    service.add_members(proposed, first, ids)
    service.add_members(proposed, first, [*ids, *ids])
    (member,) = service.instances(proposed.reader, NEXT)[0].members
    service.update_member(proposed, member.id, Change(InstanceMember, capacity="préside"))
    assert service.instances(proposed.reader, NEXT)[0].members[0].capacity == "préside"
    service.remove_members(proposed, [member.id])
    assert service.instances(proposed.reader, NEXT)[0].members == ()


def test_an_instance_has_a_name_and_whoever_leads_it_is_of_the_directory(proposed: Store) -> None:
    first = service.instances(proposed.reader, NEXT)[0].id
    people(proposed, "Alba")
    service.update_instance(proposed, first, Change(Instance, led_by="alba, le cabinet"))
    assert service.instances(proposed.reader, NEXT)[0].instance.led_by == "Alba, le cabinet"
    assert proposed.reader.one(Instance, first).led_by == "le cabinet"
    for act in (lambda: service.add_instance(proposed, " ", "copil"), lambda: rename(proposed, first)):
        with pytest.raises(UserError):
            act()


def rename(store: Store, key: int) -> None:
    service.update_instance(store, key, Change(Instance, name="  "))


def test_one_may_look_at_this_year_the_next_and_those_with_a_meeting(proposed: Store) -> None:
    assert service.years(proposed.reader, TODAY) == [TODAY.year, NEXT]
    meeting = service.add_sitting(proposed, service.instances(proposed.reader, NEXT)[0].id)
    update_meeting(proposed, meeting.id, Change(Meeting, held_on=date(2024, 5, 14)))
    assert service.years(proposed.reader, TODAY) == [2024, TODAY.year, NEXT]


def test_twelve_instances_of_forty_members_take_a_year_without_two_meetings_on_one_day(store: Store) -> None:
    ids = people(store, *(f"Personne {number}" for number in range(40)))
    for number in range(12):
        row = service.add_instance(store, f"Groupe {number}", "groupe-de-travail")
        service.update_instance(store, row.id, Change(Instance, per_year=12))
        service.add_members(store, row.id, ids)
    chosen = service.proposed(store.reader, NEXT, TODAY)
    assert len(chosen) == 144
    assert len({one.day for one in chosen}) == 144


def test_a_day_in_the_holidays_is_proposed_only_where_none_other_is_left_and_says_so(proposed: Store) -> None:
    chosen = service.proposed(proposed.reader, TODAY.year, date(TODAY.year, 11, 26))
    assert [one.day.isoformat()[5:] for one in chosen if not one.quiet] == ["12-17"]
    assert all(one.day >= date(TODAY.year, 12, 18) for one in chosen if one.quiet)
    assert len(chosen) == 4
