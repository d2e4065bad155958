"""What an entry says: how it is called, compared, and what a row adds to it."""

from __future__ import annotations

import pytest

from msp_desktop.domain.inventory import HealthProfessional, Proximity
from msp_desktop.domain.people import Category, Person
from msp_desktop.services.import_entries import entry_of, name_key, same_contact, what_differs, what_is_new, words_for


def test_names_are_compared_as_people_mean_them() -> None:
    assert name_key("professionals", {"last_name": "Dr LÉVY", "first_name": "Ève-Anne"}) == "anne eve levy"
    assert name_key("offers", {"kind": "pharmacie"}) == "pharmacie"


def test_an_entry_is_told_by_its_name_what_it_is_and_where() -> None:
    nurse = {"last_name": "Martin", "first_name": "Claude", "profession": "infirmier", "town": "Guéret"}
    assert words_for("professionals", nurse) == "Claude Martin, infirmier, Guéret"
    assert words_for("needs", {"title": "Un médecin", "said_by": "CCAS"}) == "Un médecin, CCAS"


def test_an_entry_has_what_somebody_said_of_it() -> None:
    person = Person(id=3, category=Category.PROFESSIONAL, last_name="Roux")
    row = HealthProfessional(id=7, person_id=3, profession="autre")
    assert entry_of(7, row, person).values == {"last_name": "Roux", "place": Proximity.HERE}


@pytest.mark.parametrize(
    ("mine", "theirs", "alike"),
    [
        ({"phone": "0555000001"}, {"phone": "05 55 00 00 01"}, True),
        ({"phone": "le soir"}, {"phone": "le soir"}, False),
        ({"email": "A@exemple.fr"}, {"email": "a@exemple.fr"}, True),
        ({"email": ""}, {"email": ""}, False),
    ],
)
def test_a_telephone_or_an_address_is_a_hint(mine: dict[str, str], theirs: dict[str, str], alike: bool) -> None:
    assert bool(same_contact(mine, theirs)) is alike


def test_what_is_empty_is_completed_and_what_is_said_otherwise_stays() -> None:
    row = {"last_name": "Roux", "email": "a@exemple.fr", "phone": "0555000002", "distance_km": 4.0, "town": "Bonnat"}
    known = {"last_name": "Roux", "phone": "0555000001", "place": Proximity.HERE}
    assert what_is_new(row, known) == {"email": "a@exemple.fr"}, "nobody is both in the commune and away"
    assert what_differs(row, known) == {"phone": "0555000002"}
