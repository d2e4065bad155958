"""Somebody is several things for the town: the main one in the entry, the others beside it."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.domain.people import Category, Person, PersonRole
from msp_desktop.services.people import add_person, delete_person
from msp_desktop.services.people_roles import roles_of, set_roles

ELECTED, NURSE, HELPER = Category.ELECTED, Category.PROFESSIONAL, Category.ASSOCIATION


def test_the_main_one_first_and_each_once(store: Store) -> None:
    person = add_person(store, Person(last_name="Petit", category=NURSE))
    assert roles_of(store.reader, person.id) == (NURSE,)
    set_roles(store, person.id, [NURSE, ELECTED, NURSE, HELPER])
    assert roles_of(store.reader, person.id) == (NURSE, ELECTED, HELPER)
    set_roles(store, person.id, [ELECTED, NURSE])
    assert roles_of(store.reader, person.id) == (ELECTED, NURSE)
    store.undo()
    assert roles_of(store.reader, person.id) == (NURSE, ELECTED, HELPER)


def test_nothing_is_other_and_all_goes_with_the_person(store: Store) -> None:
    person = add_person(store, Person(last_name="Petit", category=NURSE))
    set_roles(store, person.id, [NURSE, ELECTED])
    delete_person(store, person.id)
    assert store.reader.all(PersonRole) == []
    store.undo()
    assert set_roles(store, person.id, []) == (Category.OTHER,)
