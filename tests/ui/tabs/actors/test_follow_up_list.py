"""What is owed: one line each, done or put off by a button, all of them when asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.follow_ups import Source
from msp_desktop.i18n import _
from msp_desktop.services import journal
from msp_desktop.ui.tabs.actors.follow_up_list import MOST, FollowUpList, FollowUpRow
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, says


def owe(workspace: Workspace, *days: int) -> list[int]:
    notes = [
        Exchange(
            held_on=TODAY - timedelta(20),
            with_whom="Mme Roux",
            subject=f"Appel {day}",
            next_step=f"rappeler {day}",
            next_step_on=TODAY + timedelta(day),
        )
        for day in days
    ]
    return [journal.note_exchange(workspace.store, one).id for one in notes]


@pytest.fixture
def shown(workspace: Workspace, qtbot: QtBot) -> FollowUpList:
    made = FollowUpList(workspace)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()

    def refresh(_records: object = None) -> None:
        made.show_follow_ups(journal.follow_ups(workspace.reader, TODAY))

    workspace.changed.connect(refresh)
    refresh()
    return made


def lines(shown: FollowUpList) -> list[FollowUpRow]:
    return [line for line in shown.findChildren(FollowUpRow) if line.isVisible()]


def test_nothing_owed_is_nothing_shown(shown: FollowUpList, workspace: Workspace) -> None:
    assert not shown.isVisible()
    owe(workspace, -8, 0, 7)
    assert shown.isVisible()
    assert len(lines(shown)) == 3
    assert says(shown, "8 jours de retard")
    assert says(shown, "1 en retard, 1 aujourd’hui")


def test_done_and_a_week_later_are_one_click_and_undone(shown: FollowUpList, workspace: Workspace) -> None:
    late, today = owe(workspace, -8, 0)
    button(shown, _("It is done: {title}").format(title="Mme Roux, rappeler -8")).click()
    assert workspace.reader.one(Exchange, late).next_step_done_on == TODAY
    assert len(lines(shown)) == 1
    button(shown, _("Put off by a week: {title}").format(title="Mme Roux, rappeler 0")).click()
    assert workspace.reader.one(Exchange, today).next_step_on == date(2026, 5, 5)
    workspace.undo()
    workspace.undo()
    assert len(lines(shown)) == 2


def test_what_is_owed_leads_to_its_exchange(shown: FollowUpList, workspace: Workspace, qtbot: QtBot) -> None:
    (one,) = owe(workspace, 3)
    with qtbot.waitSignal(shown.request_show) as asked:
        button(shown, "rappeler 3").click()
    assert asked.args is not None
    assert asked.args[0].key == (Source.EXCHANGE, one)


def test_all_are_shown_when_asked_and_no_more_than_can_be_made(shown: FollowUpList, workspace: Workspace) -> None:
    owe(workspace, *range(-30, 40))
    assert len(lines(shown)) == 3
    button(shown, "Les 70 relances").click()
    assert len(lines(shown)) == MOST
    assert says(shown, "et 10 autres, plus tard")
    button(shown, _("Fewer")).click()
    assert len(lines(shown)) == 3
