"""The référent's sheet as it is shown: what is kept, what is counted, whether it is complete."""

from __future__ import annotations

from msp_desktop.domain.missions import MissionGroup, MissionView
from msp_desktop.domain.referent import ReferentSheet


def mission(id: int, *, kept: bool = True, reworded: bool = False) -> MissionView:
    return MissionView(id, "lien", f"Mission {id}", kept, reworded, own=False)


def sheet(*groups: MissionGroup, missing: tuple[str, ...] = ()) -> ReferentSheet:
    return ReferentSheet(None, None, None, False, groups, (), (), (), missing)


GROUPS = (
    MissionGroup("lien", "Faire le lien", (mission(1), mission(2, kept=False), mission(3, reworded=True))),
    MissionGroup("veille", "Veiller", (mission(4, kept=False, reworded=True),)),
)


def test_a_sheet_is_complete_when_nothing_is_missing() -> None:
    assert sheet().complete
    assert not sheet(missing=("la date de désignation",)).complete


def test_only_the_missions_kept_are_printed_and_no_empty_theme() -> None:
    (group,) = sheet(*GROUPS).kept()
    assert group.title == "Faire le lien"
    assert [mission.id for mission in group.missions] == [1, 3]


def test_missions_kept_reworded_and_set_aside_are_counted() -> None:
    """A mission set aside counts as such, even where it was reworded before."""
    assert sheet(*GROUPS).counts() == (2, 1, 2)
    assert sheet().counts() == (0, 0, 0)
