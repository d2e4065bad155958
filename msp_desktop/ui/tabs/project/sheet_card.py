"""Beside the table: the fiche action chosen, its people, its steps, its figures and its words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.action_plan import Plan, SheetView
from msp_desktop.domain.action_sheets import ActionSheet
from msp_desktop.i18n import _
from msp_desktop.services import action_sheets as service
from msp_desktop.ui.forms.field import Field, choice, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.project.sheet_rows import states
from msp_desktop.ui.tabs.project.sheet_steps import SheetSteps
from msp_desktop.ui.tabs.project.sheet_tables import BudgetTable, IndicatorTable
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class SheetCard(QWidget):
    """Show and change one fiche action; `request_delete(id)`."""

    request_delete = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet_id = 0
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._head = Form(
            workspace,
            ActionSheet,
            service.update_sheet,
            [(Field("lead", _("Pilot"), person()), Field("due_on", _("Due"), day()))],
        )
        self._steps_named = Label("", bold=True)
        self._steps = SheetSteps(workspace)
        self._indicators = IndicatorTable(workspace)
        self._budget = BudgetTable(workspace)
        self._words = Form(
            workspace,
            ActionSheet,
            service.update_sheet,
            [
                Field("title", _("Action sheet"), note(least=1, most=4)),
                (Field("axis_id", _("Priority axis"), choice([], own_words=True)), Field("state", _("State"), choice(states()))),
                Field("objective_id", _("Objective of the axis"), choice([], own_words=True)),
                Field("aim", _("What it is for"), note(least=2, most=10)),
                Field("public", _("Public"), note(least=1, most=6)),
                Field("elected", _("Elected member in charge"), person()),
                Field("partners", _("Partners"), person()),
                (Field("starts_on", _("Begins on"), day()), Field("due_note", _("Beyond that date"), line())),
                Field("next_step", _("What comes next"), note(least=1, most=6)),
                Field("notes", _("Notes, never printed"), note(_("What to remember. Stay factual about people."), most=10)),
            ],
            spacing=8,
        )  # fmt: skip
        delete = LinkButton(_("Take the sheet out"), "trash")
        delete.clicked.connect(lambda: self.request_delete.emit(self._sheet_id))
        lock(workspace, delete)
        page = column(
            self._steps_named, self._steps, 6, Label(_("Indicators"), bold=True), self._indicators, 6,
            Label(_("Budget, in euros"), bold=True), self._budget,
            hint(_("Asked: what was asked of the funder in all. It counts as obtained once they have said yes.")), 6,
            divider(), Label(_("The sheet, in words"), bold=True), self._words, row(delete, -1), -1,
            margins=(24, 8, 16, 16), spacing=6,
        )  # fmt: skip
        self._pane = scrolled(holder(page, "scrolled"), _("The sheet chosen"))
        top = holder(column(self._heading, self._under, 4, self._head, margins=(24, 16, 16, 4), spacing=4))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        for widget in (top, divider(), self._pane):
            box.addWidget(widget)
        box.setStretch(2, 1)

    def show_sheet(self, plan: Plan, view: SheetView) -> None:
        """Show a sheet; another one than before from its top."""
        if view.id != self._sheet_id:
            self._pane.verticalScrollBar().setValue(0)
        self._sheet_id = view.id
        self._heading.setText(f"{view.number} {view.sheet.title}")
        axis = _("Axis {number}. {title}").format(number=view.number.split(".")[0], title=view.axis.title)
        self._under.setText(axis)
        self._show_choices(plan)
        self._head.show_record(view.sheet)
        self._words.show_record(view.sheet)
        self._steps.show_sheet(view)
        named = _("Steps, {done} of {all}").format(done=view.steps_done, all=len(view.steps))
        self._steps_named.setText(named if view.steps else _("Steps"))
        self._indicators.show_sheet(view)
        self._budget.show_sheet(view)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        self._head.focus_first()

    def _show_choices(self, plan: Plan) -> None:
        axes = [(axis.id, f"{axis.number}. {axis.axis.title}") for axis in plan.axes]
        aims = [(one.id, f"{axis.number}. {one.text}") for axis in plan.axes for one in axis.objectives]
        for attribute, values in (("axis_id", axes), ("objective_id", [(None, "–"), *aims])):
            field = self._words.editor(attribute)
            assert isinstance(field, ChoiceField)
            if [field.itemText(index) for index in range(field.count())] != [words for _key, words in values] or (
                field.values != [key for key, _words in values]
            ):
                field.set_choices(values)
