"""The papers of the référent: which model for whom, in words that agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import context_again, produce_each
from msp_desktop.services.appointment import acts
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.missions import keep_mission
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


@pytest.mark.parametrize("key", ["referent", "appointment", "referent-letter"])
def test_until_somebody_is_named_there_is_nothing_to_print(store: Store, key: str) -> None:
    assert paper(key).missing(store.reader, CONTEXT)
    named(store)
    assert paper(key).missing(store.reader, CONTEXT) is None


def test_an_elected_person_with_delegation_gets_a_decree(store: Store, tmp_path: Path) -> None:
    named(store, function="deuxième adjointe")
    update_term(store, Change(Referent, delegated=True))
    text = written(store, tmp_path, "appointment")
    assert "Arrête :" in text
    assert "Madame Dominique Roche, deuxième adjointe, est déléguée" in text
    assert "dimanche 22 mars 2026" in text, "the installation of the council"


def test_an_elected_person_without_delegation_gets_a_letter(store: Store, tmp_path: Path) -> None:
    named(store)
    text = written(store, tmp_path, "appointment")
    assert "Arrête :" not in text
    assert "je vous désigne référente santé" in text


def test_a_man_is_addressed_as_one(store: Store, tmp_path: Path) -> None:
    named(store, civility="M.")
    assert "je vous désigne référent santé" in written(store, tmp_path, "appointment")


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (6.0, ", à raison de 6 heures par mois"),
        (1.0, ", à raison de 1 heure par mois"),
        (None, ", quelques heures par mois, davantage au démarrage"),
    ],
)
def test_a_member_of_staff_gets_a_letter_of_mission_with_the_time_given(
    store: Store, tmp_path: Path, hours: float | None, words: str
) -> None:
    set_kind(store, ReferentKind.STAFF)
    named(store)
    update_term(store, Change(Referent, hours_per_month=hours))
    text = written(store, tmp_path, "appointment")
    assert "Je vous confie" in text
    assert f"sur votre temps de travail{words}" in text
    assert ("à raison de" in text) is (hours is not None)


def test_a_pair_gets_one_act_each_in_a_file_of_its_own(store: Store, tmp_path: Path) -> None:
    named(store)
    update_term(store, Change(Referent, delegated=True))
    set_kind(store, ReferentKind.PAIR)
    update_referent_person(store, True, Change(Person, civility="M.", last_name="Petit"))
    decree, letter = produce_each(store, "appointment", tmp_path, CONTEXT)
    assert decree.path.name == "2026-04-28_arrete-delegation_saint-essai_dominique-roche.pdf"
    assert letter.path.name == "2026-04-28_lettre-de-mission_saint-essai_petit.pdf"
    assert (decree.title, letter.title) == ("Arrêté portant délégation de fonctions", "Lettre de mission")
    assert "Arrête :" in read(decree.path)
    assert "Arrête :" not in read(letter.path)
    assert "la mission de référent santé" in read(letter.path)
    assert f"page 1 sur {letter.pages}" in read(letter.path), "each act numbers its own pages"
    notes = store.reader.all(ProducedDocument)
    assert [note.person_id for note in notes] == [act.person_id for act in acts(store.reader)]
    again = context_again(store.reader, notes[1], CONTEXT)
    assert again is not None
    assert again.person_id == notes[1].person_id


def test_the_mayor_is_named_as_she_is(store: Store, tmp_path: Path) -> None:
    named(store)
    update_term(store, Change(Referent, delegated=True))
    update_commune(store, Change(Commune, name="Le Havre", mayor_civility="Mme", mayor_last_name="Faure"))
    assert "La Maire du Havre," in written(store, tmp_path, "appointment")


def test_a_mission_set_aside_is_in_no_paper(store: Store, tmp_path: Path) -> None:
    named(store)
    mission = referent_sheet(store.reader).groups[0].missions[0]
    before = written(store, tmp_path, "appointment")
    assert "…" not in before
    keep_mission(store, mission.id, False)
    words = mission.text.split(",")[0][1:30]
    assert words in before
    assert words not in written(store, tmp_path, "appointment")
    assert words not in written(store, tmp_path, "referent")


def test_a_term_without_a_date_leaves_room_for_it(store: Store, tmp_path: Path) -> None:
    update_referent_person(store, False, Change(Person, last_name="Roche"))
    assert "à compter du ____________________." in written(store, tmp_path, "appointment")
