"""The letters to the federation in words: whom they go to, what they ask, who is announced and since when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.people import add_person
from msp_desktop.services.referent import set_kind, update_referent_person, update_term
from msp_desktop.services.small_forms import choose_help
from tests.conftest import NOW, TODAY
from tests.documents.values import read
from tests.federations import correct_own

CONTEXT = Context(TODAY, NOW)


def written(store: Store, folder: Path, key: str = "federation-letter") -> str:
    return read(export(store.reader, key, folder, CONTEXT).path)


def named(store: Store, second: bool = False, **values: str) -> None:
    update_referent_person(store, second, Change(Person, **values))


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2026, 4, 1), "est la référente santé de la commune de Saint-Essai depuis le mercredi 1er avril 2026."),
        (TODAY, "est la référente santé de la commune de Saint-Essai depuis le mardi 28 avril 2026."),
        (
            date(2026, 12, 1),
            "sera la référente santé de la commune de Saint-Essai à compter du mardi 1er décembre 2026.",
        ),
        (None, "est la référente santé de la commune de Saint-Essai."),
    ],
)
def test_the_referent_is_announced_in_the_tense_of_the_day(
    store: Store, tmp_path: Path, since: date | None, words: str
) -> None:
    named(store, civility="Mme", first_name="Nadia", last_name="Roche", function="deuxième adjointe")
    update_term(store, Change(Referent, since=since))
    text = written(store, tmp_path, "referent-letter")
    assert f"savoir que Mme Nadia Roche, deuxième adjointe, {words}" in text
    assert "…" not in text
    said = paper("referent-letter").remarks(store.reader, CONTEXT)
    assert any("n’est pas noté" in line for line in said) is (since is None)


def test_a_pair_is_announced_together(store: Store, tmp_path: Path) -> None:
    set_kind(store, ReferentKind.PAIR)
    named(store, civility="Mme", last_name="Roche", function="deuxième adjointe", phone="0199001235")
    named(store, True, civility="Mme", last_name="Lavergne", function="secrétaire générale de mairie", email="m@a.fr")
    update_term(store, Change(Referent, since=date(2026, 12, 1)))
    text = written(store, tmp_path, "referent-letter")
    assert (
        "savoir que Mme Roche, deuxième adjointe, et Mme Lavergne, secrétaire générale de mairie, seront le binôme "
        "référent santé de la commune de Saint-Essai à compter du" in text
    )
    assert "voici comment les joindre : – Roche : 01 99 00 12 35 ; – Lavergne : m@a.fr." in text
    assert "Notre binôme référent santé" in text


@pytest.mark.parametrize(("civility", "word"), [("Mme", "la joindre"), ("M.", "le joindre"), ("", "le joindre")])
def test_how_to_reach_agrees_and_is_said_only_where_it_is_known(
    store: Store, tmp_path: Path, civility: str, word: str
) -> None:
    named(store, civility=civility, last_name="Roche")
    assert "joindre" not in written(store, tmp_path, "referent-letter")
    named(store, email="r@a.fr")
    text = written(store, tmp_path, "referent-letter")
    assert f"l’accès aux soins à Saint-Essai, voici comment {word} : – Roche : r@a.fr." in text


def test_a_name_that_begins_with_a_vowel_is_joined(store: Store, tmp_path: Path) -> None:
    named(store, first_name="Anne", last_name="Roche")
    assert "savoir qu’Anne Roche est" in written(store, tmp_path, "referent-letter")


def test_a_mayor_announces_himself_in_the_first_person(store: Store, tmp_path: Path) -> None:
    update_commune(store, Change(Commune, mayor_civility="Mme", mayor_first_name="Anne", mayor_last_name="Faure"))
    named(store, civility="Mme", first_name="Anne", last_name="Faure", email="maire@a.fr")
    text = written(store, tmp_path, "referent-letter")
    assert "faire savoir que je suis la référente santé" in text
    assert "voici comment me joindre" in text


def test_one_kind_of_help_is_a_sentence_and_several_a_list(store: Store, tmp_path: Path) -> None:
    helps = kit_timeline().federation_helps
    choose_help(store, helps[0].code, True)
    assert f"heureux de votre aide pour {helps[0].text}." in written(store, tmp_path)
    choose_help(store, helps[1].code, True)
    assert f"votre aide pour : – {helps[0].text} ; – {helps[1].text}." in written(store, tmp_path)


def test_each_kind_of_help_goes_on_after_pour() -> None:
    for help_ in kit_timeline().federation_helps:
        assert help_.text.split()[0].endswith(("er", "ir", "re")), help_.text
        assert not help_.text.startswith("être")


@pytest.mark.parametrize(
    ("person", "contact", "lines", "greeting"),
    [
        (
            {"civility": "Mme", "first_name": "Julie", "last_name": "Perrin", "address": "18, avenue\n87000 Limoges"},
            "Julie Perrin",
            "à l’attention de Madame Julie Perrin 18 avenue 87000 LIMOGES",
            "Madame, ",
        ),
        (
            {"civility": "M.", "last_name": "Perrin", "address": "18, avenue\n87000 Limoges"},
            "",
            "à l’attention de Monsieur Perrin 18 avenue 87000 LIMOGES",
            "Monsieur, ",
        ),
        (
            {"last_name": "Autre"},
            "Julie Perrin",
            "à l’attention de Julie Perrin par courriel : f@a.fr",
            "Madame, Monsieur, ",
        ),
        ({"last_name": "Autre"}, "", "de santé par courriel : f@a.fr", "Madame, Monsieur, "),
    ],
)
def test_the_federation_has_its_name_who_it_is_for_and_its_street(
    store: Store, tmp_path: Path, person: dict[str, str], contact: str, lines: str, greeting: str
) -> None:
    correct_own(store, full_name="Fédération d’exemple des maisons de santé", email="f@a.fr", contact=contact)
    add_person(store, Person(category=Category.FEDERATION, **person))  # type: ignore[arg-type]
    text = written(store, tmp_path)
    assert f"Fédération d’exemple des maisons de santé {lines}".replace("de santé de santé", "de santé") in text
    assert greeting in text
    assert f"agréer, {greeting.strip(' ,')}, l’expression" in text
    said = " ".join(paper("federation-letter").remarks(store.reader, CONTEXT))
    assert ("L’adresse postale de la fédération n’est pas connue" in said) is ("avenue" not in lines)


@pytest.mark.parametrize(
    ("region", "words"),
    [("93", "AVECsanté"), ("53", "AVECsanté"), ("03", "AVECsanté"), ("76", "Fédération"), ("11", "Fédération")],
)
def test_every_region_has_a_whole_addressee(store: Store, tmp_path: Path, region: str, words: str) -> None:
    update_commune(store, Change(Commune, region_code=region))
    text = written(store, tmp_path)
    assert words in text
    assert "confirmer" not in text
    assert "en cours de construction" not in text
    assert "{" not in text


def test_the_subject_is_a_mayor_s_words(store: Store, tmp_path: Path) -> None:
    update_commune(store, Change(Commune, name="Les Abymes"))
    assert "L’accès aux soins aux Abymes : un premier échange avec vous" in written(store, tmp_path)


def test_an_announcement_made_is_reprinted_as_of_its_day(store: Store, tmp_path: Path) -> None:
    named(store, civility="Mme", last_name="Roche")
    update_term(store, Change(Referent, since=date(2026, 4, 20), announced_on=date(2026, 4, 10)))
    text = written(store, tmp_path, "referent-letter")
    assert "Saint-Essai, le vendredi 10 avril 2026" in text
    assert "sera la référente santé de la commune de Saint-Essai à compter du lundi 20 avril 2026" in text
    assert "28 avril" not in text
