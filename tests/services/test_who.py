"""Who does what: references to the directory that follow a name, tell homonyms apart, and go with the person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment, Who
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import ReferentKind
from msp_desktop.errors import UserError
from msp_desktop.services import communication, journal, meetings, small_forms, timeline
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.people import add_person, delete_person, update_person
from msp_desktop.services.referent import set_kind, update_referent_person
from msp_desktop.services.who import label_of, names_for_who, names_to_propose, person_named, who_is
from tests.conftest import TODAY


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


def of_action(store: Store, typed: str) -> Callable[[Reader], str]:
    action = timeline.add_action(store, "Appeler", TODAY)
    timeline.update_action(store, action.id, Change(Action, assignee=typed))

    def shown(reader: Reader) -> str:
        found = timeline.timeline(reader, TODAY).action(action.id)
        assert found is not None
        return found.assignee

    return shown


def of_objective(store: Store, typed: str) -> Callable[[Reader], str]:
    row = small_forms.add_objective(store, "Se revoir")
    small_forms.update_entry(store, row.id, Change(Objective, person=typed))
    return lambda reader: small_forms.objectives(reader)[-1].person


def of_message(store: Store, typed: str) -> Callable[[Reader], str]:
    row = communication.add_communication(store, "Un article", False)
    communication.update_communication(store, row.id, Change(Communication, person=typed), TODAY)
    return lambda reader: communication.communications(reader)[-1].person


def of_exchange(store: Store, typed: str) -> Callable[[Reader], str]:
    journal.note_exchange(store, Exchange(held_on=TODAY, subject="Appel", with_whom=typed))
    return lambda reader: journal.entry_words(reader, journal.entries(reader)[0].id).with_whom


def of_next_step(store: Store, typed: str) -> Callable[[Reader], str]:
    meeting = meetings.add_meeting(store, "equipe")
    meetings.add_next_step(store, meeting.id, "Visiter le local", typed)
    return lambda reader: meetings.meeting_view(reader, meeting.id).next_steps[0].person


WHERE = pytest.mark.parametrize("where", [of_action, of_objective, of_message, of_exchange, of_next_step])
Where = Callable[[Store, str], Callable[[Reader], str]]


def martins(store: Store) -> tuple[Person, Person]:
    """Put two people of one name into the directory: a nurse and a deputy mayor."""
    nurse = add_professional(store, Person(first_name="Jean", last_name="Martin"), {"profession": "infirmier"})
    return store.reader.one(Person, nurse.person_id), add_person(
        store, Person(first_name="Jean", last_name="Martin", function="Adjoint")
    )


@WHERE
def test_a_new_name_shows_wherever_the_person_does_something(store: Store, where: Where) -> None:
    person = add_person(store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    shown = where(store, "Mme Nadia Roche, le secrétariat")
    update_person(store, person.id, Change(Person, last_name="Colin"))
    assert shown(store.reader) == "Mme Nadia Colin, le secrétariat"
    store.undo()
    assert shown(store.reader) == "Mme Nadia Roche, le secrétariat"


@WHERE
def test_a_person_deleted_leaves_no_name_and_comes_back_in_one_step(store: Store, where: Where) -> None:
    person = add_person(store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    shown = where(store, "Mme Nadia Roche, le secrétariat")
    before = dump(store)
    delete_person(store, person.id)
    assert shown(store.reader) == "le secrétariat"
    assert "Roche" not in dump(store)
    store.undo()
    assert dump(store) == before
    assert shown(store.reader) == "Mme Nadia Roche, le secrétariat"


@WHERE
def test_two_people_of_one_name_are_never_renamed_nor_deleted_together(store: Store, where: Where) -> None:
    nurse, deputy = martins(store)
    assert where(store, "Jean Martin (infirmier)")(store.reader) == "Jean Martin (infirmier)"
    assert where(store, "Jean Martin (Adjoint)")(store.reader) == "Jean Martin (Adjoint)"
    links = [link.person_id for link in store.reader.all(Assignment)]
    assert links == [nurse.id, deputy.id]
    update_person(store, nurse.id, Change(Person, last_name="Morin"))
    assert label_of(store.reader, nurse.id) == "Jean Morin"
    assert label_of(store.reader, deputy.id) == "Jean Martin"
    delete_person(store, nurse.id)
    assert [link.person_id for link in store.reader.all(Assignment)] == [deputy.id]


def test_a_name_two_people_bear_stays_in_words_until_it_says_which(store: Store) -> None:
    _nurse, deputy = martins(store)
    assert who_is(store.reader, "Jean Martin") == Who((), "Jean Martin")
    assert who_is(store.reader, "jean martin") == Who((), "jean martin")
    assert who_is(store.reader, "Jean Martin (Adjoint)") == Who((deputy.id,))
    assert names_for_who(store.reader) == ["Jean Martin (infirmier)", "Jean Martin (Adjoint)"]
    shown = of_action(store, "Jean Martin")
    delete_person(store, deputy.id)
    assert shown(store.reader) == "Jean Martin"


def test_people_nothing_tells_apart_are_numbered(store: Store) -> None:
    first, second = (add_person(store, Person(first_name="Anne", last_name="Roche")) for _time in range(2))
    assert names_for_who(store.reader) == ["Anne Roche (1)", "Anne Roche (2)"]
    assert [label_of(store.reader, person.id) for person in (first, second)] == names_for_who(store.reader)
    assert who_is(store.reader, "Anne Roche (2)") == Who((second.id,))


@pytest.mark.parametrize("typed", ["Dr Léa Fontanel", "Léa Fontanel", "dr lea FONTANEL", " lea   fontanel "])
def test_accents_case_and_civility_do_not_matter_where_one_alone_bears_the_name(store: Store, typed: str) -> None:
    person = add_person(store, Person(civility="Dr", first_name="Léa", last_name="Fontanel"))
    add_person(store, Person(civility="Dr", first_name="Paul", last_name="Fontanel"))
    assert who_is(store.reader, typed) == Who((person.id,))


def test_a_name_written_as_one_of_two_is_that_one(store: Store) -> None:
    add_person(store, Person(first_name="Jean", last_name="MARTIN"))
    second = add_person(store, Person(first_name="Jean", last_name="Martin"))
    assert who_is(store.reader, "Jean Martin") == Who((second.id,))
    assert who_is(store.reader, "jean martin") == Who((), "jean martin")


def test_several_people_keep_the_order_they_were_typed_in(store: Store) -> None:
    for name in ("Roux", "Faure", "Petit"):
        add_person(store, Person(last_name=name))
    shown = of_action(store, "Petit, Roux, la secrétaire")
    assert shown(store.reader) == "Petit, Roux, la secrétaire"
    action = store.reader.all(Action, order="id DESC", limit=1)[0]
    timeline.update_action(store, action.id, Change(Action, assignee="Roux, Faure, Petit"))
    assert shown(store.reader) == "Roux, Faure, Petit"
    store.undo()
    assert shown(store.reader) == "Petit, Roux, la secrétaire"


def test_the_action_made_of_a_next_step_is_for_the_same_people(store: Store) -> None:
    person = add_person(store, Person(last_name="Roux"))
    meeting = meetings.add_meeting(store, "equipe")
    meetings.add_next_step(store, meeting.id, "Visiter le local", "Roux, le maire", date(2026, 6, 1))
    meetings.next_steps_to_actions(store, meeting.id)
    action = store.reader.all(Action, order="id DESC", limit=1)[0]
    links = store.reader.all(Assignment, action_id=action.id)
    assert ([link.person_id for link in links], action.assignee) == ([person.id], "le maire")


def test_a_name_typed_before_the_directory_knew_it_goes_with_the_person(store: Store) -> None:
    shown = of_action(store, "le maire, Mme Roux")
    person = add_person(store, Person(civility="Mme", last_name="Roux"))
    delete_person(store, person.id)
    assert shown(store.reader) == "le maire"


def test_the_mayor_is_proposed_before_anybody_is_in_the_directory(store: Store) -> None:
    assert names_for_who(store.reader) == []
    update_commune(store, Change(Commune, mayor_civility="Mme", mayor_first_name="Nadia", mayor_last_name="Roche"))
    assert names_for_who(store.reader) == ["Mme Nadia Roche"]
    add_person(store, Person(civility="Mme", first_name="Nadia", last_name="Roche", function="Maire"))
    assert names_for_who(store.reader) == ["Mme Nadia Roche"]


def test_the_federation_of_the_region_is_proposed_before_it_is_in_the_directory(store: Store) -> None:
    update_commune(store, Change(Commune, region="Guadeloupe", region_code="01"))
    assert names_to_propose(store.reader) == ["le maire", "le référent santé", "FEMAG"]
    add_person(store, Person(organisation="Fédération des Antilles", category=Category.FEDERATION))
    assert names_to_propose(store.reader) == ["le maire", "le référent santé", "Fédération des Antilles"]


def test_the_mayor_and_the_referent_are_proposed_first_from_the_first_day_on(store: Store) -> None:
    update_commune(store, Change(Commune, mayor_civility="Mme", region_code=""))
    assert names_to_propose(store.reader) == ["la maire", "le référent santé"]
    add_person(store, Person(civility="M.", first_name="Ali", last_name="Abadi"))
    update_commune(store, Change(Commune, mayor_first_name="Zoé", mayor_last_name="Zola"))
    update_referent_person(store, False, Change(Person, civility="M.", first_name="Yves", last_name="Ycart"))
    assert names_to_propose(store.reader) == ["Mme Zoé Zola", "M. Yves Ycart", "M. Ali Abadi"]
    set_kind(store, ReferentKind.PAIR)
    update_referent_person(store, True, Change(Person, civility="Mme", last_name="Xérès"))
    add_person(store, Person(civility="Mme", first_name="Zoé", last_name="Zola"))
    assert names_to_propose(store.reader) == ["Mme Zoé Zola", "M. Yves Ycart", "Mme Xérès", "M. Ali Abadi"]


def test_a_person_is_named_by_a_part_of_their_name_where_it_is_theirs_alone(store: Store) -> None:
    with store.write("Annuaire") as tx:
        roche = tx.insert(Person(civility="Mme", first_name="Nadia", last_name="Roche"))
        tx.insert(Person(civility="M.", first_name="Paul", last_name="Petit"))
        tx.insert(Person(civility="M.", first_name="Jean", last_name="Petit"))
    assert {person_named(store.reader, name) for name in ("Mme Nadia Roche", "nadia roche", "Roche")} == {roche.id}
    with pytest.raises(UserError, match="Paul Petit"):
        person_named(store.reader, "Petit")
    for name in ("Dupont", "", "  "):
        with pytest.raises(UserError):
            person_named(store.reader, name)


def test_of_those_who_bear_one_name_none_is_it_more_than_the_others(store: Store) -> None:
    """One whose entry says nothing else is called by the very name typed: it would have been taken for all three."""
    ids = [
        add_person(store, Person(first_name="Jean", last_name="Martin", function=function)).id
        for function in ("infirmier", "adjoint", "")
    ]
    with pytest.raises(UserError) as error:
        person_named(store.reader, "jean MARTIN")
    assert all(str(key) in error.value.sentence for key in ids)
    assert "infirmier" in error.value.sentence
    assert [person_named(store.reader, str(key)) for key in ids] == ids
    assert person_named(store.reader, "martin adjoint") == ids[1]
