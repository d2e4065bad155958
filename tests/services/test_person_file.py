"""Who asks gets all that is held of them, and what is not theirs stays here."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from msp_desktop.db.shape import table_name
from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, SheetStep
from msp_desktop.domain.actions import Action
from msp_desktop.domain.calls import Call
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.mail import ProducedDocument, Sending, Way
from msp_desktop.domain.official import Movement, MovementKind
from msp_desktop.domain.people import Category, Person, PersonRole
from msp_desktop.errors import UserError
from msp_desktop.services import action_sheets, calls, evaluation, instances, sheet_figures
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.people import add_person, update_person
from msp_desktop.services.person_file import KINDS, person_data, person_named, person_sheet
from msp_desktop.services.timeline import update_action
from msp_desktop.services.who import PARTS
from tests.conftest import TODAY


def person(store: Store, last_name: str) -> Person:
    (found,) = store.reader.all(Person, last_name=last_name)
    return found


def sections(store: Store, who: Person) -> dict[str, list[str]]:
    sheet = person_sheet(store.reader, who.id, TODAY)
    return {part.question: [line.replace("\u00a0", " ") for line in part.bullets] for part in sheet.answers}


def test_each_thing_held_is_in_its_section(sample: Store) -> None:
    who = person(sample, "Fontanel")
    update_person(sample, who.id, Change(Person, known_from="annuaire santé"))
    update_action(sample, 3, Change(Action, notes="Prévenir la Dre Fontanel."))
    with sample.write("") as transaction:
        transaction.insert(PersonRole(person_id=who.id, category=Category.SCHEME))
        transaction.insert(
            Sending(
                title="Invitation", sent_at=datetime(2026, 4, 20, 9), recipients=f"x@y.fr, {who.email}", way=Way.DRAFT
            )
        )
    told = sections(sample, who)
    assert "Nom : Fontanel" in told["Fiche"]
    assert "D’où viennent ces données : annuaire santé" in told["Fiche"]
    assert "Pour la commune : Professionnels de santé, Dispositifs de santé (CPTS, CLS…)" in told["Fiche"]
    assert "Tranche d’âge : 60–64 ans" in told["État des lieux"]
    assert any(line.startswith("12 mai 2026, Première rencontre") for line in told["Réunions"])
    assert any("Départ annoncé pour décembre 2026" in line for line in told["Échanges"])
    assert "« Prévenir la Dre Fontanel. »" in told["Textes"]
    assert told["Envois"] == ["20 avril 2026, Invitation"]


def test_everything_somebody_has_a_part_in_is_called_something() -> None:
    parts = {table_name(part.record) for part in PARTS} | {"instance"}
    assert parts - set(KINDS) == {"exchange"}, "exchanges have a section of their own"


def test_what_somebody_does_in_a_cls_is_told(store: Store) -> None:
    add_person(store, Person(civility="Mme", first_name="Zoé", last_name="Quidam"))
    who, name = person(store, "Quidam"), "Mme Zoé Quidam"
    axis = action_sheets.add_axis(store, "Prévention")
    sheet = action_sheets.add_sheet(store, axis.id, "Cantine")
    action_sheets.update_sheet(store, sheet.id, Change(ActionSheet, lead=name))
    step = action_sheets.add_step(store, sheet.id, "Réunir")
    action_sheets.update_step(store, step.id, Change(SheetStep, who=name))
    sheet_figures.add_funding(store, sheet.id, name, 2027)
    instance = instances.add_instance(store, "Comité de pilotage", "copil")
    instances.add_members(store, instance.id, [who.id])
    call = calls.add_call(store, "Ateliers")
    calls.update_call(store, call.id, Change(Call, answered_by=name), TODAY)
    question = evaluation.add_question(store, "Et les soins ?")
    evaluation.update_question(store, question.id, Change(EvaluationQuestion, seen_to_by=name), TODAY)
    assert set(sections(store, who)["Confié"]) == {
        "Fiche action : Cantine", "Étape d’une fiche action : Réunir", "Financement d’une fiche action : 2027",
        "Instance : Comité de pilotage", "Appel à projets : Ateliers", "Évaluation : Et les soins ?",
    }  # fmt: skip


def test_words_agree_and_meetings_come_in_the_order_of_their_days(sample: Store) -> None:
    told = sections(sample, person(sample, "Roche"))
    days = [line.partition(",")[0] for line in told["Réunions"]]
    assert days == ["12 février 2026", "16 avril 2026", "12 mai 2026", "18 juin 2026"]
    assert told["Réunions"][1].endswith("venue annoncée, présente")
    assert told["Référent"][0].startswith("référente santé, depuis le 3 avril 2026")


def test_nobody_else_s_entry_is_in_it(sample: Store) -> None:
    who = person(sample, "Fontanel")
    others = [other for other in sample.reader.all(Person) if other.id != who.id and other.email]
    data = json.dumps(person_data(sample.reader, who.id), ensure_ascii=False)
    assert who.email in data
    assert not [other.email for other in others if other.email in data]


def test_data_tell_what_refers_to_them_and_what_names_them(sample: Store) -> None:
    data = person_data(sample.reader, person(sample, "Fontanel").id)
    assert set(data) == {"person", "records", "movements", "mentions", "documents", "sendings"}
    assert data["person"]["last_name"] == "Fontanel"
    assert {"attendance", "health_professional"} <= set(data["records"])
    assert data["records"]["attendance"][0]["about"]["table"] == "meeting"


def test_nothing_but_their_entry_is_a_file_too(store: Store) -> None:
    who = add_person(store, Person(organisation="ARS"))
    assert list(sections(store, who)) == ["Fiche"]


@pytest.mark.parametrize("name", ["Fontanel", "léa fontanel", "FONTANEL LEA", "Dr Léa Fontanel"])
def test_somebody_is_found_by_their_name_however_it_is_written(sample: Store, name: str) -> None:
    assert person_named(sample.reader, name).last_name == "Fontanel"


def test_nobody_and_several_are_told_in_one_sentence(store: Store) -> None:
    with pytest.raises(UserError, match="Personne ne s’appelle"):
        person_named(store.reader, "Duval")
    twins = [add_person(store, Person(first_name="Jean", last_name="Martin")) for _time in range(2)]
    with pytest.raises(UserError, match="numéro"):
        person_named(store.reader, "martin")
    assert person_named(store.reader, str(twins[1].id)) == twins[1]


def test_it_is_written_to_be_read(sample: Store) -> None:
    who = person(sample, "Fontanel")
    with sample.write("") as transaction:
        for folder in ("C:\\Users\\Martine\\Documents\\", "/home/martine/"):
            transaction.insert(
                ProducedDocument(
                    key="attendance", title="Feuille", path=f"{folder}emargement.pdf", made_at=datetime(2026, 4, 28, 9)
                )
            )
        (said,) = transaction.all(Exchange, subject="État des lieux")
        transaction.update(said.id, Change(Exchange, next_step="Rappeler"))
    told = sections(sample, who)
    assert "Martine" not in " ".join(told.get("Documents", []))
    assert told["Échanges"][0].endswith("professionnels. Suite : Rappeler.")
    assert "Âge noté le : 9 avril 2026" in told["État des lieux"]


def test_the_number_and_the_movements_of_official_files_are_told(store: Store) -> None:
    listed = Person(first_name="Anne", last_name="Petit", known_from="Annuaire santé (RPPS), fichier du 14 avril 2026")
    row = add_professional(store, listed, {"profession": "infirmier", "rpps": "10000000001", "source": "RPPS"})
    with store.write("") as transaction:
        transaction.insert(
            Movement(
                kind=MovementKind.MOVED,
                professional_id=row.id,
                town="Bonnat",
                town_before="Guéret",
                until=date(2027, 4, 13),
            )
        )
    told = sections(store, person(store, "Petit"))
    assert "D’où viennent ces données : Annuaire santé (RPPS), fichier du 14 avril 2026" in told["Fiche"]
    assert {
        "Source : RPPS",
        "Numéro RPPS : 10000000001",
        "Déménagement dit par le RPPS, Guéret → Bonnat, 13 avril 2027",
    } <= set(told["État des lieux"])
    (movement,) = person_data(store.reader, row.person_id)["movements"]
    assert movement["kind"] == "moved"
