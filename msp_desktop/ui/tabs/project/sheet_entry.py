"""Type in the sheets that came back, one after the other, by keyboard: a letter a box, Enter to go on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QScrollArea, QWidget
from typing_extensions import override

from msp_desktop.domain.questionnaire import (
    SheetAnswers,
    SurveyChoice,
    SurveyQuestion,
    SurveySheet,
    SurveyTick,
    SurveyWords,
)
from msp_desktop.i18n import _
from msp_desktop.services import survey_sheets as service
from msp_desktop.services.questionnaire import questions
from msp_desktop.ui.tabs.project.sheet_question import SheetQuestion
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.labels import Label, divider, hint, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.sizes import PAPER, sized
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace, touches

#: What is left free at each side of the sheet, in pixels at 100 %.
_SIDES = 24


class SheetEntry(Dialog):
    """Show one sheet at a time, a new one to begin with; each box is kept at once and can be undone.

    `sheet_id` is that of the sheet shown, None for one of which nothing is kept yet.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Type in the sheets"))
        sized(self, PAPER, 660)
        self._workspace = workspace
        self.sheet_id: int | None = None
        #: By what tells a sheet apart while it is shown: its id, None until something of it is kept.
        self._ids: dict[str, int | None] = {}
        self._token, self._news = "", 0
        self.pile = QListWidget()
        self.pile.setAccessibleName(_("Sheets typed in"))
        self.pile.setObjectName("guests")
        self.pile.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pile_width = min(theme().px(200), self.width() // 4)
        room = self.width() - self._pile_width - theme().px(2 * _SIDES + 20)
        self.parts = [
            SheetQuestion(view, workspace.drafts, self._write_words, room) for view in questions(workspace.reader)
        ]
        self._heading = title("")
        self._said, self._undo_hint = (
            Label("", tone="soft"),
            hint(
                _(
                    "A letter ticks its box, Enter goes to the next question, Ctrl+Enter to the next sheet, Ctrl+Z takes back."
                )
            ),
        )
        self._lay_out()
        self._listen()
        self._show(None)

    def _lay_out(self) -> None:
        close, self._next = PlainButton(_("Close")), MainButton(_("Next sheet"))
        close.clicked.connect(self.accept)
        self._next.clicked.connect(self.next_sheet)
        show_tip(self._next, _("Ctrl+Enter"))
        self._blank = LinkButton(_("Count it as a blank sheet"))
        self._blank.clicked.connect(self._on_blank)
        self._remove = LinkButton(_("Take this sheet out"), "trash")
        self._remove.clicked.connect(self._on_remove)
        lock(self._workspace, self._blank, self._remove, *self.parts)
        left = column(title(_("The pile")), framed(self.pile), margins=(20, 16, 16, 16))
        pane = holder(left, "left")
        pane.setFixedWidth(self._pile_width)
        sheet = column(self._undo_hint, *self.parts, -1, margins=(_SIDES, 12, _SIDES, 16), spacing=6)
        self._pane: QScrollArea = scrolled(holder(sheet, "scrolled"), _("The sheet"))
        head = row(self._heading, -1, self._blank, self._remove, margins=(24, 12, 24, 4))
        foot = row(self._said, -1, close, self._next, margins=(20, 12, 20, 12))
        right = column(head, self._pane, divider(), foot, spacing=0)
        right.setStretch(1, 1)
        whole = row(pane, right, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _listen(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.next_sheet)
        for place, part in enumerate(self.parts):
            part.ticked.connect(self._tick)
            part.request_step.connect(lambda by, at=place: self._go(at + by))
        self.pile.currentRowChanged.connect(self._on_pile)
        self._workspace.changed.connect(self._refresh)
        self._workspace.said.connect(self._hear)

    def _hear(self, sentence: str, _can_undo: bool) -> None:
        self._said.setText(sentence)

    # --- acting ------------------------------------------------------------------------------

    def next_sheet(self) -> None:
        """Begin another sheet; one on which nothing is ticked is not counted."""
        self.flush()
        self._show(None)

    def flush(self) -> None:
        """Write at once what is typed."""
        self._workspace.drafts.flush()

    def _tick(self, choice_id: int) -> None:
        self.flush()
        if self.sheet_id is None:
            self._adopt(self._token, self._workspace.attempt(service.begin_with, choice_id, self._workspace.today()))
        else:
            self._workspace.attempt(service.toggle, self.sheet_id, choice_id)
        self._show_answers()

    def _write_words(self, key: tuple[str, int], words: str) -> object:
        token, question_id = key
        sheet_id = self._ids.get(token)
        if sheet_id is not None:
            return self._workspace.attempt(service.write_words, sheet_id, question_id, words)
        if words.strip():
            self._adopt(
                token, self._workspace.attempt(service.begin_in_words, question_id, words, self._workspace.today())
            )
        return None

    def _adopt(self, token: str, made: SurveySheet | None) -> None:
        """Go on in the sheet of which something is kept now; what is typed still waits under the same key."""
        if made is None:
            return
        self._ids[token] = made.id
        if token == self._token:
            self.sheet_id = made.id
            self._show_pile()

    def _on_blank(self) -> None:
        self.flush()
        if self.sheet_id is None:
            self._adopt(self._token, self._workspace.attempt(service.add_sheet, self._workspace.today()))
        self.next_sheet()

    def _on_remove(self) -> None:
        self.flush()
        if self.sheet_id is not None:
            self._workspace.attempt(service.delete_sheet, self.sheet_id)

    def _on_pile(self, place: int) -> None:
        self.flush()
        sheets = service.sheets(self._workspace.reader)
        self._show(sheets[place].id if 0 <= place < len(sheets) else None)

    def _go(self, place: int) -> None:
        """Go to a question; after the last to the button of the next sheet."""
        if place >= len(self.parts):
            self._next.setFocus()
        elif place >= 0:
            self.parts[place].focus()
            self._pane.ensureWidgetVisible(self.parts[place], 0, theme().px(40))

    # --- showing -----------------------------------------------------------------------------

    def _show(self, sheet_id: int | None) -> None:
        """Show a sheet from its first question, or a new one."""
        self._news += sheet_id is None
        self._token = f"new {self._news}" if sheet_id is None else str(sheet_id)
        self._ids[self._token] = sheet_id
        self.sheet_id = sheet_id
        self._show_pile()
        self._show_answers()
        self._go(0)

    def _show_answers(self) -> None:
        reader = self._workspace.reader
        said = service.sheet_answers(reader, self.sheet_id) if self.sheet_id is not None else SheetAnswers()
        for part in self.parts:
            part.show_answers(self._token, said)

    def _show_pile(self) -> None:
        """Show the sheets and which one is in view, the new one last."""
        count = len(service.sheets(self._workspace.reader))
        number = service.number_of(self._workspace.reader, self.sheet_id) if self.sheet_id is not None else count + 1
        self.pile.blockSignals(True)
        if self.pile.count() != count + 1:
            self.pile.clear()
            self.pile.addItems([_("Sheet {number}").format(number=place) for place in range(1, count + 1)])
            self.pile.addItem(_("New sheet"))
        self.pile.setCurrentRow(number - 1)
        self.pile.blockSignals(False)
        new = self.sheet_id is None
        self._heading.setText(_("New sheet") if new else _("Sheet {number}").format(number=number))
        self._blank.setVisible(new)
        self._remove.setVisible(not new)

    def _refresh(self, records: frozenset[type[Any]]) -> None:
        if not touches(records, SurveySheet, SurveyTick, SurveyWords, SurveyQuestion, SurveyChoice):
            return
        if [part.view for part in self.parts] != list(questions(self._workspace.reader)):
            self.accept()  # an undo went back to other questions
        elif self.sheet_id is not None and not service.number_of(self._workspace.reader, self.sheet_id):
            self._show(None)
        else:
            self._show_pile()
            self._show_answers()

    @override
    def done(self, result: int) -> None:
        self.flush()
        super().done(result)
