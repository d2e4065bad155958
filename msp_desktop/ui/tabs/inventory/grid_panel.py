"""The grid with what one does to a question: take the proposal, write, add, remove."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.inventory_views import FindingView, InventoryView
from msp_desktop.i18n import _
from msp_desktop.ui.tabs.inventory.grid import FindingsGrid
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import framed, holder, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class GridPanel(QWidget):
    """Emit `taken(id, draft)`, `question_added(theme)` and `question_deleted(id)`."""

    taken = Signal(int, str)
    question_added = Signal(str)
    question_deleted = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = FindingsGrid(workspace)
        self.grid.chosen.connect(self._show_choice)
        self._draft = Label("", tone="accent", wrap=True)
        self.take = PlainButton(_("Take the proposal"), "check")
        self.take.clicked.connect(self._take)
        self._proposal = holder(row(self._draft, self.take))
        write = LinkButton(_("Write the finding"), "pencil")
        write.clicked.connect(self.grid.write_current)
        add = LinkButton(_("Add a question"), "plus")
        add.clicked.connect(self._add)
        self._delete = LinkButton(_("Remove this question"), "trash")
        self._delete.clicked.connect(self._remove)
        lock(workspace, self.take, write, add, self._delete)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(framed(self.grid), 1)
        box.addWidget(self._proposal)
        box.addLayout(row(write, add, self._delete, -1))
        self.grid.setMinimumHeight(theme().px(140))

    def show_view(self, view: InventoryView) -> None:
        """Show the questions of an inventory."""
        self.grid.show_view(view)

    def _show_choice(self, finding: FindingView | None) -> None:
        ready = finding is not None and bool(finding.draft) and finding.draft != finding.answer
        self._proposal.setVisible(ready)
        self._draft.setText(_("Proposal: {text}").format(text=finding.draft) if finding and ready else "")
        own = finding is not None and finding.own
        self._delete.setEnabled(own)
        self._delete.setToolTip("" if own else _("A question of the method stays: leave its finding empty."))

    def _take(self) -> None:
        finding = self.grid.current()
        if finding is not None and finding.draft:
            self.grid.setFocus()  # the button goes with the proposal
            self.taken.emit(finding.id, finding.draft)

    def _add(self) -> None:
        finding = self.grid.current()
        self.question_added.emit(finding.theme if finding else "professionnels")

    def _remove(self) -> None:
        finding = self.grid.current()
        if finding is not None:
            self.question_deleted.emit(finding.id)
