"""The page « Le poste »: the ways compared, one chosen; the post written, its missions kept, reworded, added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.missions import Mission, Sheet
from msp_desktop.i18n import _
from msp_desktop.method.cls import kit_cls
from msp_desktop.services import coordination as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.missions.mission_row import MissionRow
from msp_desktop.ui.tabs.project.post_page import PostPage, make
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.layouts import column
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[PostPage]:
    made = make(workspace)
    assert isinstance(made, PostPage)
    host = QWidget()
    assert made.main is not None
    assert made.panel is not None
    host.setLayout(column(made.main, made, made.panel))
    qtbot.addWidget(host)
    workspace.changed.connect(made.refresh)
    host.resize(900, 1200)
    host.show()
    yield made
    host.hide()


def rows(page: PostPage) -> list[MissionRow]:
    return [row for row in page.findChildren(MissionRow) if row.isVisible()]


def test_the_ways_are_proposed_compared_and_one_is_chosen(page: PostPage, workspace: Workspace, qtbot: QtBot) -> None:
    reader = workspace.reader
    button(page, _("Compare the ways we know")).click()
    assert len(reader.all(CoordinationOption)) == len(kit_cls().options)
    table = next(t for t in page.findChildren(RecordTable) if t.accessibleName() == _("Ways of doing the coordination"))
    assert table.isVisible()
    table.select(reader.all(CoordinationOption)[1].id)
    button(page, _("Choose this way")).click()
    post = reader.one(CoordinatorPost, 1)
    assert (post.option_id, post.decided_on) == (reader.all(CoordinationOption)[1].id, workspace.today())
    button(page, _("No longer choose it")).click()
    assert reader.one(CoordinatorPost, 1).option_id is None
    workspace.store.undo()
    assert button(page, _("No longer choose it")).isVisible()


def test_the_post_is_begun_then_the_main_action_adds_a_mission(
    page: PostPage, workspace: Workspace, qtbot: QtBot
) -> None:
    assert rows(page) == []
    button(page.window(), _("Write the post")).click()
    assert len(rows(page)) == len(kit_cls().missions) + len(kit_cls().profile.missions)
    page.window().activateWindow()
    button(page.window(), _("Add a mission")).click()
    line = QApplication.focusWidget()
    assert isinstance(line, AddLine)
    qtbot.keyClicks(line, "Tenir le fil")
    qtbot.keyClick(line, KEY.Key_Return)
    own = workspace.reader.all(Mission, kit_code=None)
    assert [(mission.text, mission.sheet) for mission in own] == [("Tenir le fil", Sheet.COORDINATOR)]
    profile = next(one for one in page.findChildren(AddLine) if one.accessibleName() == _("A new line of the profile"))
    qtbot.keyClicks(profile, "Permis B")
    qtbot.keyClick(profile, KEY.Key_Return)
    assert [row.sheet for row in workspace.reader.all(Mission, text="Permis B")] == [Sheet.PROFILE]


def test_a_mission_set_aside_stays_where_it_is(page: PostPage, workspace: Workspace) -> None:
    service.begin_post(workspace.store)
    before = rows(page)
    before[0].findChildren(QCheckBox)[0].click()
    assert rows(page) == before
    assert not workspace.reader.all(Mission, sheet=Sheet.COORDINATOR, order="position")[0].kept


def test_what_is_typed_of_the_post_is_kept(page: PostPage, workspace: Workspace, qtbot: QtBot) -> None:
    service.begin_post(workspace.store)
    field = next(one for one in page.findChildren(LineField) if one.accessibleName() == _("Place of work"))
    qtbot.keyClicks(field, "Bourg")
    workspace.flush()
    assert workspace.reader.one(CoordinatorPost, 1).works_at == "Bourg"


def test_the_page_says_which_words_are_its_own(page: PostPage, workspace: Workspace) -> None:
    service.begin_post(workspace.store)
    way = service.add_option(workspace.store, "Un poste")
    service.update_option(workspace.store, way.id, Change(CoordinationOption, in_favour="proche"))
    reader = workspace.reader
    assert page.place_of(DraftKey("CoordinationOption", way.id, "in_favour")) == way.id
    assert page.place_of(DraftKey("CoordinatorPost", 1, "means")) is True
    ours = reader.all(Mission, sheet=Sheet.COORDINATOR)[0].id
    theirs = reader.all(Mission, sheet=Sheet.REFERENT)[0].id
    assert page.place_of(DraftKey("Mission", ours, "text")) is True
    assert page.place_of(DraftKey("Mission", theirs, "text")) is None
    page.show_target(way.id)
    assert cast(int, page.target()) == way.id


def test_the_post_begun_comes_into_view_with_the_keyboard(page: PostPage, workspace: Workspace, qtbot: QtBot) -> None:
    service.add_option(workspace.store, "Un poste")
    page.window().resize(900, 500)
    assert isinstance(page.main, QAbstractButton)
    page.main.click()
    focused = page.window().focusWidget()
    assert focused is not None
    assert page._forms[0].isAncestorOf(focused)
    qtbot.waitUntil(lambda: not focused.visibleRegion().isEmpty())
