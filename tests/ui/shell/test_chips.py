"""What the header counts: the follow-ups due, told once when the dossier opens; a press leads to them."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Person
from msp_desktop.services import journal
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.chips import follow_up_words, sentence_at_start
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, says


def owe(workspace: Workspace, days: int, whom: str = "") -> Exchange:
    """Note an exchange whose next step was for so many days ago."""
    given = Exchange(
        held_on=TODAY - timedelta(30), subject="Appel", with_whom=whom, next_step_on=TODAY - timedelta(days)
    )
    return journal.finish(workspace.store, journal.begin_exchange(workspace.store, given).id)


def test_the_chip_counts_what_is_due_and_late(workspace: Workspace) -> None:
    assert follow_up_words(workspace) is None
    owe(workspace, -5)
    assert follow_up_words(workspace) is None, "what comes is not due"
    owe(workspace, 0)
    words = follow_up_words(workspace)
    assert words is not None
    assert (words.text, words.tip) == ("1 relance", "pour aujourd’hui")
    owe(workspace, 8)
    words = follow_up_words(workspace)
    assert words is not None
    assert (words.text, words.short, words.tip) == ("2 relances", "2", "dont 1 en retard")


def test_what_is_due_is_said_in_one_line_at_the_start(workspace: Workspace) -> None:
    assert sentence_at_start(workspace) == ""
    with workspace.store.write("Annuaire") as tx:
        tx.insert(Person(civility="Mme", last_name="Roux"))
    owe(workspace, 8, "Mme Roux")
    owe(workspace, 0)
    assert sentence_at_start(workspace) == "2 relances\u00a0: Mme Roux (8 jours de retard), Appel (aujourd’hui)"
    for _more in range(3):
        owe(workspace, 1)
    assert sentence_at_start(workspace).endswith("…")
    journal.begin_exchange(workspace.store, Exchange(held_on=TODAY, said="a"))
    assert sentence_at_start(workspace).endswith("1 échange à finir de noter")


def test_the_window_shows_it_keeps_it_true_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    for one in journal.follow_ups_due(workspace.reader, TODAY):
        journal.mark_done(workspace.store, one.id, TODAY)
    owed = owe(workspace, 3)
    qtbot.waitUntil(lambda: button(window, "1 relance").isVisible())
    button(window, "1 relance").click()
    tab = window.current_tab()
    assert tab is not None
    assert (window.current_key(), tab.target()[0]) == ("actors", "journal")
    chip = button(window, "1 relance")
    journal.mark_done(workspace.store, owed.id, TODAY)
    qtbot.waitUntil(lambda: not chip.isVisible())
    workspace.undo()
    qtbot.waitUntil(chip.isVisible)


def test_a_dossier_that_opens_says_what_is_due(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    owe(workspace, 2)
    assert window.open_dossier(workspace.store.path)
    qtbot.waitUntil(lambda: says(window, "Appel (2 jours de retard)"))
