"""What the tabs wish for, and what the window does of it: the one list of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from msp_desktop.ui.shell import actions, papers
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


def grant(window: MainWindow, workspace: Workspace) -> None:
    """Have the window do what the tabs of a dossier wish for."""
    workspace.request_tab.connect(window.go_to)
    workspace.request_papers.connect(lambda keys, meeting: papers.show_papers(window, keys, meeting))
    workspace.request_scoped.connect(lambda key, scope: papers.show_scoped(window, key, scope))
    workspace.request_send.connect(lambda key, meeting: papers.send_paper(window, key, meeting))
    workspace.request_calendar.connect(lambda meeting: papers.keep_meeting_date(window, meeting))
    workspace.request_sample.connect(lambda tab: _show_sample(window, tab))
    workspace.request_exchange.connect(window.note_exchange)
    workspace.request_form.connect(lambda name, key: actions.open_form(window, name, key))
    workspace.request_write.connect(lambda person: papers.write_to(window, person))
    workspace.request_produced.connect(lambda document: papers.show_produced(window, document))


def _show_sample(window: MainWindow, tab: str) -> None:
    """Open the sample commune at a tab, once the button that wishes it is done with: its own tab goes."""

    def show() -> None:
        before = window.workspace
        actions.open_sample(window)
        if window.workspace is not None and window.workspace is not before:
            window.go_to(tab)

    QTimer.singleShot(0, window, show)
