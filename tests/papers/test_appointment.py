"""The words of the acts that appoint the référent: heading, visas, functions, effect, court, signatures; the letters."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.exchange.communes import by_insee
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.referent import referent_sheet, set_kind, update_referent_person, update_term
from tests.conftest import NOW, TODAY
from tests.documents.values import read

CONTEXT = Context(TODAY, NOW)


def written(store: Store, tmp_path: Path, key: str) -> str:
    return read(export(store.reader, key, tmp_path, CONTEXT).path)


def named(store: Store, civility: str = "Mme", name: str = "Roche", **values: str) -> None:
    update_referent_person(
        store, False, Change(Person, civility=civility, first_name="Dominique", last_name=name, **values)
    )
    update_term(store, Change(Referent, since=date(2026, 4, 1)))


# --- the decree ---------------------------------------------------------------------------------------


def decreed(store: Store, tmp_path: Path, function: str = "deuxième adjointe", **term: object) -> str:
    named(store, function=function)
    update_term(store, Change(Referent, **{"delegated": True, **term}))
    return written(store, tmp_path, "appointment")


def test_a_decree_wears_the_heading_and_the_number_of_an_act(store: Store, tmp_path: Path) -> None:
    text = decreed(store, tmp_path, decree_number="2026-17")
    for words in (
        "RÉPUBLIQUE FRANÇAISE",
        "Département de la Creuse",
        "Commune de Saint-Essai",
        "Arrêté n° 2026-17 portant délégation de fonctions à Madame Dominique Roche, deuxième adjointe",
    ):
        assert words in text
    assert "Mairie de Saint-Essai" not in text
    update_term(store, Change(Referent, decree_number=""))
    assert "Arrêté n° ____________ portant" in written(store, tmp_path, "appointment")


@pytest.mark.parametrize(
    ("function", "there", "absent"),
    [
        ("deuxième adjointe", "fixant le nombre des adjoints", "procès-verbal de l’installation"),
        ("maire déléguée", "L. 2113-13 du code", "le nombre des adjoints"),
        ("maire délégué", "procès-verbal de l’élection de la maire déléguée du ____________________ ;", "installation"),
        ("maire déléguée, première adjointe", "fixant le nombre des adjoints", "L. 2113-13"),
        (
            "conseillère municipale",
            "procès-verbal de l’installation du conseil municipal du dimanche 22 mars 2026",
            "adjoints",
        ),
        ("", "procès-verbal de l’installation", "adjoints"),
    ],
)
def test_the_visas_are_those_of_the_rank(store: Store, tmp_path: Path, function: str, there: str, absent: str) -> None:
    text = decreed(store, tmp_path, function)
    assert there in text
    assert absent not in text


def test_a_visa_without_its_date_has_a_blank(store: Store, tmp_path: Path) -> None:
    assert "conseil municipal du ____________________ fixant" in decreed(store, tmp_path)
    update_term(store, Change(Referent, deputies_set_on=date(2026, 3, 22)))
    assert "conseil municipal du dimanche 22 mars 2026 fixant" in written(store, tmp_path, "appointment")


def test_functions_are_delegated_and_no_mission_of_the_sheet(store: Store, tmp_path: Path) -> None:
    text = decreed(store, tmp_path)
    assert "instruire et suivre les affaires de la commune" in text
    for mission in (m for group in referent_sheet(store.reader).groups for m in group.missions):
        assert mission.text not in text
    update_term(store, Change(Referent, functions="Suivre le projet de santé ;\n- Signer la convention de la salle."))
    text = written(store, tmp_path, "appointment")
    assert "suivre le projet de santé ;" in text
    assert "signer la convention de la salle." in text
    assert "instruire" not in text


@pytest.mark.parametrize(
    ("since", "there", "absent"),
    [
        (date(2026, 5, 4), "prend effet le lundi 4 mai 2026, et au plus tôt lorsque", "____, et"),
        (TODAY, "prend effet le mardi 28 avril 2026", "____, et"),
        (date(2026, 4, 1), "prend effet lorsque le présent arrêté a été publié", "1er avril"),
        (None, "prend effet le ____________________, et au plus tôt", "…"),
    ],
)
def test_no_delegation_takes_effect_before_it_is_signed(
    store: Store, tmp_path: Path, since: date | None, there: str, absent: str
) -> None:
    text = decreed(store, tmp_path, since=since)
    assert there in text
    assert absent not in text


@pytest.mark.parametrize(
    ("insee", "court", "prefect"),
    [
        ("23008", "de Limoges", "préfet de la Creuse"),
        ("2A247", "de Bastia", "préfet de la Corse-du-Sud"),
        ("97101", "de la Guadeloupe", "préfet de la Guadeloupe"),
        ("75056", "de Paris", "préfet de Paris"),
        ("92050", "de Cergy-Pontoise", "préfet des Hauts-de-Seine"),
    ],
)
def test_the_court_is_that_of_the_department(
    store: Store, tmp_path: Path, insee: str, court: str, prefect: str
) -> None:
    entry = by_insee(insee)
    assert entry is not None
    update_commune(store, Change(Commune, name=entry.name, insee=insee, department_code=entry.department_code))
    text = decreed(store, tmp_path)
    assert f"devant le tribunal administratif {court} dans les deux mois" in text
    assert "Télérecours citoyens, www.telerecours.fr" in text
    assert prefect in text


@pytest.mark.parametrize(
    ("code", "heading", "state"),
    [
        ("75", "Département de Paris", "préfet de Paris"),
        ("2B", "Département de la Haute-Corse", "préfet de la Haute-Corse"),
        ("975", "Saint-Pierre-et-Miquelon", "préfet de Saint-Pierre-et-Miquelon"),
        ("987", "Polynésie française", "haut-commissaire de la République en Polynésie française"),
        ("988", "Nouvelle-Calédonie", "haut-commissaire de la République en Nouvelle-Calédonie"),
    ],
)
def test_who_represents_the_state_is_named_where_there_is_no_department(
    store: Store, tmp_path: Path, code: str, heading: str, state: str
) -> None:
    update_commune(store, Change(Commune, department_code=code))
    text = decreed(store, tmp_path)
    assert f"RÉPUBLIQUE FRANÇAISE {heading} " in text
    assert f"transmis au {state}." in text


def test_where_the_department_is_not_known_the_court_is_a_blank(store: Store, tmp_path: Path) -> None:
    update_commune(store, Change(Commune, department_code=""))
    text = decreed(store, tmp_path)
    assert "tribunal administratif ____________________ dans" in text
    assert "transmis au préfet." in text


def test_the_execution_is_for_who_is_at_the_head_of_the_staff(store: Store, tmp_path: Path) -> None:
    assert "Le secrétaire général de mairie est chargé de l’exécution" in decreed(store, tmp_path)
    update_commune(store, Change(Commune, population=12_000))
    assert "Le directeur général des services est chargé" in written(store, tmp_path, "appointment")
    with store.write("directory") as tx:
        tx.insert(
            Person(category=Category.STAFF, civility="Mme", last_name="Petit", function="Secrétaire générale de mairie")
        )
    assert "La secrétaire générale de mairie est chargée" in written(store, tmp_path, "appointment")


def test_under_the_signature_stand_the_three_columns_to_fill(store: Store, tmp_path: Path) -> None:
    named(store, function="conseillère municipale")
    update_term(store, Change(Referent, delegated=True))
    path = export(store.reader, "appointment", tmp_path, CONTEXT).path
    last = " ".join(PdfReader(path).pages[-1].extract_text().split())
    assert re.search(r"Article \d", last), "never a signature alone"
    for words in (
        "Notifié à l’intéressée",
        "Certifié exécutoire",
        "transmis le",
        "publié le",
        "Ampliations",
        "comptable public",
    ):
        assert words in last
    assert "Fait à Saint-Essai, le ____" in last


def test_a_delegation_of_signature_says_what_it_covers(store: Store, tmp_path: Path) -> None:
    assert "ne comporte pas délégation de signature" in decreed(store, tmp_path)
    update_term(store, Change(Referent, signature=True))
    text = written(store, tmp_path, "appointment")
    assert "emporte délégation de signature pour les courriers, invitations" in text
    assert "Par délégation du maire, Dominique Roche, deuxième adjointe" in text


# --- conflicts of interest ------------------------------------------------------------------------------


def test_a_health_professional_is_told_of_by_the_model_never_refused(store: Store, tmp_path: Path) -> None:
    assert "Exerçant une profession de santé" not in decreed(store, tmp_path)
    named(store, function="adjointe, infirmière libérale")
    text = written(store, tmp_path, "appointment")
    assert "Exerçant une profession de santé, elle ne prend part" in text
    assert "L. 1111-6" in text
    update_term(store, Change(Referent, delegated=False))
    assert "Vous exercez une profession de santé" in written(store, tmp_path, "appointment")


@pytest.mark.parametrize(
    ("civility", "said"),
    [
        ("Dr", "de fonctions à Dominique Roche, deuxième adjointe"),
        ("Mme le Dr", "de fonctions à Madame le Docteur Dominique Roche, deuxième adjointe"),
        ("M.", "de fonctions à Monsieur Dominique Roche, deuxième adjointe"),
    ],
)
def test_an_act_is_not_made_to_a_title_without_its_article(
    store: Store, tmp_path: Path, civility: str, said: str
) -> None:
    named(store, civility, function="deuxième adjointe")
    update_term(store, Change(Referent, delegated=True))
    text = written(store, tmp_path, "appointment")
    assert said in text
    assert "à Docteur" not in text


# --- the letters ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "words", "absent"),
    [
        ("secrétaire générale de mairie", "Vous m’en rendrez compte directement.", "organisation de votre temps"),
        ("directeur général des services", "Vous m’en rendrez compte directement.", "organisation de votre temps"),
        ("agente d’accueil", "vous vous entendrez avec le secrétariat général de la mairie", "supérieur hiérarchique"),
        ("secrétaire médicale", "vous vous entendrez avec le secrétariat général", "compte au maire"),
    ],
)
def test_an_agent_reports_to_the_mayor_who_writes(
    store: Store, tmp_path: Path, function: str, words: str, absent: str
) -> None:
    set_kind(store, ReferentKind.STAFF)
    named(store, function=function)
    text = written(store, tmp_path, "appointment")
    assert words in text
    assert absent not in text


def test_an_agent_settles_their_time_with_the_secretary_known(store: Store, tmp_path: Path) -> None:
    set_kind(store, ReferentKind.STAFF)
    named(store, function="agente d’accueil")
    with store.write("directory") as tx:
        tx.insert(
            Person(category=Category.STAFF, civility="M.", last_name="Petit", function="Secrétaire général de mairie")
        )
    assert "vous vous entendrez avec M. Petit, secrétaire général de mairie." in written(store, tmp_path, "appointment")


@pytest.mark.parametrize(("kind", "who"), [(ReferentKind.STAFF, "l’agente"), (ReferentKind.ELECTED, "l’élue")])
def test_a_letter_with_all_the_missions_is_one_page_to_sign_for(
    store: Store, tmp_path: Path, kind: ReferentKind, who: str
) -> None:
    set_kind(store, kind)
    named(store, function="une fonction")
    made = export(store.reader, "appointment", tmp_path, CONTEXT)
    assert made.pages == 1
    text = read(made.path)
    assert f"Reçu le ____________________ Signature de {who} :" in text
    assert "Mettre en valeur les initiatives déjà là, d’où qu’elles viennent" in text


def test_the_mayor_is_appointed_by_nobody(store: Store) -> None:
    update_commune(store, Change(Commune, mayor_first_name="Dominique", mayor_last_name="Roche"))
    named(store)
    assert paper("appointment").missing(store.reader, CONTEXT) is not None
    assert paper("referent").missing(store.reader, CONTEXT) is None
