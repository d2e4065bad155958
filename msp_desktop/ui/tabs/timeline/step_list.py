"""What there is to do inside an action: tick, reword, add, bring back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.actions import ActionStep
from msp_desktop.domain.schedule import StepView
from msp_desktop.i18n import _
from msp_desktop.services import timeline as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import IconButton, LinkButton
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.layouts import column, holder, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class _StepRow(QWidget):
    """One thing to do: its box and words, and the button that changes them."""

    def __init__(self, workspace: Workspace, step: StepView) -> None:
        super().__init__()
        self._workspace = workspace
        self._step = step
        self._tick = Tick(step.text, step.done)
        self._tick.shows(ActionStep, step.id, "text")
        self._tick.ticked.connect(lambda done: workspace.attempt(service.tick_step, step.id, done))
        self._change = IconButton(_("Change"), "pencil")
        self._change.clicked.connect(self._on_change)
        lock(workspace, self._tick, self._change)
        line = row(self._tick, self._change)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_step(self, step: StepView) -> None:
        """Show the step as it is now."""
        self._step = step
        self._tick.show_state(step.text, step.done)
        self._change.say(_("Change: {text}").format(text=step.text), _("Change"))

    def _on_change(self) -> None:
        from msp_desktop.ui.dialogs.ask_words import AskWords

        dialog = AskWords(
            _("What to do"),
            _("Your words"),
            _("Without words it is taken off the list."),
            _("Change"),
            lambda words: self._workspace.attempted(service.reword_step, self._step.id, words),
            self.window(),
            words=self._step.text,
            keep=(self._workspace.kept, DraftKey("dialog", self._step.id, "ActionStep")),
        )
        run(dialog)


class StepList(QWidget):
    """The things to do of one action."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._action_id = 0
        self._rows: KeyedRows[StepView, _StepRow] = KeyedRows(
            lambda step: step.id, lambda step: _StepRow(workspace, step), lambda shown, step: shown.show_step(step)
        )
        back = LinkButton(_("Bring the method's list back"), "undo")
        back.clicked.connect(lambda: workspace.attempt(service.restore_steps, self._action_id))
        lock(workspace, back)
        self._back = holder(row(back, -1))
        self._new = AddLine(
            _("Add something to do"),
            _("Add something to do, then Enter"),
            workspace.drafts,
            lambda owner, words: workspace.attempt(service.add_step, owner, words),
        )
        self.setLayout(column(self._rows, self._back, self._new, spacing=4))

    def show_steps(self, action_id: int, kit: tuple[str, ...] | None) -> None:
        """Show what there is to do in an action; `kit` is the method's list, None for an action of the town's own."""
        self._new.show_owner(action_id)
        self._action_id = action_id
        steps = service.steps(self._workspace.reader, action_id)
        self._rows.show_values(steps)
        self._back.setVisible(kit is not None and tuple(step.text for step in steps) != kit)
