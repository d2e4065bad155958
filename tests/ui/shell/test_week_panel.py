"""« Cette semaine » beside the known dossiers."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from msp_desktop.domain.week import Due, DueKind, TownWeek, week_of
from msp_desktop.ui.shell.week_panel import WeekPanel
from msp_desktop.ui.widgets.list_rows import RowList
from tests.conftest import TODAY
from tests.ui.find import button, named, says


def due(kind: DueKind, key: int, day: date, title: str, at: time | None = None) -> Due:
    return Due(kind=kind, key=key, day=day, title=title, at=at, town="Aubusson", path="/a")


def panel(qtbot: QtBot, *dues: Due, problem: str = "") -> WeekPanel:
    made = WeekPanel()
    qtbot.addWidget(made)
    made.show()
    town = TownWeek(path="/a", name="Aubusson", department_code="23", due=dues, problem=problem)
    made.show_week(week_of((town,), TODAY))
    return made


def spoken(made: WeekPanel) -> list[str]:
    model = named(made, QListView, "Cette semaine").model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_late_first_then_day_by_day_then_the_week_after(qtbot: QtBot) -> None:
    made = panel(
        qtbot,
        due(DueKind.FOLLOW_UP, 1, date(2026, 4, 20), "Rappeler Mme Roux"),
        due(DueKind.ACTION, 2, TODAY, "Appeler la CPAM"),
        due(DueKind.MEETING, 3, date(2026, 4, 30), "Rencontre", time(18, 30)),
        due(DueKind.ACTION, 4, date(2026, 5, 5), "Plus tard"),
    )
    assert [line.replace("\u00a0", " ") for line in spoken(made)] == [
        "En retard",
        "Rappeler Mme Roux, Aubusson, 8 jours de retard",
        "Mardi 28 avril, aujourd’hui",
        "Appeler la CPAM, Aubusson",
        "Jeudi 30 avril",
        "18 h 30, Rencontre, Aubusson",
        "Vendredi 1er mai, jour férié",
        "La semaine prochaine",
        "Plus tard, Aubusson, mardi 5 mai",
    ]


def test_whom_a_follow_up_is_owed_to_is_read_beside_it(qtbot: QtBot) -> None:
    made = panel(qtbot, replace(due(DueKind.FOLLOW_UP, 7, TODAY, "Rappeler"), detail="Avec M. Riou"))
    shown = named(made, RowList, "Cette semaine")
    row = shown.row_at(shown.model().index(1, 0))
    assert row is not None
    assert (row.title, row.tail) == ("Rappeler", "Avec M. Riou")


def test_enter_leads_to_the_place_in_its_dossier(qtbot: QtBot) -> None:
    made = panel(qtbot, due(DueKind.FOLLOW_UP, 7, TODAY, "Rappeler"), due(DueKind.MEETING, 9, TODAY, "Rencontre"))
    heard: list[tuple[str, str, Any]] = []
    made.request_place.connect(lambda path, tab, target: heard.append((path, tab, target)))
    shown = named(made, QListView, "Cette semaine")
    shown.setCurrentIndex(shown.model().index(1, 0))
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert heard == [("/a", "actors", ("journal", 7)), ("/a", "meetings", 9)]


def test_a_week_with_nothing_due_says_so_and_prints_all_the_same(qtbot: QtBot) -> None:
    made = WeekPanel()
    qtbot.addWidget(made)
    made.show()
    made.show_week(week_of((TownWeek(path="/a", name="Aubusson", department_code="23"),), date(2026, 6, 9)))
    assert says(made, "Rien n’est à faire cette semaine.")
    with qtbot.waitSignal(made.request_print):
        button(made, "Imprimer").click()


def test_with_no_dossier_read_there_is_nothing_to_print(qtbot: QtBot) -> None:
    assert not button(panel(qtbot, problem="introuvable"), "Imprimer").isEnabled()


def test_while_dossiers_are_read_it_does_not_say_that_nothing_is_due(qtbot: QtBot) -> None:
    made = WeekPanel()
    qtbot.addWidget(made)
    made.show()
    made.show_week(week_of((), date(2026, 6, 9)), reading=True)
    assert says(made, "Lecture des dossiers…")
    assert not says(made, "Rien n’est à faire cette semaine.")
