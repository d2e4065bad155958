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
from msp_desktop.services.letterhead import contact, current_referent, federation_remarks, federation_view, letterhead
from msp_desktop.services.referent import change_referent, update_referent_person, update_term


def commune(**values: str) -> Commune:
    given = {"name": "Saint-Essai", "region_code": "75", **values}
    return Commune(**given, mandate_start=date(2026, 3, 22), day_zero=date(2026, 3, 22))  # type: ignore[arg-type]


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


def test_the_federation_is_that_of_the_region() -> None:
    found = federation_view(commune())
    assert (found.name, found.email) == ("AVECsanté Nouvelle-Aquitaine", "contact@avecsantena.fr")
    assert not found.is_national


@pytest.mark.parametrize("region", ["03", "", "99"])
def test_where_no_federation_is_listed_the_national_contact_answers(region: str) -> None:
    found = federation_view(commune(region_code=region))
    assert found.is_national
    assert found.email == "plaidoyer@avecsante.fr"


def test_what_the_town_corrects_comes_before_the_directory() -> None:
    found = federation_view(
        commune(federation_email="nouvelle@adresse.fr", federation_phone="0102030405", federation_contact="Mme Martin")
    )
    assert (found.email, found.contact) == ("nouvelle@adresse.fr", "Mme Martin")
    assert found.phone == "01\u00a002\u00a003\u00a004\u00a005"
    assert found.name == "AVECsanté Nouvelle-Aquitaine", "the rest stays the directory's"


def test_a_federation_named_by_the_town_is_named_so_in_full_too() -> None:
    found = federation_view(commune(region_code="03", federation_name="Fédération de Guyane"))
    assert (found.name, found.full_name) == ("Fédération de Guyane", "Fédération de Guyane")
    assert not found.is_national


def test_a_region_to_confirm_is_confirmed_by_an_address_typed() -> None:
    """Occitanie is deduced, and says so until the town has written the address itself."""
    assert federation_view(commune(region_code="76")).to_confirm
    assert not federation_view(commune(region_code="76", federation_email="contact@fecop.fr")).to_confirm


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


@pytest.mark.parametrize(
    ("region", "name", "full_name", "said"),
    [
        ("76", "Fécop", "Fédération de l’exercice coordonné pluriprofessionnel en soins primaires", "à confirmer"),
        ("11", "Fédération des maisons de santé en Île-de-France", "Fédération des maisons de santé en Île-de-France", "FEMASIF"),
        ("93", "AVECsanté, délégation Provence-Alpes-Côte d’Azur", "AVECsanté, délégation Provence-Alpes-Côte d’Azur", "en cours de construction"),
        ("53", "Fédération de Bretagne", "Fédération de Bretagne (AVECsanté)", ""),
        ("03", "AVECsanté", "AVECsanté, mouvement national associatif des équipes de soins primaires coordonnées", "contact national"),
        ("44", "FEMAGE", "Fédération de l’exercice coordonné et des maisons de santé du Grand Est", ""),
    ],
)  # fmt: skip
def test_papers_print_names_of_the_kit_and_the_screen_says_what_is_uncertain(
    region: str, name: str, full_name: str, said: str
) -> None:
    found = federation_view(commune(region_code=region))
    assert (found.name, found.full_name) == (name, full_name)
    assert said in " ".join(federation_remarks(found))
    assert bool(federation_remarks(found)) == bool(said)


def test_what_the_town_names_itself_is_not_to_be_confirmed() -> None:
    for region in ("76", "11", "93"):
        assert federation_remarks(federation_view(commune(region_code=region, federation_name="Fédération X"))) == ()


def test_any_model_is_filled_from_the_letterhead(store: Store) -> None:
    update_commune(store, Change(Commune, name="Les Abymes", mayor_civility="Mme", federation_name="GIP Santé"))
    words = letterhead(store.reader).words()
    model = "La commune {de_commune}, {a_commune}, {avec_la_federation} et {du_maire}."
    assert model.format(**words) == "La commune des Abymes, aux Abymes, avec le GIP Santé et de la maire."
