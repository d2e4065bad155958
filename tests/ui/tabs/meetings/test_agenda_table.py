"""The agenda by keyboard and button: move, delete, add; the point chosen is the one shown under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.i18n import _
from msp_desktop.services.meetings import update_item
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.meetings.agenda_table import TITLE_COLUMN, AgendaTable
from msp_desktop.ui.tabs.meetings.tab import MeetingsTab

KEY = Qt.Key


@pytest.fixture
def tab(window: MainWindow) -> MeetingsTab:
    window.go_to("meetings")
    page = window.current_page()
    assert isinstance(page, MeetingsTab)
    return page


@pytest.fixture
def agenda(tab: MeetingsTab) -> AgendaTable:
    return tab.findChildren(AgendaTable)[0]


def button(tab: MeetingsTab, name: str) -> QAbstractButton:
    return next(found for found in tab.findChildren(QAbstractButton) if found.accessibleName() == name)


def titles(agenda: AgendaTable) -> list[str]:
    return [row.item.title for row in agenda.rows.rows()]


def shown(tab: MeetingsTab) -> str:
    """Return the title over the fields of the point shown."""
    return tab._item_form._heading.text()


def chosen(agenda: AgendaTable) -> str | None:
    row = agenda.rows.row_with(agenda.chosen_id())
    return row.item.title if row is not None else None


def test_a_point_is_chosen_from_the_start_and_shown(tab: MeetingsTab, agenda: AgendaTable) -> None:
    assert chosen(agenda) == titles(agenda)[0] == shown(tab)


def test_after_delete_the_neighbour_is_chosen_so_that_delete_deletes_again(
    tab: MeetingsTab, agenda: AgendaTable, window: MainWindow, qtbot: QtBot
) -> None:
    before = titles(agenda)
    agenda.select(agenda.rows.row_at(1).id)
    agenda.setFocus()
    qtbot.keyClick(agenda, KEY.Key_Delete)
    assert chosen(agenda) == shown(tab) == before[2]
    qtbot.keyClick(agenda, KEY.Key_Delete)
    assert titles(agenda) == [before[0], *before[3:]]
    assert QApplication.focusWidget() is agenda
    assert window.workspace is not None
    window.workspace.undo()
    assert chosen(agenda) == shown(tab) == before[2]


def test_the_buttons_move_and_delete_the_point_chosen(tab: MeetingsTab, agenda: AgendaTable) -> None:
    before = titles(agenda)
    button(tab, _("Move down")).click()
    assert titles(agenda) == [before[1], before[0], *before[2:]]
    assert chosen(agenda) == shown(tab) == before[0]
    button(tab, _("Move up")).click()
    assert titles(agenda) == before
    button(tab, _("Delete this point")).click()
    assert titles(agenda) == before[1:]
    assert chosen(agenda) == shown(tab) == before[1]


def test_alt_and_the_arrows_do_the_same_and_the_menu_names_them(agenda: AgendaTable, qtbot: QtBot) -> None:
    before = titles(agenda)
    agenda.setFocus()
    qtbot.keyClick(agenda, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(agenda)[:2] == [before[1], before[0]]
    menu = agenda.menu()
    assert all("\t" in entry.text() for entry in menu.actions())
    assert [entry.text().split("\t")[0] for entry in menu.actions()] == [
        _("Move up"),
        _("Move down"),
        _("Delete this point"),
    ]


def test_a_point_added_is_being_named(tab: MeetingsTab, agenda: AgendaTable, window: MainWindow, qtbot: QtBot) -> None:
    count = len(titles(agenda))
    add = button(tab, _("Add a point"))
    add.setFocus()
    qtbot.keyClick(add, KEY.Key_Space)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Point CPAM et ARS")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: "Point CPAM et ARS" in titles(agenda))
    assert len(titles(agenda)) == count + 1
    assert window.workspace is not None
    assert "Point CPAM et ARS" in [item.title for item in window.workspace.reader.all(AgendaItem)]


def test_another_meeting_is_shown_from_the_top_and_with_its_own_point(
    tab: MeetingsTab, agenda: AgendaTable, window: MainWindow, qtbot: QtBot
) -> None:
    bar = tab._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    other = next(key for key in tab._order if key != tab._chosen)
    tab._list.select(other)
    tab._choose(other)
    assert bar.value() == 0
    assert chosen(agenda) == shown(tab) == titles(agenda)[0]


def test_a_meeting_deleted_leaves_its_neighbour_and_undo_chooses_it_again(tab: MeetingsTab, window: MainWindow) -> None:
    assert window.workspace is not None
    gone = tab._order[-1]
    tab._choose(gone)
    tab._on_delete()
    assert window.workspace.reader.find(Meeting, id=gone) is None
    assert tab._list.current_key() == tab._chosen == tab._order[-1]
    assert QApplication.focusWidget() is tab._list
    window.workspace.undo()
    assert tab._list.current_key() == tab._chosen == gone


def test_several_points_deleted_are_one_step(agenda: AgendaTable, window: MainWindow, qtbot: QtBot) -> None:
    before = titles(agenda)
    agenda.setFocus()
    agenda.selectAll()
    qtbot.keyClick(agenda, KEY.Key_Delete)
    assert titles(agenda) == []
    assert window.workspace is not None
    window.workspace.undo()
    assert titles(agenda) == before


@pytest.mark.parametrize(
    ("minutes", "said"), [(25, "20 à 30"), (20, "20 à 30"), (31, "plus que 20 à 30"), (19, "moins que 20 à 30")]
)
def test_how_long_the_kit_advises_is_beside_each_length(
    tab: MeetingsTab, agenda: AgendaTable, window: MainWindow, minutes: int, said: str
) -> None:
    row = next(row for row in agenda.rows.rows() if row.item.title == "Tour de table")
    window.workspace.attempt(update_item, row.id, Change(AgendaItem, minutes=minutes))
    number = titles(agenda).index("Tour de table")
    words = [str(agenda.model().index(number, column).data() or "") for column in range(agenda.model().columnCount())]
    assert said in words
    assert "10" in [str(agenda.model().index(4, column).data() or "") for column in range(agenda.model().columnCount())]


def test_a_point_of_ones_own_is_advised_no_length(tab: MeetingsTab, agenda: AgendaTable, window: MainWindow) -> None:
    row = agenda.rows.row_at(1)
    window.workspace.attempt(update_item, row.id, Change(AgendaItem, title="Le nôtre", minutes=90))
    assert agenda.rows.row_with(row.id).advised is None


def drag(qtbot: QtBot, agenda: AgendaTable, held: int, to: int, *, below: bool, stop: bool = False) -> None:
    """Take a row by the mouse to the upper or lower half of another, and let it go there, or give up with Escape."""
    view = agenda.viewport()

    def point(row: int, part: float) -> QPoint:
        place = agenda.visualRect(agenda.rows.index(row, TITLE_COLUMN))
        return QPoint(place.center().x(), round(place.top() + place.height() * part))

    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=point(held, 0.5))
    for part in (0.5, 0.8 if below else 0.2):
        local = point(to, part)
        where = QPointF(local)
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            where,
            QPointF(view.mapToGlobal(local)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, move)
    if stop:
        qtbot.keyClick(agenda, KEY.Key_Escape)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=point(to, 0.8 if below else 0.2))


def test_a_point_is_dragged_where_it_is_let_go_and_stays_chosen(
    tab: MeetingsTab, agenda: AgendaTable, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    one, two, three, *others = titles(agenda)
    drag(qtbot, agenda, 0, 2, below=True)
    assert titles(agenda) == [two, three, one, *others]
    assert chosen(agenda) == shown(tab) == one
    drag(qtbot, agenda, 2, 0, below=False)
    assert titles(agenda) == [one, two, three, *others]
    drag(qtbot, agenda, 1, 4, below=True)
    assert titles(agenda)[-1] == two
    window.workspace.undo()
    assert titles(agenda) == [one, two, three, *others], "a drag is one step"
    before = window.workspace.store.history.undo_label()
    drag(qtbot, agenda, 1, 1, below=True)
    drag(qtbot, agenda, 0, 3, below=True, stop=True)
    assert titles(agenda) == [one, two, three, *others], "let go where it was, or given up with Escape"
    assert window.workspace.store.history.undo_label() == before
    assert agenda.selected_ids() == [agenda.rows.row_at(0).id], "no other row was chosen on the way"


def test_a_point_added_is_in_sight_in_the_lowest_window(
    tab: MeetingsTab, agenda: AgendaTable, window: MainWindow
) -> None:
    window.resize(1093, 510)
    QApplication.processEvents()
    button(tab, _("Add a point")).click()
    QApplication.processEvents()
    (editor,) = agenda.findChildren(QLineEdit)
    pane = tab._area.viewport()
    assert pane.rect().contains(editor.mapTo(pane, editor.rect().center()))
