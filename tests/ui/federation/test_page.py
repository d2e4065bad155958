"""The federation's window: what is seen of forty communes, how it is filtered, what is done with files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.domain.carried.refusals import Why, refusal_words
from msp_desktop.domain.federated.communes import Order
from msp_desktop.domain.federated.files import Outcome, ReadFile, Verdict
from msp_desktop.exchange.carried.farm import Progress
from msp_desktop.federation.base.take import take
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.preferences import Preferences, load
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.dialogs.basin_dialog import BasinDialog
from msp_desktop.ui.federation.base_hub import BaseHub
from msp_desktop.ui.federation.columns import heads
from msp_desktop.ui.federation.open_dialog import address, parts_of
from msp_desktop.ui.federation.page import FederationPage, added_words
from msp_desktop.ui.federation.table import CommuneTable
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.federation import show
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.chart_view import ChartView
from msp_desktop.ui.widgets.column_heads import room_for
from msp_desktop.ui.widgets.list_rows import RowList
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.conftest import NOW
from tests.ui.find import button, named, says
from tests.ui.modal import dialog
from tools.made_up import made_up
from tools.made_up_hub import MadeUpAdding, MadeUpHub
from tools.scene import settle


@pytest.fixture
def alone(qtbot: QtBot) -> MainWindow:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    return window


def page_of(window: MainWindow, count: int = 40) -> FederationPage:
    page = show(window, MadeUpHub(count, NOW.date()))
    settle(window)
    return page


def names(page: FederationPage) -> list[str]:
    table = page.findChild(CommuneTable)
    assert table is not None
    return [row.line.name for row in table.rows.rows()]


def test_it_shows_the_communes_those_to_watch_first(alone: MainWindow) -> None:
    page = page_of(alone)
    assert len(names(page)) == 40
    assert set(names(page)[:3]) == {"Saint-Exemple", "Roche-Modèle", "Pont-Témoin"}
    assert "FEMAGE" in alone.windowTitle()
    assert says(page, _("{count} communes").format(count=40))
    assert says(alone, _("Figures without people's names"))
    table = page.findChild(CommuneTable)
    assert table is not None
    table.select(next(row.id for row in table.rows.rows() if row.line.name == "Saint-Exemple"))
    settle(alone)
    assert says(page, "Fin des 100 jours")  # its story


def test_filters_words_and_heads_ask_the_base(alone: MainWindow) -> None:
    page = page_of(alone)
    button(page, _("{count} to watch").format(count=6)).click()
    settle(alone)
    assert len(names(page)) == 6
    alone.activateWindow()
    page.show_view(type(page.view())())
    page._tabs.field.setText("temoin")
    settle(alone, 300)
    assert set(names(page)) == {"Pont-Témoin", "Bourg-Témoin"}
    page._tabs.field.clear()
    page._communes.table.horizontalHeader().sectionClicked.emit(0)
    settle(alone, 300)
    assert page.view().order is Order.NAME
    assert names(page)[0].startswith("Bourg")


def test_the_keys_step_through_the_tabs(alone: MainWindow) -> None:
    page = page_of(alone)
    alone.step_tab(1)
    settle(alone)
    assert page.tab() == "week"
    week = named(page, RowList, _("This week"))
    assert week.model().rowCount() > 4
    alone.step_tab(1)
    settle(alone)
    settle(alone, 100)
    assert page.tab() == "totals"
    assert says(page, _("Departures, by profession"))
    drawn = [chart for chart in page.findChildren(ChartView) if chart.isVisible()]
    assert [chart.accessibleName() for chart in drawn] == [
        "Quatre points de vigilance, chacun dans deux communes", "Infirmiers\u00a0: 29 départs d’ici cinq ans",
    ]  # fmt: skip
    assert says(page, drawn[1].accessibleName())
    wide = drawn[1].width()
    alone.resize(alone.width() - 400, alone.height())
    settle(alone)
    assert drawn[1].width() < wide


def test_files_added_are_said_and_those_refused_are_led_to(alone: MainWindow, tmp_path: Path) -> None:
    page = page_of(alone)
    hub = page.hub
    assert isinstance(hub, MadeUpHub)
    taken = tuple(one for one in hub.files if one.why is None)[:3]
    refused = tuple(one for one in hub.files if one.why is not None)
    hub.adding = MadeUpAdding(Outcome(taken=taken, refused=refused), Progress(files=2, files_in_all=5), over=False)
    page.take_files([tmp_path])
    assert not page.takes_files()
    assert page.busy_words()
    hub.adding.over = True
    settle(alone, 200)
    assert says(alone, added_words(Outcome(taken=taken)))
    page.look()  # what reads the communes again leaves the word
    settle(alone, 200)
    why = button(page, _("See why"))
    assert why.isVisible()
    why.click()
    settle(alone)
    table = named(page, RecordTable, _("Files received"))
    assert len(table.rows.rows()) == len(refused)
    assert not why.isVisible()


def test_a_code_that_is_another_commune_s_is_led_to(alone: MainWindow, tmp_path: Path) -> None:
    page = page_of(alone)
    hub = page.hub
    assert isinstance(hub, MadeUpHub)
    newest, *others = hub.files
    doubtful = replace(others[0], verdict=Verdict.TAKEN, why=None, doubt="code 75056\u00a0: Paris, à vérifier")
    hub.files = [newest, doubtful, *others[1:]]
    hub.adding = MadeUpAdding(Outcome(taken=(doubtful,)), Progress(files=1, files_in_all=1), over=True)
    page.take_files([tmp_path])
    settle(alone, 200)
    assert says(alone, "1 fichier est à vérifier.")
    button(page, _("See why")).click()
    settle(alone)
    table = named(page, RecordTable, _("Files received"))
    assert table.chosen_id() == f"{doubtful.sha256} {doubtful.name}"
    assert says(page, "(code 75056\u00a0: Paris, à vérifier)")


def test_a_base_in_a_synchronised_folder_is_told_once(alone: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "OneDrive - Essai" / "federation.sqlite"
    alone.preferences = Preferences(federation=str(path))
    page = show(alone, BaseHub(path))
    settle(alone)
    assert says(page, "La base est dans OneDrive")
    assert says(alone, "Base dans OneDrive")
    button(page, _("Go on here")).click()
    assert not says(page, "La base est dans OneDrive")
    assert str(path) in load()[0].stays
    again = show(alone, BaseHub(path))
    settle(alone)
    assert not says(again, "La base est dans OneDrive")
    assert says(alone, "Base dans OneDrive")


def test_what_others_added_is_seen_on_coming_back_and_by_its_key(alone: MainWindow) -> None:
    page = page_of(alone, 10)
    hub = page.hub
    assert isinstance(hub, MadeUpHub)
    hub.lines = MadeUpHub(12, NOW.date()).lines
    page.show_tab("week")
    page.show_tab("communes")
    settle(alone)
    assert len(names(page)) == 12
    hub.lines = MadeUpHub(13, NOW.date()).lines
    QTest.keyClick(page.findChild(CommuneTable), Qt.Key.Key_F5)  # type: ignore[call-overload]
    settle(alone)
    assert len(names(page)) == 13


def test_what_brought_nothing_new_takes_nothing_older_back(alone: MainWindow, tmp_path: Path) -> None:
    page = page_of(alone)
    hub = page.hub
    assert isinstance(hub, MadeUpHub)
    nothing = _("Nothing is taken back: the files added last brought nothing new, or are not there anymore")
    page.undo()  # nothing was added since the base was opened: what was added another day stays
    assert says(alone, nothing)
    page.undo()
    taken = hub.files[:1]
    for outcome in (Outcome(taken=tuple(taken)), Outcome(unchanged=tuple(taken))):
        hub.adding = MadeUpAdding(outcome, Progress(files=1, files_in_all=1), over=True)
        page.take_files([tmp_path])
        settle(alone, 200)
        page.undo()
        settle(alone)
        assert hub.taken_back == ["made up"]
        assert says(alone, nothing) is bool(outcome.unchanged)


def test_large_letters_have_the_panel_under_the_table_in_one_pane(qtbot: QtBot) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.resize(780, 600)
    window.show()
    page = page_of(window)
    assert page._pane.isAncestorOf(page._side)
    assert page._side.geometry().top() >= page._stack.geometry().bottom()
    window.resize(1366, 697)
    settle(window)
    assert not page._pane.isAncestorOf(page._side)
    assert page._side.isVisibleTo(page)


def test_a_second_dossier_is_decided(alone: MainWindow) -> None:
    page = page_of(alone)
    page.show_files("decide")
    settle(alone)
    waiting = next(one for one in page.hub.receipts() if one.why is Why.OTHER_DOSSIER)
    button(page, _("It is the right dossier: {name}").format(name=waiting.name)).click()
    settle(alone)
    assert not [one for one in page.hub.receipts() if one.why is Why.OTHER_DOSSIER]


def test_an_empty_base_says_what_it_is_for(alone: MainWindow) -> None:
    page = page_of(alone, 0)
    assert page._empty.button.isVisibleTo(page)
    assert page.takes_files()


def test_a_server_is_addressed_without_its_password() -> None:
    where = address("base.exemple", "5432", "sante 100", "camille")
    assert where == "postgresql+psycopg://camille@base.exemple/sante%20100"
    assert parts_of(where) == ("base.exemple", "5432", "sante 100", "camille")
    assert address("::1", "5433", "b", "") == "postgresql+psycopg://[::1]:5433/b"
    assert parts_of("/tmp/federation.sqlite") == ("", "5432", "", "")


def test_the_window_reads_a_real_base(alone: MainWindow, tmp_path: Path) -> None:
    hub = BaseHub(tmp_path / "federation.sqlite").open()
    now = NOW.astimezone()
    reads = [
        ReadFile(name=f"{at}.pdf", sha256=f"{at:064x}", data=one) for at, one in enumerate(made_up(12, NOW.date()))
    ]
    take(hub._opened(), reads, now, "camille")
    page = show(alone, hub)
    settle(alone)
    assert len(names(page)) == 12
    page.show_files("all")
    settle(alone)
    assert len(named(page, RecordTable, _("Files received")).rows.rows()) == 12


def test_two_to_six_communes_are_joined(alone: MainWindow) -> None:
    page = page_of(alone)
    table = page.findChild(CommuneTable)
    assert table is not None
    joined: list[tuple[str, ...]] = []
    page.request_basin.connect(lambda datas: joined.append(tuple(data.commune.name for data in datas)))
    for row in range(7):
        table.selectionModel().select(
            table.model().index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
        assert page._communes._join.isVisibleTo(page) is (1 <= row <= 5)
    table.clearSelection()
    for row in (0, 2):
        table.selectionModel().select(
            table.model().index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    chosen = [row.line.name for row in table.rows.rows() if row.id in table.selected_ids()]
    with scene_dialog(BasinDialog):
        button(page, _("Join these {count} in a basin…").format(count=2)).click()
        settle(alone, 100)
    assert joined == [tuple(chosen)]


@contextmanager
def scene_dialog(kind: type[QDialog]) -> Iterator[None]:
    """Close the dialog of this class that opens meanwhile; fail where none did."""
    seen: list[QWidget] = []

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            seen.append(found)
            found.done(0)

    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert seen


def test_what_is_written_is_said_and_opened_from_there(
    alone: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("msp_desktop.ui.federation.page.show_in_folder", shown.append)
    page = page_of(alone)
    page.write(page.view(), tmp_path / "table.csv")
    settle(alone)
    assert says(page, _("Written: {path}").format(path=tmp_path / "table.csv"))
    button(page, _("Open")).click()  # nothing opens it here: its folder is shown
    button(page, _("Show in its folder")).click()
    assert shown == [tmp_path / "table.csv"] * 2


def test_where_no_commune_is_chosen_the_panel_says_what_to_do(alone: MainWindow) -> None:
    page = page_of(alone)
    words = _("Choose a commune in the table: its story is read here.")
    assert not says(page, words)
    page._communes.table.clearSelection()
    assert says(page, words)
    page._communes.change(words="nowhere")
    settle(alone)
    assert not says(page, words)


def test_the_totals_say_whether_they_are_of_all_communes(alone: MainWindow) -> None:
    page = page_of(alone)
    page.show_tab("totals")
    settle(alone, 100)
    assert says(
        page, ngettext("{count} commune, all there is.", "{count} communes, all there are.", 40).format(count=40)
    )


def test_the_reason_stands_in_the_row_of_what_is_refused(alone: MainWindow) -> None:
    page = page_of(alone)
    page.show_files("refused")
    settle(alone)
    rows = named(page, RecordTable, _("Files received")).rows
    became = {rows.index(at, 2).data() for at in range(len(rows.rows()))}
    assert became == {_("to decide"), *map(refusal_words, (Why.NO_DATA, Why.ENCRYPTED, Why.TOO_LARGE))}


def test_nothing_is_counted_before_it_is_read(alone: MainWindow) -> None:
    page = show(alone, MadeUpHub(40, NOW.date()))
    assert page._tabs._bar.tabText(0) == _("Communes")
    assert page._side.isHidden()
    settle(alone)
    assert page._tabs._bar.tabText(0) == f"{_('Communes')} 40"
    assert not page._side.isHidden()


def test_the_name_stands_beside_its_picture_where_less_is_said(alone: MainWindow) -> None:
    head = page_of(alone)._head
    for width in range(1000, 500, -10):
        alone.resize(width, 697)
        if head._fresh.isHidden():
            break
    assert not head._picture.isHidden()
    assert head._name.x() - head._picture.geometry().right() < 2 * 10 + 1
    assert head._name.width() == head._name.sizeHint().width()


def test_a_view_is_not_replaced_without_a_question(alone: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(alone)
    hub = page.hub
    assert isinstance(hub, MadeUpHub)
    (before,) = hub.views
    answers = [True, False]  # another name, then in its place
    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", lambda *_words: answers.pop(0))

    def name_it(asked: AskWords) -> None:
        asked._field.setPlainText(before.name)
        asked.accept()
        assert asked.isVisible()
        asked.accept()

    page._communes.change(phase="2")
    with dialog(AskWords, name_it):
        page.request_name.emit(page.view())
    settle(alone)
    (kept,) = hub.views
    assert (kept.name, kept.chosen.phase) == (before.name, "2")
    assert page.view() == kept
    page._communes._on_order(Order.NAME, False)
    assert page.view().name == ""


def test_what_breaks_is_not_passed_over_in_silence(alone: MainWindow, qtbot: QtBot) -> None:
    page = page_of(alone)
    page.refused.disconnect()  # a box would wait
    with qtbot.waitSignal(page.refused) as said:
        page.acts._on_ended(None, lambda _value: pytest.fail("it goes on"))
    assert said.args == [_("That could not be done: it is said in the report of faults.")]


def test_a_view_forgotten_comes_back(alone: MainWindow) -> None:
    page = page_of(alone)
    hub = page.hub
    assert isinstance(hub, MadeUpHub)
    before = list(hub.views)
    page.show_view(before[0])
    settle(alone)
    page._communes.request_drop.emit(before[0].name)
    settle(alone)
    assert hub.views == []
    assert page.view().name == ""
    undo = named(alone, LinkButton, _("Undo what just happened"))
    assert undo.isVisible()
    undo.click()
    settle(alone)
    assert hub.views == before
    assert says(alone, _("The view « {name} » is back").format(name=before[0].name))
    assert not undo.isVisible()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_of_each_head_fit_its_column_and_the_arrow_beside_them(alone: MainWindow, language: str) -> None:
    i18n.install(language)
    metrics = page_of(alone)._communes.table.horizontalHeader().fontMetrics()
    for head in heads(lambda: NOW.date()):
        assert room_for(head.column.title + "\u00a0" * 3, metrics) <= head.column.width, head.column.title
