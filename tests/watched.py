"""A journey through the window to be watched by strace: all that writes or looks, but printing."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from msp_desktop import i18n, log
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.papers.catalogue import papers as every_paper
from msp_desktop.services import preferences as prefs
from msp_desktop.services.dossiers import safe_copy
from msp_desktop.services.timeline import update_action
from msp_desktop.ui.one_window import take_seat
from msp_desktop.ui.papers.password_dialog import PasswordDialog
from msp_desktop.ui.papers.print_dialog import PrintDialog
from msp_desktop.ui.shell import actions, papers
from msp_desktop.ui.start import begin, make_application, make_window


def wait(milliseconds: int) -> None:
    """Let the window work meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(dossier: Path, into: Path) -> None:
    """Do it all once."""
    i18n.install("fr")
    from msp_desktop.domain.actions import Action
    from msp_desktop.domain.change import Change

    prefs.save(prefs.load()[0])
    app = make_application(["msp-desktop"])
    seat = take_seat()
    window = make_window(dossier, datetime(2026, 4, 28, 14, 32))
    heard = begin(window, seat)
    wait(800)
    for key in TAB_KEYS:
        window.go_to(key)
        wait(200)
    for action in window.menuBar().actions():
        action.menu().popup(window.pos())
        wait(50)
        action.menu().hide()
    workspace = window.workspace
    action = workspace.reader.all(Action)[0]
    workspace.attempt(update_action, action.id, Change(Action, notes="Un mot"))
    workspace.undo()
    meeting = workspace.reader.all(Meeting)[0].id
    desk = papers._desk(window)
    for paper in every_paper():
        box = PrintDialog(desk, (paper.key,), desk.context(meeting), window)
        box.show()
        wait(100)
        if box._keep.isEnabled():
            box._on_keep()
        if paper.editable and box._word.isEnabled():
            box._on_word()
        if paper.names_people and box._protect.isEnabled():
            QTimer.singleShot(100, lambda: protect(app.activeModalWidget()))
            box._on_protect()
        box.done(0)
    papers.keep_meeting_date(window, meeting)
    window.go_to("inventory")
    for name in ("professionnels.xlsx", "professionnels.csv"):
        window.current_page().export_file(into / name)
    QFileDialog.getSaveFileName = lambda *_args: (str(into / "copie.msp100"), "")
    actions.save_copy(window)
    safe_copy(workspace.store, datetime(2026, 4, 28, 14, 32))
    window.close()
    wait(100)
    for listener in heard:
        listener.stop()


def protect(asked: QDialog | None) -> None:
    """Take the password that is proposed."""
    assert isinstance(asked, PasswordDialog)
    asked._on_propose()
    asked.accept()


if __name__ == "__main__":
    os.environ["PATH"] = "/nonexistent"  # no other program is started on what is written
    with log.Running():
        main(Path(sys.argv[1]), Path(sys.argv[2]))
