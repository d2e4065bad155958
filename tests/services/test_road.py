"""The road as it is shown: where we are, what the building waits for, the step chosen on its stage."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.stages import ProjectStage, RoadStep, StageState
from msp_desktop.method.road import kit_road
from msp_desktop.services import road_steps
from msp_desktop.services.road import road_plan, road_view
from msp_desktop.services.stages import update_stage
from tests.conftest import TODAY


def done(store: Store, code: str, state: StageState = StageState.DONE) -> None:
    update_stage(store, code, Change(ProjectStage, state=state), TODAY)


def test_the_building_says_what_it_waits_for_until_it_may_begin(store: Store) -> None:
    kit = kit_road()
    assert road_view(store.reader, TODAY).waits == kit.waits_both
    done(store, "equipe")
    assert road_view(store.reader, TODAY).waits == kit.waits_validation
    done(store, "validation")
    assert road_view(store.reader, TODAY).waits == ""
    done(store, "equipe", StageState.DOING)
    assert road_view(store.reader, TODAY).waits == kit.waits_team


def test_where_we_are_is_told_until_the_road_is_walked(store: Store) -> None:
    told = []
    for stage in kit_road().stages:
        told.append(road_view(store.reader, TODAY).now)
        done(store, stage.code)
    assert told == [stage.now for stage in kit_road().stages]
    assert road_view(store.reader, TODAY).now == ""


def test_the_federation_accompanies_with_its_article(store: Store) -> None:
    assert road_view(store.reader, TODAY).along.endswith("accompagne tout du long")
    assert not road_view(store.reader, TODAY).along.startswith("{")


def test_the_step_chosen_is_the_one_on_the_picture(store: Store) -> None:
    first, second = (road_steps.add_step(store, words).id for words in ("Visiter", "Réunir"))
    for key, day in ((first, date(2026, 5, 20)), (second, date(2027, 1, 20))):
        road_steps.update_step(store, key, Change(RoadStep, due_on=day), TODAY)
    view = road_view(store.reader, TODAY)
    (mark,) = road_plan(view, "aujourd’hui", chosen_step=second).stages[0].steps
    assert (mark.words, mark.chosen) == ("Réunir, début 2027", True)
    (next_one,) = road_plan(view, "aujourd’hui").stages[0].steps
    assert (next_one.words, next_one.chosen) == ("Visiter, 20\u00a0mai 2026", False)
    road_steps.update_step(store, first, Change(RoadStep, state=StageState.DONE), TODAY)
    assert road_plan(road_view(store.reader, TODAY), "aujourd’hui").stages[0].steps[0].words.startswith("Réunir")
