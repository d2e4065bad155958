"""The federation of the region beside the action that calls it: each way to reach it copied by a click."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _
from msp_desktop.services.federations import federation_remarks, own_federation
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.elided_link import CopyLink
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.workspace import Workspace


class FederationBox(QWidget):
    """Its name, its telephone, its address, and the way to the whole directory."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._name = Label("", wrap=True)
        self._phone, self._email = CopyLink(_("Telephone"), "phone"), CopyLink(_("E-mail"), "mail")
        self._remarks = Label("", tone="soft", wrap=True)
        more = LinkButton(_("The regional federations"), "actors")
        more.clicked.connect(lambda: workspace.request_tab.emit("actors", ("directory", "federations")))
        for link in (self._phone, self._email):
            link.copied.connect(lambda text: workspace.said.emit(_("Copied: {text}").format(text=text), False))
        self.setLayout(
            column(self._name, row(self._phone, -1), row(self._email, -1), self._remarks, row(more, -1), spacing=2)
        )

    def show_own(self) -> None:
        """Show the federation of the region as the town knows it now."""
        view = own_federation(self._workspace.reader)
        self._name.setText(view.full_name)
        self._phone.show_text(view.phone)
        self._email.show_text(view.email)
        remarks = federation_remarks(view)
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
