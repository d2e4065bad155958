"""Who gets a letter, as what: by the directory and the inventory; nobody writes to himself."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional, Proximity
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.invitations import Invited, Practice, Role, invited, without_letter
from msp_desktop.services.meetings import add_meeting, invite, meeting_view
from msp_desktop.services.people import add_person
from msp_desktop.services.referent import set_kind, update_referent_person


@pytest.fixture
def town(store: Store) -> Store:
    update_commune(store, Change(Commune, mayor_civility="Mme", mayor_first_name="Anne", mayor_last_name="Faure"))
    return store


def add(store: Store, care: HealthProfessional | None = None, **values: object) -> int:
    person = add_person(store, Person(**({"last_name": "Roux"} | values)))  # type: ignore[arg-type]
    if care is not None:
        with store.write("x") as transaction:
            transaction.insert(
                HealthProfessional(**{f: getattr(care, f) for f in care.__struct_fields__} | {"person_id": person.id})
            )
    return person.id


def letters(store: Store, *people: int) -> tuple[Invited, ...]:
    meeting = add_meeting(store, "premiere-rencontre")
    invite(store, meeting.id, people)
    return invited(store.reader, meeting_view(store.reader, meeting.id))


@pytest.mark.parametrize(
    ("values", "role"),
    [
        ({"category": Category.PROFESSIONAL}, Role.PROFESSIONAL),
        ({"category": Category.FEDERATION}, Role.FEDERATION),
        ({"category": Category.ELECTED}, Role.TOWN),
        ({"category": Category.ELECTED, "organisation": "Mairie de Saint-Essai"}, Role.TOWN),
        ({"category": Category.ELECTED, "organisation": "Mairie de Valbourg"}, Role.PARTNER),
        ({"category": Category.STAFF, "organisation": "Mairie"}, Role.TOWN),
        ({"category": Category.ARS}, Role.PARTNER),
        ({"category": Category.CPAM}, Role.PARTNER),
        ({"category": Category.EPCI}, Role.PARTNER),
        ({"category": Category.CCAS}, Role.PARTNER),
        ({"category": Category.ASSOCIATION}, Role.PARTNER),
        ({"category": Category.SCHEME}, Role.PARTNER),
        ({"category": Category.OTHER}, Role.OTHER),
    ],
)
def test_each_is_invited_as_what_they_are(town: Store, values: dict[str, object], role: Role) -> None:
    (letter,) = letters(town, add(town, **values))
    assert letter.role is role


CARE = {"person_id": 0, "profession": "medecin"}


@pytest.mark.parametrize(
    ("care", "practice", "where"),
    [
        ({}, Practice.HERE, "Saint-Essai"),
        ({"place": Proximity.NEARBY, "town": "Bourg-Témoin"}, Practice.NEAR, "Bourg-Témoin"),
        ({"place": Proximity.NEARBY, "town": "saint essai"}, Practice.HERE, "Saint-Essai"),
        ({"place": Proximity.NEARBY}, Practice.AROUND, ""),
    ],
)
def test_a_professional_is_where_it_was_said(
    town: Store, care: dict[str, object], practice: Practice, where: str
) -> None:
    (letter,) = letters(town, add(town, HealthProfessional(**(CARE | care))))  # type: ignore[arg-type]
    assert (letter.role, letter.practice, letter.town) == (Role.PROFESSIONAL, practice, where)


@pytest.mark.parametrize(
    ("civility", "care", "trade"),
    [
        ("Mme", {"speciality": "médecine générale"}, "médecin généraliste"),
        ("Mme", {"profession": "infirmier"}, "infirmière"),
        ("M.", {"profession": "infirmier"}, "infirmier"),
        ("", {"profession": "pharmacien"}, "pharmacien"),
        ("Mme", {"profession": "autre", "speciality": "assistante médicale"}, "assistante médicale"),
        ("M.", {"profession": "autre"}, ""),
    ],
)
def test_a_trade_is_said_of_the_person(town: Store, civility: str, care: dict[str, object], trade: str) -> None:
    (letter,) = letters(town, add(town, HealthProfessional(**(CARE | care)), civility=civility))  # type: ignore[arg-type]
    assert letter.trade == trade


def test_nobody_writes_to_himself(town: Store) -> None:
    update_referent_person(town, False, Change(Person, civility="Mme", first_name="Nadia", last_name="Roche"))
    referent = next(person.id for person in town.reader.all(Person) if person.last_name == "Roche")
    mayor = add(town, civility="Mme", first_name="ANNE", last_name="Fauré", category=Category.ELECTED)
    other = add(town, last_name="Marsac")
    meeting = add_meeting(town, "premiere-rencontre")
    invite(town, meeting.id, [mayor, referent, other])
    view = meeting_view(town.reader, meeting.id)
    assert [one.guest.name for one in invited(town.reader, view)] == ["Marsac"]
    assert without_letter(town.reader, view) == (
        "Pas de lettre pour Mme ANNE Fauré, qui signe les invitations.",
        "Pas de lettre pour Mme Nadia Roche, qui suit l’affaire à la mairie\u00a0: à prévenir de vive voix.",
    )


def test_neither_of_a_pair_gets_a_letter(town: Store) -> None:
    set_kind(town, ReferentKind.PAIR)
    for second, name in ((False, "Roche"), (True, "Lavergne")):
        update_referent_person(town, second, Change(Person, last_name=name))
    term = town.reader.all(Referent)[0]
    assert not letters(town, term.person_id or 0, term.second_id or 0)


def test_everybody_else_has_a_letter_and_nothing_is_said(town: Store) -> None:
    meeting = add_meeting(town, "premiere-rencontre")
    invite(town, meeting.id, [add(town)])
    assert without_letter(town.reader, meeting_view(town.reader, meeting.id)) == ()
