"""Open the real window, run a short journey, write what was seen, quit."""

from __future__ import annotations

import json
import platform
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QGuiApplication

from msp_desktop import __version__
from msp_desktop.db.faults import explained
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.errors import UserError
from msp_desktop.files import draft_folder, write_whole
from msp_desktop.i18n import _
from msp_desktop.paths import data_folder, kept_in, own_command
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.picture import settle
from msp_desktop.ui.start import make_application


def run_auto_test(report: Path, path: Path | None) -> int:
    """Run the journey on a dossier (the sample where none is given) and write the report; return the exit code."""
    _refuse_where_nothing_can_be_written(report)
    app = make_application(["msp-desktop"], Preferences())
    seen: dict[str, Any] = {
        "version": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "system": f"{platform.system()} {platform.release()}",
        "command": own_command(),
        "tabs": [],
        "documents": [],
        "errors": [],
    }
    QTimer.singleShot(0, lambda: _journey(seen, path))
    QTimer.singleShot(0, app.quit)
    app.exec()
    with explained():
        write_whole(report, json.dumps(seen, ensure_ascii=False, indent=2).encode())
    return 1 if seen["errors"] else 0


def _refuse_where_nothing_can_be_written(report: Path) -> None:
    """Say so before the journey, not after it."""
    if report.is_dir() or not report.absolute().parent.is_dir():
        raise UserError(_("The report cannot be written there: give a file in a folder that exists."))


def _journey(seen: dict[str, Any], path: Path | None) -> None:
    before = sys.excepthook
    sys.excepthook = lambda kind, error, _trace: seen["errors"].append(f"{kind.__name__}: {error}")
    try:
        with explained(), draft_folder(data_folder()) as folder, kept_in(folder):
            _walk(seen, path, folder)
    except UserError as error:
        seen["errors"].append(error.sentence)
    finally:
        sys.excepthook = before


def _walk(seen: dict[str, Any], path: Path | None, folder: Path) -> None:
    """Go through the window; what it keeps meanwhile lies in the folder: the user's settings and copies are not ours."""
    from msp_desktop.ui.main_window import MainWindow

    window = MainWindow(datetime.now, Preferences())
    try:
        window.show()
        settle(200)
        _open(window, path, folder)
        screen = window.screen()
        size = screen.size()
        seen["screen"] = {"width": size.width(), "height": size.height(), "ratio": screen.devicePixelRatio()}
        seen["window"] = {"width": window.width(), "height": window.height(), "title": window.windowTitle()}
        for key in TAB_KEYS:
            window.go_to(key)
            settle(150)
            seen["tabs"].append(key)
        _edit_and_undo(window, seen)
        seen["documents"] = _documents(window, folder)
        seen["preview"] = _preview(window, folder)
        seen["licences"] = _licences()
        seen["official"] = _official(folder)
    finally:
        window.close()


def _open(window: Any, path: Path | None, folder: Path) -> None:
    from msp_desktop.services.sample import make_sample

    if path is not None:
        if not window.open_dossier(path):
            raise UserError(f"{path}: not opened")
        return
    window.show_store(make_sample(folder, datetime.now().date()))


def _edit_and_undo(window: Any, seen: dict[str, Any]) -> None:
    from msp_desktop.services.timeline import update_action

    workspace = window.workspace
    if workspace.read_only:
        return
    action = workspace.reader.all(Action)[0]
    workspace.attempt(update_action, action.id, Change(Action, notes=f"{action.notes}\nessai"))
    settle(50)
    workspace.undo()
    if workspace.reader.one(Action, action.id).notes != action.notes:
        seen["errors"].append("undo did not bring the note back")


def _preview(window: Any, folder: Path) -> dict[str, Any]:
    """Open a document page by page, as before printing it, and tell what is drawn."""
    from msp_desktop.domain.mail import Way
    from msp_desktop.exchange.mailers import ways_here
    from msp_desktop.ui.papers import printing
    from msp_desktop.ui.papers.desk import Desk
    from msp_desktop.ui.papers.print_dialog import PrintDialog

    desk = Desk(window.workspace, folder, lambda: Way.AUTO, lambda _way: None)
    dialog = PrintDialog(desk, ("timeline",), desk.context(), window)
    dialog.show()
    settle(300)
    picture = dialog.pages.viewport().grab().toImage()
    middle = picture.height() // 2
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in (middle // 2, middle)}
    count = dialog.pages.page_count()
    dialog.done(0)
    dialog.deleteLater()
    return {"pages": count, "colours": len(colours), "printers": len(printing.printer_names()), "ways": [*ways_here()]}


def _licences() -> dict[str, Any]:
    """Tell what « À propos » says of what is installed: how many parts, Qt's terms, what has no text or wrong ones."""
    from msp_desktop.services.components import components

    found = components(qVersion())
    return {
        "parts": len(found),
        "qt": [part.licence for part in found if part.name.startswith(("Qt", "PySide6", "shiboken6"))],
        "versions": {part.place: part.version for part in found if part.within and part.version},
        "textless": [part.id for part in found if len(part.text) < 200],
        "commercial": [part.id for part in found if "Commercial" in part.licence or "Qt Commercial" in part.text],
    }


def _official(folder: Path) -> list[str]:
    """Read an official file in its own process, as the inventory is filled, and tell whom it names, or why it cannot."""
    from msp_desktop.domain.official import FoundProfessional
    from msp_desktop.exchange.open_data.reading import Reading, Refused

    columns = [
        "Identifiant PP",
        "Nom d'exercice",
        "Code profession",
        "Code mode exercice",
        "Code postal",
        "Code commune",
    ]
    path = folder / "PS_LibreAcces.txt"
    write_whole(path, f"{'|'.join(columns)}\n10000000001|LEFÈVRE|60|L|23000|23096\n".encode())
    reading = Reading([path], ["23096"])
    while not reading.over:
        settle(20)
    told = []
    for one in reading.results:
        people = [] if isinstance(one, Refused) else [p for p in one.found if isinstance(p, FoundProfessional)]
        told += [one.sentence] if isinstance(one, Refused) else [person.last_name for person in people]
    return told


def _documents(window: Any, folder: Path) -> list[dict[str, Any]]:
    from msp_desktop.papers.export import chosen_meetings, due, export
    from msp_desktop.papers.paper import Context

    workspace = window.workspace
    context = Context(workspace.today(), workspace.now())
    meetings = chosen_meetings(workspace.reader, "next", context)
    reader = workspace.reader
    made = [export(reader, paper.key, folder, own) for paper, own in due(reader, context, meetings)]
    return [{"key": entry.key, "pages": entry.pages, "bytes": entry.path.stat().st_size} for entry in made]
