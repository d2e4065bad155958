"""The strip as marks: one layout for the screen and for the paper."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import Holiday, SchoolPeriod
from msp_desktop.domain.schedule import ActionView, PhaseView, Timeline, phase_dates
from msp_desktop.domain.strip_marks import (
    ActionBar,
    Label,
    Link,
    Rule,
    Shade,
    StripFrame,
    StripMark,
    StripPlan,
    Tag,
    bar_at,
    strip_marks,
    words_box,
)
from tests.domain.build import DAY_ZERO, action_view

TODAY = date(2026, 4, 28)
SCREEN = StripFrame(left=1, width=898, axis=22, band=26, space=6, row=23, bar=17, foot=22)
PAPER = StripFrame(
    left=250, width=472, axis=19, band=27, space=15, row=20, bar=11, foot=14, names_room=240, until=True,
    today_below=True, rows=3, leading=11,
)  # fmt: skip


def measure(text: str, bold: bool) -> float:
    return (6.0 if bold else 5.6) * len(text)


def plan(*actions: ActionView, **changes: object) -> StripPlan:
    phases = tuple(
        PhaseView(number, f"Phase {number}", *phase_dates(number, DAY_ZERO), actions if number == 1 else (), 0, 0)
        for number in (1, 2, 3)
    )
    view = Timeline(TODAY, DAY_ZERO, (TODAY - DAY_ZERO).days, "2", phases, "23")
    made = StripPlan(
        view=view,
        actions=actions,
        first=DAY_ZERO,
        days=101,
        holidays=(Holiday(date(2026, 5, 1), "Fête du Travail", "1er mai"),),
        school=(SchoolPeriod("A", "Vacances de printemps", date(2026, 4, 4), date(2026, 4, 19)),),
        language="fr",
        today_words="aujourd’hui",
        school_words="vacances scolaires",
        words=lambda action: action.short_title,
        hidden_words=lambda count: f"+{count}",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def days(id: int, first: int, last: int, **values: object) -> ActionView:
    return action_view(id, start=DAY_ZERO + timedelta(first), planned=DAY_ZERO + timedelta(last), **values)


ACTIONS = (
    days(1, 0, 20, code="un", state=ActionState.DONE),
    days(2, 30, 60, code="deux", depends_on=("un",), state=ActionState.DOING),
    days(3, 70, 70, code="trois"),
)


def of(kind: type, marks: tuple[StripMark, ...]) -> list[StripMark]:
    return [mark for mark in marks if isinstance(mark, kind)]


@pytest.mark.parametrize("frame", [SCREEN, PAPER])
def test_the_screen_and_the_paper_show_the_same_days_at_the_same_part_of_the_width(frame: StripFrame) -> None:
    bars = {mark.action.id: mark for mark in of(ActionBar, strip_marks(plan(*ACTIONS), frame, measure))}
    assert set(bars) == {1, 2, 3}
    day = frame.width / 101
    assert (bars[2].x - frame.left) / day == pytest.approx(30)
    assert bars[2].width / day == pytest.approx(31)
    assert (bars[3].x + bars[3].width / 2 - frame.left) / day == pytest.approx(70.5)
    assert (bars[3].one_day, bars[2].one_day) == (True, False)


@pytest.mark.parametrize("frame", [SCREEN, PAPER])
@pytest.mark.parametrize("day", range(-3, 104, 5))
def test_no_date_and_no_day_off_is_written_over_another(frame: StripFrame, day: int) -> None:
    made = plan(*ACTIONS)
    made = replace(made, view=replace(made.view, today=DAY_ZERO + timedelta(day)))
    marks = strip_marks(made, frame, measure)
    for low, high in ((0.0, frame.axis), (frame.bottom, frame.height)):
        spans = [(m.x, m.x + measure(m.text, False)) for m in of(Label, marks) if low <= m.y <= high]
        spans += [(m.x, m.x + m.width) for m in of(Tag, marks) if low <= m.y + m.height / 2 <= high]
        spans.sort()
        assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans)), spans


@pytest.mark.parametrize("frame", [SCREEN, PAPER])
def test_everything_stands_within_the_frame(frame: StripFrame) -> None:
    for mark in strip_marks(plan(*ACTIONS), frame, measure):
        if isinstance(mark, Shade | Tag | ActionBar):
            assert frame.left - 1 <= mark.x
            assert mark.x + mark.width <= frame.left + frame.width + 1
            assert mark.y >= 0
            assert mark.y + mark.height <= frame.height


def test_paper_names_each_action_on_its_own_row_and_the_screen_beside_its_bar() -> None:
    on_paper = strip_marks(plan(*ACTIONS), PAPER, measure)
    bars = of(ActionBar, on_paper)
    assert len({bar.y for bar in bars}) == 3
    names = [mark for mark in of(Label, on_paper) if mark.x == 0]
    assert [name.y for name in names] == [bar.middle for bar in bars]
    assert not [mark for mark in of(Label, strip_marks(plan(*ACTIONS), SCREEN, measure)) if mark.x == 0]


def test_what_is_under_way_is_filled_up_to_today_and_what_is_late_goes_on_to_today() -> None:
    late = days(4, 5, 10, late_days=27)
    marks = strip_marks(plan(ACTIONS[1], late), SCREEN, measure)
    going, missed = of(ActionBar, marks)[::-1]
    day = SCREEN.width / 101
    assert going.reached == pytest.approx(1 + 38 * day)
    assert missed.late_until == pytest.approx(1 + 37 * day)
    assert (going.late_until, missed.reached) == (0, 0)


def test_a_name_beside_a_late_bar_is_not_struck_by_its_hatching() -> None:
    late = days(4, 5, 8, late_days=27, short_title="Contacter la fédération")
    (bar,) = of(ActionBar, strip_marks(plan(late), SCREEN, measure))
    assert bar.x + bar.width < bar.late_until < bar.label_x


def test_an_action_chosen_is_linked_to_what_it_waits_for() -> None:
    assert of(Link, strip_marks(plan(*ACTIONS), SCREEN, measure)) == []
    (link,) = of(Link, strip_marks(plan(*ACTIONS, chosen=2), SCREEN, measure))
    first, second, _third = of(ActionBar, strip_marks(plan(*ACTIONS, chosen=2), SCREEN, measure))
    x, y = link.points[0]
    assert (first.x <= x <= first.x + first.width, y) == (True, first.y + first.height)
    assert link.points[-1] == (second.x - 1, second.middle)


def struck(marks: tuple[StripMark, ...], frame: StripFrame) -> list[str]:
    """Return the words a link goes through."""
    found = []
    for link in of(Link, marks):
        for (x1, y1), (x2, y2) in itertools.pairwise(link.points):
            assert x1 == x2 or y1 == y2
            for mark in marks:
                box = words_box(mark, frame, measure)
                across = box and min(x1, x2) < box.x + box.width - 0.01 and max(x1, x2) > box.x + 0.01
                if across and box and min(y1, y2) < box.y + box.height - 0.01 and max(y1, y2) > box.y + 0.01:
                    found.append(mark.text)  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize("frame", [SCREEN, PAPER])
def test_an_arrow_strikes_through_no_title(frame: StripFrame) -> None:
    done = days(1, 0, 4, code="un", state=ActionState.DONE, short_title="Contacter la fédération")
    waits = days(2, 40, 60, depends_on=("un",), short_title="Inviter les professionnels de santé du territoire")
    made = plan(done, waits, chosen=2)
    marks = strip_marks(made, frame, measure)
    assert len(of(Link, marks)) == 1
    assert struck(marks, frame) == []


SCHEDULES = st.lists(
    st.tuples(st.integers(-10, 100), st.sampled_from([0, 0, 1, 3, 8, 20, 45]), st.integers(1, 40), st.booleans()),
    min_size=2,
    max_size=14,
)


def test_what_has_no_room_is_counted_where_no_bar_stands() -> None:
    crowd = [days(number, 0, 0, short_title="m") for number in range(1, 7)]
    late = [
        days(7, 70, 70, short_title="mmm"),
        days(8, 86, 86, short_title="m" * 18),
        days(9, 99, 99, short_title="m" * 31),
    ]
    marks = strip_marks(plan(*crowd, *late, days(10, 60, 60), days(11, 70, 70)), SCREEN, measure)
    (counted,) = [mark for mark in of(Label, marks) if mark.text.startswith("+")]
    box = words_box(counted, SCREEN, measure)
    assert box is not None
    for bar in of(ActionBar, marks):
        beside = box.right <= bar.x or box.x >= bar.x + bar.width
        assert beside or box.y >= bar.y + bar.height or box.y + box.height <= bar.y


@pytest.mark.parametrize("kind", ["screen", "large", "paper"])
@given(schedule=SCHEDULES, data=st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_the_dates_no_arrow_strikes_through_a_title(
    kind: str, schedule: list[tuple[int, int, int, bool]], data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(1, len(schedule)))
    others = tuple(f"c{number}" for number in range(1, len(schedule) + 1) if number != chosen)
    actions = [
        days(
            number, begin, begin + length, code=f"c{number}", short_title="m" * letters, depends_on=others,
            state=ActionState.DONE if done else ActionState.TODO,
        )
        for number, (begin, length, letters, done) in enumerate(schedule, 1)
    ]  # fmt: skip
    large = StripFrame(left=1, width=898, axis=44, band=52, space=12, row=46, bar=34, foot=44, scale=2)
    frame = {"screen": SCREEN, "large": large, "paper": replace(PAPER, rows=len(actions))}[kind]
    marks = strip_marks(plan(*actions, chosen=chosen), frame, measure)
    assert struck(marks, frame) == []


def test_an_action_that_is_dragged_is_drawn_where_it_would_go() -> None:
    still = of(ActionBar, strip_marks(plan(*ACTIONS), SCREEN, measure))[1]
    moved = of(ActionBar, strip_marks(plan(*ACTIONS, moved=(2, 4)), SCREEN, measure))[1]
    assert moved.x - still.x == pytest.approx(4 * SCREEN.width / 101)
    assert moved.label_x - still.label_x == pytest.approx(4 * SCREEN.width / 101)


def test_a_point_on_a_bar_or_on_its_words_finds_the_action() -> None:
    marks = strip_marks(plan(*ACTIONS), SCREEN, measure)
    one, _two, three = of(ActionBar, marks)
    assert bar_at(marks, one.x + 3, one.middle) is one
    assert bar_at(marks, three.label_x + 2, three.middle) is three
    assert bar_at(marks, 1, SCREEN.height - 1) is None


def test_over_a_mandate_neither_weekends_nor_days_off_are_shown() -> None:
    marks = strip_marks(plan(*ACTIONS, days=2200), SCREEN, measure)
    assert {mark.tone for mark in of(Shade, marks)} == {"p1", "p2", "p3"}
    assert [mark for mark in of(Label, marks) if mark.y > SCREEN.bottom] == []
    assert "2027" in [mark.text for mark in of(Label, marks)]


def test_what_has_no_lane_is_told() -> None:
    crowd = tuple(days(number, 20, 60) for number in range(1, 9))
    assert "+3" in [mark.text for mark in of(Label, strip_marks(plan(*crowd), SCREEN, measure))]


def test_before_the_first_day_shown_there_is_no_today() -> None:
    made = plan(*ACTIONS)
    made = replace(made, view=replace(made.view, today=DAY_ZERO - timedelta(1)))
    marks = strip_marks(made, SCREEN, measure)
    assert of(Tag, marks) == []
    assert {rule.weight for rule in of(Rule, marks)} == {1.0}


def upright(marks: tuple[StripMark, ...]) -> list[Rule]:
    return [rule for rule in of(Rule, marks) if isinstance(rule, Rule) and rule.x1 == rule.x2]


def test_no_upright_line_strikes_a_name() -> None:
    crossed = days(1, 20, 29, short_title="Un nom qui passe la phase et le jour")
    marks = strip_marks(plan(crossed), SCREEN, measure)
    (bar,) = of(ActionBar, marks)
    assert isinstance(bar, ActionBar)
    lines = [rule for rule in upright(marks) if bar.label_x < rule.x1 < bar.label_x + bar.label_width]
    assert {round(rule.x1) for rule in lines} >= {round(1 + 31 * 898 / 101), round(1 + 37.5 * 898 / 101)}
    assert all(rule.y2 <= bar.y or rule.y1 >= bar.y + bar.height for rule in lines)


def test_a_strip_without_any_action_says_so_in_its_middle() -> None:
    assert "Rien" not in [
        mark.text for mark in of(Label, strip_marks(plan(*ACTIONS, empty_words="Rien"), SCREEN, measure))
    ]
    (said,) = [
        mark for mark in of(Label, strip_marks(plan(empty_words="Rien"), SCREEN, measure)) if mark.text == "Rien"
    ]
    assert SCREEN.body < said.y < SCREEN.bottom
    assert said.x + measure("Rien", False) / 2 == pytest.approx(SCREEN.left + SCREEN.width / 2)


def test_a_mandate_gives_the_hundred_days_their_part_and_names_the_years() -> None:
    later = days(4, 800, 900, short_title="Plus tard")
    made = plan(*ACTIONS, later, days=2192, near=101, share=0.6, later_words="Ensuite", holidays=(), school=())
    marks = strip_marks(made, SCREEN, measure)
    bars = {mark.action.id: mark for mark in of(ActionBar, marks)}
    assert set(bars) == {1, 2, 3, 4}
    assert bars[3].x < 1 + 0.6 * 898 < bars[4].x
    words = [mark.text for mark in of(Label, marks)]
    assert {"2027", "2028", "2029", "2030", "2031", "Ensuite"} <= set(words)


def test_a_bar_dragged_over_the_years_follows_the_day_it_is_moved_to() -> None:
    made = plan(ACTIONS[2], days=2192, near=101, share=0.6, holidays=(), school=())
    (moved,) = of(ActionBar, strip_marks(replace(made, moved=(3, 500)), SCREEN, measure))
    (there,) = of(ActionBar, strip_marks(replace(made, actions=(days(3, 570, 570),)), SCREEN, measure))
    assert moved.x == pytest.approx(there.x, abs=12)


@pytest.mark.parametrize(
    "span", [{"days": 101}, {"days": 2192, "near": 101, "share": 0.6, "holidays": (), "school": ()}]
)
@pytest.mark.parametrize("late", [0, 30])
def test_what_is_counted_stands_over_nothing_however_crowded(span: dict[str, object], late: int) -> None:
    crowd = [days(number, number // 2, number // 2, short_title="Un nom") for number in range(1, 150)]
    far = [days(number, 150 + number, 150 + number) for number in range(200, 2000, 7)] if span["days"] == 2192 else []
    first = days(9000, 1, 2, late_days=late)
    marks = strip_marks(plan(first, *crowd, *far, **span), SCREEN, measure)
    (count,) = [mark for mark in of(Label, marks) if mark.text.startswith("+")]
    width = measure(count.text, False)
    assert SCREEN.left <= count.x <= SCREEN.left + SCREEN.width - width
    for bar in of(ActionBar, marks):
        if abs(bar.middle - count.y) < bar.height:
            assert count.x + width < bar.x or count.x > max(bar.x + bar.width, bar.late_until)
    for label in of(Label, marks):
        if label is not count and abs(label.y - count.y) < 10:
            assert count.x + width <= label.x or label.x + measure(label.text, False) <= count.x
