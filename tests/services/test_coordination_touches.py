"""Whoever has a part in the coordination finds it on their card, each part once, with the page it leads to."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisSource, DiagnosisStep, WatchNote
from msp_desktop.domain.people import Person
from msp_desktop.services import coordination, diagnosis
from msp_desktop.services.coordination_touches import coordination_touches
from msp_desktop.services.people import delete_person
from msp_desktop.services.person_file import person_sheet
from msp_desktop.services.person_touches import person_view

DAY = date(2026, 4, 28)
NAME = "Mme Anne Roche"


def everywhere(store: Store) -> int:
    with store.write("Personne") as transaction:
        person = transaction.insert(Person(civility="Mme", first_name="Anne", last_name="Roche"))
    option = coordination.add_option(store, "Un poste")
    coordination.update_option(store, option.id, Change(CoordinationOption, employer=NAME))
    coordination.update_post(store, Change(CoordinatorPost, holder=NAME, contact=NAME, signer=NAME))
    diagnosis.update_diagnosis(store, Change(Diagnosis, led_by=NAME))
    step, source = diagnosis.add_step(store, "Réunir"), diagnosis.add_source(store, "Chiffres")
    note = diagnosis.add_watch(store, "Une attente", DAY)
    diagnosis.update_step(store, step.id, Change(DiagnosisStep, who=NAME))
    diagnosis.update_source(store, source.id, Change(DiagnosisSource, holder=NAME))
    diagnosis.update_watch(store, note.id, Change(WatchNote, said_by=NAME))
    return person.id


def test_each_part_is_on_the_card_and_leads_to_its_page(store: Store) -> None:
    person_id = everywhere(store)
    touches = list(coordination_touches(store.reader, person_id))
    assert len(touches) == 8
    assert len({touch.key for touch in touches}) == 8
    assert {touch.target[0] for touch in touches if touch.target} == {"post", "diagnosis"}
    assert set(touches) <= set(person_view(store.reader, person_id, DAY).touches)


def test_all_of_it_is_told_to_whoever_asks_what_is_held_of_them(store: Store) -> None:
    person_id = everywhere(store)
    said = str(person_sheet(store.reader, person_id, DAY))
    for words in (
        "Un poste",
        "Réunir",
        "Chiffres",
        "Une attente",
        "Poste de coordination",
        "Diagnostic local de santé",
    ):
        assert words in said, words


def test_somebody_taken_out_leaves_nothing(store: Store) -> None:
    person_id = everywhere(store)
    delete_person(store, person_id)
    assert list(coordination_touches(store.reader, person_id)) == []
    sheet = coordination.post_sheet(store.reader)
    assert (sheet.holders, sheet.post.holder, sheet.options[0].employer) == ((), "", "")
    store.undo()
    assert len(list(coordination_touches(store.reader, person_id))) == 8
