"""The directory of federations: the application's entries, the town's corrections, both kept."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.federations import FederationCorrection, FederationView
from msp_desktop.method import federations as method
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.federations import (
    confirm_federation,
    correct_federation,
    federation_named,
    federation_remarks,
    federations,
    own_federation,
    restore_federation,
)
from tests.federations import correct_own


def of_region(store: Store, region: str) -> FederationView:
    update_commune(store, Change(Commune, region_code=region))
    return own_federation(store.reader)


def corrections(store: Store) -> list[FederationCorrection]:
    return store.reader.all(FederationCorrection)


def test_the_federation_is_that_of_the_region(store: Store) -> None:
    found = own_federation(store.reader)
    assert (found.name, found.email) == ("AVECsanté Nouvelle-Aquitaine", "contact@avecsantena.fr")
    assert not found.is_national
    assert found.own


@pytest.mark.parametrize("region", ["03", "", "99"])
def test_where_no_federation_is_listed_the_national_contact_answers(store: Store, region: str) -> None:
    found = of_region(store, region)
    assert found.is_national
    assert found.email == "plaidoyer@avecsante.fr"
    assert "contact national" in " ".join(federation_remarks(found))
    listed = federations(store.reader)
    assert len(listed) == 17, "its own, the national one, the fifteen"
    assert listed[0] == found
    assert federation_remarks(listed[1]) == (), "of the national entry itself there is nothing to say"


def test_the_fifteen_and_the_national_one_are_listed_each_once(store: Store) -> None:
    update_commune(store, Change(Commune, region_code="02"))
    listed = federations(store.reader)
    assert len(listed) == 16
    assert (listed[0].name, listed[0].region, listed[0].own) == ("FEMAG", "Guadeloupe et Martinique", True)
    assert (listed[1].name, listed[1].code) == ("AVECsanté", "national")
    assert [view.region for view in listed[2:5]] == ["Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne"]
    assert sum(view.own for view in listed) == 1


def test_what_the_town_corrects_comes_before_the_directory(store: Store) -> None:
    correct_own(store, email="nouvelle@adresse.fr", phone="0102030405", contact="Mme Martin", address="1 rue X")
    found = own_federation(store.reader)
    assert (found.email, found.contact, found.address) == ("nouvelle@adresse.fr", "Mme Martin", "1 rue X")
    assert found.phone == "01\u00a002\u00a003\u00a004\u00a005"
    assert found.name == "AVECsanté Nouvelle-Aquitaine", "the rest stays the directory's"
    assert set(found.corrected) == {"email", "phone", "contact", "address"}


def test_a_federation_named_by_the_town_is_named_so_in_full_too(store: Store) -> None:
    update_commune(store, Change(Commune, region_code="03"))
    correct_own(store, name="Fédération de Guyane")
    found = own_federation(store.reader)
    assert (found.name, found.full_name) == ("Fédération de Guyane", "Fédération de Guyane")
    assert not found.is_national
    assert federation_named(store.reader, "national").name == "AVECsanté", "the national entry is another one"


def test_any_entry_is_corrected_and_not_the_others(store: Store) -> None:
    correct_federation(store, "44", Change(FederationView, phone="01 02 03 04 05"))
    correct_federation(store, "national", Change(FederationView, email="autre@exemple.fr"))
    assert federation_named(store.reader, "44").phone == "01\u00a002\u00a003\u00a004\u00a005"
    assert federation_named(store.reader, "44").email == "contact@femage.fr"
    assert federation_named(store.reader, "national").email == "autre@exemple.fr"
    assert not own_federation(store.reader).corrected
    update_commune(store, Change(Commune, region_code="03"))
    assert own_federation(store.reader).email == "autre@exemple.fr", "where nobody is listed, the national one answers"


def test_a_number_that_is_gone_is_taken_away_and_brought_back(store: Store) -> None:
    correct_federation(store, "44", Change(FederationView, phone=""))
    assert federation_named(store.reader, "44").phone == ""
    correct_federation(store, "44", Change(FederationView, phone="0787147846"))
    assert federation_named(store.reader, "44").corrected == ()
    assert corrections(store) == [], "what is as the directory says is no correction"


def test_a_correction_can_be_undone_and_taken_away_whole(store: Store) -> None:
    correct_federation(store, "53", Change(FederationView, name="Fédération bretonne"))
    restore_federation(store, "53")
    assert federation_named(store.reader, "53").name == "Fédération de Bretagne"
    store.undo()
    assert federation_named(store.reader, "53").name == "Fédération bretonne"
    store.undo()
    assert corrections(store) == []


def test_a_correction_survives_an_update_of_the_application(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next version lists other numbers: what the town wrote stays, what it did not write follows."""
    correct_federation(store, "44", Change(FederationView, phone="01 02 03 04 05"))
    kit = method.kit_federations()
    later = [
        type(entry)(**{name: getattr(entry, name) for name in entry.__struct_fields__} | {"phone": "09 09 09 09 09", "email": "neuf@femage.fr"})
        if entry.code == "44" else entry
        for entry in kit.federations
    ]  # fmt: skip
    updated = type(kit)(avecsante=kit.avecsante, national=kit.national, federations=tuple(later))
    monkeypatch.setattr("msp_desktop.services.federations.kit_federations", lambda: updated)
    found = federation_named(store.reader, "44")
    assert (found.phone, found.email) == ("01\u00a002\u00a003\u00a004\u00a005", "neuf@femage.fr")


def test_a_region_to_confirm_is_confirmed_by_an_address_typed(store: Store) -> None:
    """Occitanie is deduced, and says so until the town has written an address itself."""
    assert of_region(store, "76").to_confirm
    correct_own(store, email="accueil@fecop.fr")
    assert not own_federation(store.reader).to_confirm


def test_what_is_uncertain_of_another_region_s_is_not_said_of_yours(store: Store) -> None:
    assert "cette région" in " ".join(federation_remarks(federation_named(store.reader, "76")))
    assert "votre région" in " ".join(federation_remarks(of_region(store, "76")))


def test_a_region_to_confirm_is_confirmed_as_it_is(store: Store) -> None:
    before = of_region(store, "76")
    confirm_federation(store, "76")
    found = own_federation(store.reader)
    assert federation_remarks(found) == ()
    assert (found.name, found.full_name) == (before.name, before.full_name)


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
    store: Store, region: str, name: str, full_name: str, said: str
) -> None:
    found = of_region(store, region)
    assert (found.name, found.full_name) == (name, full_name)
    assert said in " ".join(federation_remarks(found))
    assert bool(federation_remarks(found)) == bool(said)


@pytest.mark.parametrize("region", ["76", "11", "93"])
def test_what_the_town_names_itself_is_not_to_be_confirmed(store: Store, region: str) -> None:
    update_commune(store, Change(Commune, region_code=region))
    correct_own(store, name="Fédération X")
    assert federation_remarks(own_federation(store.reader)) == ()
