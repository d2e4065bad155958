"""Start the program: the window painted first, what is heavy loaded after."""

from __future__ import annotations

import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QLockFile, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from msp_desktop import i18n, log
from msp_desktop.i18n import _
from msp_desktop.paths import REPLY_SUFFIX
from msp_desktop.services import preferences as prefs
from msp_desktop.ui.collector import Collector
from msp_desktop.ui.heard import factory
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.theme.system import SystemWatch
from msp_desktop.ui.widgets.after_paint import after_paint
from msp_desktop.ui.widgets.sizes import fills_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msp_desktop.ui.listener import Listener
    from msp_desktop.ui.main_window import MainWindow

#: When what can wait is done, in milliseconds after the window is shown: once it is painted.
PAINTED = 50


def run_window(path: Path | None, moment: datetime | None = None, seat: QLockFile | None = None) -> int:
    """Open the window on a dossier, or on the start page, and run until it is closed; return the exit code.

    `moment` fixes the day and time, for the sample and for reproducible pictures. `seat` is the one window's: later
    starts are heard where it is given.
    """
    from msp_desktop.log.reports import stop_watching, watch_crashes
    from msp_desktop.ui.bugs import install_excepthook
    from msp_desktop.ui.ending import end_well
    from msp_desktop.ui.shell import damaged

    crash = watch_crashes()
    stored = prefs.load()
    app = make_application(sys.argv, stored[0])
    window = make_window(path, moment, stored)
    heard = begin(window, seat)
    install_excepthook(window.say, on_damage=lambda: damaged.found_while_open(window))
    end_well(app, window.write_all, window.end)
    if crash is not None:
        window.say(
            _("The application had stopped by itself; your work is intact. Report: {name}").format(
                name=f"{log.FOLDER}/{crash.name}"
            )
        )
    code = app.exec()
    for listener in heard:
        listener.stop()
    stop_watching()
    return code


def begin(window: MainWindow, seat: QLockFile | None = None) -> list[Listener]:
    """Show the window, and do what can wait once it is painted; return what will hear later starts, then."""
    Collector(window)
    heard: list[Listener] = []
    if fills_screen(window):
        window.showMaximized()
    else:
        window.show()
    after_paint(window.current_page(), window.load_the_rest)
    QTimer.singleShot(PAINTED, window, lambda: _do_what_waited(window, seat, heard))
    return heard


def _do_what_waited(window: MainWindow, seat: QLockFile | None, heard: list[Listener]) -> None:
    from msp_desktop.services import kept_words
    from msp_desktop.services.leftovers import sweep_aside
    from msp_desktop.ui.background import purge_later
    from msp_desktop.ui.shell.arrivals import after_boxes, arrive

    log.write_down()
    kept_words.sweep()
    sweep_aside(entry.path for entry in window.preferences.recent)
    purge_later(window.clock())
    watch = SystemWatch(window)
    watch.changed.connect(lambda: after_boxes(window, window.dress_anew))
    if seat is not None:
        from msp_desktop.ui.listener import Listener

        listener = Listener(seat, window)
        listener.arrived.connect(lambda path: arrive(window, path))
        listener.listen()
        window.leaving.connect(listener.stop)  # what is started from now on has a window of its own
        heard.append(listener)


def make_application(arguments: Sequence[str], preferences: prefs.Preferences | None = None) -> QApplication:
    """Return the application with its name, its words and its look."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        # Said on the command line: `setStyle` returns a QStyle, whose classes take long to make for Python.
        app = QApplication([*(arguments or ["msp-desktop"]), "-style", "Fusion"])
    app.setApplicationName("Sante100jours")
    app.setApplicationDisplayName("Santé 100 jours")
    app.setDesktopFileName("sante100jours")
    chosen = preferences or prefs.load()[0]
    _install_qt_words(app)
    factory.install(app)
    apply_theme(app, chosen.shown_theme, chosen.shown_percent)
    return app


def make_window(
    path: Path | None, moment: datetime | None = None, stored: tuple[prefs.Preferences, Path | None] | None = None
) -> MainWindow:
    """Return the window, not yet shown, with a dossier open where a path is given.

    `stored` is what `preferences.load` returned, where it was called before: called again, it would no longer tell of
    a damaged file.
    A dossier that cannot be opened leaves the start page, with the sentence that says why.
    """
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.shell.arrivals import arrive

    def clock() -> datetime:
        return moment or datetime.now()

    preferences, damaged = stored or prefs.load()
    window = MainWindow(clock, preferences)
    if path is None:
        window.show_start()
    elif path.suffix.casefold() == REPLY_SUFFIX:
        window.show_start()
        after_paint(window.current_page(), partial(arrive, window, str(path)))
    else:
        window.open_dossier(path)
    if damaged is not None:
        window.tell_preferences_lost()  # last, since opening says something too
    elif not prefs.can_be_kept():
        window.tell_preferences_not_kept()
    return window


def _install_qt_words(app: QApplication) -> None:
    """Give Qt's own buttons and menus the interface's language."""
    language = i18n.language()
    QLocale.setDefault(QLocale(QLocale.Language.French if language == "fr" else QLocale.Language.English))
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
