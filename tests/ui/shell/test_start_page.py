"""The start page: the dossiers one knows, a new one, another one, the sample."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
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
        ("Open…", "request_browse"),
        ("Sample commune", "request_sample"),
        ("Restore a copy", "request_restore"),
    ],
)
def test_each_button_wishes_for_one_thing(qtbot: QtBot, words: str, signal: str) -> None:
    made = page(qtbot, *KNOWN)
    with qtbot.waitSignal(getattr(made, signal)):
        button(made, _(words)).click()


def test_enter_opens_the_dossier_chosen_and_delete_forgets_it(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    shown = known_list(made)
    heard: list[tuple[str, Any]] = []
    made.request_open.connect(lambda path: heard.append(("open", path)))
    made.request_forget.connect(lambda path: heard.append(("forget", path)))
    qtbot.keyClick(shown, KEY.Key_Return)
    qtbot.keyClick(shown, KEY.Key_Down)
    qtbot.keyClick(shown, KEY.Key_Delete)
    assert heard == [("open", "/a/gueret.msp100"), ("forget", "/a/evaux.msp100")]


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
    ends = ("/a/gueret.msp100", "gueret (copie)", "/b/gueret.msp100")
    assert all(row.second.text.endswith(f", {end}") for row, end in zip(rows, ends, strict=False))
    assert all(row.spoken.endswith(end) for row, end in zip(rows, ends, strict=False))
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


def test_a_dossier_taken_off_the_list_is_named_with_its_file_and_can_be_put_back(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    made.say_forgotten(KNOWN[1])
    assert says(made, "/a/evaux.msp100")
    with qtbot.waitSignal(made.request_remember):
        button(made, "Remettre").click()


def test_the_main_button_opens_the_dossier_chosen(qtbot: QtBot) -> None:
    made = page(qtbot, *KNOWN)
    assert button(made, "Ouvrir Guéret")
    qtbot.keyClick(known_list(made), KEY.Key_Down)
    with qtbot.waitSignal(made.request_open) as heard:
        button(made, "Ouvrir Évaux").click()
    assert heard.args == ["/a/evaux.msp100"]
