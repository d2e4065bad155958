"""A document beside its form: drawn again a moment after a change, a sentence where it cannot be made."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.services.referent import update_referent_person
from msp_desktop.ui.papers.page_view import PageView
from msp_desktop.ui.papers.preview import Preview
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.workspace import Workspace


def test_what_is_missing_is_said_then_the_pages_are_drawn_and_print_asks_for_its_paper(
    qtbot: QtBot, workspace: Workspace
) -> None:
    preview = Preview(workspace, "referent")
    qtbot.addWidget(preview)
    pages = preview.findChildren(PageView)[0]
    preview.show()
    qtbot.waitUntil(lambda: any("aucune personne" in label.text().casefold() or label.text().startswith("Personne")
                                for label in preview.findChildren(QLabel)), timeout=5000)  # fmt: skip
    assert pages.page_count() == 0
    update_referent_person(workspace.store, False, Change(Person, civility="Mme", last_name="Roche"))
    preview.changed()
    qtbot.waitUntil(lambda: pages.page_count() > 0, timeout=5000)
    with qtbot.waitSignal(workspace.request_papers) as asked:
        preview.findChildren(MainButton)[0].click()
    assert asked.args[0] == ("referent",)
