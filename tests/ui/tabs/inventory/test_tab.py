"""The tab « État des lieux », with real widgets on a real dossier."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import AgeBand, Finding, HealthProfessional, Need, Offer
from msp_desktop.domain.people import Person
from msp_desktop.exchange.spreadsheets import read_table
from msp_desktop.i18n import _
from msp_desktop.services import inventory as service
from msp_desktop.services.copies import local_folder
from msp_desktop.ui.tabs.inventory.import_dialog import ImportDialog
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button

HOSTILE = 'l\'Haÿ Kœnig Ωmega <b>x</b> & <img src="file:///etc/passwd">'


@pytest.fixture
def tab(qtbot: QtBot, workspace: Workspace) -> Iterator[InventoryTab]:
    window = QWidget()
    window.resize(1366, 550)
    qtbot.addWidget(window)
    made = InventoryTab(workspace, parent=window)
    made.resize(1366, 550)
    workspace.changed.connect(made.refresh)  # as the window does
    window.show()
    yield made
    window.close()


def add(workspace: Workspace, name: str = "Lambert", **values: object) -> HealthProfessional:
    return service.add_professional(workspace.store, Person(last_name=name), {"profession": "medecin", **values})


def test_an_empty_inventory_is_a_page_that_starts_the_grid(tab: InventoryTab) -> None:
    assert tab.paper() == ("inventory-blank", None)
    assert tab.empty.isVisible()
    tab.empty.button.click()
    assert not tab.empty.isVisible()
    assert tab.grid.grid.rowCount() == 8


def test_a_proposal_is_announced_then_taken(tab: InventoryTab, workspace: Workspace) -> None:
    add(workspace)
    grid = tab.grid.grid
    assert "Un professionnel, dans la commune." in grid.item(0, 2).text()
    grid.setCurrentCell(0, 2)
    tab.grid.take.click()
    assert workspace.reader.one(Finding, 1).answer == "Un professionnel, dans la commune."
    workspace.undo()
    assert workspace.reader.one(Finding, 1).answer == ""


def test_a_finding_is_written_in_place_on_several_lines(tab: InventoryTab, workspace: Workspace, qtbot: QtBot) -> None:
    tab.show_target(None)
    grid = tab.grid.grid
    grid.setCurrentCell(1, 2)
    grid.write_current()
    editor = grid.findChild(QPlainTextEdit)
    assert editor is not None
    qtbot.waitUntil(lambda: editor.height() > 60)
    editor.setPlainText(f"une\n{HOSTILE}")
    workspace.flush()
    assert workspace.reader.one(Finding, 2).answer == f"une\n{HOSTILE}"


def test_a_professional_is_written_field_by_field_beside_the_register(
    tab: InventoryTab, workspace: Workspace, qtbot: QtBot
) -> None:
    made = add(workspace)
    tab.show_target(made.id)
    assert tab.form.isVisible()
    notes, age = tab.form.form.editor("notes"), tab.form.form.editor("age_band")
    assert isinstance(notes, NoteField)
    assert isinstance(age, ChoiceField)
    notes.setPlainText(HOSTILE)
    workspace.flush()
    age.setFocus()
    qtbot.keyClicks(age, "60")
    row = workspace.reader.one(HealthProfessional, made.id)
    assert workspace.reader.one(Person, row.person_id).notes == HOSTILE
    assert row.age_band is AgeBand.FROM_60
    assert row.age_noted_on == TODAY


def test_a_cell_of_the_register_is_changed_in_place(tab: InventoryTab, workspace: Workspace) -> None:
    made = add(workspace)
    table = tab.registers.tables["professionals"]
    model = table.model()
    assert model.setData(model.index(0, 5), "yes", Qt.ItemDataRole.EditRole)
    assert workspace.reader.one(HealthProfessional, made.id).works_alone.value == "yes"
    tab.registers.deleted.emit("professionals", [made.id])
    assert workspace.reader.all(HealthProfessional) == []
    workspace.undo()
    assert len(workspace.reader.all(HealthProfessional)) == 1


def test_offers_are_added_and_pasted(tab: InventoryTab, workspace: Workspace) -> None:
    tab.show_target("offers")
    tab.registers.add.click()
    tab.registers.pasted.emit("offers", [["pharmacie", "Pharmacie de la Mairie"]])
    assert [offer.kind for offer in workspace.reader.all(Offer)] == ["autre", "pharmacie"]


def test_the_charts_say_the_finding_in_words(tab: InventoryTab, workspace: Workspace) -> None:
    add(workspace)
    assert "Un seul médecin dans la commune" in tab.side.findChildren(type(tab.side._parts[0][2]))[0].accessibleName()


def test_two_hundred_professionals_with_long_notes_stay_usable(tab: InventoryTab, workspace: Workspace) -> None:
    for number in range(200):
        add(workspace, f"Nom{number} {HOSTILE}")
    first = workspace.reader.all(HealthProfessional)[0]
    service.update_professional(workspace.store, first.id, Change(Person, notes=(HOSTILE * 200)[:10_000]))
    assert tab.registers.tables["professionals"].model().rowCount() == 200


def agree(dialog: ImportDialog, qtbot: QtBot) -> int:
    """Wait for what the file would bring, and agree."""
    qtbot.waitUntil(lambda: dialog.preview is not None)
    dialog.accept()
    return dialog.result()


def test_an_import_is_looked_at_before_anything_is_written(
    tab: InventoryTab, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("Nom;Métier\nPetit;infirmière\n", "cp1252")

    def look(dialog: ImportDialog) -> int:
        qtbot.waitUntil(lambda: dialog.preview is not None)
        assert workspace.reader.all(HealthProfessional) == []
        return 0

    monkeypatch.setattr(ImportDialog, "exec", look)
    tab.import_file(tmp_path / "t.csv")
    assert workspace.reader.all(HealthProfessional) == []
    assert not list(local_folder().glob("*.msp100"))
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: agree(dialog, qtbot))
    tab.import_file(tmp_path / "t.csv")
    assert [row.profession for row in workspace.reader.all(HealthProfessional)] == ["infirmier"]
    (copy,) = local_folder().glob("*.msp100")
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("SELECT count(*) FROM health_professional").fetchone() == (0,)
    tab.export_file(tmp_path / "sortie.xlsx")
    assert "Petit" in read_table(tmp_path / "sortie.xlsx").rows[0]


@pytest.mark.parametrize(("name", "data"), [("vide.csv", b"Nom;Ville\n"), ("x.pdf", b"%PDF-1.4")])
def test_a_file_that_holds_no_rows_is_refused_in_a_sentence(
    tab: InventoryTab, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path,
    name: str, data: bytes,
) -> None:  # fmt: skip
    (tmp_path / name).write_bytes(data)

    def refuse(dialog: ImportDialog) -> int:
        qtbot.waitUntil(lambda: bool(dialog.refused))
        return 0

    monkeypatch.setattr(ImportDialog, "exec", refuse)
    with qtbot.waitSignal(workspace.refused):
        tab.import_file(tmp_path / name)


def test_other_registers_go_out_and_come_back(
    tab: InventoryTab, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    tab.registers.pasted.emit("needs", [["Plus de médecin", "les habitants", "tous"]])
    tab.registers.show_register("needs")
    assert tab.registers.import_action.text() == _("Import needs…")
    tab.export_file(tmp_path / "besoins.csv")
    tab.template_file(tmp_path / "modèle.xlsx")
    assert read_table(tmp_path / "modèle.xlsx").columns == read_table(tmp_path / "besoins.csv").columns
    (row,) = workspace.reader.all(Need)
    service.delete_rows(workspace.store, "needs", [row.id])
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: agree(dialog, qtbot))
    tab.import_file(tmp_path / "besoins.csv")
    (again,) = workspace.reader.all(Need)
    assert (again.title, again.said_by, again.public) == ("Plus de médecin", "les habitants", "tous")


def test_rows_pasted_under_their_names_are_looked_at_first(
    tab: InventoryTab, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: agree(dialog, qtbot))
    tab.registers.pasted.emit("offers", [["Nom", "Type", "Ville"], ["Pharmacie de la Mairie", "pharmacie", "Bonnat"]])
    (offer,) = workspace.reader.all(Offer)
    assert (offer.name, offer.kind, offer.town) == ("Pharmacie de la Mairie", "pharmacie", "Bonnat")


def test_a_date_not_understood_in_a_cell_is_said(tab: InventoryTab, workspace: Workspace) -> None:
    made = add(workspace)
    said: list[str] = []
    workspace.refused.connect(said.append)
    model = tab.registers.tables["professionals"].model()
    model.setData(model.index(0, 7), "31/02/2026", Qt.ItemDataRole.EditRole)
    assert "12/05/2026" in said[0]
    assert workspace.reader.one(HealthProfessional, made.id).checked_on is None
    model.setData(model.index(0, 7), "3/4/2026", Qt.ItemDataRole.EditRole)
    assert workspace.reader.one(HealthProfessional, made.id).checked_on == date(2026, 4, 3)
    assert len(said) == 1


def test_an_empty_register_says_what_to_do_and_a_filter_that_finds_nothing_says_so(
    tab: InventoryTab, workspace: Workspace
) -> None:
    tab.show_target("needs")
    table = tab.registers.tables["needs"]
    bare = table.grab().toImage()
    assert _("Add a need") in table.accessibleDescription()
    table.say_when_empty("")
    assert table.grab().toImage() != bare  # it is painted too
    tab.registers.pasted.emit("needs", [["Plus de médecin"]])
    assert table.accessibleDescription() == ""
    tab.registers.filter.setText("xyz")
    assert "xyz" in table.accessibleDescription()
    tab.registers.filter.clear()
    assert table.accessibleDescription() == ""


def test_heads_say_how_many_there_are_and_lead_to_each_part(
    tab: InventoryTab, workspace: Workspace, qtbot: QtBot
) -> None:
    tab.show_target(None)
    add(workspace)
    service.write_finding(workspace.store, 1, "Un seul.", TODAY)
    heads = [one for one in tab.findChildren(QPushButton) if one.property("seg")]
    words = [one.text() for one in heads]
    assert words[0] == _("The grid {done}/{total}").format(done=1, total=8)
    assert words[1].endswith(" 1")
    mains = {0: tab.grid.mains, 1: tab.registers.add}
    for number in (1, 0, 3):
        qtbot.mouseClick(heads[number], Qt.MouseButton.LeftButton)
        assert heads[number].isChecked()
        assert tab.grid.isVisible() == (number == 0)
        assert tab.registers.isVisible() == (number != 0)
        assert [main.isVisible() for main in mains.values()] == [number == 0, number != 0]
    assert tab.registers.add.accessibleName() == _("Add a dynamic")


def test_what_was_chosen_is_shown_again(tab: InventoryTab, workspace: Workspace) -> None:
    made = add(workspace)
    for target in ("offers", made.id, ("findings", 5, "")):
        tab.show_target(target)
        assert tab.target() == target


def test_where_there_is_no_room_beside_the_charts_are_a_part_and_a_professional_stands_under_the_list(
    tab: InventoryTab, workspace: Workspace, qtbot: QtBot
) -> None:
    made = add(workspace)
    tab.show_target("findings")
    assert tab.side.isVisible()
    tab.resize(700, 550)
    assert not tab.side.isVisible()
    assert tab.grid.isVisible()
    tab.show_target(made.id)
    assert tab.form.isVisible()
    assert tab.form.mapTo(tab, tab.form.rect().topLeft()).y() > 100
    button(tab.form, _("See the charts")).click()
    assert tab.side.isVisible()
    assert not tab.grid.isVisible()
    tab.resize(1366, 550)
    assert tab.side.isVisible()
    assert tab.grid.isVisible()
