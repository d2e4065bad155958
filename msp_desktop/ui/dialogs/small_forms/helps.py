"""The help that the federation may give, to tick."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.actions import FederationHelp
from msp_desktop.i18n import _
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.layouts import row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class Helps(SmallForm):
    """Tick what to ask the federation for."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("What to ask the federation"), _("What you tick goes into the first letter."), parent
        )
        chosen = service.chosen_helps(workspace.reader)
        for help_ in kit_timeline().federation_helps:
            tick = Tick(help_.title, help_.code in chosen, soft_when_done=False)
            row_of = workspace.reader.find(FederationHelp, code=help_.code)
            if row_of is not None:
                tick.shows(FederationHelp, row_of.id, "code")
            lock(workspace, tick)
            tick.ticked.connect(lambda on, code=help_.code: workspace.attempt(service.choose_help, code, on))
            self.body.addWidget(tick)
        letter = LinkButton(_("Make the letter"), "document")
        letter.clicked.connect(lambda: workspace.request_papers.emit(("federation-letter",), None))
        self.body.addLayout(row(letter, -1))
        self.body.addStretch(1)
