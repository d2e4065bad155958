"""The start page in the window: what each of its wishes does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from msp_desktop.formats.hours import clock
from msp_desktop.i18n import ngettext
from msp_desktop.services import preferences as prefs
from msp_desktop.ui.shell import actions, keeping, papers

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.shell.start_page import StartPage


def show(window: MainWindow, sentence: str = "") -> StartPage:
    """Show the start page, with the sentence that says why a dossier could not be opened, and return it.

    What was just done to a dossier stands there with what takes it back.
    """
    from msp_desktop.ui.shell.start_page import StartPage

    page = StartPage(window.preferences, window.clock().date())
    page.request_open.connect(lambda path: window.open_dossier(Path(path)))
    page.request_find.connect(lambda path: keeping.find_again(window, path))
    page.request_keep.connect(lambda what, path: _keep_one(window, what, path))
    page.request_manage.connect(lambda: actions.manage_dossiers(window))
    page.found_missing.connect(lambda path, missing: _on_missing(window, path, missing=missing))
    page.request_undo.connect(lambda: keeping.undo(window))
    page.request_browse.connect(lambda: actions.browse(window))
    page.request_new.connect(lambda: actions.new_dossier(window))
    page.request_sample.connect(lambda: actions.open_sample(window))
    page.request_federation.connect(lambda: actions.open_federation(window))
    page.request_restore.connect(lambda: actions.show_copies(window))
    page.request_place.connect(lambda path, tab, target: _open_at(window, path, tab, target))
    page.request_week.connect(lambda week: papers.show_week(window, week))
    page.read_all.connect(lambda count: _say_read(window, page, count))
    window.show_alone(page)
    page.focus_first()
    page.say(sentence)
    if window.just_done is not None:
        page.say_done(window.just_done.sentence)
    return page


def _say_read(window: MainWindow, page: StartPage, count: int) -> None:
    """Say how many dossiers were read, and when, while their page is shown."""
    if window.current_page() is page:
        words = ngettext("{count} dossier read at {time}", "{count} dossiers read at {time}", count)
        window.say(words.format(count=count, time=clock(window.clock().time())))


def _keep_one(window: MainWindow, what: str, path: str) -> None:
    """Do to a dossier what was chosen of its row, then show the list again."""
    if what == "take_off":
        keeping.take_off(window, path)
        show(window)
    elif {"rename": keeping.rename, "archive": keeping.archive, "bin": keeping.put_in_bin}[what](window, path):
        show(window)


def _on_missing(window: MainWindow, path: str, *, missing: bool) -> None:
    """Remember since when a dossier's file is not found, or that it is there again."""
    entry = keeping.entry_of(window, path)
    if bool(entry.missing_since) == missing:
        return
    since = window.clock().date().isoformat() if missing else ""
    window.preferences = window.preferences.with_changed(path, replace(entry, missing_since=since))
    prefs.save(window.preferences)


def _open_at(window: MainWindow, path: str, tab: str, target: Any) -> None:
    if window.open_dossier(Path(path)):
        window.go_to(tab, target)
