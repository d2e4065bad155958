"""The missions of the three sheets: each has its own, none is taken for another's, all can be brought back."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.missions import Commitment, Mission, MissionView, Sheet
from msp_desktop.errors import UserError
from msp_desktop.services.coordination import begin_post
from msp_desktop.services.missions import (
    OWN,
    add_commitment,
    add_mission,
    commitments,
    delete_commitment,
    delete_mission,
    keep_mission,
    kit_of,
    mission_groups,
    mission_text,
    move_mission,
    reword_mission,
    theme_titles,
    update_commitment,
)


@pytest.fixture
def begun(store: Store) -> Store:
    begin_post(store)
    return store


def of(store: Store, sheet: Sheet) -> list[MissionView]:
    return [mission for group in mission_groups(store.reader, sheet, False) for mission in group.missions]


@pytest.mark.parametrize("sheet", list(Sheet))
def test_a_sheet_begins_with_the_method_s_missions_by_theme(begun: Store, sheet: Sheet) -> None:
    kit = kit_of(sheet)
    assert len(of(begun, sheet)) == len(kit.missions)
    groups = mission_groups(begun.reader, sheet, False)
    assert [group.title for group in groups] == [theme.title for theme in kit.themes]


@pytest.mark.parametrize("sheet", list(Sheet))
def test_what_is_done_to_one_sheet_leaves_the_others(begun: Store, sheet: Sheet) -> None:
    others = {other: of(begun, other) for other in Sheet if other is not sheet}
    added = add_mission(begun, "Tenir le fil", sheet=sheet)
    keep_mission(begun, of(begun, sheet)[0].id, False)
    move_mission(begun, of(begun, sheet)[0].id, 1)
    reword_mission(begun, of(begun, sheet)[1].id, "Autrement")
    groups = mission_groups(begun.reader, sheet, False)
    assert (groups[-1].code, groups[-1].title) == (OWN, theme_titles(sheet)[OWN])
    assert [mission.id for mission in groups[-1].missions] == [added.id]
    assert {other: of(begun, other) for other in others} == others


def test_two_sheets_may_have_a_theme_of_one_name_and_keep_their_order(begun: Store) -> None:
    """« Animation » stands in the référent's and in the coordinator's."""
    first = next(m for m in of(begun, Sheet.COORDINATOR) if m.theme == "animation")
    before = [m.id for m in of(begun, Sheet.REFERENT)]
    move_mission(begun, first.id, -1)
    assert next(m for m in of(begun, Sheet.COORDINATOR) if m.theme == "animation").id == first.id, "already the first"
    move_mission(begun, first.id, 1)
    assert next(m for m in of(begun, Sheet.COORDINATOR) if m.theme == "animation").id != first.id
    assert [m.id for m in of(begun, Sheet.REFERENT)] == before


def test_the_method_s_own_words_bring_them_back(begun: Store) -> None:
    mission = of(begun, Sheet.PROFILE)[0]
    reword_mission(begun, mission.id, "Permis B")
    assert of(begun, Sheet.PROFILE)[0].reworded
    reword_mission(begun, mission.id, mission.text)
    assert not of(begun, Sheet.PROFILE)[0].reworded
    assert mission_text(begun.reader.one(Mission, mission.id), True) == mission.text


def test_a_mission_of_the_method_is_set_aside_and_one_of_ours_goes(begun: Store) -> None:
    own = add_mission(begun, "Tenir le fil", sheet=Sheet.COORDINATOR)
    with pytest.raises(UserError):
        reword_mission(begun, own.id, " ")
    delete_mission(begun, own.id)
    assert begun.reader.find(Mission, id=own.id) is None
    kit = of(begun, Sheet.COORDINATOR)[0]
    delete_mission(begun, kit.id)
    assert not of(begun, Sheet.COORDINATOR)[0].kept
    begun.undo()
    assert of(begun, Sheet.COORDINATOR)[0].kept


def test_each_sheet_reports_to_its_own(store: Store) -> None:
    ours = add_commitment(store, "L’ARS", "deux fois l’an", Sheet.COORDINATOR)
    add_commitment(store, "Le maire")
    assert [row.audience for row in commitments(store.reader, Sheet.COORDINATOR)] == ["L’ARS"]
    assert [row.audience for row in commitments(store.reader, Sheet.REFERENT)] == ["Le maire"]
    update_commitment(store, ours.id, Change(Commitment, how="une fois l’an"))
    delete_commitment(store, ours.id)
    assert commitments(store.reader, Sheet.COORDINATOR) == []
