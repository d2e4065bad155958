"""Guests chosen in the directory, and somebody new typed beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services.meetings import add_meeting, invite
from msp_desktop.ui.dialogs.choose_people import ChoosePeople, guests_of
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def box(
    workspace: Workspace, shown: Callable[[ChoosePeople], ChoosePeople], monkeypatch: pytest.MonkeyPatch
) -> Iterator[ChoosePeople]:
    monkeypatch.setattr("msp_desktop.ui.dialogs.asking.leave_all_the_same", lambda *_args: True)
    meeting = add_meeting(workspace.store, "equipe")
    first = workspace.reader.all(Person)[0]
    invite(workspace.store, meeting.id, [first.id])
    dialog = shown(ChoosePeople(workspace, guests_of(workspace, meeting.id)))
    yield dialog
    dialog.done(0)


def people(box: ChoosePeople) -> QListWidget:
    return named(box, QListWidget, _("People of the directory"))


def seen(box: ChoosePeople) -> list[str]:
    items = people(box)
    return [items.item(row).text() for row in range(items.count()) if not items.item(row).isHidden()]


def test_everybody_but_those_invited_is_offered(box: ChoosePeople, workspace: Workspace) -> None:
    assert len(seen(box)) == len(workspace.reader.all(Person)) - 1


def test_the_list_is_narrowed_by_any_word_without_accents(box: ChoosePeople, qtbot: QtBot) -> None:
    qtbot.keyClicks(named(box, QLineEdit, _("Search in the directory")), "FONTANEL lea")
    assert len(seen(box)) == 1
    assert "Léa Fontanel" in seen(box)[0]


def test_those_ticked_are_chosen_even_when_hidden_by_the_search(box: ChoosePeople, qtbot: QtBot) -> None:
    assert box.chosen() == []
    one, two = people(box).item(0), people(box).item(1)
    one.setCheckState(CHECKED)
    two.setCheckState(CHECKED)
    wanted = [one.data(Qt.ItemDataRole.UserRole), two.data(Qt.ItemDataRole.UserRole)]
    qtbot.keyClicks(named(box, QLineEdit, _("Search in the directory")), "zzz")
    assert seen(box) == []
    assert box.chosen() == wanted
    two.setCheckState(UNCHECKED)
    assert box.chosen() == wanted[:1]


def test_somebody_new_typed_is_invited_too(box: ChoosePeople, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClicks(named(box, QLineEdit, _("First name")), "Anne")
    qtbot.keyClicks(named(box, QLineEdit, _("Name")), "Petit")
    before = len(workspace.reader.all(Person))
    button(box, _("Invite")).click()
    added = workspace.reader.all(Person)[-1]
    assert len(workspace.reader.all(Person)) == before + 1
    assert (added.first_name, added.last_name) == ("Anne", "Petit")
    assert box.chosen() == [added.id]
    assert not box.isVisible()


def test_a_function_without_a_name_is_said_and_nothing_is_lost(
    box: ChoosePeople, workspace: Workspace, qtbot: QtBot
) -> None:
    refused: list[str] = []
    workspace.refused.connect(refused.append)
    qtbot.keyClicks(named(box, QLineEdit, _("Function or body")), "Pharmacienne")
    button(box, _("Invite")).click()
    assert box.isVisible()
    assert len(refused) == 1
    assert named(box, QLineEdit, _("Function or body")).text() == "Pharmacienne"


def test_all_those_the_filter_shows_are_ticked_at_once(box: ChoosePeople) -> None:
    whole = box._list.count()
    assert box._tick_all.text().strip() == f"Tout cocher ({whole})"
    box._filter.setText("infirm")
    seen = [item.data(Qt.ItemDataRole.UserRole) for item in box._in_sight()]
    assert 0 < len(seen) < whole
    box._tick_all.click()
    assert box.chosen() == seen
    assert box._tick_all.text().strip() == "Tout décocher"
    box._tick_all.click()
    assert box.chosen() == []
