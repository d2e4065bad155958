"""Beside the questions of the evaluation: the one chosen, from its indicator to the priority that follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.services import evaluation as service
from msp_desktop.ui.forms.field import Field, day, line, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class QuestionPanel(QWidget):
    """Show and change one question; emit `request_axis(words)` for a priority that is to become an axis of the plan."""

    request_axis = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._question: EvaluationQuestion | None = None
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._nothing = Label(_("Choose a question in the list, or add one."), tone="soft", wrap=True)
        self._axis = LinkButton(_("Make it a priority axis of the plan"), "arrow")
        self._axis.clicked.connect(self._on_axis)
        lock(workspace, self._axis)
        self._form = Form(
            workspace,
            EvaluationQuestion,
            self._write,
            [
                Field("question", _("Question"), note(least=1, most=4)),
                Field("indicator", _("Indicators"), note(least=1, most=5)),
                Field("method", _("How one knows"), note(least=1, most=5)),
                (Field("target", _("Target"), line()), Field("due_on", _("To be answered by"), day())),
                Field("seen_to_by", _("Who"), person()),
                divider(),
                Field("result", _("Result"), note(least=2, most=8)),
                Field("result_on", _("Found on"), day(toward=Toward.BEHIND)),
                Field("priority", _("New priority"), note(least=1, most=5)),
                row(self._axis, -1),
                hint(_("What is found goes into the activity report, and is given back to all.")),
            ],
            spacing=8,
        )
        page = column(self._heading, self._nothing, 2, self._form, -1, margins=(24, 16, 16, 16), spacing=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("The question chosen"))
        box.addWidget(self._pane)
        self.show_question(None)

    def show_question(self, question: EvaluationQuestion | None) -> None:
        """Show a question, None for none."""
        if question is not None and (self._question is None or question.id != self._question.id):
            self._pane.verticalScrollBar().setValue(0)
        self._question = question
        self._form.setVisible(question is not None)
        self._nothing.setVisible(question is None)
        self._heading.setText(question.question if question is not None else _("Nothing chosen"))
        if question is not None:
            self._form.show_record(question)
            self._axis.setVisible(bool(question.priority.strip()))

    def focus_result(self) -> None:
        """Put the keyboard in the result."""
        self._form.editor("result").setFocus(Qt.FocusReason.TabFocusReason)

    def focus_fields(self) -> None:
        """Put the keyboard on the first field that is empty."""
        self._form.focus_first(empty=True)

    def _on_axis(self) -> None:
        self._workspace.flush()
        if self._question is not None:
            self.request_axis.emit(self._question.priority)

    def _write(self, store: Store, key: int, change: Change[EvaluationQuestion]) -> None:
        service.update_question(store, key, change, self._workspace.today())
