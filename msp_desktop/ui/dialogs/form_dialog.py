"""What the dialogs have in common whose fields write themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.shell import messages
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.sizes import FORM, sized
from msp_desktop.ui.widgets.tab_order import focusable, set_tab_order
from msp_desktop.ui.workspace import Workspace


class FormDialog(Dialog):
    """A dialog that writes what is typed as it goes, and the rest when it is closed, by whatever way.

    What the disk refuses goes on waiting in the workspace's drafts: closing the window will ask.
    """

    def __init__(
        self, workspace: Workspace, heading: str, parent: QWidget | None = None, *, width: int = FORM, height: int = 480
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        sized(self, width, height)
        self.workspace = workspace
        self._shown = False

    def focus_first(self) -> None:
        """Put the keyboard where one types first; a table without rows has nothing to type in."""
        first = next((w for w in focusable(self) if not (isinstance(w, RecordTable) and not w.rows.rows())), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            set_tab_order(self)
            self.focus_first()

    @override
    def done(self, result: int) -> None:
        if self.may_close():
            super().done(result)

    def may_close(self) -> bool:
        """Write what is typed; where some of it is not understood, ask whether to close without it."""
        self.setFocus()  # an open cell, a new line are left
        self.workspace.flush()
        drafts = self.workspace.drafts
        wrong = {
            key: editor
            for key, draft in drafts.stuck().items()
            for editor in drafts.editors(key)
            if draft.wrong and self.isAncestorOf(editor)
        }
        if not wrong:
            return True
        said = [f"{draft.label}\u00a0: {draft.wrong}" for key, draft in drafts.stuck().items() if key in wrong]
        if messages.ask(
            self, _("Something is not kept.") + "\n" + "\n".join(said), _("Put it right"), _("Close without it")
        ):
            next(iter(wrong.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        for key in wrong:
            drafts.drop(key)
        return True
