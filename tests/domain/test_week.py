"""The week of several communes, gathered from what each has due."""

from __future__ import annotations

from datetime import date, time, timedelta

from msp_desktop.domain.week import Due, DueKind, TownWeek, monday_of, week_of

TODAY = date(2026, 4, 28)


def due(day: date, title: str = "x", town: str = "Aubusson", at: time | None = None) -> Due:
    return Due(kind=DueKind.ACTION, key=1, day=day, title=title, town=town, at=at)


def town(*dues: Due, department: str = "23", problem: str = "") -> TownWeek:
    return TownWeek(path="/a", name="Aubusson", department_code=department, due=dues, problem=problem)


def test_a_week_goes_from_its_monday_to_its_sunday() -> None:
    assert monday_of(date(2026, 4, 27)) == date(2026, 4, 27)
    assert monday_of(date(2026, 5, 3)) == date(2026, 4, 27)
    week = week_of((town(),), TODAY)
    assert (week.monday, week.sunday, len(week.days)) == (date(2026, 4, 27), date(2026, 5, 3), 7)


def test_what_is_past_is_late_and_stands_nowhere_else() -> None:
    week = week_of(
        (town(due(date(2026, 4, 27), "hier"), due(TODAY, "aujourd’hui"), due(date(2026, 3, 2), "mars")),), TODAY
    )
    assert [one.title for one in week.late] == ["mars", "hier"]
    assert [one.title for day in week.days for one in day.due] == ["aujourd’hui"]
    assert week.late[1].late_days(TODAY) == 1
    assert due(TODAY).late_days(TODAY) == 0


def test_sunday_is_of_this_week_and_monday_of_the_next_whose_sunday_is_the_last_shown() -> None:
    days = [date(2026, 5, 3), date(2026, 5, 4), date(2026, 5, 10), date(2026, 5, 11)]
    week = week_of((town(*(due(day, str(day.day)) for day in days)),), TODAY)
    assert [one.title for day in week.days for one in day.due] == ["3"]
    assert [one.title for one in week.after] == ["4", "10"]


def test_a_day_is_in_the_order_of_its_hours_then_of_the_towns() -> None:
    first = town(due(TODAY, "soir", at=time(18, 30)), due(TODAY, "sans heure"))
    second = town(due(TODAY, "matin", "Guéret", time(9)), due(TODAY, "aussi", "Guéret"))
    week = week_of((first, second), TODAY)
    assert [one.title for one in week.days[1].due] == ["sans heure", "aussi", "matin", "soir"]


def test_a_holiday_is_named_where_it_is_one_in_every_town() -> None:
    friday = date(2026, 4, 3)  # Good Friday: in Moselle alone
    alone = week_of((town(department="57"),), friday)
    both = week_of((town(department="57"), town()), friday)
    assert alone.days[4].holiday
    assert not both.days[4].holiday
    labour = week_of((town(), town(department="57")), TODAY)
    assert "Travail" in labour.days[4].holiday


def test_a_dossier_that_could_not_be_read_brings_nothing_and_stays_named() -> None:
    week = week_of((town(problem="introuvable"),), TODAY)
    assert not week.late
    assert not week.after
    assert not any(day.due or day.holiday for day in week.days)
    assert [one.problem for one in week.towns] == ["introuvable"]


def test_follow_ups_are_counted_late_and_owed() -> None:
    one = TownWeek(path="/a", name="A", follow_ups=tuple(TODAY + timedelta(step) for step in (-8, -1, 0, 7)))
    assert (one.late_follow_ups(TODAY), one.owed_follow_ups(TODAY)) == (2, 3)
