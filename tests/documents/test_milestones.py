"""The line of the hundred days: diamonds kept apart, what is not drawn is told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from msp_desktop.db.dossier import close_dossier
from msp_desktop.documents.milestones import lanes, milestones_count, milestones_words
from msp_desktop.domain.report import Milestone, Report
from msp_desktop.domain.scope import Scope
from msp_desktop.services.report import report
from tests.conftest import TODAY
from tests.dossiers import open_new

DAY_ZERO = date(2026, 3, 22)


def told(tmp_path: Path, *marks: Milestone) -> Report:
    store = open_new(tmp_path)
    try:
        return replace(report(store.reader, Scope(), TODAY), milestones=marks)
    finally:
        close_dossier(store)


def mark(day: int, number: int | None = 1, done: bool = False) -> Milestone:
    return Milestone(DAY_ZERO + timedelta(day), number, done, f"{number}. Étape")


def test_two_actions_of_one_day_stand_one_under_the_other(tmp_path: Path) -> None:
    assert [len(lane) for lane in lanes(told(tmp_path, mark(10), mark(10, 2), mark(40, 3)))] == [2, 1]


def test_a_crowd_keeps_the_numbered_ones(tmp_path: Path) -> None:
    marks = [mark(30, None) for _ in range(30)] + [mark(30, 1), mark(31, 2)]
    assert [one.number for lane in lanes(told(tmp_path, *marks)) for one in lane] == [1, 2]


def test_it_is_told_in_words(tmp_path: Path) -> None:
    value = told(tmp_path, mark(0, 1, True), mark(100, 11))
    assert milestones_count(value).replace("\u00a0", " ") == "Jour 37 sur 100, 1 action faite, 1 prévue."
    assert (
        milestones_words(value)
        .replace("\u00a0", " ")
        .replace("\u202f", " ")
        .endswith("1. Étape, fait le dimanche 22 mars ; 11. Étape, prévu le mardi 30 juin.")
    )
