"""The steps of a fiche action: ticked, changed in a small dialog, added by typing."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.action_plan import SheetView
from msp_desktop.domain.action_sheets import SheetStep
from msp_desktop.formats.dates import month_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.services import action_sheets as service
from msp_desktop.services.who import one_shown
from msp_desktop.ui.dialogs.form_dialog import FormDialog
from msp_desktop.ui.forms.field import Field, day, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import IconButton, LinkButton, MainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.sizes import ASK
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace


class StepDialog(FormDialog):
    """A step: its words, when, who, when it was done; up, down, taken out."""

    def __init__(self, workspace: Workspace, step_id: int, parent: QWidget | None = None) -> None:
        super().__init__(workspace, _("Step of an action sheet"), parent, width=ASK, height=300)
        self._step_id = step_id
        self._form = Form(
            workspace,
            SheetStep,
            service.update_step,
            [
                Field("text", _("What is to be done"), note(least=2, most=6)),
                (Field("due_on", _("Planned for"), day()), Field("done_on", _("Done on"), day(toward=Toward.BEHIND))),
                Field("who", _("Who"), person()),
            ],
        )
        self._form.show_record(one_shown(workspace.reader, SheetStep, step_id))
        up, down = LinkButton(_("Up"), "up"), LinkButton(_("Down"), "down")
        delete, close = LinkButton(_("Take the step out"), "trash"), MainButton(_("Close"))
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        delete.clicked.connect(self._delete)
        close.clicked.connect(self.accept)
        lock(workspace, up, down, delete)
        self.setLayout(
            column(self._form, -1, foot(close, beside=(up, down, delete)), margins=(20, 16, 20, 16), spacing=12)
        )

    def _move(self, by: int) -> None:
        self.workspace.flush()
        self.workspace.attempt(service.move_step, self._step_id, by)

    def _delete(self) -> None:
        self.workspace.flush()
        self.workspace.attempt(service.delete_steps, [self._step_id])
        self.accept()


class _StepRow(QWidget):
    """One step: its box, its words and its month, and the button that changes it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._step_id = 0
        self._tick = Tick("", done=False)
        self._tick.ticked.connect(
            lambda done: workspace.attempt(service.tick_step, self._step_id, done, workspace.today())
        )
        self._change = IconButton(_("Change"), "pencil")
        self._change.clicked.connect(lambda: run(StepDialog(workspace, self._step_id, self.window()), workspace))
        lock(workspace, self._tick)
        line = row(self._tick, self._change)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_step(self, step: SheetStep, lead: str) -> None:
        """Show a step as it is now; who sees to it is said where it is not the pilot."""
        if step.id != self._step_id:
            self._step_id = step.id
            self._tick.shows(SheetStep, step.id, "text", "who")
        who = "" if step.who == lead else step.who
        self._tick.show_state(step_words(step, who, self._workspace.today()), step.done_on is not None)
        self._change.say(_("Change: {text}").format(text=step.text), _("Change"))


class SheetSteps(QWidget):
    """The steps of one sheet."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = ""
        self._rows: KeyedRows[SheetStep, _StepRow] = KeyedRows(
            lambda step: step.id,
            lambda _step: _StepRow(workspace),
            lambda shown, step: shown.show_step(step, self._lead),
            reuse=True,
        )
        self._new = AddLine(
            _("Add a step"),
            _("Add a step, then Enter"),
            workspace.drafts,
            lambda owner, words: workspace.attempt(service.add_step, owner, words),
        )
        self.setLayout(column(self._rows, self._new, spacing=4))

    def show_sheet(self, view: SheetView) -> None:
        """Show the steps of a sheet."""
        self._new.show_owner(view.id)
        self._lead = view.sheet.lead
        self._rows.show_values(view.steps)


def step_words(step: SheetStep, who: str, today: date) -> str:
    """Return « Trouver un cabinet, janv. 2026 », with « en retard » where it is."""
    day = step.done_on or step.due_on
    late = step.done_on is None and day is not None and day < today
    parts = [step.text, who, month_date(day, language()) if day else "", _("late") if late else ""]
    return ", ".join(filter(None, parts))
