"""An agenda's clock: each point begins when the one before ends, past midnight too."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.domain.agenda import GuestView, MeetingView, Verdict, later, timed, verdict
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, Reply
from msp_desktop.domain.people import Person

#: The first meeting's five points, in minutes (contenu-metier, section 5).
FIRST = (10, 25, 15, 25, 10)


def points(*minutes: int) -> list[AgendaItem]:
    return [
        AgendaItem(id=index, meeting_id=1, position=index, title=f"Point {index}", minutes=length)
        for index, length in enumerate(minutes, 1)
    ]


def test_the_first_meeting_s_points_begin_one_after_the_other() -> None:
    assert [view.begins for view in timed(points(*FIRST), time(18, 30))] == [
        time(18, 30),
        time(18, 40),
        time(19, 5),
        time(19, 20),
        time(19, 45),
    ]


def test_a_meeting_without_an_hour_has_points_without_hours() -> None:
    assert [view.begins for view in timed(points(10, 20), None)] == [None, None]


def test_an_agenda_without_a_point_is_empty() -> None:
    assert timed([], time(18, 30)) == ()


def test_a_point_of_no_length_begins_with_the_next_one() -> None:
    assert [view.begins for view in timed(points(0, 10), time(9))] == [time(9), time(9)]


def test_an_evening_goes_on_past_midnight() -> None:
    assert later(time(23, 30), 45) == time(0, 15)
    assert later(None, 45) is None


@given(st.lists(st.integers(0, 240), max_size=12), st.times().map(lambda hour: hour.replace(second=0, microsecond=0)))
def test_each_point_begins_when_the_one_before_ends(minutes: list[int], start: time) -> None:
    views = timed(points(*minutes), start)
    assert [view.id for view in views] == list(range(1, len(minutes) + 1))
    clock: time | None = start
    for view in views:
        assert view.begins == clock
        clock = later(clock, view.item.minutes)
    assert clock == later(start, sum(minutes))


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (0, Verdict.SHORT),
        (59, Verdict.SHORT),
        (60, Verdict.ADVISED),
        (85, Verdict.ADVISED),
        (90, Verdict.ADVISED),
        (91, Verdict.LONG),
        (100, Verdict.LONG),
    ],
)
def test_an_hour_to_an_hour_and_a_half_is_advised_both_ends_included(total: int, said: Verdict) -> None:
    assert verdict(total, 60, 90) is said


def guest(id: int, reply: Reply) -> GuestView:
    person = Person(id=id, last_name=f"Nom {id}")
    attendance = Attendance(id=id, meeting_id=1, person_id=id, position=id, reply=reply)
    return GuestView(id=id, person=person, name=f"Nom {id}", detail="", attendance=attendance)


def test_who_comes_is_counted_and_who_keeps_silent_is_named() -> None:
    guests = tuple(guest(number, reply) for number, reply in enumerate([*Reply, Reply.COMING, Reply.NONE], 1))
    meeting = Meeting(id=1, kind="premiere-rencontre", title="Première rencontre")
    view = MeetingView(meeting, (), guests, (), (), 0, None, Verdict.SHORT)
    assert view.coming() == 2
    assert [silent.id for silent in view.silent()] == [1, 5]
