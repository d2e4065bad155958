"""The grid with what one does to a question: take the proposal, write, add, remove."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.inventory_views import FindingState, FindingView, InventoryView
from msp_desktop.i18n import _
from msp_desktop.ui.tabs.inventory.grid import FindingsGrid
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.help_line import HelpLine
from msp_desktop.ui.widgets.layouts import framed, holder, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class GridPanel(QWidget):
    """Emit `taken(id, draft)`, `question_added(theme)` and `question_deleted(id)`.

    Its main buttons, `take` and `write`, of which one is shown, are `mains`, which stands where the tab puts it.
    """

    taken = Signal(int, str)
    question_added = Signal(str)
    question_deleted = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = FindingsGrid(workspace)
        self.grid.setMinimumHeight(theme().px(100))
        self.take, self.write = (
            MainButton(_("Take the proposal"), "check"),
            MainButton(_("Write the finding"), "pencil"),
        )
        self.mains = holder(row(self.take, self.write, spacing=0))
        self._help = HelpLine()
        self._rewrite = LinkButton(_("Write the finding"), "pencil")
        self._instead = LinkButton(_("Take the proposal"), "check")
        add, self._delete = LinkButton(_("Add a question"), "plus"), LinkButton(_("Remove this question"), "trash")
        lock(workspace, self.take, self.write, self._rewrite, self._instead, add, self._delete)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(framed(self.grid), 1)
        box.addWidget(Folding(row(self._help), row(self._rewrite, self._instead, add, self._delete, -1)))
        self.grid.chosen.connect(self._show_choice)
        self.grid.written.connect(self._say)
        self.grid.take_wished.connect(self._take_or_go_on)
        for button in (self.write, self._rewrite):
            button.clicked.connect(self.grid.write_current)
        self.take.clicked.connect(self._take_or_go_on)
        self._instead.clicked.connect(self._take)
        add.clicked.connect(self._add)
        self._delete.clicked.connect(self._remove)

    def show_view(self, view: InventoryView) -> None:
        """Show the questions of an inventory."""
        self.grid.show_view(view)

    def _show_choice(self, finding: FindingView | None) -> None:
        proposed = finding is not None and finding.state is FindingState.PROPOSED
        self.take.setVisible(proposed)
        self.write.setVisible(not proposed)
        self._rewrite.setVisible(proposed)
        self._instead.setVisible(_other_proposal(finding))
        self._delete.setVisible(finding is not None and finding.own)
        self._say(False)

    def _say(self, writing: bool) -> None:
        finding = self.grid.current()
        if writing:
            words = _(
                "Enter goes on to the next question, Shift+Enter begins a line, Escape gives back what was there."
            )
        elif finding is not None and _other_proposal(finding):
            words = _("The registers propose: « {text} »").format(text=finding.draft)
        elif self.grid.proposals():
            words = _("Enter opens the finding, Shift+Enter takes the proposal and goes on to the next.")
        else:
            words = _("Enter opens the finding.")
        self._help.show_words(words)

    def _take(self) -> None:
        finding = self.grid.current()
        if finding is not None and finding.draft:
            self.grid.setFocus()  # the button goes with the proposal
            self.taken.emit(finding.id, finding.draft)

    def _take_or_go_on(self) -> None:
        """Take a proposal that waits, and go on to the next; words of one's own are never replaced so."""
        finding = self.grid.current()
        if finding is not None and finding.state is FindingState.PROPOSED:
            self._take()
        following = next(iter(self.grid.proposals()), None)
        if following is not None:
            self.grid.choose(following)

    def _add(self) -> None:
        finding = self.grid.current()
        self.question_added.emit(finding.theme if finding else "professionnels")

    def _remove(self) -> None:
        finding = self.grid.current()
        if finding is not None:
            self.question_deleted.emit(finding.id)


def _other_proposal(finding: FindingView | None) -> bool:
    """Tell whether the registers propose other words than those written."""
    return finding is not None and finding.state is FindingState.WRITTEN and bool(finding.draft)
