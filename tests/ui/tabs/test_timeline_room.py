"""The tab in more or less room: what gives way, and what never does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.i18n import _
from msp_desktop.services.timeline import timeline
from msp_desktop.ui.tabs.timeline.action_list import ActionList
from msp_desktop.ui.tabs.timeline.head import Head
from msp_desktop.ui.tabs.timeline.strip import Strip
from msp_desktop.ui.tabs.timeline.tab import make
from msp_desktop.ui.theme import apply_theme, theme
from msp_desktop.ui.widgets.after_paint import all_done
from msp_desktop.ui.widgets.column_head import ColumnHead
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY
from tests.dossiers import open_sample
from tests.ui.find import button


@pytest.fixture(params=[100, 150, 200])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> int:
    """The size of the text; the next test has the usual one again."""
    apply_theme(qapp, "light", request.param)
    return int(request.param)


def opened(qtbot: QtBot, folder: Path, width: int, height: int) -> QWidget:
    """Return a window with the tab alone in it."""
    window, tab = QWidget(), make(Workspace(open_sample(folder), lambda: NOW))
    qtbot.addWidget(window)
    window.setLayout(column(tab))
    window.resize(width, height)
    window.show()
    qtbot.waitUntil(lambda: all_done(tab))
    return window


def whole(widget: QAbstractButton) -> bool:
    return widget.isVisible() and widget.width() >= widget.minimumSizeHint().width()


def test_everything_of_the_head_is_in_reach_and_whole_whatever_the_room(
    qtbot: QtBot, tmp_path: Path, letters: int
) -> None:
    for width in (1366, 1180, 1024):
        window = opened(qtbot, tmp_path / str(width), width, 560)
        assert window.width() == width
        head = window.findChild(Head)
        for words in (_("The team first"), _("Print"), _("Add an action")):
            shown = button(head, words)
            assert whole(shown), (width, letters, words)
            assert shown.toolTip() or shown.text()
        assert head.span.isVisible()
        assert head.span.width() >= head.span.minimumSizeHint().width()
        assert head.add.mapTo(head, head.add.rect().bottomRight()).x() < head.width()


def test_some_actions_are_seen_at_once_whatever_the_size_of_the_text(
    qtbot: QtBot, tmp_path: Path, letters: int
) -> None:
    window = opened(qtbot, tmp_path, 1366, 768 - 147 * letters // 100)
    rows, strip = window.findChild(ActionList), window.findChild(Strip)
    shown = rows.visibleRegion().boundingRect().height()
    assert shown >= theme().px(48), (letters, shown)
    if letters == 200:  # with the panel under it: the strip comes after the list
        assert strip.mapTo(window, strip.rect().topLeft()).y() > rows.mapTo(window, rows.rect().topLeft()).y()


@pytest.mark.parametrize(("width", "titles"), [(900, ["Due", "Who", "State"]), (700, ["Due", "State"]), (500, [])])
def test_who_does_it_gives_way_first_then_all_stands_under_the_title(
    qtbot: QtBot, tmp_path: Path, width: int, titles: list[str]
) -> None:
    store = open_sample(tmp_path)
    shown = ActionList()
    qtbot.addWidget(shown)
    told: list[None] = []
    shown.reshaped.connect(lambda: told.append(None))
    shown.resize(width, 400)
    shown.show_timeline(timeline(store.reader, TODAY))
    shown.show()
    assert [title for title, _width in shown.titles()] == [_(title) for title in titles]
    assert len(told) == (width < 900)
    row = shown.row_at(shown.model().index(1, 0))
    assert row is not None
    assert (row.second is not None) == (not titles)
    assert len(row.columns) == len(titles)


def test_the_list_says_how_many_actions_are_done(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path, 1366, 600)
    titles = window.findChild(ColumnHead)
    assert titles.isVisible()
    assert "4" in titles.words()[0]
    assert "13" in titles.words()[0]
    assert titles.words()[1:] == [_("Due"), _("Who"), _("State")]


def test_columns_stay_near_their_titles_in_a_very_wide_list(qtbot: QtBot, tmp_path: Path) -> None:
    from msp_desktop.ui.widgets.list_rows import column_places

    (first, _first), (second, _second) = column_places(2000, [138, 214])
    assert first < 800
    assert second - first == 138
