"""The points de vigilance in words; set aside, brought back, undone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.roles import Role, RoleParty, RoleShare, Share
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.domain.vigilance.records import AlertSign, VigilanceAside
from msp_desktop.domain.vigilance.signals import Signal
from msp_desktop.errors import UserError
from msp_desktop.services.alert_signs import alert_signs, note_sign, tick_sign
from msp_desktop.services.vigilance import (
    bring_back,
    set_aside,
    shown_words,
    vigilance_values,
    vigilances,
)
from msp_desktop.services.vigilance_facts import standing
from tests.conftest import TODAY

NB, NN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        (
            Signal("murs-avant-equipe", ("building", "nobody", "approval")),
            "L’étape des locaux est engagée, alors que l’état des lieux ne montre encore personne de prêt à s’engager"
            " et que l’ARS n’a pas encore validé le projet de santé.",
        ),
        (
            Signal("murs-avant-equipe", ("actions", "one_profession"), 1, 2, ("Visite", "Devis {lack}")),
            f"Les actions «{NB}Visite{NB}» et «{NB}Devis {{lack}}{NB}» sont en cours, alors que l’état des lieux ne montre"
            " qu’un métier prêt à s’engager, quand il en faut au moins deux.",
        ),
        (
            Signal("murs-avant-equipe", ("actions", "approval"), 2, 2, ("Visite",)),
            f"L’action «{NB}Visite{NB}» est en cours, alors que l’ARS n’a pas encore validé le projet de santé.",
        ),
        (
            Signal("medecin-seul", ("needs",), 1, 1),
            f"Un besoin nomme un métier{NB}: celui de médecin, et aucun autre.",
        ),
        (
            Signal("medecin-seul", ("opportunities",), 0, 1),
            f"Une opportunité nomme un métier{NB}: celui de médecin, et aucun autre.",
        ),
        (
            Signal("medecin-seul", ("needs", "opportunities"), 2, 5),
            f"Deux besoins et trois opportunités nomment un métier{NB}: celui de médecin, et aucun autre.",
        ),
        (
            Signal("sans-diagnostic", ("2",), 3, 8),
            "La phase 2 a commencé, et trois questions sur huit de l’état des lieux sont sans constat.",
        ),
        (
            Signal("sans-diagnostic", ("3",), 1, 9),
            "La phase 3 a commencé, et une question sur neuf de l’état des lieux est sans constat.",
        ),
        (
            Signal("sans-diagnostic", ("after",), 8, 8),
            "Les cent jours ont passé, et aucune question de l’état des lieux n’a encore son constat.",
        ),
        (
            Signal("attendre-autrui", count=1),
            "Une responsabilité est répartie au tableau des rôles, et la commune ne la mène pas.",
        ),
        (
            Signal("attendre-autrui", count=21),
            "21 responsabilités sont réparties au tableau des rôles, et la commune n’en mène aucune.",
        ),
        (
            Signal("seul", count=37),
            "Nous sommes au jour 37, et aucun échange avec la fédération n’est noté au journal.",
        ),
    ],
)
def test_what_the_dossier_shows_is_one_sentence_with_its_figures(signal: Signal, words: str) -> None:
    assert shown_words(signal) == words


def test_a_new_dossier_on_its_thirty_seventh_day(store: Store) -> None:
    found = vigilances(store.reader, TODAY)
    assert [point.code for point in found.active] == ["sans-diagnostic", "seul"]
    assert found.aside == ()
    assert standing(store.reader, TODAY) == 2
    diagnosis, alone = found.active
    first = store.reader.all(Finding, order="position, id")[0]
    assert (diagnosis.title, diagnosis.tab, diagnosis.target) == (
        "Agir sans diagnostic",
        "inventory",
        ("findings", first.id, "answer"),
    )
    assert (alone.tab, alone.target, alone.lead) == ("actors", "journal", "Ouvrir le journal")


def test_set_aside_with_a_reason_brought_back_and_each_step_undone(store: Store) -> None:
    set_aside(store, "seul", "  Rendez-vous pris le 4 mai.  ", TODAY)
    found = vigilances(store.reader, TODAY)
    assert [point.code for point in found.active] == ["sans-diagnostic"]
    assert [(point.code, point.reason, point.set_on) for point in found.aside] == [
        ("seul", "Rendez-vous pris le 4 mai.", TODAY)
    ]
    assert standing(store.reader, TODAY) == 1
    bring_back(store, "seul")
    assert standing(store.reader, TODAY) == 2
    assert vigilances(store.reader, TODAY).aside == ()
    store.undo()
    assert vigilances(store.reader, TODAY).aside[0].reason == "Rendez-vous pris le 4 mai."
    store.undo()
    assert standing(store.reader, TODAY) == 2


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_it_is_not_set_aside_without_a_reason(store: Store, reason: str) -> None:
    with pytest.raises(UserError, match="pourquoi"):
        set_aside(store, "seul", reason, TODAY)
    assert store.reader.all(VigilanceAside) == []


def test_what_was_set_aside_stays_with_its_reason_once_the_dossier_shows_it_no_more(store: Store) -> None:
    with store.write("role") as transaction:
        role = transaction.insert(Role(position=1, responsibility="Locaux"))
        for number, code in enumerate(("federation", "commune"), 1):
            transaction.insert(RoleParty(position=number, kit_code=code))
        transaction.insert(RoleShare(role_id=role.id, party_id=1, share=Share.LEADS))
    set_aside(store, "attendre-autrui", "La communauté de communes s’en charge.", TODAY)
    assert vigilances(store.reader, TODAY).aside[0].shows
    with store.write("role") as transaction:
        transaction.insert(RoleShare(role_id=role.id, party_id=2, share=Share.LEADS))
    (point,) = vigilances(store.reader, TODAY).aside
    assert (point.shows, point.reason) == ("", "La communauté de communes s’en charge.")


def test_a_warning_sign_of_the_first_day_weighs_on_the_points_it_concerns(store: Store) -> None:
    tick_sign(store, "departs", True, TODAY)
    note_sign(store, alert_signs(store.reader)[2].id, Change(AlertSign, note="le seul médecin"))
    signs = {point.code: [sign.note for sign in point.signs] for point in vigilances(store.reader, TODAY).active}
    assert signs == {"sans-diagnostic": ["le seul médecin"], "seul": ["le seul médecin"]}


def test_json_carries_those_that_stand_and_those_set_aside(sample: Store) -> None:
    (building,) = sample.reader.all(ProjectStage, code="immobilier")
    with sample.write("stage") as transaction:
        transaction.update(building.id, Change(ProjectStage, state=StageState.DOING))
    set_aside(sample, "murs-avant-equipe", "Une simple visite.", TODAY)
    values: dict[str, Any] = vigilance_values(sample.reader, TODAY)
    assert json.loads(json.dumps(values)) == values
    assert "murs-avant-equipe" not in {point["code"] for point in values["vigilances"]}
    (aside,) = (point for point in values["vigilances_set_aside"] if point["code"] == "murs-avant-equipe")
    assert (aside["reason"], aside["set_on"]) == ("Une simple visite.", TODAY.isoformat())
    for point in values["vigilances"]:
        assert all(point[key] for key in ("code", "title", "shows", "why", "advice"))
