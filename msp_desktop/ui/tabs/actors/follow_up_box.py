"""What is owed to a person: its words, whether it is late, « done » and « put off a week »."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from msp_desktop.domain.follow_ups import FollowUp, Owed
from msp_desktop.i18n import _
from msp_desktop.services.journal import mark_done, put_off
from msp_desktop.ui.tabs.actors.directory_rows import due_words
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class FollowUpBox(QFrame):
    """One next step that waits."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("framed")
        self._workspace = workspace
        self._owed: FollowUp | None = None
        self._when = Label("", bold=True, wrap=True)
        self._what = Label("", wrap=True)
        done, later = PlainButton(_("It is done"), "check"), PlainButton(_("Put off a week"))
        done.clicked.connect(self._on_done)
        later.clicked.connect(self._on_later)
        lock(workspace, done, later)
        self.setLayout(
            column(
                self._when,
                self._what,
                Folding(row(done), row(later, -1), apart=False),
                margins=(12, 10, 12, 10),
                spacing=6,
            )
        )

    def show_follow_up(self, owed: FollowUp) -> None:
        """Show what is owed and when it is due."""
        self._owed = owed
        words, tone, _glyph = due_words(owed, self._workspace.today())
        said = {
            Owed.LATE: _("To do, {late}"),
            Owed.TODAY: _("To do today"),
            Owed.NEXT: _("To do by {day}"),
            Owed.UNDATED: _("To do"),
        }[owed.state]
        self._when.setText(said.format(late=words, day=words))
        self._when.set_tone("late" if tone == "late" else "")
        self._what.setText(owed.what)
        self._what.setVisible(bool(owed.what))

    def _on_done(self) -> None:
        if self._owed is not None:
            self._workspace.attempt(mark_done, self._owed.id, self._workspace.today())

    def _on_later(self) -> None:
        if self._owed is not None:
            self._workspace.attempt(put_off, self._owed.id, self._workspace.today())
