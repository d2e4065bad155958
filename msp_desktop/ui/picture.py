"""Draw a tab of the window into an image, for the README and for looking at it."""

from __future__ import annotations

import argparse
from datetime import datetime, time
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QCoreApplication, QElapsedTimer, QEvent, QEventLoop

from msp_desktop.db.faults import explained
from msp_desktop.files import free_path, write_whole
from msp_desktop.paths import make_folder
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.start import make_application
from msp_desktop.ui.unseen import draw_unseen
from msp_desktop.ui.widgets.after_paint import all_done

#: Time given to what draws itself a moment later (a page preview), in milliseconds.
SETTLE = 1500
#: The longest wait for what is made after the first paint, on a busy machine, in milliseconds.
LONGEST = 20_000


def draw_tab(options: argparse.Namespace) -> Path:
    """Draw the tab named in the options and return the image's path."""
    from msp_desktop.ui.main_window import MainWindow

    draw_unseen()
    preferences = replace(Preferences(), theme=options.theme, text_percent=min(200, max(100, options.text)))
    make_application(["msp-desktop"], preferences)
    moment = datetime.combine(options.today, time(14, 32)) if options.today else datetime.now()
    window = MainWindow(lambda: moment, preferences)
    window.resize(*options.size)
    from msp_desktop.services.dossiers import open_existing

    window.show_store(open_existing(options.file))
    window.go_to(options.tab)
    window.show()
    patience = QElapsedTimer()
    patience.start()
    while not all_done(window) and patience.elapsed() < LONGEST:
        settle(20)
    settle(SETTLE)
    path: Path = options.out if options.replace else free_path(options.out)
    image = QBuffer()
    image.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(image, "PNG")
    window.close()
    with explained():
        make_folder(path.parent)
        write_whole(path, bytes(image.data().data()))
    return path


def settle(milliseconds: int) -> None:
    """Let the window work for a while."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        # As the application's own loop does: what is taken down would else stay, and be dressed anew each time.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
