"""Beside the questions: the one chosen, what the paper says around them, or the needs the sheets point to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.questionnaire import QuestionKind, Questionnaire, QuestionView, SurveyQuestion
from msp_desktop.domain.survey_results import QuestionResult, printed
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.questionnaire import KitSurveyQuestion, kit_questionnaire
from msp_desktop.services import questionnaire as service
from msp_desktop.ui.forms.field import Field, choice, day, line, note, number
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.project.survey_box import ShownBox, SurveyBox
from msp_desktop.ui.tabs.project.survey_needs_part import NeedsPart
from msp_desktop.ui.tabs.project.survey_words import WrittenWords
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class QuestionnairePanel(QWidget):
    """Emit `request_act(name)` for what one does with the question, `request_box(box id, name)` with one of its boxes.

    `request_kit(code)` asks for one of the questions proposed.
    """

    request_act = Signal(str)
    request_box = Signal(int, str)
    request_kit = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._paper = self._make_paper_form()
        self._question = self._make_question_form()
        self._boxes: KeyedRows[ShownBox, SurveyBox] = KeyedRows(
            lambda shown: shown.id, self._make_box, lambda box, shown: box.show_box(shown), spacing=6, reuse=True
        )
        self._new = AddLine(
            _("Add a box"), _("Add a box, then Enter"), workspace.drafts,
            lambda owner, words: workspace.attempt(service.add_choice, owner, words),
        )  # fmt: skip
        self._boxes_title = Label(_("Boxes"), bold=True)
        self._words = WrittenWords(workspace)
        self._needs = NeedsPart(workspace)
        self._of_question = holder(
            column(
                self._question, self._boxes_title, self._boxes, self._new, self._words, divider(), self._acts(), spacing=10
            )
        )  # fmt: skip
        self._tips = hint(kit_questionnaire().promise)
        self._missing: KeyedRows[KitSurveyQuestion, LinkButton] = KeyedRows(
            lambda kit: kit.code, self._make_missing, lambda _link, _kit: None
        )
        self._missing_title = Label(_("Questions proposed and not asked"), bold=True)
        self._of_paper = holder(column(self._paper, self._tips, 6, self._missing_title, self._missing, spacing=10))
        page = column(
            self._heading, self._under, 2, self._of_paper, self._of_question, self._needs, -1,
            margins=(24, 16, 16, 16), spacing=8,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("The question chosen"))
        box.addWidget(self._pane)

    def show_paper(self) -> None:
        """Show what the paper says around its questions."""
        self._show_part(self._of_paper)
        self._heading.setText(_("The paper"))
        self._under.setText(_("What stands above and under the questions. No name is asked, and none is kept."))
        self._paper.show_record(service.questionnaire(self._workspace.reader), key=1)
        missing = service.missing_kit_questions(self._workspace.reader)
        self._missing.show_values(missing)
        self._missing_title.setVisible(bool(missing))

    def show_needs(self) -> None:
        """Show the needs the sheets point to."""
        self._show_part(self._needs)
        self._heading.setText(_("What the sheets say to the inventory"))
        self._under.setText(
            _("Untick what is no need here. Each may be reworded in the inventory; Ctrl+Z takes them back.")
        )
        self._needs.refresh()

    def show_question(self, view: QuestionView, result: QuestionResult) -> None:
        """Show a question, its boxes and what was answered."""
        self._show_part(self._of_question)
        self._heading.setText(f"{view.number}. {view.question.text}")
        self._under.setText(_answered(result))
        self._question.show_record(view.question)
        many = view.question.kind is QuestionKind.MANY
        self._question.editor("most").setEnabled(many and not self._workspace.read_only)
        self._question.editor("other").setEnabled(view.question.has_boxes() and not self._workspace.read_only)
        for part in (self._boxes_title, self._boxes, self._new):
            part.setVisible(view.question.has_boxes())
        self._boxes.show_values(_shown(result))
        self._new.show_owner(view.id)
        self._words.show_words(result.words)
        self._back.setVisible(not service.is_as_proposed(view))

    def show_nothing(self) -> None:
        """Show nothing where there is no question."""
        for part in (self._of_paper, self._of_question, self._needs):
            part.hide()
        self._heading.setText(_("The questionnaire for residents"))
        self._under.setText(kit_questionnaire().promise)

    def focus_fields(self) -> None:
        """Put the keyboard on the first field shown."""
        (self._paper if self._of_paper.isVisible() else self._question).focus_first()

    # --- making ------------------------------------------------------------------------------

    def _make_paper_form(self) -> Form:
        kit = kit_questionnaire()
        return Form(
            self._workspace,
            Questionnaire,
            lambda store, _key, change: service.update_questionnaire(store, change),
            [
                Field("title", _("Title of the questionnaire"), line(kit.title)),
                Field("answer_by", _("To be given back before"), day()),
                Field("drop_at", _("Where the sheets are left"), line(kit.drop_at), _("After « To be left »: at the town hall, at the pharmacy…")),
                Field("handed_out", _("Copies handed out"), number("", whole=True, span=(0, 1_000_000)), width=110),
            ],
        )  # fmt: skip

    def _make_question_form(self) -> Form:
        kinds = [
            (QuestionKind.ONE, _("one box")), (QuestionKind.MANY, _("several boxes")), (QuestionKind.WORDS, _("words alone")),
        ]  # fmt: skip
        return Form(
            self._workspace,
            SurveyQuestion,
            self._write_question,
            [
                Field("text", _("Question"), note(least=1, most=4)),
                (
                    Field("kind", _("One answers by"), choice(kinds)),
                    Field("most", _("At most (0: any number)"), number("", whole=True, span=(0, 99)), width=110),
                ),
                Field("other", _("Words before a line to write on"), line(_("no line"))),
            ],
            spacing=8,
        )

    def _acts(self) -> QWidget:
        made = {}
        for words, glyph, name in (
            (_("Up"), "up", "up"), (_("Down"), "down", "down"), (_("Bring the words proposed back"), "undo", "restore"),
            (_("Take the question out"), "trash", "delete"),
        ):  # fmt: skip
            link = made[name] = LinkButton(words, glyph)
            link.clicked.connect(lambda _on=False, act=name: self.request_act.emit(act))
            lock(self._workspace, link)
        self._back = made["restore"]
        pair = Folding(row(made["up"], -1), row(made["down"], -1), spacing=0)
        return holder(column(pair, row(made["restore"], -1), row(made["delete"], -1), spacing=0))

    def _make_box(self, _shown: ShownBox) -> SurveyBox:
        box = SurveyBox(self._workspace)
        box.request_act.connect(self.request_box)
        return box

    def _make_missing(self, kit: KitSurveyQuestion) -> LinkButton:
        link = LinkButton(kit.text, "plus")
        link.clicked.connect(lambda: self.request_kit.emit(kit.code))
        lock(self._workspace, link)
        return link

    def _show_part(self, shown: QWidget) -> None:
        for part in (self._of_paper, self._of_question, self._needs):
            part.setVisible(part is shown)

    def _write_question(self, store: Store, key: int, change: Change[SurveyQuestion]) -> None:
        service.update_question(store, key, change)


def _shown(result: QuestionResult) -> Sequence[ShownBox]:
    """Return the boxes with their counts, and whether paper says them."""
    paper = printed(result)
    return [
        ShownBox(box.choice_id, box.label, box.count, result.sheets, shown.count is None)
        for box, shown in zip(result.boxes, paper.boxes, strict=True)
    ]


def _answered(result: QuestionResult) -> str:
    if not result.sheets:
        return _("No sheet typed in yet.")
    return ngettext(
        "{count} sheet of {whole} answers it.", "{count} sheets of {whole} answer it.", result.answered
    ).format(count=result.answered, whole=result.sheets)
