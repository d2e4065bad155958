"""What is said of the data kept of people: who answers for them, why, how long, whom to ask, where they came from."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Wording
from msp_desktop.domain.people import Person
from msp_desktop.domain.privacy import PrivacySheet
from msp_desktop.domain.referent import ReferentKind
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.people import add_person
from msp_desktop.services.privacy import (
    attendance_notice,
    inventory_notice,
    keep_retention,
    letter_notice,
    missing_words,
    notice_sheet,
    register_sheet,
    retention,
)
from msp_desktop.services.referent import set_kind, update_referent_person
from tests.conftest import TODAY
from tests.french import TOWNS, faults

WAYS = {"address": "2, place de la Mairie\n23990 Saint-Essai", "email": "mairie@essai.example", "phone": "0555000001"}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(sheet: PrivacySheet, question: str) -> str:
    (answer,) = [one for one in sheet.answers if one.question == question]
    parts = (answer.text, *answer.bullets, answer.strong, *answer.blanks, *answer.ticks)
    return plain(" ".join(filter(None, parts)))


@pytest.fixture
def town(store: Store) -> Store:
    update_commune(
        store, Change(Commune, mayor_civility="Mme", mayor_first_name="Anne", mayor_last_name="Faure", **WAYS)
    )
    return store


def test_the_controller_is_the_commune_and_its_mayor_stands_for_it(town: Store) -> None:
    told = said(notice_sheet(town.reader), "Qui")
    assert told == (
        "La commune de Saint-Essai, représentée par sa maire, Anne Faure : 2, place de la Mairie, 23990 Saint-Essai, "
        "mairie@essai.example."
    )
    assert said(register_sheet(town.reader, TODAY), "Responsable").startswith(told.rstrip("."))


def test_all_that_articles_13_and_14_ask_for_is_in_the_notice(town: Store) -> None:
    sheet = notice_sheet(town.reader)
    for question, words in (
        ("De quel droit", "mission d’intérêt public"),
        ("De quel droit", "article 6.1.e"),
        ("D’où cela vient", "annuaires publics"),
        ("Qui le voit", "AVECsanté Nouvelle-Aquitaine, qui accompagne"),
        ("Qui le voit", "hors de l’Union européenne"),
        ("Combien de temps", "six mois après la fin du mandat"),
        ("Vos droits", "mairie@essai.example, 05 55 00 00 01"),
        ("Vos droits", "vous y opposer"),
        ("Si rien n’y fait", "www.cnil.fr/plaintes"),
        ("Ce qui est noté", "Aucune donnée de patient."),
        ("Pourquoi", "aucune décision automatique"),
    ):
        assert words in said(sheet, question), question


def test_all_that_article_30_asks_for_is_in_the_register(town: Store) -> None:
    questions = [answer.question for answer in register_sheet(town.reader, TODAY).answers]
    for question in ("Responsable", "Délégué", "Finalités", "Personnes", "Données", "Destinataires", "Hors de l’Union",
                     "Durées", "Sécurité"):  # fmt: skip
        assert question in questions
    assert "mardi 28 avril 2026" in said(register_sheet(town.reader, TODAY), "Fiche")
    assert "pas encore relues" in said(register_sheet(town.reader, TODAY), "Fiche")
    update_commune(town, Change(Commune, privacy_reviewed_on=date(2026, 4, 1)))
    assert "relues le mercredi 1er avril 2026" in said(register_sheet(town.reader, TODAY), "Fiche")


def test_an_officer_not_known_leaves_lines_to_write_and_a_remark(town: Store) -> None:
    assert said(notice_sheet(town.reader), "Notre délégué") == "Nom Courriel, téléphone"
    assert any("délégué à la protection des données n’est pas connu" in words for words in missing_words(town.reader))
    assert "Délégué" not in attendance_notice(town.reader)


@pytest.mark.parametrize(
    ("values", "long", "short"),
    [
        ({"dpo_name": "CDG 23"}, "CDG 23.", "CDG 23."),
        ({"dpo_email": "dpo@cdg.example"}, "dpo@cdg.example.", "dpo@cdg.example."),
        ({"dpo_phone": "0555000009"}, "05 55 00 00 09.", "05 55 00 00 09."),
        (
            {"dpo_name": "CDG 23", "dpo_email": "dpo@cdg.example", "dpo_phone": "0555000009"},
            "CDG 23, dpo@cdg.example, 05 55 00 00 09.",
            "dpo@cdg.example.",
        ),
    ],
)
def test_the_officer_is_said_as_far_as_known(town: Store, values: dict[str, str], long: str, short: str) -> None:
    update_commune(town, Change(Commune, **values))
    assert said(notice_sheet(town.reader), "Notre délégué") == f"Délégué à la protection des données : {long}"
    assert said(register_sheet(town.reader, TODAY), "Délégué") == long.rstrip(".")
    for words in (attendance_notice(town.reader), inventory_notice(town.reader)):
        assert f"Délégué à la protection des données : {short}" in plain(words)
    assert not any(
        "délégué à la protection des données n’est pas connu" in words for words in missing_words(town.reader)
    )


def test_where_to_write_is_said_by_what_is_known(store: Store) -> None:
    for words in (attendance_notice(store.reader), inventory_notice(store.reader)):
        assert "s’y opposer : auprès de la mairie." in plain(words)
    assert any("Commune et en-tête" in words for words in missing_words(store.reader))
    update_commune(store, Change(Commune, **WAYS))
    assert "s’y opposer : mairie@essai.example." in plain(attendance_notice(store.reader))
    assert "s’y opposer : mairie@essai.example, 05 55 00 00 01." in plain(inventory_notice(store.reader))


def test_the_town_s_own_rule_replaces_ours_and_ours_comes_back(town: Store) -> None:
    proposed = retention(town.reader)
    keep_retention(town, "Effacé {au bout} d’un an.")
    for told in (said(notice_sheet(town.reader), "Combien de temps"), inventory_notice(town.reader)):
        assert "Effacé {au bout} d’un an." in told
    keep_retention(town, "  ")
    assert retention(town.reader) == proposed
    keep_retention(town, proposed)
    assert town.reader.all(Wording) == []
    town.undo()
    assert retention(town.reader) != ""


def test_a_letter_says_where_the_data_came_from_where_that_is_noted(town: Store) -> None:
    known = add_person(town, Person(last_name="Roche", known_from="annuaire santé de l’Assurance maladie."))
    own = add_person(town, Person(last_name="Petit"))
    assert plain(letter_notice(town.reader, known)).startswith(
        "Vos coordonnées viennent de : annuaire santé de l’Assurance maladie. La commune de Saint-Essai tient"
    )
    assert letter_notice(town.reader, own).startswith("La commune de Saint-Essai tient vos coordonnées")


@pytest.mark.parametrize(("name", "insee"), TOWNS)
@pytest.mark.parametrize("civility", ["M.", "Mme"])
@pytest.mark.parametrize("kind", [ReferentKind.ELECTED, ReferentKind.PAIR])
def test_it_is_french_for_any_town_and_anybody(
    sample: Store, name: str, insee: str, civility: str, kind: ReferentKind
) -> None:
    update_commune(sample, Change(Commune, name=name, insee=insee, mayor_civility=civility))
    set_kind(sample, kind)
    update_referent_person(sample, False, Change(Person, civility=civility))
    sheets = (notice_sheet(sample.reader), register_sheet(sample.reader, TODAY))
    words = [said(sheet, answer.question) for sheet in sheets for answer in sheet.answers]
    words += [attendance_notice(sample.reader), inventory_notice(sample.reader)]
    woman = civility == "Mme"
    alone = kind is ReferentKind.ELECTED
    wrong = [fault for text in words for fault in faults(text, woman_mayor=woman, woman=(woman and alone) or None)]
    assert wrong == []
