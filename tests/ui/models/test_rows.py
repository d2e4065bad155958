"""The table model sorts and filters by itself: what it shows is what a plain sort and search would."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from msp_desktop.formats.text import fold
from msp_desktop.ui.models.rows import Column, RowsModel
from msp_desktop.ui.widgets.record_table import RecordTable

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class Line(Struct, frozen=True):
    id: int
    name: str
    size: int = 0


COLUMNS = [Column("Nom", lambda line: line.name), Column("Taille", lambda line: str(line.size), key=lambda r: r.size)]

lines = st.lists(
    st.builds(Line, st.integers(0, 30), st.sampled_from(["Hélène", "helena", "Marc", "ŒUF", ""]), st.integers(0, 3)),
    max_size=20,
    unique_by=lambda line: line.id,
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("show"), lines),
        st.tuples(st.just("filter"), st.sampled_from(["", "hel", "HÉL 1", "oeuf", "zzz", "a m"])),
        st.tuples(st.just("sort"), st.tuples(st.integers(-1, 1), st.sampled_from([UP, DOWN]))),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_what_is_shown_is_what_a_plain_sort_and_search_would_show(done: list[tuple[str, object]]) -> None:
    model = RowsModel(COLUMNS)
    # Fails at any signal that does not say what happened.
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows: list[Line] = []
    words, column, order = "", -1, UP
    for kind, value in done:
        if kind == "show":
            rows = value  # type: ignore[assignment]
            model.show_rows(rows)
        elif kind == "filter":
            words = str(value)
            model.filter(words)
        else:
            column, order = value  # type: ignore[misc]
            model.sort(column, order)
        expected = [
            line for line in rows if all(word in fold(f"{line.name} {line.size}") for word in fold(words).split())
        ]
        if column >= 0:
            expected.sort(key=lambda line: fold(line.name) if column == 0 else line.size, reverse=order is DOWN)
        assert model.rows() == expected
    assert tester.model() is model


def test_an_index_kept_follows_its_row_when_the_order_changes(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows([Line(1, "Marc"), Line(2, "Anna"), Line(3, "Zoé")])
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sort(0, UP)
    assert kept.row() == 1
    model.show_rows([Line(1, "Zzz"), Line(2, "Anna"), Line(3, "Zoé")])
    assert model.rows()[kept.row()].id == 1
    model.sort(-1)
    assert kept.row() == 0


@pytest.mark.parametrize("count", [5, 3000])
def test_what_is_chosen_stays_chosen_through_a_search(qtbot: QtBot, count: int) -> None:
    table = RecordTable("Essai", COLUMNS)
    qtbot.addWidget(table)
    chosen: list[object] = []
    rows = [Line(number, "Hélène" if number % 2 else "Marc", number) for number in range(count)]
    table.show_rows(rows)
    table.select(3)
    table.selected.connect(chosen.append)
    table.filter("helene")
    assert table.current_row().id == 3
    assert table.selected_ids() == [3]
    table.filter("")
    assert table.current_row().id == 3
    table.filter("rien du tout")
    assert table.current_row() is None
    assert chosen[-1] is None


def test_a_changed_row_is_searched_with_its_new_words() -> None:
    model = RowsModel(COLUMNS)
    first = Line(1, "Marc")
    model.show_rows([first, Line(2, "Anna")])
    model.filter("zoe")
    assert model.rows() == []
    model.show_rows([replace(first, name="Zoé"), Line(2, "Anna")])
    assert [line.id for line in model.rows()] == [1]


def test_the_texts_of_many_rows_are_made_ahead_of_the_first_key_and_only_for_what_changes(qtbot: QtBot) -> None:
    asked: list[int] = []

    def name(line: Line) -> str:
        asked.append(line.id)
        return line.name

    model = RowsModel([Column("Nom", name)])
    rows = [Line(number, f"Élan {number}") for number in range(2500)]
    model.show_rows(rows)
    qtbot.waitUntil(lambda: len(asked) == len(rows))
    rows[7] = replace(rows[7], name="Zoé")
    model.show_rows(rows)
    model.filter("elan 24")
    assert [line.id for line in model.rows()] == [number for number in range(2500) if "24" in str(number)]
    assert asked[len(rows) :] == [7]


def test_an_order_asked_twice_and_an_edit_in_it_look_at_what_changed_alone(qtbot: QtBot) -> None:
    asked: list[int] = []

    def size(line: Line) -> int:
        asked.append(line.id)
        return line.size

    model = RowsModel([Column("Taille", str, key=size)])
    rows = [Line(number, "", number % 7) for number in range(50)]
    model.show_rows(rows)
    for order in (UP, UP, DOWN):
        model.sort(0, order)
    rows[7] = replace(rows[7], size=3)
    model.show_rows(rows)
    assert asked == [*range(50), 7]
    assert model.rows() == sorted(rows, key=lambda line: line.size, reverse=True)


def test_the_tip_of_a_head_shows_a_name_from_outside_as_it_is() -> None:
    model = RowsModel([Column("<b>Ajain</b>", str)])
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across) == "<b>Ajain</b>"
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;Ajain&lt;/b&gt;</p>"
