"""What a report says of the health project: nothing of what has not begun, no professional who was not asked."""

from __future__ import annotations

from datetime import date, timedelta

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, Axis, SheetState
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional, Tri
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.report import LIMITS
from msp_desktop.domain.scope import Scope
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.questionnaire import propose_questions
from msp_desktop.services.report import report, within_pages
from msp_desktop.services.report_project import closing_calls, project_notes
from msp_desktop.services.report_who import discretion
from msp_desktop.services.stages import update_stage
from msp_desktop.services.survey_sheets import add_sheet
from tests.conftest import TODAY


def told(store: Store, *, names: bool = False) -> dict[str, str]:
    notes = project_notes(store.reader, discretion(store.reader, with_names=names), TODAY)
    return {note.title: note.text.replace("\u00a0", " ").replace("\u202f", " ") for note in notes}


def ready(store: Store, profession: str, speciality: str = "") -> None:
    person = Person(last_name=f"Dupré{len(store.reader.all(Person))}", category=Category.PROFESSIONAL)
    add_professional(store, person, {"profession": profession, "speciality": speciality, "ready": Tri.YES})


def add(store: Store, *sheets: ActionSheet) -> None:
    with store.write("Fiches") as tx:
        axis = tx.insert(Axis(position=1, title="Un axe"))
        for sheet in sheets:
            tx.insert(
                ActionSheet(
                    axis_id=axis.id, position=sheet.position, title=sheet.title, due_on=sheet.due_on, state=sheet.state
                )
            )


def sheet(number: int, title: str, days: int, state: SheetState = SheetState.DOING) -> ActionSheet:
    return ActionSheet(axis_id=1, position=number, title=title, due_on=TODAY + timedelta(days), state=state)


def test_a_town_that_has_begun_nothing_is_told_nothing(store: Store) -> None:
    assert told(store) == {}


def test_stages_are_told_as_far_as_they_are(store: Store) -> None:
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DOING), TODAY)
    update_stage(store, "equipe", Change(ProjectStage, started_on=date(2026, 4, 14)), TODAY)
    assert told(store)["Le chemin"].startswith("L’équipe, en cours depuis le mardi 14 avril.")


def test_who_is_missing_is_told_only_where_names_were_asked_for(store: Store) -> None:
    ready(store, "medecin")
    ready(store, "infirmier")
    assert told(store)["Le chemin"].endswith("pas encore réuni.")
    assert told(store, names=True)["Le chemin"].endswith("il manque un médecin généraliste.")
    ready(store, "medecin", "médecine générale")
    assert told(store)["Le chemin"] == told(store, names=True)["Le chemin"]
    assert "Noyau réuni" in told(store)["Le chemin"]
    for row in store.reader.all(HealthProfessional)[:1]:
        with store.write("Parti") as tx:
            tx.delete(HealthProfessional, row.id)
    assert "il manque" not in told(store)["Le chemin"]


def test_sheets_are_counted_and_the_late_ones_named(store: Store) -> None:
    add(store, sheet(1, "À l’heure", 30), sheet(2, "Passée", -3), sheet(3, "Finie", -30, SheetState.DONE))
    assert told(store)["Fiches action"] == "3 fiches, dont 1 terminée, 1 en retard : « Passée »."


def test_a_sheet_given_up_is_not_told_as_finished(store: Store) -> None:
    add(store, sheet(1, "Rendue", -3, SheetState.DROPPED), sheet(2, "À l’heure", 30))
    assert told(store)["Fiches action"] == "2 fiches, dont 1 abandonnée, aucune en retard."
    add(store, sheet(3, "Finie", -30, SheetState.DONE), sheet(4, "Finie aussi", -30, SheetState.DONE))
    assert told(store)["Fiches action"] == "4 fiches, dont 2 terminées et 1 abandonnée, aucune en retard."


def test_none_late_says_so_and_many_are_counted(store: Store) -> None:
    add(store, sheet(1, "À l’heure", 30))
    assert told(store)["Fiches action"] == "1 fiche, aucune en retard."
    add(store, *(sheet(number, f"Fiche {number}", -number) for number in range(1, 6)))
    assert "5 en retard : « Fiche 1 », « Fiche 2 », « Fiche 3 » et 2 autres." in told(store)["Fiches action"]


def test_a_title_that_names_a_professional_is_not_told(store: Store) -> None:
    ready(store, "medecin")
    (person,) = store.reader.all(Person)
    add(store, sheet(1, f"Remplacer le Dr {person.last_name}", -3))
    assert told(store)["Fiches action"] == "1 fiche, 1 en retard."
    assert person.last_name in told(store, names=True)["Fiches action"]


def test_calls_to_answer_soon_are_told_the_nearest_first(store: Store) -> None:
    with store.write("Appels") as tx:
        for subject, days, state in (
            ("Loin", 90, CallState.WATCHED), ("Bientôt", 10, CallState.WATCHED), ("Demain", 1, CallState.ANSWERING),
            ("Envoyé", 2, CallState.SENT), ("Clos", -1, CallState.WATCHED),
        ):  # fmt: skip
            tx.insert(Call(subject=subject, closes_on=TODAY + timedelta(days), state=state))
    assert [call.subject for call in closing_calls(store.reader, TODAY)] == ["Demain", "Bientôt"]
    assert told(store)["Appels à suivre"].startswith("Demain, avant le mercredi 29 avril ; Bientôt, avant")


def test_the_questionnaire_is_told_from_five_sheets_on(store: Store) -> None:
    propose_questions(store)
    for _sheet in range(4):
        add_sheet(store, TODAY)
    assert told(store) == {}
    add_sheet(store, TODAY)
    assert told(store) == {"Questionnaire aux habitants": "5 feuilles revenues."}


def test_the_report_carries_them_and_is_shortened_with_the_rest(sample: Store) -> None:
    whole = report(sample.reader, Scope(), TODAY)
    assert [note.title for note in whole.project] == [
        "Le chemin", "Fiches action", "Appels à suivre", "Conditions de réussite", "Questionnaire aux habitants",
    ]  # fmt: skip
    assert len(within_pages(whole, LIMITS[-1]).project) < len(whole.project)
