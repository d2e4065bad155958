"""The letterhead: the town's own words, the directory's federation with the town's corrections, who to ask."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.services.dossiers import change_arms, update_commune
from msp_desktop.services.letterhead import contact, current_referent, letterhead
from msp_desktop.services.referent import change_referent, update_referent_person, update_term
from tests.federations import correct_own


def test_a_new_dossier_has_no_line_to_hide(store: Store) -> None:
    shown = letterhead(store.reader)
    assert (shown.commune, shown.address, shown.arms, shown.mayor) == ("Saint-Essai", (), None, "")
    assert not shown.is_sample


def test_empty_lines_of_the_address_are_left_out(store: Store) -> None:
    update_commune(
        store, Change(Commune, address="2, place de la Mairie\n\n  \n23990 Saint-Essai\n", phone="0555010203")
    )
    assert letterhead(store.reader).address == ("2, place de la Mairie", "23990 Saint-Essai")
    assert letterhead(store.reader).phone == "05\u00a055\u00a001\u00a002\u00a003"


@pytest.mark.parametrize(
    ("civility", "title"), [("Mme", "La Maire,"), ("M.", "Le Maire,"), ("", "Le Maire,"), ("Dre", "La Maire,")]
)
def test_the_mayor_s_title_follows_the_civility_typed(store: Store, civility: str, title: str) -> None:
    update_commune(store, Change(Commune, mayor_civility=civility, mayor_first_name="Claude", mayor_last_name="Faure"))
    shown = letterhead(store.reader)
    assert (shown.mayor, shown.mayor_title) == ("Claude Faure", title)


def test_the_coat_of_arms_is_shown_and_taken_away(store: Store) -> None:
    change_arms(store, b"picture", "image/png")
    assert letterhead(store.reader).arms == b"picture"
    change_arms(store, b"", "")
    assert letterhead(store.reader).arms is None


def test_nobody_follows_the_matter_until_there_is_a_referent(store: Store) -> None:
    assert contact(store.reader) is None
    update_term(store, Change(Referent, since=date(2026, 4, 1)))
    assert contact(store.reader) is None


def test_the_referent_follows_the_matter_without_civility(store: Store) -> None:
    update_referent_person(
        store, False, Change(Person, civility="Mme", first_name="Nadia", last_name="Roche", phone="0555010203")
    )
    found = contact(store.reader)
    assert found is not None
    assert (found.name, found.role) == ("Nadia Roche", "référente santé")
    assert found.phone == "05\u00a055\u00a001\u00a002\u00a003"


def test_only_the_present_term_counts(store: Store) -> None:
    update_referent_person(store, False, Change(Person, last_name="Roche"))
    change_referent(store, date(2026, 6, 30))
    term = current_referent(store.reader)
    assert term is not None
    assert term.since == date(2026, 7, 1)
    assert contact(store.reader) is None


def test_any_model_is_filled_from_the_letterhead(store: Store) -> None:
    update_commune(store, Change(Commune, name="Les Abymes", mayor_civility="Mme"))
    correct_own(store, name="GIP Santé")
    words = letterhead(store.reader).words()
    model = "La commune {de_commune}, {a_commune}, {avec_la_federation} et {du_maire}."
    assert model.format(**words) == "La commune des Abymes, aux Abymes, avec le GIP Santé et de la maire."
