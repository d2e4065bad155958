"""The card of a federation: each way to reach it copied by a click, what to know of it, the town's corrections."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.federations import NATIONAL, FederationView
from msp_desktop.domain.journal import Begin
from msp_desktop.i18n import _
from msp_desktop.method.federations import kit_federations
from msp_desktop.services.federations import confirm_federation, decided_words, federation_remarks, restore_federation
from msp_desktop.ui.dialogs.federation_form import FederationForm
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.elided_link import CopyLink
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class FederationPanel(QWidget):
    """Show one federation; `left` where the keyboard wants to be back in the list."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._view: FederationView | None = None
        self._editing = False
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._own = Label(_("your region"), chip="done")
        self._ways = {
            "full_name": CopyLink(_("Full name"), "document"),
            "phone": CopyLink(_("Telephone"), "phone"),
            "email": CopyLink(_("E-mail"), "mail"),
            "website": CopyLink(_("Website"), "open"),
            "address": CopyLink(_("Postal address"), "place"),
        }
        self._hint = hint(_("A click copies it."))
        self._contact = Label("", wrap=True)
        self._remarks = Label("", tone="late", wrap=True)
        self._confirm = PlainButton(_("It is our federation"), "check")
        self._note = LinkButton(_("Note an exchange with it"), "pencil")
        self._letter = LinkButton(_("Write our first letter"), "mail")
        self._edit = LinkButton(_("Correct this entry"), "pencil")
        self._form = FederationForm(workspace)
        self._restore = LinkButton(_("Back to the directory's words"), "undo")
        self._corrected = hint("")
        self._decided = hint("")
        self._movement = _movement()
        self._lay_out()
        for link in self._ways.values():
            link.copied.connect(lambda text: workspace.said.emit(_("Copied: {text}").format(text=text), False))
        self._confirm.clicked.connect(lambda: self._act(confirm_federation))
        self._restore.clicked.connect(lambda: self._act(restore_federation))
        self._letter.clicked.connect(lambda: workspace.request_papers.emit(("federation-letter",), None))
        self._edit.clicked.connect(self.edit)
        self._note.clicked.connect(self._on_note)
        lock(workspace, self._note, self._edit, self._restore, self._confirm)

    def show_view(self, view: FederationView) -> None:
        """Show a federation; another one than before with its fields folded."""
        if self._view is None or self._view.code != view.code:
            self._editing = False
            self._pane.verticalScrollBar().setValue(0)
        self._view = view
        self._heading.setText(view.deduced or view.name)
        self._under.setText(view.region)
        self._under.setVisible(bool(view.region))
        self._own.setVisible(view.own)
        for name, link in self._ways.items():
            text = str(getattr(view, name))
            link.show_text(", ".join(filter(None, (line.strip() for line in text.splitlines()))))
        self._contact.setText(_("Your contact there: {name}").format(name=view.contact))
        self._contact.setVisible(bool(view.contact))
        remarks = federation_remarks(view)
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self._confirm.setVisible(view.to_confirm and view.own)
        self._letter.setVisible(view.own)
        self._restore.setVisible(bool(view.corrected))
        self._corrected.setText(
            _("Corrected by the town: kept in the dossier, whatever a new version of the application says.")
        )
        self._corrected.setVisible(bool(view.corrected))
        self._decided.setText(decided_words(view))
        self._decided.setVisible(bool(view.decided))
        self._form.show_federation(view)
        self._form.setVisible(self._editing)
        self._edit.setVisible(not self._editing)
        self._movement.setVisible(view.code == NATIONAL or view.is_national)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can be copied."""
        first = next((link for link in self._ways.values() if link.isVisibleTo(self)), self._edit)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def edit(self) -> None:
        """Show the fields, with the keyboard in the first."""
        self._editing = True
        self._form.show()
        self._edit.hide()
        self._form.focus_first()

    def _on_note(self) -> None:
        if self._view is not None:
            self._workspace.request_exchange.emit(Begin(federation=self._view.code))

    def _act(self, service: Callable[[Store, str], object]) -> None:
        if self._view is not None:
            self._workspace.attempt(service, self._view.code)

    def _lay_out(self) -> None:
        page = column(
            self._heading,
            self._under,
            row(self._own, -1),
            4,
            *(row(link, -1) for link in self._ways.values()),
            self._hint,
            self._contact,
            self._decided,
            self._remarks,
            row(self._confirm, -1),
            row(self._note, -1),
            row(self._letter, -1),
            8,
            self._movement,
            divider(),
            row(self._edit, -1),
            self._corrected,
            self._form,
            row(self._restore, -1),
            -1,
            margins=(24, 14, 16, 16),
            spacing=6,
        )
        self._pane = scrolled(holder(page, "scrolled"), _("The federation"))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(self._pane)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _movement() -> QWidget:
    """Return what AVECsanté is, in the method's words."""
    kit = kit_federations().avecsante
    stances = "\n".join(f"– {stance}" for stance in kit.stances)
    return holder(
        column(
            Label(_("What AVECsanté is"), bold=True, wrap=True),
            Label(kit.what, wrap=True),
            Label(_("Three choices"), bold=True, wrap=True),
            Label(stances, wrap=True),
            Label(_("On the ground"), bold=True, wrap=True),
            Label(kit.ground, wrap=True),
            Label(_("For the whole country"), bold=True, wrap=True),
            Label(kit.nation, wrap=True),
            8,
            spacing=4,
        )
    )
