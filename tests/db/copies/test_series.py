"""Copies follow one another by number; what goes is decided by their order, never by the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from msp_desktop.db.copies import Copy, all_copies, back_up, copies_in, dropped, owner_in, snapshot, verified
from msp_desktop.db.copies.names import next_day
from msp_desktop.db.copies.thinning import MONTHS, SINGLE_DAYS, WEEKS, WHOLE_DAYS
from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.errors import UserError
from msp_desktop.services.dossiers import new_dossier
from tests.conftest import NOW
from tests.dossiers import COMMUNE

START = datetime(2026, 3, 22, 9)


def closed(days: list[date]) -> tuple[list[Copy], list[Copy]]:
    """Close a dossier once on each of these days; return the copies kept and all that were ever made."""
    kept: list[Copy] = []
    every: list[Copy] = []
    for number, day in enumerate(days, 1):
        now = datetime.combine(day, START.time())
        copy = Copy(Path(f"{number}"), number, now, "essai", "0", next_day(kept, now))
        kept.append(copy)
        every.append(copy)
        gone = dropped(kept)
        assert copy not in gone, "the newest is never dropped"
        kept = [known for known in kept if known not in gone]
    return kept, every


DAYS = st.lists(st.integers(-800, 800), max_size=200).map(
    lambda steps: [START.date() + timedelta(days=step) for step in steps]
)


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_whatever_the_clock_says_the_last_copies_stay_and_the_others_are_bounded(days: list[date]) -> None:
    kept, every = closed(days)
    last_two = sorted({copy.day for copy in every})[-WHOLE_DAYS:]
    assert {copy.path for copy in every if copy.day in last_two} <= {copy.path for copy in kept}
    older = [copy for copy in kept if copy.day not in last_two]
    assert len(older) <= SINGLE_DAYS + WEEKS + MONTHS
    assert dropped(kept) == [], "thinned again, nothing more goes"
    single = sorted({copy.day for copy in every})[-WHOLE_DAYS - SINGLE_DAYS : -WHOLE_DAYS]
    assert set(single) <= {copy.day for copy in older}


@given(st.lists(st.integers(1, 4), min_size=1, max_size=120), st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_what_goes_does_not_come_back_as_copies_are_added(gaps: list[int], a_day: int) -> None:
    day, days = START.date(), []
    for gap in gaps:
        day += timedelta(days=gap)
        days += [day] * a_day
    kept, every = closed(days)
    assert set(dropped(every)) >= {copy for copy in every if copy not in kept} - set(every[-a_day * WHOLE_DAYS :])


def test_a_mandate_of_copies_reaches_back_by_weeks_then_by_months() -> None:
    kept, every = closed([START.date() + timedelta(days=number) for number in range(900)])
    ages = [every[-1].day - copy.day for copy in kept][::-1]
    assert ages[: WHOLE_DAYS + SINGLE_DAYS] == list(range(WHOLE_DAYS + SINGLE_DAYS))
    weeks = ages[WHOLE_DAYS + SINGLE_DAYS :][:WEEKS]
    assert [late - early for early, late in pairwise(weeks)] == [7] * (WEEKS - 1)
    assert len(ages) == WHOLE_DAYS + SINGLE_DAYS + WEEKS + MONTHS
    assert ages[-1] > 700


def test_thirty_closings_in_a_minute_drop_no_older_day() -> None:
    days = [START.date() + timedelta(days=number) for number in range(10)]
    kept, _every = closed([*days, *[days[-1] + timedelta(days=1)] * 30])
    assert {copy.made_at.date() for copy in kept if copy.made_at} == {*days, days[-1] + timedelta(days=1)}


def test_a_clock_years_ahead_then_back_drops_nothing_by_date() -> None:
    days = [START.date() + timedelta(days=number) for number in range(8)]
    kept, every = closed([*days, date(2031, 1, 1), *days[:2], date(2019, 1, 1)])
    assert kept == every


def test_copies_of_a_former_version_stay(store: Store, tmp_path: Path) -> None:
    for number in range(1, 31):
        (tmp_path / f"essai_{number:04d}_2025-04-28_14h32.msp100").write_bytes(b"x")
    made = [back_up(store.connection, tmp_path, "essai", NOW + timedelta(days=number)) for number in range(20)]
    found = copies_in(tmp_path, "essai")
    assert len([copy for copy in found if not copy.owner]) == 30
    assert found[0].number == 50
    assert found[0].path == made[-1]


def test_two_dossiers_of_one_name_do_not_share_a_series(store: Store, tmp_path: Path) -> None:
    other = new_dossier(tmp_path / "autre" / "mairie.msp100", replace(COMMUNE, uid="une-autre"))
    folder = tmp_path / "copies"
    for number in range(40):
        back_up(store.connection, folder, "mairie", NOW + timedelta(days=number))
    theirs = [back_up(other.connection, folder, "mairie", NOW + timedelta(days=number)) for number in range(3)]
    for number in range(40, 60):
        back_up(store.connection, folder, "mairie", NOW + timedelta(days=number))
    owner = owner_in(snapshot(other.connection))
    assert [copy.path for copy in copies_in(folder, "mairie", owner)] == theirs[::-1]
    numbers = [copy.number for copy in all_copies(folder)]
    assert len(set(numbers)) == len(numbers)
    close_dossier(other)


def test_a_folder_that_cannot_be_listed_never_starts_a_series_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up(store.connection, tmp_path / "c", "essai", NOW)
    before = copy.read_bytes()
    with store.write("Changer") as tx:
        tx.update(1, Change(Commune, name="Ailleurs"))

    def refuse(_folder: object) -> object:
        raise PermissionError(13, "refusé")

    with monkeypatch.context() as patched:
        patched.setattr("msp_desktop.db.copies.series.os.scandir", refuse)
        with pytest.raises(UserError):
            back_up(store.connection, tmp_path / "c", "essai", NOW)
    assert [path.name for path in (tmp_path / "c").iterdir()] == [copy.name]
    assert copy.read_bytes() == before


def test_a_name_of_any_length_has_copies(store: Store, tmp_path: Path) -> None:
    for name in ("é" * 125, "a" * 247, "😀" * 60, "x" * 246):
        path = back_up(store.connection, tmp_path / "c", name, NOW)
        assert verified(path)
        assert [copy.path for copy in copies_in(tmp_path / "c", name)] == [path]
