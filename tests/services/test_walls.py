"""« Avant les murs »: closed until the team is there, filled from the inventory, each step undone by itself."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import AgeBand, Departure, Tri
from msp_desktop.domain.people import Person
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.errors import UserError
from msp_desktop.services import walls as service
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.stages import update_stage
from msp_desktop.services.walls import walls_view
from tests.conftest import TODAY


def professional(store: Store, profession: str, **values: object) -> None:
    count = len(store.reader.all(Person))
    add_professional(
        store, Person(last_name=f"Nom{count}"), {"profession": profession, "ready": Tri.YES, **values}
    )  # fmt: skip


def test_it_opens_with_the_team_and_says_why_before(store: Store) -> None:
    assert "au moins deux métiers" in walls_view(store.reader).closed
    professional(store, "medecin")
    professional(store, "medecin")
    assert walls_view(store.reader).closed
    professional(store, "infirmier")
    assert not walls_view(store.reader).closed


def test_it_opens_where_the_town_says_that_the_team_is_there(store: Store) -> None:
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DONE), TODAY)
    view = walls_view(store.reader)
    assert (view.closed, view.approved) == ("", False)
    update_stage(store, "validation", Change(ProjectStage, state=StageState.DONE), TODAY)
    assert walls_view(store.reader).approved


def test_figures_stay_when_the_team_is_gone(store: Store) -> None:
    service.update_premises(store, 1, Change(Premises, rent=120))
    view = walls_view(store.reader)
    assert view.closed
    assert not view.empty
    assert view.premises.rent == 120


def test_the_inventory_gives_the_professions_ready_and_who_may_leave(store: Store) -> None:
    professional(store, "infirmier")
    professional(store, "medecin", departure=Departure.WITHIN_2)
    professional(store, "medecin", age_band=AgeBand.FROM_60)
    professional(store, "sage-femme", ready=Tri.NO)
    assert service.take_from_inventory(store, TODAY) == 2
    doctor, nurse = walls_view(store.reader).needs
    assert (doctor.profession, doctor.offices, doctor.sure, doctor.expected, doctor.leaving) == ("medecin", 2, 1, 2, 1)
    assert (nurse.profession, nurse.offices, nurse.sure, nurse.expected, nurse.leaving) == ("infirmier", 1, 1, 1, 0)
    store.undo()
    assert walls_view(store.reader).needs == ()


def test_what_the_table_has_is_left_as_it_is(store: Store) -> None:
    with pytest.raises(UserError, match="personne n’est noté"):
        service.take_from_inventory(store, TODAY)
    professional(store, "infirmier")
    service.take_from_inventory(store, TODAY)
    service.update_need(store, 1, Change(PremisesNeed, offices=5))
    with pytest.raises(UserError, match="déjà tous"):
        service.take_from_inventory(store, TODAY)
    assert walls_view(store.reader).needs[0].offices == 5


def test_it_is_counted_once_nothing_is_missing(store: Store) -> None:
    need = service.add_need(store)
    assert walls_view(store.reader).balance is None
    service.update_need(store, need.id, Change(PremisesNeed, area=20, sure=1))
    service.update_premises(store, 1, Change(Premises, rent=100, charges=50))
    assert walls_view(store.reader).lacking == ("works",)
    service.update_premises(store, 1, Change(Premises, works=0))
    balance = walls_view(store.reader).balance
    assert balance is not None
    assert balance.cases[0].total == 10 * 20 * 150 - 10 * 20 * 50
    service.delete_needs(store, [need.id])
    assert walls_view(store.reader).lacking == ("needs",)


def test_more_than_a_dossier_may_hold_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        service.update_premises(store, 1, Change(Premises, loan_years=100))
    with pytest.raises(UserError):
        service.update_premises(store, 1, Change(Premises, rent=-1))


def test_a_need_is_called_by_its_profession_else_by_its_note() -> None:
    assert service.profession_words(PremisesNeed(position=1, profession="medecin", note="au calme")) == "médecin"
    assert service.profession_words(PremisesNeed(position=1, note="salle de réunion")) == "salle de réunion"
