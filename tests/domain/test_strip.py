"""The strip: bars and names laid out in lanes, none upon another, none lost without being counted."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.schedule import ActionView
from msp_desktop.domain.strip import BRIEF, LANES, LONG, Layout, bar_dates, lay_out, strip_names
from msp_desktop.domain.strip_axis import Axis
from tests.domain.build import DAY_ZERO, action_view

DAYS, DAY_WIDTH = 101, 8.0
TITLES = st.sampled_from(["Réunion", "Contacter la fédération régionale", "É" * 300, "Un mot " * 40, "X", ""])


def text_width(text: str) -> float:
    return 6.5 * len(text)


def laid_out(*actions: ActionView, days: int = DAYS, scale: float = 1.0) -> Layout:
    return lay_out(actions, DAY_ZERO, Axis(days, days * DAY_WIDTH), text_width, scale, DAY_ZERO + timedelta(50))


def on_day(id: int, first: int, last: int | None = None, **values: object) -> ActionView:
    end = DAY_ZERO + timedelta(first if last is None else last)
    return action_view(id, start=DAY_ZERO + timedelta(first), planned=end, **values)


@st.composite
def plans(draw: st.DrawFn) -> list[ActionView]:
    actions = []
    for number in range(draw(st.integers(0, 25))):
        first = draw(st.integers(-20, DAYS + 20))
        length = draw(st.integers(0, 60))
        state = draw(st.sampled_from(list(ActionState)))
        title = draw(TITLES)
        late = max(0, 50 - first - length) if state in (ActionState.TODO, ActionState.DOING) else 0
        brief = draw(st.sampled_from(["", "Bref"]))
        actions.append(
            on_day(number, first, first + length, state=state, short_title=title, brief_title=brief, late_days=late)
        )
    return actions


@given(plans(), st.sampled_from([1.0, 1.5, 2.0]))
def test_nothing_lies_upon_anything_else(actions: list[ActionView], scale: float) -> None:
    lanes: dict[int, list[tuple[float, float]]] = {}
    for entry in laid_out(*actions, scale=scale).placed:
        lanes.setdefault(entry.lane, []).append((entry.begins, entry.ends))
    for spans in lanes.values():
        spans.sort()
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


@given(plans())
def test_every_action_that_touches_the_days_is_shown_or_counted(actions: list[ActionView]) -> None:
    layout = laid_out(*actions)
    last = DAY_ZERO + timedelta(DAYS)
    touching = [
        action
        for action in actions
        if (dates := bar_dates(action)) is not None and dates[1] >= DAY_ZERO and dates[0] <= last
    ]
    assert len(layout.placed) + layout.hidden == len(touching)
    assert len({entry.action.id for entry in layout.placed}) == len(layout.placed)
    assert {entry.lane for entry in layout.placed} <= set(range(LANES))


@given(plans())
def test_a_bar_begins_within_the_strip(actions: list[ActionView]) -> None:
    for entry in laid_out(*actions).placed:
        assert entry.x >= 0
        assert entry.width > 0
        assert entry.begins >= 0
        assert entry.ends <= DAYS * DAY_WIDTH + 6


def test_a_bar_goes_from_its_first_day_to_the_end_of_its_last() -> None:
    (entry,) = laid_out(on_day(1, 10, 19)).placed
    assert (entry.x, entry.width) == (80.0, 80.0)


def test_an_action_of_one_day_is_a_mark_in_the_middle_of_its_day() -> None:
    (entry,) = laid_out(on_day(1, 10)).placed
    assert entry.one_day
    assert entry.x + entry.width / 2 == pytest.approx(10.5 * DAY_WIDTH)
    assert not entry.inside


def test_a_name_that_fits_stands_in_its_bar_and_one_that_does_not_beside_it() -> None:
    wide, narrow = laid_out(on_day(1, 0, 40, short_title="Court"), on_day(2, 50, 52, short_title="Plus long")).placed
    assert wide.inside
    assert wide.label_x == wide.x
    assert not narrow.inside
    assert narrow.label_x > narrow.x + narrow.width


def test_near_the_right_edge_a_name_stands_on_the_left_of_its_bar() -> None:
    (entry,) = laid_out(on_day(1, 97, 99, short_title="Faire le point")).placed
    assert entry.label_x + entry.label_width < entry.x


def test_a_bar_begun_before_the_strip_is_cut_at_its_edge() -> None:
    (entry,) = laid_out(on_day(1, -10, 4)).placed
    assert (entry.x, entry.width) == (0.0, 5 * DAY_WIDTH)


def test_what_ends_before_or_begins_after_is_not_shown() -> None:
    assert laid_out(on_day(1, -10, -1), on_day(2, DAYS + 1, DAYS + 5)) == Layout((), 0)


def test_an_action_without_a_date_has_no_bar() -> None:
    assert bar_dates(action_view()) is None
    assert laid_out(action_view()).placed == ()


def test_the_latest_date_serves_where_none_is_planned() -> None:
    day = date(2026, 4, 21)
    assert bar_dates(action_view(due=day)) == (day, day)


def test_an_end_planned_before_its_start_is_one_day() -> None:
    start, planned = date(2026, 5, 5), date(2026, 4, 28)
    assert bar_dates(action_view(start=start, planned=planned)) == (planned, planned)


def test_what_finds_no_lane_is_counted() -> None:
    crowd = [on_day(number, 20, 60) for number in range(LANES + 3)]
    layout = laid_out(*crowd)
    assert len(layout.placed) == LANES
    assert layout.hidden == 3


def test_the_first_lane_free_is_taken_again() -> None:
    one, two, three = laid_out(on_day(1, 0, 30), on_day(2, 5, 20), on_day(3, 60, 80)).placed
    assert [one.lane, two.lane, three.lane] == [0, 1, 0]


def test_a_long_title_is_cut_after_a_word_and_stands_beside_its_mark_and_not_over_it() -> None:
    title = "Réunir les associations d’aide à domicile du canton autour d’un même calendrier de visites"
    (entry,) = laid_out(on_day(1, 50, short_title=title)).placed
    assert len(entry.text) <= LONG + 1
    assert entry.text.endswith("…")
    assert title.startswith(entry.text[:-1] + " ")
    assert entry.label_x >= entry.x + entry.width or entry.label_x + entry.label_width <= entry.x


def test_where_not_all_have_room_all_names_are_brief() -> None:
    crowd = [on_day(number, 4 * number, 4 * number + 2, short_title="Contacter la fédération", brief_title="Fédé")
             for number in range(20)]  # fmt: skip
    layout = laid_out(*crowd)
    assert layout.hidden == 0
    assert {entry.text for entry in layout.placed} == {"Fédé"}
    assert {entry.text for entry in laid_out(*crowd[:5]).placed} == {"Contacter la fédération"}


def test_a_bar_without_room_for_a_name_is_shown_without_rather_than_not_at_all() -> None:
    crowd = [on_day(number, number, number + 1, short_title="Contacter la fédération") for number in range(0, 100, 2)]
    layout = laid_out(*crowd)
    assert layout.hidden == 0
    assert "" in {entry.text for entry in layout.placed}


def test_a_name_beside_a_late_bar_stands_after_the_hatching_of_its_lateness() -> None:
    late = on_day(1, 20, 22, short_title="Contacter la fédération", late_days=28)
    (entry,) = laid_out(late).placed
    assert entry.end == 50 * DAY_WIDTH
    assert entry.label_x > entry.end


def test_nothing_stands_on_the_hatching_of_what_is_late() -> None:
    late, later = laid_out(on_day(1, 10, 30, late_days=20), on_day(2, 40, 60)).placed
    assert late.lane != later.lane


def test_the_names_of_an_action_are_of_so_many_letters_at_most() -> None:
    long, brief = strip_names(action_view(short_title="Écrire " * 60))
    assert len(long) <= LONG + 1
    assert len(brief) <= BRIEF + 1
    assert strip_names(action_view(short_title="Rôle de chacun", brief_title="Rôles")) == ("Rôle de chacun", "Rôles")


def test_a_tick_or_a_triangle_takes_room_before_the_name() -> None:
    (todo,), (done,) = (laid_out(on_day(1, 50, state=state)).placed for state in (ActionState.TODO, ActionState.DONE))
    (late,) = laid_out(on_day(1, 50, late_days=3)).placed
    assert done.label_width == late.label_width > todo.label_width
