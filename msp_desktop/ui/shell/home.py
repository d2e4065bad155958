"""The start page in the window: what each of its wishes does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from msp_desktop.services import preferences as prefs
from msp_desktop.ui.shell import actions, papers

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.shell.start_page import StartPage


def show(window: MainWindow, sentence: str = "") -> StartPage:
    """Show the start page, with the sentence that says why a dossier could not be opened, and return it."""
    from msp_desktop.ui.shell.start_page import StartPage

    page = StartPage(window.preferences, window.clock().date())
    page.request_open.connect(lambda path: window.open_dossier(Path(path)))
    page.request_browse.connect(lambda: actions.browse(window))
    page.request_new.connect(lambda: actions.new_dossier(window))
    page.request_sample.connect(lambda: actions.open_sample(window))
    page.request_restore.connect(lambda: actions.show_copies(window))
    page.request_forget.connect(lambda path: _forget(window, path))
    page.request_place.connect(lambda path, tab, target: _open_at(window, path, tab, target))
    page.request_week.connect(lambda week: papers.show_week(window, week))
    window.show_alone(page)
    page.say(sentence)
    return page


def _forget(window: MainWindow, path: str) -> None:
    """Take a dossier off the list, say where its file stays, and offer to put it back."""
    from msp_desktop.services import kept_words

    entry = next((known for known in window.preferences.recent if known.path == path), None)
    _keep(window, window.preferences.without_recent(path))
    kept_words.forget(Path(path))
    page = show(window)
    if entry is not None:
        page.say_forgotten(entry)
        page.request_remember.connect(lambda: _put_back(window, entry))


def _put_back(window: MainWindow, entry: prefs.Recent) -> None:
    _keep(window, window.preferences.with_recent(entry))
    show(window)


def _keep(window: MainWindow, preferences: prefs.Preferences) -> None:
    window.preferences = preferences
    prefs.save(preferences)


def _open_at(window: MainWindow, path: str, tab: str, target: Any) -> None:
    if window.open_dossier(Path(path)):
        window.go_to(tab, target)
