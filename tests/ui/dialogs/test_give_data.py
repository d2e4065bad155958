"""The data of somebody go into the folder chosen; without one nothing is written, and a refusal is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.people import Person
from msp_desktop.ui.dialogs.give_data import give_data
from msp_desktop.ui.workspace import Workspace


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder) if folder else "")


def test_a_page_and_its_data_are_written_and_said(
    workspace: Workspace, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(monkeypatch, tmp_path / "remis")
    (who,) = workspace.reader.all(Person, last_name="Fontanel")
    with qtbot.waitSignal(workspace.said) as said:
        give_data(workspace, who.id, parent)
    assert sorted(path.suffix for path in (tmp_path / "remis").iterdir()) == [".json", ".pdf"]
    assert said.args is not None
    assert "2026-04-28_donnees-personnelles_lea-fontanel.pdf" in said.args[0]


def test_without_a_folder_nothing_is_written(
    workspace: Workspace, parent: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choose(monkeypatch, None)
    with qtbot.assertNotEmitted(workspace.said):
        give_data(workspace, 1, parent)


def test_a_folder_that_cannot_be_is_one_sentence(
    workspace: Workspace, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "mur").write_text("un fichier", encoding="utf-8")
    choose(monkeypatch, tmp_path / "mur" / "remis")
    with qtbot.waitSignal(workspace.refused) as refused:
        give_data(workspace, 1, parent)
    assert refused.args is not None
    assert "\n" not in refused.args[0]
