"""The models put before the council take the dossier's words, leave lines for the rest, and name no professional."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import MeetingPlace
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.council import CouncilAct
from msp_desktop.domain.inventory import Need, Opportunity
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.services.council import agreement, deliberation, no_place, remarks
from tests.conftest import TODAY

BLANK = "____________________"


def words(act: CouncilAct) -> str:
    return " ".join(str(structs.astuple(act)).replace("\\xa0", " ").replace("\\u202f", " ").split())


def test_it_takes_what_the_dossier_has(sample: Store) -> None:
    with sample.write("objectifs") as tx:
        tx.insert(Objective(position=1, title="Réunir deux métiers", due_on=date(2026, 6, 30)))
    act = deliberation(sample.reader, TODAY)
    said = words(act)
    assert "accompagnée par la Fédération d’exemple des maisons de santé" in said
    assert "quatorze professionnels (six à Saint-Exemple, huit à proximité)" in said
    assert "environ 140 habitants sans médecin traitant" in said
    assert "six semaines d’attente en kinésithérapie" in said
    assert "sorties d’hôpital préparées ensemble" in said
    assert "une salle libre" in said
    assert "réunir deux métiers, pour le mardi 30 juin 2026" in said
    assert "L. 2121-29" in said
    assert "L. 2144-3" in said
    assert "salle des associations, 2, place de la Mairie, le mardi à partir de 18 h" in said
    assert "préfet de la Creuse" in said
    assert "tribunal administratif de Limoges" in said
    assert [article.label for article in act.articles] == [f"Article {number}" for number in ("1er", 2, 3, 4, 5)]


def test_an_empty_dossier_lends_no_room_and_considers_nothing_it_does_not_hold(store: Store) -> None:
    act = deliberation(store.reader, TODAY)
    said = words(act)
    assert len(act.grounds) == 1
    assert "L. 2144-3" not in said
    assert "Salle" not in said
    assert "souhaite qu’un projet de santé soit écrit" in said
    assert no_place(store.reader)


def test_the_health_project_is_taken_note_of_once_it_is_written(store: Store) -> None:
    with store.write("projet") as tx:
        tx.insert(ProjectStage(code="validation", state=StageState.DOING))
    said = words(deliberation(store.reader, TODAY))
    assert "Prend acte du projet de santé que les professionnels ont écrit" in said
    assert "souhaite qu’un projet de santé" not in said


def test_no_professional_is_named_before_the_council(sample: Store) -> None:
    with sample.write("noms") as tx:
        tx.insert(Need(position=0, title="Remplacer Mme Duret", strength=3))
        tx.insert(Opportunity(position=0, title="Le cabinet de Sophie Duret"))
        tx.insert(Objective(position=1, title="Garder Duret"))
    assert "Duret" not in words(deliberation(sample.reader, TODAY))


def test_the_agreement_has_the_place_and_lines_for_what_is_not_known(store: Store) -> None:
    with store.write("lieu") as tx:
        tx.insert(MeetingPlace(place="Salle du conseil", capacity="12 personnes"))
    said = words(agreement(store.reader))
    assert "le local suivant : salle du conseil. Capacité : 12 personnes." in said
    assert f"Le local est mis à disposition : {BLANK}." in said
    assert f"La clé est tenue par {BLANK}." in said
    assert "L. 2125-1" in said
    assert "à vérifier" in said
    assert no_place(store.reader) is None


@pytest.mark.parametrize(
    ("civility", "said"), [("Mme", "autorisée par la délibération"), ("M.", "autorisé par la délibération")]
)
def test_the_mayor_agrees(sample: Store, civility: str, said: str) -> None:
    with sample.write("maire") as tx:
        tx.update(1, Change(Commune, mayor_civility=civility))
    assert said in words(agreement(sample.reader))
    role = deliberation(sample.reader, TODAY).signers[0][0]
    assert role == ("La Maire," if civility == "Mme" else "Le Maire,")


def test_what_to_know_before_it_is_signed(store: Store) -> None:
    assert len(remarks(store.reader, room=True)) == 3
    with store.write("maire") as tx:
        tx.update(1, Change(Commune, mayor_last_name="Faure"))
    assert len(remarks(store.reader, room=False)) == 1


def test_the_hours_of_the_room_are_written_as_inside_a_sentence(sample: Store) -> None:
    with sample.write("salle") as tx:
        tx.update(1, Change(MeetingPlace, slots="Le premier jeudi du mois, de 19 h à 21 h."))
    assert "mis à disposition : le premier jeudi du mois" in words(agreement(sample.reader))
    assert "place de la Mairie, le premier jeudi du mois" in words(deliberation(sample.reader, TODAY))
