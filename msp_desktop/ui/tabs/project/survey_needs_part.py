"""What the sheets say to the inventory: needs proposed, ticked, written there in one step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _
from msp_desktop.services.survey_needs import NeedProposal, accept_needs, details, need_proposals
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class NeedsPart(QWidget):
    """Propose needs; those the inventory has are told apart, those of the town's own boxes start unticked."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ticked: dict[str, bool] = {}
        self._found: tuple[NeedProposal, ...] = ()
        self._rows: KeyedRows[NeedProposal, Tick] = KeyedRows(lambda one: one.key, self._make, self._show)
        self._none = hint(_("Nothing yet: a need is proposed once five sheets at least point to it."))
        self._noted = hint("")
        self._accept = MainButton(_("Add to the inventory"), "check")
        self._accept.clicked.connect(self._on_accept)
        self._see = LinkButton(_("See the needs of the inventory"), "inventory")
        self._see.clicked.connect(lambda: workspace.request_tab.emit("inventory", None))
        lock(workspace, self._accept)
        self.setLayout(
            column(self._none, self._rows, self._noted, row(self._accept, -1), row(self._see, -1), spacing=6)
        )

    def refresh(self) -> None:
        """Read the proposals again."""
        self._found = need_proposals(self._workspace.reader)
        new = [one for one in self._found if not one.noted]
        noted = [one.title for one in self._found if one.noted]
        self._rows.show_values(new)
        self._none.setVisible(not self._found)
        self._noted.setText(_("Already in the inventory: {needs}.").format(needs=", ".join(noted)) if noted else "")
        self._noted.setVisible(bool(noted))
        self._accept.setVisible(bool(new))

    def _is_ticked(self, one: NeedProposal) -> bool:
        return self._ticked.get(one.key, not one.own)

    def _make(self, one: NeedProposal) -> Tick:
        tick = Tick("", False, soft_when_done=False)
        tick.ticked.connect(lambda on: self._ticked.update({one.key: on}))
        return tick

    def _show(self, tick: Tick, one: NeedProposal) -> None:
        tick.show_state(f"{one.title}\n{details(one)}", self._is_ticked(one))

    def _on_accept(self) -> None:
        self._workspace.flush()
        keys = [one.key for one in self._found if self._is_ticked(one)]
        self._workspace.attempt(accept_needs, keys)
