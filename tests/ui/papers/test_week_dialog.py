"""The page of the week in its own window, with no dossier open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.week import week_of
from msp_desktop.services.week import towns_week
from msp_desktop.ui.papers import week_dialog
from msp_desktop.ui.papers.week_dialog import WeekDialog
from tests.conftest import TODAY
from tests.dossiers import open_sample
from tests.ui.find import button, says

NOW = datetime(2026, 4, 28, 14, 32)


def test_it_is_looked_at_then_kept_where_documents_go(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_sample(tmp_path)
    close_dossier(store)
    opened: list[Path] = []
    monkeypatch.setattr(week_dialog, "open_outside", opened.append)
    made = WeekDialog(week_of(towns_week([store.path], TODAY), TODAY), tmp_path / "docs", NOW)
    qtbot.addWidget(made)
    made.show()
    assert made.pages.page_count() == 1
    button(made, "Enregistrer en PDF").click()
    assert [path.name for path in opened] == ["2026-04-27_cette-semaine.pdf"]
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_where_no_dossier_can_be_read_it_says_why_and_prints_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    made = WeekDialog(week_of(towns_week([tmp_path / "absent.msp100"], TODAY), TODAY), tmp_path, NOW)
    qtbot.addWidget(made)
    made.show()
    assert "introuvable" in made.pages.accessibleDescription()
    assert not button(made, "Imprimer…").isEnabled()
    assert not says(made, "Traceback")
