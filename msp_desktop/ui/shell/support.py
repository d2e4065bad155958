"""What helps whoever helps: « À propos », where the data lie, the diagnostic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from msp_desktop.i18n import _
from msp_desktop.paths import data_folder
from msp_desktop.ui.outside import open_outside
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.modal import run

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


def show_about(window: MainWindow) -> None:
    """Show the version, the licences, and what helps whoever helps."""
    from msp_desktop.ui.dialogs.about import About

    dialog = About(window)
    dialog.request_place.connect(lambda: open_data_location(window))
    dialog.request_diagnostic.connect(lambda: copy_diagnostic(window))
    run(dialog)


def open_data_location(window: MainWindow) -> None:
    """Open the folder of the dossiers, the preferences and the log, and say where it is."""
    try:
        folder = data_folder()
    except OSError:
        window.refuse(_("The folder of your data cannot be made on this computer: ask whoever looks after it."))
        return
    open_outside(folder)
    window.say(_("Your data lie in {folder}").format(folder=folder))


def copy_diagnostic(window: MainWindow) -> None:
    """Put the diagnostic on the clipboard."""
    from msp_desktop.services.diagnostic import diagnostic

    workspace = window.workspace
    path, reader = (workspace.store.path, workspace.reader) if workspace else (None, None)
    QGuiApplication.clipboard().setText(diagnostic(window.clock(), screen_words(window), path, reader))
    window.say(_("The diagnostic is copied: paste it into your message. It holds no name and nothing you typed."))


def screen_words(window: MainWindow) -> list[str]:
    """Return Qt's version, the screens, the window's size and how it looks."""
    now = theme()
    screens = "; ".join(
        f"{screen.size().width()}x{screen.size().height()} @ {screen.devicePixelRatio():g}, "
        f"{screen.logicalDotsPerInch():.0f} dpi"
        for screen in QGuiApplication.screens()
    )
    return [
        f"Qt {qVersion()}, {QGuiApplication.platformName()}",
        _("Screens: {words}").format(words=screens),
        _("Window: {width} x {height}").format(width=window.width(), height=window.height()),
        _("Theme: {choice}, {shown}, text {percent} % (in all {total} %)").format(
            choice=window.preferences.shown_theme,
            shown="contrast" if now.contrast else "dark" if now.dark else "light",
            percent=window.preferences.shown_percent,
            total=round(now.scale * 100),
        ),
    ]
