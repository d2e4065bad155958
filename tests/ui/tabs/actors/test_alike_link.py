"""« Deux fiches se ressemblent »: there as long as some do, counted while nobody waits."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services.duplicates import duplicates, say_apart
from msp_desktop.services.people import add_person
from msp_desktop.ui.tabs.actors.alike_link import AlikeLink
from msp_desktop.ui.tabs.actors.directory_page import make
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW


def test_the_link_counts_the_pairs_and_goes_with_the_last(qtbot: QtBot, store: Store) -> None:
    workspace = Workspace(store, lambda: NOW)
    for last in ("Fontanel", "FONTANEL", "Roche", "Rochet"):
        add_person(store, Person(first_name="Léa", last_name=last))
    page = make(workspace)
    workspace.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    link = page.findChildren(AlikeLink)[0]
    qtbot.waitUntil(link.isVisible)
    first, second = duplicates(store.reader)
    assert "2" in link.text()
    say_apart(store, first.one.id, first.other.id)
    qtbot.waitUntil(lambda: link.accessibleName() == _("Two entries look alike"))
    say_apart(store, second.one.id, second.other.id)
    qtbot.waitUntil(lambda: not link.isVisible())
    store.undo()
    qtbot.waitUntil(link.isVisible)
