"""The acts that appoint the référent: which for whom, and what is said before one is printed."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.services.appointment import (
    DECREE,
    DESIGNATION,
    MISSION,
    acts,
    conflict_warning,
    effect_warning,
    is_professional,
    no_act,
    remarks,
    staff_head,
)
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.inventory import insert_professional
from msp_desktop.services.referent import referent_sheet, set_kind, update_referent_person, update_term
from tests.conftest import TODAY


def named(store: Store, **values: str) -> None:
    given = {"civility": "Mme", "first_name": "Nadia", "last_name": "Roche", "function": "adjointe"} | values
    update_referent_person(store, False, Change(Person, **given))


def slugs(store: Store) -> list[str]:
    return [act.slug for act in acts(store.reader)]


def test_the_act_goes_with_who_the_referent_is(store: Store) -> None:
    assert acts(store.reader) == ()
    named(store)
    assert slugs(store) == [DESIGNATION]
    update_term(store, Change(Referent, delegated=True))
    assert slugs(store) == [DECREE]
    set_kind(store, ReferentKind.PAIR)
    assert slugs(store) == [DECREE], "the agent of the pair has no name yet"
    update_referent_person(store, True, Change(Person, last_name="Petit"))
    assert slugs(store) == [DECREE, MISSION]
    set_kind(store, ReferentKind.STAFF)
    assert slugs(store) == [MISSION], "an agent is delegated nothing, whatever was ticked before"


def test_a_mayor_who_is_the_referent_gets_no_act(store: Store) -> None:
    update_commune(store, Change(Commune, mayor_first_name="Nadia", mayor_last_name="ROCHE"))
    named(store, function="")
    assert acts(store.reader) == ()
    assert "maire" in (no_act(store.reader) or "")
    named(store, first_name="Léa", function="maire")
    assert acts(store.reader) == ()
    named(store, first_name="Léa", function="adjointe")
    assert no_act(store.reader) is None


def test_a_professional_is_known_by_the_function_by_the_inventory_or_by_the_name(store: Store) -> None:
    named(store)
    first = referent_sheet(store.reader).first
    assert first is not None
    assert not is_professional(store.reader, first)
    with store.write("inventory") as tx:
        other = Person(category=Category.PROFESSIONAL, first_name="Nadia", last_name="Martin")
        insert_professional(tx, other, {"profession": "infirmier"})
        insert_professional(tx, Person(category=Category.PROFESSIONAL, last_name="Roche"), {"profession": "medecin"})
    assert not is_professional(store.reader, first), "a last name alone is borne by many"
    with store.write("inventory") as tx:
        same = Person(category=Category.PROFESSIONAL, first_name="NADIA", last_name="Roche")
        insert_professional(tx, same, {"profession": "infirmier"})
    assert is_professional(store.reader, first)
    assert "Mme Nadia Roche" in conflict_warning(store.reader)
    set_kind(store, ReferentKind.STAFF)
    assert conflict_warning(store.reader) == ""


def test_a_past_day_of_effect_is_told_for_a_decree_only(store: Store) -> None:
    named(store)
    update_term(store, Change(Referent, since=date(2026, 4, 1)))
    assert effect_warning(referent_sheet(store.reader), TODAY) == ""
    update_term(store, Change(Referent, delegated=True))
    assert effect_warning(referent_sheet(store.reader), TODAY)
    update_term(store, Change(Referent, since=TODAY))
    assert effect_warning(referent_sheet(store.reader), TODAY) == ""


def test_what_is_left_blank_is_told_before_printing(store: Store) -> None:
    named(store)
    last = remarks(store.reader, TODAY)[-1]
    assert "date d’effet" in last
    assert "numéro" not in last, "a letter has none"
    update_term(store, Change(Referent, delegated=True, functions=" "))
    last = remarks(store.reader, TODAY)[-1]
    for words in ("date d’effet", "numéro de l’arrêté", "fonctions déléguées", "nombre des adjoints"):
        assert words in last
    update_term(store, Change(Referent, since=TODAY, decree_number="1", functions="suivre", deputies_set_on=TODAY))
    assert len(remarks(store.reader, TODAY)) == 1, "only that it is a model"


def test_the_functions_are_proposed_once_to_who_delegates_and_are_then_the_town_s(store: Store) -> None:
    update_term(store, Change(Referent, delegated=True))
    term = referent_sheet(store.reader).term
    assert term is not None
    assert len(term.functions.splitlines()) == 3
    update_term(store, Change(Referent, functions="suivre la santé"))
    update_term(store, Change(Referent, delegated=False))
    update_term(store, Change(Referent, delegated=True))
    term = referent_sheet(store.reader).term
    assert term is not None
    assert term.functions == "suivre la santé"


def test_the_head_of_the_staff_is_found_in_the_directory(store: Store) -> None:
    assert staff_head(store.reader) is None
    with store.write("directory") as tx:
        tx.insert(Person(category=Category.STAFF, last_name="Petit", function="agent d’accueil"))
        tx.insert(Person(category=Category.OTHER, last_name="Long", function="secrétaire générale"))
        head = tx.insert(Person(category=Category.STAFF, last_name="Grand", function="Secrétaire général de mairie"))
    assert staff_head(store.reader) == head
