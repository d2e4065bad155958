"""The page of the week as a file, and when there is none."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.week import TownWeek, week_of
from msp_desktop.errors import UserError
from msp_desktop.papers.week import week_file, week_pages
from msp_desktop.services.week import towns_week
from tests.conftest import TODAY
from tests.dossiers import open_sample
from tests.pdf import assert_accessible, read

NOW = datetime(2026, 4, 28, 14, 32)


@pytest.fixture
def known(tmp_path: Path) -> Path:
    store = open_sample(tmp_path)
    close_dossier(store)
    return store.path


def test_the_page_is_named_after_its_monday_and_never_writes_over_another(known: Path, tmp_path: Path) -> None:
    week = week_of(towns_week([known], TODAY), TODAY)
    folder = tmp_path / "a" / "faire"
    assert week_file(week, folder, NOW).name == "2026-04-27_cette-semaine.pdf"
    assert week_file(week, folder, NOW).name == "2026-04-27_cette-semaine_2.pdf"
    assert week_file(week, folder, NOW, replace=True).name == "2026-04-27_cette-semaine.pdf"


def test_it_is_tagged_and_its_head_is_no_town_s(known: Path) -> None:
    content = week_pages(week_of(towns_week([known], TODAY), TODAY), NOW)
    assert_accessible(content)
    assert "Mairie" not in read(content)


def test_without_a_dossier_that_can_be_read_the_reason_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Aucun dossier"):
        week_file(week_of((), TODAY), tmp_path, NOW)
    with pytest.raises(UserError, match="introuvable"):
        week_file(week_of((TownWeek(path="/a", name="a", problem="Il est introuvable."),), TODAY), tmp_path, NOW)
    absent = towns_week([tmp_path / "a.msp100", tmp_path / "b.msp100"], date(2026, 4, 28))
    with pytest.raises(UserError, match="un à un"):
        week_pages(week_of(absent, TODAY), NOW)
    assert list(tmp_path.iterdir()) == []
