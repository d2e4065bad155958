"""An import looked at: its columns matched by hand, its doubtful lines settled, all of it from the keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.domain.imports import Act, State
from msp_desktop.domain.people import Person
from msp_desktop.domain.read_table import ReadTable
from msp_desktop.i18n import _
from msp_desktop.services.import_match import pasted_table
from msp_desktop.services.inventory_import import write_import
from msp_desktop.services.preferences import load
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.import_dialog import ImportDialog
from msp_desktop.ui.tabs.inventory.import_report import ReportDialog
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.cell_choice import CellChoice
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.services.tables import table
from tests.ui.find import button, says

ODD = table(
    ["Machin", "Quoi", "Où ça"], ["Claude Martin", "infirmier", "Guéret"], ["Claude Martin", "infirmier", "Bonnat"]
)
Open = Callable[..., ImportDialog]


@pytest.fixture
def open_(qtbot: QtBot, workspace: Workspace) -> Open:
    """Open the dialog on a table, and wait until its lines are shown, or why they are not."""

    def opened(one: ReadTable, register: str = "professionals") -> ImportDialog:
        dialog = ImportDialog(workspace, register, "Importer", lambda: one, "liste.csv")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: not dialog.worker.is_busy)
        return dialog

    return opened


def choose(qtbot: QtBot, in_: RecordTable, row: int, column: int, words: str) -> None:
    """Choose in a cell with the keys alone: Enter opens the list, arrows go to the choice, Enter takes it."""
    in_.setFocus()
    in_.setCurrentIndex(in_.rows.index(row, column))
    qtbot.keyClick(in_, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(in_.findChildren(CellChoice)))
    (choice,) = in_.findChildren(CellChoice)
    qtbot.waitUntil(lambda: choice.view().isVisible())
    wanted = choice.findText(words)
    assert wanted >= 0, words
    while choice.view().currentIndex().row() != wanted:
        below = choice.view().currentIndex().row() < wanted
        qtbot.keyClick(choice.view(), Qt.Key.Key_Down if below else Qt.Key.Key_Up)
    qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not in_.findChildren(CellChoice))


def test_columns_nobody_knows_are_matched_from_the_keyboard(open_: Open, qtbot: QtBot, workspace: Workspace) -> None:
    dialog = open_(ODD)
    assert not dialog.accept_button.isEnabled()
    assert says(dialog, "Aucune colonne ne donne de nom")
    assert QApplication.focusWidget() is dialog.columns
    choose(qtbot, dialog.columns, 0, 2, "Nom")
    qtbot.waitUntil(lambda: dialog.preview is not None)
    choose(qtbot, dialog.columns, 1, 2, "Métier")
    choose(qtbot, dialog.columns, 2, 2, "Ville")
    qtbot.waitUntil(lambda: not dialog.worker.is_busy)
    assert dialog.preview is not None
    assert [(row.name, row.profession, row.place) for row in dialog.preview.rows] == [
        ("Claude Martin", "infirmier", "Guéret"), ("Claude Martin", "infirmier", "Bonnat")
    ]  # fmt: skip
    assert [row.state for row in dialog.preview.rows] == [State.NEW, State.DOUBTFUL]
    assert dialog.accept_button.text() == "Importer 2 lignes"
    dialog.accept_button.click()
    assert dialog.result() == 1
    assert write_import(workspace.store, dialog.preview) == 2


def test_the_first_line_is_a_row_or_the_names_as_one_says(open_: Open, qtbot: QtBot) -> None:
    dialog = open_(pasted_table([["Truc", "Chose"], ["Petit", "infirmière"]], "professionals"))
    assert not dialog.header.isChecked()
    box = dialog.header
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert dialog.table is not None
    assert dialog.table.columns == ("Truc", "Chose")
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert dialog.table.rows[0] == ("Truc", "Chose")


def test_a_match_is_remembered_for_the_next_file_told_and_taken_back(
    open_: Open, qtbot: QtBot, workspace: Workspace
) -> None:
    first = open_(ODD)
    first._on_taken(1, "last_name")
    qtbot.waitUntil(lambda: first.preview is not None)
    assert not says(first, _("Columns taken as the last time."))
    with qtbot.waitSignal(workspace.matches_changed):
        first.accept()
    assert len(workspace.matches) == 1
    assert "Machin" not in str(workspace.matches)
    second = open_(ODD)
    assert says(second, _("Columns taken as the last time."))
    assert [column.field for column in second.columns.rows.rows()] == ["last_name", "", ""]
    second.forget.click()
    qtbot.waitUntil(lambda: not second.worker.is_busy)
    assert second.preview is None
    assert not says(second, _("Columns taken as the last time."))
    other = open_(table(["Nom", "Quoi", "Où ça"], ["a", "b", "c"]))
    assert other.preview is not None
    other.accept()
    assert len(workspace.matches) == 1


def test_a_doubtful_line_is_settled_from_the_keyboard(open_: Open, qtbot: QtBot) -> None:
    dialog = open_(
        table(["Nom", "Métier", "Ville"], ["Martin", "infirmier", "Guéret"], ["Martin", "infirmier", "Bonnat"])
    )
    assert [dialog.kinds.itemText(number) for number in range(dialog.kinds.count())][3] == "À regarder (1)"
    dialog.kinds.setFocus()
    for _time in range(3):
        qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down)
    assert [line.id for line in dialog.lines.rows.rows()] == [3]
    choose(qtbot, dialog.lines, 0, 1, "laissé tel quel")
    assert dialog.preview is not None
    assert [row.act for row in dialog.preview.rows] == [Act.ADD, Act.LEAVE]
    assert dialog.accept_button.text() == "Importer 1 ligne"


def test_all_that_is_left_aside_is_in_the_report_to_copy_and_to_save(open_: Open, tmp_path: Path) -> None:
    dialog = open_(
        table(
            ["Nom", "Métier", "Vérifié le", "Âge", "Pointure"],
            ["Petit", "infirmière", "à voir", "vieux", "43"], ["", "médecin", "", "", "41"],
        )
    )  # fmt: skip
    words = dialog.report()
    for expected in (
        "Pointure",
        "ligne 2, Vérifié le\u00a0: à voir",
        "ligne 2, Âge\u00a0: vieux",
        "ligne 3, médecin ; 41",
    ):
        assert expected in words
    shown = ReportDialog(words)
    button(shown, "Copier").click()
    assert QGuiApplication.clipboard().text() == words
    shown.save_to(tmp_path / "r.txt")
    assert (tmp_path / "r.txt").read_text("utf-8-sig").splitlines()[0].startswith("liste.csv\u00a0: 1 ligne à ajouter")


def test_the_window_remembers_a_match_on_this_computer(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "liste.csv").write_text("Nom;Machin;Ville\nDubois;infirmier;Bonnat\n", "utf-8")

    def agree(dialog: ImportDialog) -> int:
        qtbot.waitUntil(lambda: dialog.preview is not None)
        dialog._on_taken(2, "profession")
        qtbot.waitUntil(lambda: dialog.preview is not None)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ImportDialog, "exec", agree)
    window.go_to("inventory")
    page = window.current_page()
    assert isinstance(page, InventoryTab)
    page.import_file(tmp_path / "liste.csv")
    assert [*load()[0].matches.values()] == [["last_name", "profession", "town"]]
    assert window.workspace is not None
    assert "Dubois" in [person.last_name for person in window.workspace.reader.all(Person)]
    window.workspace.undo()
    assert "Dubois" not in [person.last_name for person in window.workspace.reader.all(Person)]


def test_it_fits_a_small_screen_with_large_letters(open_: Open, qapp: QApplication) -> None:
    apply_theme(qapp, "dark", 150)
    dialog = open_(ODD)
    dialog.resize(1008, 600)
    assert (dialog.width(), dialog.height()) == (1008, 600)
    assert dialog.lines.height() > 2 * dialog.lines.verticalHeader().defaultSectionSize()
    assert dialog.columns.height() > 2 * dialog.columns.verticalHeader().defaultSectionSize()


def test_a_large_file_never_holds_the_window_up_and_is_given_up_at_once(qtbot: QtBot, workspace: Workspace) -> None:
    big = table(
        ["Nom", "Prénom", "Métier", "Ville", "Téléphone"],
        *([f"Nom{n}", f"Prénom{n % 700}", "infirmier", "Guéret", f"05550{n:05}"] for n in range(19_000)),
    )
    gaps = Gaps()
    dialog = ImportDialog(workspace, "professionals", "Importer", lambda: big, "grand.csv")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.columns.rows.rowCount() == 5, timeout=10_000)
    qtbot.wait(200)
    assert dialog.worker.is_busy
    began = time.process_time()
    dialog.reject()
    assert time.process_time() - began < 0.5
    assert not dialog.worker.is_busy
    assert gaps.longest < 1  # measured apart, more exactly


class Gaps(QTimer):
    """The longest turn of the program between two looks at the window, in seconds of processor: not of what others do."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.process_time()
        self.timeout.connect(self._beat)
        self.start(1)

    def _beat(self) -> None:
        now = time.process_time()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_the_line_that_names_the_columns_is_told_where_a_title_stands_above_it(open_: Open) -> None:
    dialog = open_(replace(table(["Nom", "Métier"], ["Durand", "médecin"]), header_line=4))
    assert dialog.header.text() == "La ligne 4 nomme les colonnes"
    assert dialog.header.isChecked()
