"""Fields that understand what people type, and say what they do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from msgspec import Struct
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from msp_desktop.formats.text import one_line
from msp_desktop.formats.typed import Toward
from msp_desktop.ui.models.rows import Column, RowsModel
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.theme.tokens import DARK, LIGHT
from msp_desktop.ui.widgets.calendar import Calendar
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField, text_of
from msp_desktop.ui.widgets.parsed_field import ClockField, DateField, NumberField, WholeField
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.ui.colours import contrast

Show = Callable[..., None]


class Line(Struct, frozen=True):
    id: int
    name: str


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., None]]:
    """Show widgets in a window that lives as long as the test."""
    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> None:
        holder = QWidget()
        box = QVBoxLayout(holder)
        for widget in widgets:
            box.addWidget(widget)
        kept.append(holder)
        qtbot.addWidget(holder)
        holder.show()
        holder.activateWindow()

    yield show
    kept.clear()


def test_a_line_is_written_on_enter_and_once(qtbot: QtBot, shown: Show) -> None:
    field, other = LineField("Nom"), LineField("Autre")
    shown(field, other)
    field.setFocus()
    written: list[str] = []
    field.request_write.connect(written.append)
    field.request_write.connect(field.show_value)
    qtbot.keyClicks(field, "Roche")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    other.setFocus()
    assert written == ["Roche"]


def test_a_refresh_does_not_take_the_word_being_typed(qtbot: QtBot, shown: Show) -> None:
    field = NoteField("Notes")
    shown(field)
    field.show_value("avant")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " et encore")
    assert field.toPlainText() == "avant et encore"
    field.show_value("avant")
    assert field.toPlainText() == "avant et encore"
    field.show_value("changé ailleurs")
    assert field.toPlainText() == "changé ailleurs"


@pytest.mark.parametrize(
    ("typed", "value"), [("12/5/26", date(2026, 5, 12)), ("1er mai", date(2026, 5, 1)), ("", None)]
)
def test_a_date_is_understood_as_people_type_it(qtbot: QtBot, shown: Show, typed: str, value: date | None) -> None:
    field = DateField("Date", lambda: date(2026, 4, 28))
    shown(field)
    field.show_typed(date(2026, 1, 1))
    field.clear()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value == value
    assert not field.property("wrong")


def test_a_wrong_date_stays_with_its_sentence_and_is_not_written(qtbot: QtBot, shown: Show) -> None:
    field = DateField("Date", lambda: date(2026, 4, 28))
    shown(field)
    written: list[object] = []
    field.request_value.connect(written.append)
    qtbot.keyClicks(field, "31/02")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "31/02"
    assert field.property("wrong")
    assert field.accessibleDescription()
    assert written == []
    qtbot.waitUntil(lambda: QToolTip.text() == field.accessibleDescription())
    field.clear()
    qtbot.keyClicks(field, "28/02/2027")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not field.property("wrong")
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_day_of_the_week_that_does_not_go_with_the_date_is_questioned(qtbot: QtBot, shown: Show) -> None:
    field = DateField("Date", lambda: date(2026, 4, 28))
    shown(field)
    qtbot.keyClicks(field, "lundi 12 mai 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert "12 mai 2026 est un mardi" in field.accessibleDescription().replace("\u00a0", " ")
    field.clear()
    qtbot.keyClicks(field, "mardi 12 mai 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value == date(2026, 5, 12)


@pytest.mark.parametrize(("toward", "year"), [(Toward.AHEAD, 2026), (Toward.BEHIND, 2025)])
def test_the_year_that_is_not_typed_is_the_one_the_field_is_about(
    qtbot: QtBot, shown: Show, toward: Toward, year: int
) -> None:
    field = DateField("Date", lambda: date(2026, 4, 28), toward=toward)
    shown(field)
    qtbot.keyClicks(field, "5/12")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value == date(year, 12, 5)


def test_an_hour_and_a_number_are_understood(qtbot: QtBot, shown: Show) -> None:
    hour, minutes = ClockField("Heure"), NumberField("Durée", "min")
    shown(hour, minutes)
    qtbot.keyClicks(hour, "18h30")
    qtbot.keyClick(hour, Qt.Key.Key_Return)
    qtbot.keyClicks(minutes, "1 h 10")
    qtbot.keyClick(minutes, Qt.Key.Key_Return)
    assert hour.value == time(18, 30)
    assert minutes.value == 70


def test_a_whole_number_is_shown_with_its_thousands_and_its_unit(qtbot: QtBot, shown: Show) -> None:
    works, other = WholeField("Travaux", "€", most=1_000_000), LineField("Autre")
    shown(works, other)
    qtbot.keyClicks(works, "420 000")
    qtbot.keyClick(works, Qt.Key.Key_Return)
    other.setFocus()
    assert (works.value, works.text()) == (420_000, "420\u202f000\u00a0€")
    works.setFocus()
    works.selectAll()
    qtbot.keyClicks(works, "1000001")
    qtbot.keyClick(works, Qt.Key.Key_Return)
    assert works.value == 420_000
    assert "nombre entier" in works.toolTip()
    works.selectAll()
    qtbot.keyClick(works, Qt.Key.Key_Delete)
    qtbot.keyClick(works, Qt.Key.Key_Return)
    assert works.value is None


def test_rows_come_go_and_change_without_a_reset(qtbot: QtBot) -> None:
    model = RowsModel([Column("Nom", lambda line: line.name)])
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show_rows([Line(1, "a"), Line(2, "b"), Line(3, "c")])
    model.show_rows([Line(3, "c"), Line(1, "aa"), Line(4, "d")])
    assert [row.name for row in model.rows()] == ["c", "aa", "d"]
    assert resets == []


def test_enter_edits_a_cell_then_goes_down(qtbot: QtBot, shown: Show) -> None:
    written: list[tuple[int, str]] = []
    table = RecordTable(
        "Essai",
        [Column("Nom", lambda line: line.name, lambda line, text: written.append((line.id, text)))],
        sortable=False,
    )
    shown(table)
    table.show_rows([Line(1, "a"), Line(2, "b")])
    table.select(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "zz")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: written == [(1, "zz")])
    assert table.current_row().id == 2


def test_cells_pasted_from_a_spreadsheet_arrive_as_rows(qtbot: QtBot, shown: Show) -> None:
    table = RecordTable("Essai", [Column("Nom", lambda line: line.name)])
    shown(table)
    pasted: list[list[list[str]]] = []
    table.request_paste.connect(pasted.append)
    QGuiApplication.clipboard().setText("Roche\tNadia\r\nFaure\tJean\r\n")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted == [[["Roche", "Nadia"], ["Faure", "Jean"]]]


def test_a_table_filters_without_accents(qtbot: QtBot, shown: Show) -> None:
    table = RecordTable("Essai", [Column("Nom", lambda line: line.name)])
    shown(table)
    table.show_rows([Line(1, "Hélène"), Line(2, "Marc")])
    table.filter("helene")
    assert table.model().rowCount() == 1


def test_a_date_typed_with_a_pause_is_the_whole_date(qtbot: QtBot, shown: Show) -> None:
    """« 12/5 », a breath longer than the autosave, « /2027 »: nothing is rewritten under the fingers."""
    field = DateField("Date", lambda: date(2026, 4, 28))
    shown(field)
    field.request_value.connect(field.show_typed)
    field.setFocus()
    qtbot.keyClicks(field, "12/5")
    qtbot.waitUntil(lambda: field.value == date(2026, 5, 12), timeout=3000)
    qtbot.keyClicks(field, "/2027")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value == date(2027, 5, 12)


def test_a_wrong_date_keeps_its_mark_when_the_rest_is_shown_again(qtbot: QtBot, shown: Show) -> None:
    field = DateField("Date", lambda: date(2026, 4, 28))
    shown(field)
    field.show_typed(date(2026, 5, 12))
    field.clear()
    qtbot.keyClicks(field, "31/02")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.show_typed(date(2026, 5, 12))
    assert field.property("wrong")
    assert field.text() == "31/02"
    field.forget()
    assert not field.property("wrong")


@pytest.mark.parametrize(("name", "percent"), [("light", 100), ("dark", 150)])
def test_the_calendar_has_room_for_its_days_and_a_date_field_for_the_longest_date(
    qtbot: QtBot, name: str, percent: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, name, percent)
    calendar = Calendar()
    qtbot.addWidget(calendar)
    calendar.show()
    view = calendar.view()
    narrow = []
    for row in range(view.model().rowCount()):
        for column in range(view.model().columnCount()):
            index = view.model().index(row, column)
            words = str(index.data() or "")
            option = QStyleOptionViewItem()
            option.initFrom(view)
            option.rect = view.visualRect(index)
            option.text = words
            option.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay
            room = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view).width()
            if words and view.isColumnHidden(column) is False and not view.isRowHidden(row):
                needed = view.fontMetrics().horizontalAdvance(words)
                narrow += [words] if room < needed else []
    assert narrow == []
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        ground = DARK if name == "dark" else LIGHT
        assert contrast(calendar.weekdayTextFormat(day).foreground().color().name(), ground["paper"]) >= 4.5
    field = DateField("Date", lambda: date(2026, 11, 30))
    qtbot.addWidget(field)
    field.show_typed(date(2026, 11, 30))
    field.show()
    field.end(False)
    assert field.cursorRect().right() < field.width() - 20
    assert field.fontMetrics().horizontalAdvance(field.text()) < field.width() - 36


def test_a_line_ended_in_word_is_a_line_end_when_pasted_and_a_space_on_one_line(qtbot: QtBot, shown: Show) -> None:
    note, line = NoteField("Adresse"), LineField("Organisme")
    shown(note, line)
    kept: dict[str, str] = {}
    line.request_write.connect(lambda words: kept.update(line=words))
    QGuiApplication.clipboard().setText("1 place de la Mairie\x0b23000 Guéret\x0cPage 2\x85fin\r\n")
    note.setFocus()
    note.paste()
    line.setFocus()
    line.paste()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert note.value_of(text_of(note)) == "1 place de la Mairie\n23000 Guéret\nPage 2\nfin\n"
    assert one_line(kept["line"]).strip() == "1 place de la Mairie 23000 Guéret Page 2 fin"


def test_who_comes_back_to_what_is_not_understood_is_told_again(qtbot: QtBot, shown: Show) -> None:
    field, other = DateField("Date", lambda: date(2026, 5, 4)), LineField("Autre")
    shown(field, other)
    field.setFocus()
    qtbot.keyClicks(field, "31/02")
    other.setFocus()
    qtbot.waitUntil(lambda: QToolTip.text() == field.toolTip() != "")
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: QToolTip.isVisible() and QToolTip.text() == field.toolTip())


@pytest.mark.parametrize(("department", "closed"), [("971", True), ("23", False)])
def test_the_calendar_shows_the_public_holidays_of_the_department(qtbot: QtBot, department: str, closed: bool) -> None:
    calendar = Calendar(None, department)
    qtbot.addWidget(calendar)
    calendar.setCurrentPage(2026, 5)
    late = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    first, abolition = (calendar.dateTextFormat(QDate(2026, 5, day)) for day in (1, 27))
    assert first.foreground().color() == late
    assert first.toolTip() == "fête du Travail"
    assert (abolition.foreground().color() == late) == closed
