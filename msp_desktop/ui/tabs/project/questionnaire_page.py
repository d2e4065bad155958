"""The page « Questionnaire »: what residents are asked, the sheets that came back, what they say."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from msp_desktop.domain.inventory import Need
from msp_desktop.domain.questionnaire import (
    Questionnaire,
    QuestionView,
    SurveyChoice,
    SurveyQuestion,
    SurveySheet,
    SurveyTick,
    SurveyWords,
)
from msp_desktop.domain.survey_results import QuestionResult
from msp_desktop.i18n import _
from msp_desktop.services import questionnaire as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.questionnaire_panel import QuestionnairePanel
from msp_desktop.ui.tabs.project.questionnaire_rows import NEEDS, PAPER, question_rows
from msp_desktop.ui.widgets.busy import busy
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.list_rows import RowList
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (Questionnaire, SurveyQuestion, SurveyChoice, SurveySheet, SurveyTick, SurveyWords, Need)
#: The dialog of a new question, for words that outlive the program.
_NEW = "survey-question"


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return QuestionnairePage(workspace)


class QuestionnairePage(Page):
    """A target is a question's id, « paper » for what is said around the questions, « needs » for what they say to the inventory."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._views: dict[int, QuestionView] = {}
        self._results: dict[int, QuestionResult] = {}
        self._typing = False
        self._type = MainButton(_("Type in the sheets"), "pencil")
        self.main = self._type
        self._panel = QuestionnairePanel(workspace)
        self.panel = self._panel
        self._list = RowList(_("Questions to residents"))
        self._add = LinkButton(_("Add a question"), "plus")
        self._blank = PlainButton(_("Print the questionnaire"), "print")
        self._answers = PlainButton(_("Print the answers"), "print")
        self._pages = QStackedWidget()
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the questions and the sheets again where a change concerns them."""
        if self._typing or not touches(records, *_SHOWN):
            return  # nothing is read behind the sheets, at each of their boxes
        from msp_desktop.services.survey_results import results

        reader = self._workspace.reader
        self._views = {view.id: view for view in service.questions(reader)}
        self._results = {result.id: result for result in results(reader)}
        self._pages.setCurrentIndex(1 if self._views else 0)
        if self._type.parentWidget() is not None or not self._views:  # else the tab shows it with its page
            self._type.setVisible(bool(self._views))
        self._list.show_rows(question_rows(reader, tuple(self._results.values()), self._workspace.today()))
        if self._list.current_key() is None and self._views:
            self._list.select(next(iter(self._views)))
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose a row; begin again with the words of a question being added."""
        if target == _NEW:
            self._ask()
        elif target in (PAPER, NEEDS) or target in self._views:
            self._list.select(target)
            self._show_chosen()

    def target(self) -> Any:
        """Return the row chosen."""
        return self._list.current_key()

    def place_of(self, key: DraftKey) -> Any:
        """Return the row that shows what words wait for."""
        if key.kind == "dialog" and key.attribute == _NEW:
            return _NEW
        if key.kind == Questionnaire.__name__:
            return PAPER
        if key.kind == "new" and key.attribute == _("Add a box"):
            return key.id
        if key.kind == SurveyQuestion.__name__:
            return key.id
        if key.kind == SurveyWords.__name__ and isinstance(key.id, tuple):
            return key.id[1]
        record = {SurveyChoice.__name__: SurveyChoice, SurveyWords.__name__: SurveyWords}.get(str(key.kind))
        found: Any = self._workspace.reader.find(record, id=key.id) if record is not None else None
        return found.question_id if found is not None else None

    def paper(self) -> tuple[str, int | None]:
        """Return the answers where they may be printed, else the questionnaire."""
        from msp_desktop.domain.masking import LEAST

        return (
            "questionnaire-results" if service.sheet_count(self._workspace.reader) >= LEAST else "questionnaire"
        ), None

    def focus_main(self) -> None:
        """Put the keyboard in the list, or on the button of the empty page."""
        if self._views:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyPage(
            "people",
            _("What do residents say?"),
            _("One page to tick with a pen, without a name; the sheets that come back are typed in and counted.")
            + " "
            + _("The questions proposed are not in the kit: keep those that help you."),
            _("Begin with the questions proposed"),
            _("Begin with a question of our own"),
        )
        head = Folding(row(self._add, -1), row(self._blank, self._answers, -1))
        self._pages.addWidget(scrolled(self._empty, _("What do residents say?")))
        self._pages.addWidget(holder(column(head, framed(self._list), spacing=8)))
        self.setLayout(column(self._pages))

    def _wire(self) -> None:
        self._empty.request_start.connect(lambda: self._workspace.act(service.propose_questions))
        self._empty.request_other.connect(lambda _index: self._ask())
        self._add.clicked.connect(self._ask)
        self._type.clicked.connect(self._type_in)
        self._blank.clicked.connect(lambda: self._print("questionnaire"))
        self._answers.clicked.connect(lambda: self._print("questionnaire-results"))
        lock(self._workspace, self._empty.button, self._add, self._type)
        self._list.chosen.connect(self._on_chosen)
        self._panel.request_act.connect(self._act)
        self._panel.request_box.connect(self._act_on_box)
        self._panel.request_kit.connect(lambda code: self._workspace.act(service.add_question, "", code))

    # --- showing -----------------------------------------------------------------------------

    def _on_chosen(self, _key: object) -> None:
        self._workspace.flush()
        self._show_chosen()

    def _show_chosen(self) -> None:
        key = self._list.current_key()
        if key == PAPER and self._views:
            self._panel.show_paper()
        elif key == NEEDS and self._views:
            self._panel.show_needs()
        elif isinstance(key, int) and key in self._views:
            self._panel.show_question(self._views[key], self._results[key])
        else:
            self._panel.show_nothing()

    # --- acting ------------------------------------------------------------------------------

    def _print(self, key: str) -> None:
        self._workspace.flush()
        self._workspace.request_papers.emit((key,), None)

    def _type_in(self) -> None:
        from msp_desktop.ui.tabs.project.sheet_entry import SheetEntry

        self._workspace.flush()
        with busy():
            entry = SheetEntry(self._workspace, self)
        self._typing = True
        try:
            run(entry, self._workspace)
        finally:
            self._typing = False
        self.refresh(frozenset())

    def _act(self, name: str) -> None:
        key = self._list.current_key()
        if not isinstance(key, int):
            return
        if name == "restore":
            self._workspace.act(service.restore_question, key)
        elif name == "delete":
            self._workspace.act(service.delete_question, key)
        else:
            self._workspace.act(service.move_question, key, -1 if name == "up" else 1)

    def _act_on_box(self, choice_id: int, name: str) -> None:
        if name == "delete":
            self._workspace.act(service.delete_choice, choice_id)
        elif name in ("up", "down"):
            self._workspace.act(service.move_choice, choice_id, -1 if name == "up" else 1)
        else:
            before = self._workspace.reader.one(SurveyChoice, choice_id).label
            dialog = AskWords(
                _("Reword the box"), _("What it says"), "", _("Change"),
                lambda words: self._workspace.attempted(service.reword_choice, choice_id, words), self, words=before,
                keep=(self._workspace.kept, DraftKey("dialog", choice_id, "SurveyChoice")),
            )  # fmt: skip
            run(dialog, self._workspace)

    def _ask(self) -> None:
        dialog = AskWords(
            _("Add a question"), _("A question of your own"), _("Those proposed and not asked are with « The paper »."), _("Add"),
            lambda words: self._workspace.attempted(service.add_question, words), self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, _NEW)),
        )  # fmt: skip
        if run(dialog, self._workspace):
            self._list.select(dialog.outcome.id)
            self._show_chosen()
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
