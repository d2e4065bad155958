"""Entries that look alike: proposed until somebody says they are two, shown side by side."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.people import Category, Person
from msp_desktop.services import meetings
from msp_desktop.services.duplicates import appears_in, cards, duplicates, say_apart
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.people import add_person


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


@pytest.fixture
def pair(store: Store) -> tuple[Person, Person]:
    """Claire Duval twice: a pharmacist of the inventory, and whom somebody typed in a hurry."""
    line = add_professional(
        store,
        Person(civility="Mme", first_name="Claire", last_name="Duval", phone="01 99 00 12 40", notes="Le matin."),
        {"profession": "pharmacien", "town": "Guéret", "ready": Tri.YES},
    )
    other = add_person(
        store,
        Person(
            first_name="Claire",
            last_name="DUVAL",
            phone="06 99 00 00 01",
            email="c.duval@exemple.fr",
            address="4 rue du Lavoir\n23000 Guéret",
            notes="Préfère le soir.",
            category=Category.ELECTED,
            known_from="annuaire",
        ),
    )
    return store.reader.one(Person, line.person_id), other


def test_two_entries_of_one_name_are_proposed_until_somebody_says_they_are_two(
    store: Store, pair: tuple[Person, Person]
) -> None:
    one, other = pair
    assert [(found.one.id, found.other.id) for found in duplicates(store.reader)] == [(one.id, other.id)]
    say_apart(store, other.id, one.id)
    assert duplicates(store.reader) == ()
    store.undo()
    assert len(duplicates(store.reader)) == 1


def test_both_cards_side_by_side_with_what_either_has_and_where_each_appears(
    store: Store, pair: tuple[Person, Person]
) -> None:
    one, other = pair
    meeting = meetings.add_meeting(store, "equipe")
    meetings.invite(store, meeting.id, [other.id])
    (found,) = duplicates(store.reader)
    shown = cards(store.reader, found)
    assert (shown.kept.id, shown.gone.id) == (one.id, other.id)
    assert {field.name: (field.kept, field.gone) for field in shown.fields if field.kept != field.gone} == {
        "civility": ("Mme", ""),
        "last_name": ("Duval", "DUVAL"),
        "phone": ("01 99 00 12 40", "06 99 00 00 01"),
        "email": ("", "c.duval@exemple.fr"),
        "address": ("", "4 rue du Lavoir\n23000 Guéret"),
    }
    assert shown.gone_in == appears_in(store.reader, other.id) != ()
    assert len(shown.kept_in) == 1
