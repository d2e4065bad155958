"""The rows of every list: what is chosen stays chosen, headings cannot be, and all of a row is painted from its value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.list_rows import ARMS, EMPTY_BOX, TICKED_BOX, ListRow, RowList, Stretch, Words

HEADING = ListRow("p1", "Phase 1", 28, tail="1 sur 2", band="p1_ink")
ROWS = [HEADING, ListRow(1, "Une action", 28, lead=EMPTY_BOX), ListRow(2, "Une autre", 28, lead=TICKED_BOX)]


@pytest.fixture
def shown(qtbot: QtBot) -> RowList:
    rows = RowList("Essai")
    qtbot.addWidget(rows)
    rows.resize(400, 200)
    rows.show_rows(ROWS)
    rows.show()
    return rows


def image(rows: RowList) -> QImage:
    return rows.viewport().grab().toImage()


def test_the_keyboard_goes_from_row_to_row_and_past_headings(shown: RowList, qtbot: QtBot) -> None:
    told: list[object] = []
    shown.chosen.connect(told.append)
    shown.select(1)
    assert told == []
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert (told, shown.current_key()) == ([2], 2)
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.current_key() == 1


def test_the_row_chosen_stays_chosen_wherever_it_goes_and_nothing_is_told(shown: RowList) -> None:
    shown.select(2)
    told: list[object] = []
    shown.chosen.connect(told.append)
    shown.show_rows([HEADING, ROWS[2], ListRow(3, "Une troisième", 28), ROWS[1]])
    assert (shown.current_key(), shown.currentIndex().row(), told) == (2, 1, [])


@pytest.mark.parametrize(
    "row",
    [
        ListRow(1, "Une action", 28, lead=TICKED_BOX),
        ListRow(1, "Une action", 28, lead=ARMS),
        ListRow(1, "Une action", 28, tail="Creuse"),
        ListRow(1, "Une action", 28, tone="late"),
        ListRow(1, "Une action", 28, columns=(Words("mardi", width=100),)),
        ListRow(1, "Une action", 28, columns=(Words("", glyph="late", tone="late", width=100),)),
        ListRow(1, "Une action", 54, second=Words("à préparer")),
        ListRow(1, "Une action", 54, meter=(Stretch(0, 0.5, "p1_ink"),)),
        ListRow(1, "Une action", 54, columns=(Words("hier", width=90, under=Words("soir")),)),
    ],
)
def test_every_part_of_a_row_is_seen(row: ListRow, shown: RowList) -> None:
    shown.show_rows([ListRow(1, "Une action", row.height)])
    before = image(shown)
    shown.show_rows([row])
    assert image(shown) != before


def test_a_day_with_no_room_is_said_shorter_and_not_cut(shown: RowList) -> None:
    def seen(words: Words) -> object:
        shown.show_rows([ListRow(1, "Une action", 28, columns=(words,))])
        return image(shown)

    narrow = 110
    long, short = "mercredi 30 septembre 2026", "30 sept. 2026"
    assert seen(Words(long, width=narrow, short=short)) == seen(Words(short, width=narrow))
    assert seen(Words(long, width=400, short=short)) == seen(Words(long, width=400))


def test_a_long_title_never_runs_under_what_stands_at_the_right(shown: RowList) -> None:
    column = (Words("", width=100),)
    shown.show_rows([ListRow(1, "M" * 200, 28, columns=column)])
    picture = image(shown)
    right = shown.viewport().width() - theme().px(100)
    assert len({picture.pixel(x, 14) for x in range(right, shown.viewport().width() - 4)}) == 1
    assert len({picture.pixel(x, 14) for x in range(30, right)}) > 1


def test_a_row_more_or_less_moves_no_other(qtbot: QtBot) -> None:
    rows = [ListRow(key, f"Ligne {key}", 28) for key in range(1, 6)]
    shown = RowList("Lignes")
    qtbot.addWidget(shown)
    shown.show_rows(rows)
    shown.select(4)
    told: list[str] = []
    model = shown.model()
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"+{first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(f"-{first}-{last}"))
    model.dataChanged.connect(lambda first, _last, _roles: told.append(f"={first.row()}"))
    shown.show_rows([*rows[:2], ListRow(9, "Neuve", 28), *rows[2:]])
    assert (told[0], set(told[1:]), shown.current_key()) == ("+2-2", {"=2"}, 4)
    told.clear()
    shown.show_rows([rows[0], *rows[2:]])
    assert (told, shown.current_key()) == (["-2-2", "-1-1"], 4)
    told.clear()
    changed = ListRow(5, "Autre titre", 28)
    shown.show_rows([rows[0], *rows[2:4], changed])
    assert set(told) == {"=3"}
    assert shown.row_at(model.index(3, 0)) == changed
    shown.show_rows([changed, *rows[:2]])
    assert [shown.row_at(model.index(place, 0)) for place in range(3)] == [changed, *rows[:2]]


def test_a_row_that_is_cut_says_all_of_itself_under_the_mouse_and_another_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, *_more: said.append(words))
    rows = RowList("Essai")
    qtbot.addWidget(rows)
    rows.resize(300, 200)
    rows.show_rows([ListRow(1, "Une action", 28), ListRow(2, "Une action " * 20, 28)])
    rows.show()
    for number in range(2):
        place = rows.visualRect(rows.model().index(number, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, rows.viewport().mapToGlobal(place))
        QApplication.sendEvent(rows.viewport(), event)
    assert len(said) == 1
    assert "Une action Une action" in said[0]


@pytest.mark.parametrize(
    "row",
    [
        ListRow(1, "Une action de la commune " * 5, 28, columns=(Words("juin", width=100),)),
        ListRow(
            1, "Une action", 56, columns=(Words("juin", width=100, under=Words("en retard de sept jours et plus")),)
        ),
        ListRow(1, "Une action", 56, second=Words("un mot " * 60), columns=(Words("juin", width=100),)),
    ],
)
def test_in_a_wide_list_what_is_cut_near_the_titles_is_under_the_mouse_too(
    row: ListRow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, *_more: said.append(words))
    rows = RowList("Essai")
    qtbot.addWidget(rows)
    rows.resize(2400, 200)
    rows.show_rows([row])
    rows.show()
    place = rows.visualRect(rows.model().index(0, 0)).center()
    QApplication.sendEvent(rows.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, rows.viewport().mapToGlobal(place)))
    assert said


def test_a_list_is_never_lower_than_two_rows(shown: RowList) -> None:
    assert shown.minimumSizeHint().height() >= 56
