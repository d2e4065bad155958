"""The start page: the dossiers one knows, a new one, another one, the sample."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QMenu
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.i18n import _
from msp_desktop.services.preferences import Preferences, Recent
from msp_desktop.ui.shell.start_page import StartPage
from msp_desktop.ui.widgets.list_rows import ROW
from tests.conftest import TODAY
from tests.dossiers import open_sample
from tests.ui.find import button, named, says

KEY = Qt.Key
KNOWN = (
    Recent(path="/a/gueret.msp100", name="Guéret", department="Creuse", opened_on="2026-04-28", day_zero="2026-03-22"),
    Recent(path="/a/evaux.msp100", name="Évaux", department="Creuse", opened_on="2026-04-27", day_zero=""),
    Recent(path="/a/x.msp100"),
)


def page(qtbot: QtBot, *known: Recent) -> StartPage:
    made = StartPage(Preferences(recent=known), TODAY)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def known_list(made: StartPage) -> QListView:
    return named(made, QListView, _("Your dossiers"))


def test_the_first_time_one_is_welcomed(qtbot: QtBot) -> None:
    made = page(qtbot)
    assert says(made, _("Welcome"))
    assert not made.findChildren(QListView)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("New dossier", "request_new"),
        ("Open a file…", "request_browse"),
        ("Put away, find again…", "request_manage"),
        ("Sample commune", "request_sample"),
        ("Restore a copy", "request_restore"),
    ],
)
def test_each_button_wishes_for_one_thing(qtbot: QtBot, words: str, signal: str) -> None:
    made = page(qtbot, *KNOWN)
    with qtbot.waitSignal(getattr(made, signal)):
        button(made, _(words)).click()


def test_enter_opens_the_dossier_chosen_delete_takes_it_off_and_f2_renames_it(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    shown = known_list(made)
    heard: list[tuple[str, Any]] = []
    made.request_open.connect(lambda path: heard.append(("open", path)))
    made.request_keep.connect(lambda what, path: heard.append((what, path)))
    qtbot.keyClick(shown, KEY.Key_Return)
    qtbot.keyClick(shown, KEY.Key_Down)
    qtbot.keyClick(shown, KEY.Key_Delete)
    qtbot.keyClick(shown, KEY.Key_F2)
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(shown, KEY.Key_Delete, held)
        qtbot.keyClick(shown, KEY.Key_F2, held)
    assert heard == [("open", "/a/gueret.msp100"), ("take_off", "/a/evaux.msp100"), ("rename", "/a/evaux.msp100")]


def test_the_menu_of_a_row_does_all_that_can_be_done_to_it(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    shown = known_list(made)
    heard: list[tuple[str, str]] = []
    made.request_keep.connect(lambda what, path: heard.append((what, path)))
    place = shown.visualRect(shown.model().index(1, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, shown.mapToGlobal(place))
    QApplication.sendEvent(shown.viewport(), event)
    menu = shown.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Ouvrir", "Renommer…", "Archiver", "Retirer de cette liste", "Mettre à la corbeille…"]
    for action in menu.actions()[2:]:
        action.trigger()
    menu.close()
    kept = ("rename", "archive", "take_off", "bin")
    assert heard == [(what, "/a/evaux.msp100") for what in kept]


def test_what_one_hears_of_a_dossier_is_its_commune_or_its_file(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    model = known_list(made).model()
    heard = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert heard == ["Guéret, Creuse", "Évaux, Creuse", "x"]


def test_a_refusal_is_said_with_the_way_out(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    made.say("Ce fichier est abîmé.")
    assert says(made, "Ce fichier est abîmé.")
    made.say("")
    assert not says(made, "Ce fichier est abîmé.")


@pytest.mark.parametrize("day", ["", "hier", "2026-02-31"])
def test_days_that_are_none_in_the_preferences_are_no_harm(qtbot: QtBot, day: str) -> None:
    made = page(qtbot, Recent(path="/a/x.msp100", name="X", opened_on=day, day_zero=day))
    assert not made.grab().isNull()


def test_dossiers_of_the_same_name_are_told_apart(qtbot: QtBot) -> None:
    first = KNOWN[0]
    paths = ("/a/gueret.msp100", "/a/gueret (copie).msp100", "/b/gueret.msp100")
    made = page(qtbot, *(replace(first, path=path) for path in paths), KNOWN[1])
    shown = known_list(made)
    rows = [shown.model().index(row, 0).data(ROW) for row in range(4)]
    told = ("/a", "copie", "/b")
    assert all(row.second.text.startswith(f"{words}, ") for row, words in zip(rows, told, strict=False))
    assert all(row.spoken.endswith(words) for row, words in zip(rows, told, strict=False))
    assert rows[3].spoken == "Évaux, Creuse"


def test_the_week_of_the_known_dossiers_is_read_and_leads_to_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    close_dossier(store)
    made = page(qtbot, replace(KNOWN[0], path=str(store.path), name="Saint-Exemple"), KNOWN[1])
    week = named(made, QListView, "Cette semaine")
    qtbot.waitUntil(lambda: week.model().rowCount() > 3, timeout=10_000)
    qtbot.waitUntil(lambda: len(made.week().towns) == 2, timeout=10_000)
    assert made.week().towns[1].problem
    heard: list[tuple[str, str, Any]] = []
    made.request_place.connect(lambda path, tab, target: heard.append((path, tab, target)))
    week.setCurrentIndex(week.model().index(1, 0))
    qtbot.keyClick(week, KEY.Key_Return)
    assert heard[0][:2] == (str(store.path), "timeline")


def test_what_was_just_done_is_said_and_can_be_taken_back(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    made.say_done("« Évaux » n’est plus dans cette liste")
    tones = {label.text(): label.property("tone") for label in made.findChildren(QLabel)}
    assert tones["« Évaux » n’est plus dans cette liste"] == "done", "what went as was wished is no warning"
    assert says(made, "n’est plus dans cette liste")
    with qtbot.waitSignal(made.request_undo):
        button(made, "Annuler").click()


def test_a_dossier_whose_file_is_gone_says_since_when_and_is_looked_for(qtbot: QtBot, tmp_path: Path) -> None:
    gone = replace(KNOWN[0], path=str(tmp_path / "gueret.msp100"), missing_since="2026-04-02")
    made = page(qtbot, gone, KNOWN[1])
    heard: list[str] = []
    made.request_find.connect(heard.append)
    buttons = made.findChildren(QAbstractButton)
    qtbot.waitUntil(lambda: any(one.accessibleName() == "Retrouver Guéret…" for one in buttons), timeout=10_000)
    row = known_list(made).model().index(0, 0).data(ROW)
    assert row.second.text == "introuvable depuis le jeudi\u00a02\u00a0avril"
    qtbot.keyClick(known_list(made), KEY.Key_Return)
    button(made, "Retrouver Guéret…").click()
    assert heard == [gone.path, gone.path]


def test_the_main_button_opens_the_dossier_chosen(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    assert button(made, "Ouvrir Guéret")
    qtbot.keyClick(known_list(made), KEY.Key_Down)
    with qtbot.waitSignal(made.request_open) as heard:
        button(made, "Ouvrir Évaux").click()
    assert heard.args == ["/a/evaux.msp100"]
