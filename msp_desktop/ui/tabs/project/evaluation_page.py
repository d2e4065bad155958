"""The page « Évaluation »: questions, indicators, results, new priorities; and the words of the yearly report."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import ActivityYear, EvaluationQuestion
from msp_desktop.domain.people import Person
from msp_desktop.domain.scope import Scope
from msp_desktop.formats.dates import medium_date, short_date
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.method.evaluation import kit_evaluation
from msp_desktop.services import evaluation as service
from msp_desktop.services.action_sheets import add_axis
from msp_desktop.services.activity_words import report_year
from msp_desktop.services.instances import years
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.paged.list_page import ListPage
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.activity_form import ActivityForm
from msp_desktop.ui.tabs.project.question_panel import QuestionPanel
from msp_desktop.ui.tabs.project.question_table import QuestionTable
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (EvaluationQuestion, ActivityYear, Assignment, Person)
_NEW = "evaluation-question"
#: Under this width, in pixels at 100 %, who and when are in the panel alone.
_NARROW, _HIDDEN = 780, (2, 3)


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return EvaluationPage(workspace)


class EvaluationPage(ListPage):
    """What is asked of the project and what was found; a target is a question's id."""

    _table: QuestionTable

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._add_button = MainButton(_("Add a question"), "plus")
        self.main = self._add_button
        self._print = PlainButton(_("Activity report"), "print")
        self.tools = self._print
        self._said = Label("", tone="soft", wrap=True)
        self._table = QuestionTable(
            _("Questions of the evaluation"), self._columns(), sortable=False, drafts=workspace.drafts
        )
        year = report_year(workspace.today())
        shown = sorted({year, year - 1, *years(workspace.reader, workspace.today())})
        self._report = ActivityForm(workspace, shown, year)
        self._panel = QuestionPanel(workspace)
        self.panel = self._panel
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the questions and the words of the report again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        rows = service.questions(self._workspace.reader)
        self._pages.setCurrentIndex(1 if rows else 0)
        self._said.setText(_summary(rows))
        self._table.show_rows(rows)
        if self._chosen is None and rows:
            self._table.select(rows[0].id)
        self._report.refresh()
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose a question by its id, the words of a report by its year; begin again with one being added."""
        if target == _NEW:
            self._ask()
        elif isinstance(target, tuple):
            self._report.show_year(target[1])
        elif isinstance(target, int):
            self._choose_row(target)

    def place_of(self, key: DraftKey) -> Any:
        """Return the question words wait for, or the year of a report."""
        if (key.kind, key.attribute) == ("dialog", _NEW):
            return _NEW
        if key.kind == ActivityYear.__name__:
            kept = self._workspace.reader.find(ActivityYear, id=key.id)
            return "year", kept.year if kept is not None and key.id != kept.year else key.id
        return key.id if key.kind in (EvaluationQuestion.__name__, _("Questions of the evaluation")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the activity report."""
        return "activity-report", None

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        kit = kit_evaluation()
        self._empty = EmptyPage(
            "search",
            _("Nothing is asked of the project yet"),
            kit.introduction,
            _("Begin with the questions proposed"),
            _("Begin with a question of our own"),
        )
        steps = Label("  ".join(f"{n}. {words}." for n, words in enumerate(kit.steps, 1)), tone="soft", wrap=True)
        self._pages.addWidget(scrolled(self._empty, _("Nothing is asked of the project yet")))
        self._pages.addWidget(framed(self._table))
        self._table.setMinimumHeight(theme().px(180))
        report = row(self._report, -1)
        report.setStretch(0, 1000)
        box = column(steps, self._said, self._pages, report, spacing=10)
        box.setStretch(2, 1)
        self.setLayout(column(scrolled(holder(box, "transparent"), _("Evaluation"))))

    def _columns(self) -> list[Column]:
        def update(row: EvaluationQuestion, **values: Any) -> None:
            change = Change(EvaluationQuestion, **values)
            self._workspace.attempt(service.update_question, row.id, change, self._workspace.today())

        def due(row: EvaluationQuestion) -> str:
            return medium_date(row.due_on, language()) if row.due_on else NOTHING

        def write_date(row: EvaluationQuestion, text: str) -> None:
            self._workspace.with_date(text, lambda day: update(row, due_on=day))

        def found(row: EvaluationQuestion) -> str:
            if not row.is_answered:
                return _("not yet")
            return _("{day}: {result}").format(
                day=short_date(row.result_on, language()) if row.result_on else "", result=one_line(row.result)
            )

        return [
            Column(_("Question"), lambda r: one_line(r.question), lambda r, t: update(r, question=t), width=300,
                   shows=(("EvaluationQuestion", "question"),)),
            Column(_("Indicators"), lambda r: one_line(r.indicator) or NOTHING, width=230),
            Column(_("By when"), due, write_date, width=124),
            Column(_("Who"), lambda r: r.seen_to_by, lambda r, t: update(r, seen_to_by=t), width=124,
                   names=directory_names(self._workspace)),
            Column(_("Result"), found, width=240,
                   glyph=lambda r: ("done", "done") if r.is_answered else ("todo", "ink2")),
        ]  # fmt: skip

    def _wire(self) -> None:
        self._add_button.clicked.connect(self._ask)
        self._empty.request_start.connect(lambda: self._workspace.act(service.propose_questions))
        self._empty.request_other.connect(lambda _index: self._ask())
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("activity-report",), None))
        self._report.request_print.connect(self._on_report)
        lock(self._workspace, self._add_button, self._empty.button)
        self._wire_table(service.delete_questions)
        self._table.request_open.connect(lambda _key: self._panel.focus_result())
        self._table.request_move.connect(
            lambda by: self._workspace.act(service.move_question, self._table.chosen_id(), by)
        )
        self._panel.request_axis.connect(self._on_axis)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.hide_columns(_HIDDEN if self.width() < theme().px(_NARROW) else ())

    # --- acting ------------------------------------------------------------------------------

    def _ask(self) -> None:
        dialog = AskWords(
            _("Add a question"), _("What we want to know"), _("One that a figure or a few words can answer."), _("Add"),
            self._add, self, keep=(self._workspace.kept, DraftKey("dialog", 0, _NEW)),
        )  # fmt: skip
        if run(dialog, self._workspace):
            self._panel.focus_fields()

    def _add(self, words: str) -> Any:
        made = self._workspace.act(service.add_question, words)
        if made is not None:
            self._table.select(made.id)
        return made

    def _on_report(self, year: int) -> None:
        self._workspace.request_scoped.emit("activity-report", Scope(since=date(year, 1, 1), until=date(year, 12, 31)))

    def _on_axis(self, words: str) -> None:
        axis = self._workspace.act(add_axis, one_line(words))
        if axis is not None:
            self._workspace.request_tab.emit("project", ("sheets", None))

    def _show_chosen(self) -> None:
        question = self._table.rows.row_with(self._chosen) if self._chosen is not None else None
        if question is None:
            self._chosen = None
        self._panel.show_question(question)


def _summary(rows: list[EvaluationQuestion]) -> str:
    """Return « 6 questions, 2 ont une réponse, 1 nouvelle priorité »."""
    answered, priorities = sum(row.is_answered for row in rows), len(service.priorities(rows))
    words = [
        ngettext("{count} question", "{count} questions", len(rows)).format(count=len(rows)),
        ngettext("{count} answered", "{count} answered", answered).format(count=answered),
        ngettext("{count} new priority", "{count} new priorities", priorities).format(count=priorities),
    ]
    return ", ".join(words) if rows else ""
