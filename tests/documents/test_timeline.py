"""The printed calendar: the strip, then every action date by date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.documents.timeline import ROWS_A_PAGE, write_timeline
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import Holiday, SchoolPeriod
from msp_desktop.domain.schedule import ActionView
from tests.documents.values import MADE_AT, head, read
from tests.domain.build import action_view, timeline

TODAY = date(2026, 4, 28)
HOLIDAYS = (Holiday(date(2026, 5, 1), "fête du Travail", "1er mai"),)
SCHOOL = (SchoolPeriod("A", "Vacances de printemps", date(2026, 4, 4), date(2026, 4, 19)),)


def written(tmp_path: Path, *actions: ActionView, today: date = TODAY) -> str:
    write_timeline(tmp_path / "x.pdf", head(), timeline(today, *actions), HOLIDAYS, SCHOOL, MADE_AT)
    return read(tmp_path / "x.pdf")


def planned(id: int = 1, **values: object) -> ActionView:
    return action_view(id, **{"start": date(2026, 4, 1), "planned": date(2026, 4, 20), **values})


def test_the_hundred_days_are_told_from_first_to_last(tmp_path: Path) -> None:
    text = written(tmp_path, planned(state=ActionState.DONE), planned(2))
    assert "Du dimanche 22 mars 2026 au mardi 30 juin 2026. Au jour 37, 1 action faite sur 2." in text


def test_before_day_0_no_day_is_counted(tmp_path: Path) -> None:
    text = written(tmp_path, planned(), today=date(2026, 3, 10))
    assert "Au jour" not in text
    assert "aujourd’hui" not in text


@pytest.mark.parametrize(
    ("today", "shown"), [(date(2026, 3, 22), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)]
)
def test_today_is_marked_within_the_hundred_days_only(tmp_path: Path, today: date, shown: bool) -> None:
    assert ("aujourd’hui" in written(tmp_path, planned(), today=today)) is shown


@pytest.mark.parametrize(
    ("values", "on_strip", "in_table"),
    [
        ({}, "prévu le 20 avril", "à faire"),
        ({"state": ActionState.DOING}, "en cours, prévu le 20 avril", "en cours"),
        ({"late_days": 8}, "prévu le 20 avril, en retard", "à faire, 8 j de retard"),
        ({"state": ActionState.DONE, "done_on": date(2026, 5, 1)}, "fait le 1er mai", "fait le 1er mai"),
        ({"state": ActionState.DONE}, "fait", "fait"),
        ({"state": ActionState.DROPPED}, "sans objet", "sans objet"),
        ({"planned": None, "due": date(2026, 4, 21)}, "prévu le 21 avril", "21 avril"),
    ],
)
def test_the_state_is_in_words_on_the_strip_and_in_the_table(
    tmp_path: Path, values: dict[str, object], on_strip: str, in_table: str
) -> None:
    written(tmp_path, planned(**values))
    strip, table = (" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "x.pdf").pages[:2])
    assert on_strip in strip
    assert in_table in table


def test_holidays_of_the_public_and_of_schools_are_told(tmp_path: Path) -> None:
    text = written(tmp_path, planned())
    assert "Fériés : 1er mai." in text
    assert "Vacances de printemps (zone A) : du 4 avril au 19 avril." in text


def test_an_action_without_a_date_is_in_the_table_only(tmp_path: Path) -> None:
    written(tmp_path, action_view(1, title="Sans date"))
    strip, table = (page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages[:2])
    assert "Sans date" not in strip
    assert "Sans date" in table


def test_more_actions_than_one_strip_holds_go_on_to_the_next_page(tmp_path: Path) -> None:
    written(tmp_path, *(planned(number, title=f"Démarche {number:02d}.") for number in range(1, ROWS_A_PAGE + 3)))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages]
    assert "Démarche 13." in pages[0]
    assert "Démarche 14." not in pages[0]
    assert "Démarche 14." in pages[1]
    text = "".join(pages[2:])
    assert all(f"Démarche {number:02d}." in text for number in range(1, ROWS_A_PAGE + 3))


def test_phases_say_until_when_and_what_comes_after_has_no_end(tmp_path: Path) -> None:
    text = written(tmp_path, planned(), planned(2, phase=4, title="Plus tard"))
    assert "Phase 1. Phase 1, au plus tard le mardi 21 avril" in text
    assert "Plus tard" in text
    assert "Phase 4. " not in text


def test_actions_that_the_federation_goes_with_are_listed_by_number(tmp_path: Path) -> None:
    text = written(tmp_path, planned(1, number=1, with_federation=True), planned(2, number=3, with_federation=True))
    assert "Accompagnées par FemasEssai : actions 1, 3." in text
    assert "Accompagnées par" not in written(tmp_path, planned(1, number=1))


def test_a_town_s_action_is_named_without_a_number(tmp_path: Path) -> None:
    text = written(tmp_path, planned(1, number=2, title="Contacter"), planned(2, title="Visiter"))
    assert "2. Contacter" in text
    assert ". Visiter" not in text
