"""Beside the table: the axis chosen, its objectives, and what it costs by year."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.action_plan import AxisView
from msp_desktop.domain.action_sheets import Axis, AxisObjective
from msp_desktop.i18n import _
from msp_desktop.services import action_sheets as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import IconButton, LinkButton
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.shown import shows
from msp_desktop.ui.workspace import Workspace


class _ObjectiveRow(QWidget):
    """One objective of an axis, and the button that rewords it."""

    def __init__(self, workspace: Workspace, objective: AxisObjective) -> None:
        super().__init__()
        self._workspace, self._objective = workspace, objective
        self._words = Label("", wrap=True)
        self._change = IconButton(_("Change"), "pencil")
        self._change.clicked.connect(self._on_change)
        shows(self._change, AxisObjective, objective.id, "text")
        lock(workspace, self._change)
        line = row(self._words, self._change)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_objective(self, objective: AxisObjective) -> None:
        """Show the objective as it is now."""
        self._objective = objective
        self._words.setText(f"– {objective.text}")
        self._change.say(_("Change: {text}").format(text=objective.text), _("Change"))

    def _on_change(self) -> None:
        dialog = AskWords(
            _("Objective of the axis"), _("Your words"), _("Without words it is taken off the list."), _("Change"),
            lambda words: self._workspace.attempted(service.reword_objective, self._objective.id, words),
            self.window(), words=self._objective.text,
            keep=(self._workspace.kept, DraftKey("dialog", self._objective.id, "AxisObjective")),
        )  # fmt: skip
        run(dialog, self._workspace)


class AxisCard(QWidget):
    """Show and change one axis; `request_delete(id)`."""

    request_delete = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis_id = 0
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._form = Form(
            workspace,
            Axis,
            service.update_axis,
            [
                Field("title", _("Priority axis"), note(least=1, most=4)),
                Field("note", _("Why this axis: what the diagnosis says"), note(least=2, most=12)),
            ],
        )
        self._objectives: KeyedRows[AxisObjective, _ObjectiveRow] = KeyedRows(
            lambda one: one.id, lambda one: _ObjectiveRow(workspace, one), lambda shown, one: shown.show_objective(one)
        )
        self._new = AddLine(
            _("Add an objective to the axis"),
            _("Add an objective, then Enter"),
            workspace.drafts,
            lambda owner, words: workspace.attempt(service.add_objective, owner, words),
        )
        self._new_sheet = AddLine(
            _("Add a sheet to the axis"),
            _("Add an action sheet, then Enter"),
            workspace.drafts,
            lambda owner, words: workspace.attempt(service.add_sheet, owner, words),
        )
        delete = LinkButton(_("Take the axis out, with its sheets"), "trash")
        delete.clicked.connect(lambda: self.request_delete.emit(self._axis_id))
        lock(workspace, delete)
        page = column(
            self._heading, self._form, divider(), Label(_("Objectives"), bold=True),
            hint(_("An axis has objectives, each objective its action sheets.")), self._objectives, self._new, 8,
            Label(_("Action sheets"), bold=True), self._new_sheet, 8, row(delete, -1), -1,
            margins=(24, 16, 16, 16), spacing=8,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(scrolled(holder(page, "scrolled"), _("The axis chosen")))

    def show_axis(self, view: AxisView) -> None:
        """Show an axis."""
        self._axis_id = view.id
        self._heading.setText(_("Axis {number}").format(number=view.number))
        self._form.show_record(view.axis)
        self._new.show_owner(view.id)
        self._new_sheet.show_owner(view.id)
        self._objectives.show_values(view.objectives)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        self._form.focus_first(empty=True)
