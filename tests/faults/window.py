"""The real window, with the keyboard put where it is asked for: `python -m tests.faults.window FILE WHERE`.

It says « ready » once keys go there. Nothing else of it differs from the program that people start.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from msp_desktop import app
from msp_desktop.i18n import _
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.actions import open_form
from msp_desktop.ui.widgets.record_table import RecordTable

#: The action whose note and steps are written.
ACTION = 3


def note(window: MainWindow) -> QWidget | None:
    """Return the note of an action."""
    window.go_to("timeline", ACTION)
    return _named(window, QPlainTextEdit, _("Notes on this action"))


def line(window: MainWindow) -> QWidget | None:
    """Return the line that adds something to do."""
    window.go_to("timeline", ACTION)
    return _named(window, QLineEdit, _("Add something to do"))


def cell(window: MainWindow) -> QWidget | None:
    """Open a cell of a meeting's agenda, and return its editor."""
    window.go_to("meetings")
    table = _named(window, RecordTable, _("Agenda"))
    if not isinstance(table, RecordTable) or not table.rows.rows():
        return None
    table.setFocus()
    table.edit_cell(table.rows.row_at(0).id, 1)
    editors = [line for line in table.viewport().findChildren(QLineEdit) if line.isVisible()]
    return editors[0] if editors else None


def dialog(window: MainWindow) -> QWidget | None:
    """Open a dialog where words are asked before anything is written, and return its first line."""
    box = QApplication.activeModalWidget()
    if box is None:
        QTimer.singleShot(0, lambda: open_form(window, "meeting-place", ACTION))
        return None
    found = [field for field in box.findChildren(QPlainTextEdit) if field.isVisible() and not field.isReadOnly()]
    return found[0] if found else None


WHERE: dict[str, Callable[[MainWindow], QWidget | None]] = {"note": note, "line": line, "cell": cell, "dialog": dialog}


def _named(window: MainWindow, kind: type[QWidget], name: str) -> QWidget | None:
    found = [widget for widget in window.findChildren(kind) if widget.accessibleName() == name and widget.isVisible()]
    return found[0] if found else None


def _try(where: str, tries: int = 30) -> None:
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
    field = WHERE[where](windows[0]) if windows else None
    if field is None:
        if not tries:
            sys.exit(f"there is no {where} to type in")
        QTimer.singleShot(300, lambda: _try(where, tries - 1))
        return
    field.window().activateWindow()
    field.setFocus()
    print("ready", int(field.window().winId()), flush=True)


def main() -> int:
    """Start the program as its command does, and put the keyboard there."""
    path, where = sys.argv[1:]
    make = QApplication.exec

    def started(*_application: object) -> int:
        QTimer.singleShot(1500, lambda: _try(where))
        return make()

    QApplication.exec = started  # type: ignore[method-assign]
    return app.run(["open", path])


if __name__ == "__main__":
    sys.exit(main())
