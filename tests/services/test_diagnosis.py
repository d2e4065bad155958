"""The local diagnosis: its calendar, its sources, the watch; each act one step that can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.diagnosis import (
    Diagnosis,
    DiagnosisPhase,
    DiagnosisSource,
    DiagnosisStep,
    SourceKind,
    WatchNote,
)
from msp_desktop.domain.inventory import Need
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.services.diagnosis import (
    add_source,
    add_step,
    add_watch,
    begin_diagnosis,
    delete_sources,
    delete_steps,
    delete_watch,
    diagnosis_sheet,
    is_late,
    need_from_watch,
    tick_step,
    update_diagnosis,
    update_source,
    update_step,
    update_watch,
)

DAY = date(2026, 4, 28)


def test_it_begins_in_one_step_with_what_we_propose(store: Store) -> None:
    assert not diagnosis_sheet(store.reader).begun()
    begin_diagnosis(store)
    sheet = diagnosis_sheet(store.reader)
    assert (len(sheet.steps), len(sheet.sources)) == (len(kit_diagnosis().steps), len(kit_diagnosis().sources))
    assert sheet.begun()
    begin_diagnosis(store)
    assert len(diagnosis_sheet(store.reader).steps) == len(kit_diagnosis().steps), "nothing stands twice"
    store.undo()
    assert not diagnosis_sheet(store.reader).begun()


def test_what_the_town_wrote_first_is_not_added_to(store: Store) -> None:
    add_step(store, "Nos réunions")
    begin_diagnosis(store)
    sheet = diagnosis_sheet(store.reader)
    assert [step.title for step in sheet.steps] == ["Nos réunions"]
    assert sheet.sources


def test_steps_stand_by_phase_then_by_date_those_without_last(store: Store) -> None:
    wanted = [
        ("Préparer", DiagnosisPhase.PREPARE, None),
        ("Lire", DiagnosisPhase.COLLECT, DAY),
        ("Écouter", DiagnosisPhase.COLLECT, date(2026, 5, 1)),
        ("Visiter", DiagnosisPhase.COLLECT, None),
        ("Dire", DiagnosisPhase.RESTORE, date(2026, 1, 1)),
    ]
    for title, phase, day in reversed(wanted):
        row = add_step(store, title, phase)
        update_step(store, row.id, Change(DiagnosisStep, due_on=day))
    assert [step.title for step in diagnosis_sheet(store.reader).steps] == [title for title, _phase, _day in wanted]


def test_a_step_is_ticked_and_unticked(store: Store) -> None:
    row = add_step(store, "Réunir les chiffres")
    update_step(store, row.id, Change(DiagnosisStep, due_on=date(2026, 4, 27)))
    assert is_late(store.reader.one(DiagnosisStep, row.id), DAY)
    assert not is_late(store.reader.one(DiagnosisStep, row.id), date(2026, 4, 27))
    tick_step(store, row.id, DAY)
    assert store.reader.one(DiagnosisStep, row.id).done_on == DAY
    assert not is_late(store.reader.one(DiagnosisStep, row.id), DAY)
    tick_step(store, row.id, DAY)
    assert store.reader.one(DiagnosisStep, row.id).done_on is None


def test_who_has_a_source_is_a_reference(store: Store) -> None:
    with store.write("Organisme") as transaction:
        transaction.insert(Person(organisation="CPAM", category=Category.CPAM))
    begin_diagnosis(store)
    row = next(one for one in store.reader.all(DiagnosisSource) if "médecin traitant" in one.title)
    assert row.holder == "", "the directory has it"
    assert next(one for one in diagnosis_sheet(store.reader).sources if one.id == row.id).holder == "CPAM"
    update_source(store, row.id, Change(DiagnosisSource, holder="la CPAM de la Creuse", says="Un sur six"))
    assert store.reader.one(DiagnosisSource, row.id).holder == "la CPAM de la Creuse"


@pytest.mark.parametrize("add", [add_step, add_source, lambda store, words: add_watch(store, words, DAY)])
def test_nothing_without_words_is_added(store: Store, add: object) -> None:
    with pytest.raises(UserError):
        add(store, "  ")  # type: ignore[operator]
    assert not diagnosis_sheet(store.reader).begun()


def test_what_is_noticed_becomes_a_need_once_and_is_undone(store: Store) -> None:
    note = add_watch(store, "Dix-huit mois d’attente chez l’orthophoniste", DAY)
    update_watch(store, note.id, Change(WatchNote, said_by="l’école", follow_up="À dire à la CPTS"))
    need = need_from_watch(store, note.id)
    assert (need.title, need.said_by, need.details) == (note.title, "l’école", "À dire à la CPTS")
    assert need_from_watch(store, note.id) == need
    assert len(store.reader.all(Need)) == 1
    store.undo()
    assert (store.reader.all(Need), store.reader.one(WatchNote, note.id).need_id) == ([], None)


def test_the_need_taken_out_can_be_made_again(store: Store) -> None:
    note = add_watch(store, "Une attente", DAY)
    need = need_from_watch(store, note.id)
    with store.write("Besoin retiré") as transaction:
        transaction.delete(Need, need.id)
    assert store.reader.one(WatchNote, note.id).need_id is None
    assert need_from_watch(store, note.id).title == "Une attente"


def test_the_terms_are_kept_and_what_cannot_be_is_refused(store: Store) -> None:
    update_diagnosis(store, Change(Diagnosis, aims="Savoir", starts_on=DAY))
    assert diagnosis_sheet(store.reader).diagnosis.aims == "Savoir"
    with pytest.raises(UserError):
        update_diagnosis(store, Change(Diagnosis, ends_on=date(2026, 4, 27)))
    with pytest.raises(UserError):
        update_diagnosis(store, Change(Diagnosis, budget=-1))
    update_diagnosis(store, Change(Diagnosis, ends_on=DAY, budget=0))
    assert diagnosis_sheet(store.reader).diagnosis.budget == 0


def test_several_rows_go_in_one_step(store: Store) -> None:
    begin_diagnosis(store)
    note = add_watch(store, "Une attente", DAY)
    before = diagnosis_sheet(store.reader)
    for delete, ids in (
        (delete_steps, [row.id for row in before.steps]),
        (delete_sources, [row.id for row in before.sources]),
        (delete_watch, [note.id]),
    ):
        delete(store, *ids)
    assert not diagnosis_sheet(store.reader).begun()
    for _each in range(3):
        store.undo()
    assert diagnosis_sheet(store.reader) == before


def test_the_two_kinds_of_sources_stand_apart(store: Store) -> None:
    add_source(store, "Groupe de parole", SourceKind.VOICES)
    add_source(store, "INSEE")
    assert [row.kind for row in diagnosis_sheet(store.reader).sources] == [SourceKind.FIGURES, SourceKind.VOICES]
