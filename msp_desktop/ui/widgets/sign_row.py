"""A warning sign of the first day: a box to tick, and a note under it once it is ticked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.vigilance.records import AlertSign
from msp_desktop.i18n import _
from msp_desktop.services import alert_signs as service
from msp_desktop.services.alert_signs import SignView
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.layouts import column, holder
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class SignRow(QWidget):
    """Tick and annotate one warning sign."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._code = ""
        self.tick = Tick("", False, soft_when_done=False)
        self.tick.ticked.connect(self._on_tick)
        lock(workspace, self.tick)
        words = _("Who, how many, since when. Stay factual about people.")
        self.note = Form(
            workspace, AlertSign, service.note_sign, [Field("note", _("Note"), note(words, least=1), bare=True)]
        )
        self._note = holder(column(self.note, margins=(30, 0, 0, 4)))
        self.setLayout(column(self.tick, self._note, spacing=2))

    def show_sign(self, sign: SignView) -> None:
        """Show a sign and its note."""
        self._code = sign.code
        self.tick.show_state(sign.text, sign.noted_on is not None)
        self.tick.shows(AlertSign, sign.id, "code")
        self._note.setVisible(sign.noted_on is not None)
        if sign.noted_on is not None:
            self.note.show_record(sign)
            # Several may stand on one page, each under its sign.
            self.note.editor("note").setAccessibleName(_("Note: {sign}").format(sign=sign.text))

    def _on_tick(self, noted: bool) -> None:
        self._workspace.attempt(service.tick_sign, self._code, noted, self._workspace.today())
