"""The commune, its mayor, its letterhead: written field by field, beside the directory's own words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.i18n import _
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.federations import own_federation
from msp_desktop.ui.dialogs.commune_form import CommuneForm
from msp_desktop.ui.workspace import Workspace
from tests.federations import correct_own
from tests.ui.find import button, named, picture_of, says

Show = Callable[[CommuneForm], CommuneForm]


@pytest.fixture
def form(workspace: Workspace, shown: Show) -> CommuneForm:
    return shown(CommuneForm(workspace))


def commune(workspace: Workspace) -> Commune:
    return workspace.reader.one(Commune, 1)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(path), ""))


def test_each_line_is_written_as_it_is_left(form: CommuneForm, workspace: Workspace, qtbot: QtBot) -> None:
    line = named(form, QLineEdit, _("Opening hours"))
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "le mardi")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert commune(workspace).opening_hours == "le mardi"


def test_the_federation_is_corrected_here_and_is_the_directory_s_again_when_emptied(
    form: CommuneForm, workspace: Workspace, qtbot: QtBot
) -> None:
    line = named(form, QLineEdit, _("Name of the federation"))
    assert line.text() == "Fédération d’exemple"
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, "FEDERATION X")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert own_federation(workspace.reader).name == "FEDERATION X"
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "AVECsanté Nouvelle-Aquitaine"


def test_what_changes_elsewhere_is_shown(form: CommuneForm, workspace: Workspace) -> None:
    workspace.attempt(update_commune, Change(Commune, opening_hours="fermé"))
    assert named(form, QLineEdit, _("Opening hours")).text() == "fermé"


def test_a_commune_without_a_name_is_refused_and_the_name_comes_back(
    form: CommuneForm, workspace: Workspace, qtbot: QtBot
) -> None:
    line = named(form, QLineEdit, _("Name of the commune"))
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert commune(workspace).name == "Saint-Exemple"


def test_a_picture_is_kept_and_taken_away(
    form: CommuneForm, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    button(form, _("Remove")).click()
    assert workspace.reader.find(Picture, code="arms") is None
    assert says(form, _("No picture: the letterhead does without."))
    picture = tmp_path / "blason.png"
    picture_of(picture)
    choose(monkeypatch, picture)
    button(form, _("Choose a picture…")).click()
    assert workspace.reader.find(Picture, code="arms") is not None
    assert says(form, _("A picture is kept."))


def test_what_is_no_picture_is_said(
    form: CommuneForm, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[str] = []
    workspace.refused.connect(refused.append)
    before = workspace.reader.find(Picture, code="arms")
    (tmp_path / "x.gif").write_bytes(b"GIF89a")
    choose(monkeypatch, tmp_path / "x.gif")
    button(form, _("Choose a picture…")).click()
    assert len(refused) == 1
    choose(monkeypatch, "")
    button(form, _("Choose a picture…")).click()
    assert len(refused) == 1, "giving up the choice says nothing"
    assert workspace.reader.find(Picture, code="arms") == before


def test_an_address_that_is_none_is_said_at_its_field_and_waits(
    form: CommuneForm, workspace: Workspace, qtbot: QtBot
) -> None:
    line = next(line for line in form.findChildren(QLineEdit) if line.accessibleName() == _("E-mail"))
    before = commune(workspace).email
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "n.colin@ville-gueret")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert commune(workspace).email == before
    assert line.text() == "n.colin@ville-gueret"
    assert "n’est pas une adresse électronique" in line.toolTip()
    line.setFocus()
    qtbot.keyClicks(line, ".fr")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert commune(workspace).email == "n.colin@ville-gueret.fr"
    assert line.toolTip() == ""


def test_what_is_uncertain_of_the_federation_is_said_until_the_town_corrects_it(
    form: CommuneForm, workspace: Workspace
) -> None:
    workspace.attempt(update_commune, Change(Commune, region_code="76"))
    assert says(form, "Fécop\u00a0: que ce soit la fédération de votre région est déduit, à confirmer.")
    correct_own(workspace.store, name="Fédération d’ici")
    assert not says(form, "à confirmer")
